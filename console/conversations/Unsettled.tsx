import { useTranslation } from 'react-i18next'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import { Refused } from '../shell/api.ts'
import { useMe } from '../shell/me.ts'
import { useNow } from '../shell/now.ts'
import { sentenceFor } from '../shell/Trouble.tsx'
import { writeHere } from './commands.ts'
import { callBack, type Outgoing, sendNow, useOutbox } from './outbox.ts'

/** What is said but not in the timeline yet: it can be called back, goes out, waits for the connection, or was refused, and says why. */
export function Unsettled({ conversation, entries }: { conversation: Conversation; entries: readonly TimelineEntry[] }) {
  const me = useMe().person.id
  const stored = new Set(entries.filter((entry) => entry.person?.id === me).map((entry) => entry.clientId))
  return useOutbox()
    .filter((item) => item.conversation === conversation.id && !stored.has(item.clientId))
    .map((item) => <Item key={item.clientId} item={item} />)
}

function Item({ item }: { item: Outgoing }) {
  const { t } = useTranslation('conversations')
  const now = useNow(item.state === 'held' ? 500 : 60_000)
  const back = () => {
    const words = callBack(item.clientId)
    if (words) window.dispatchEvent(new CustomEvent(writeHere, { detail: words.text }))
  }
  return (
    <div className={item.private ? 'note is-pending' : 'msg is-ours is-pending'}>
      <div className={item.private ? 'words' : 'msg-body words'}>{item.text}</div>
      <p className="msg-state" role="status">
        {item.state === 'held' && t('out.held', { seconds: Math.max(0, Math.ceil((item.notBefore - now) / 1000)) })}
        {item.state === 'sending' && t('sending')}
        {item.state === 'offline' && t('out.offline')}
        {item.state === 'failed' && (
          <span className="lost">
            {t('out.failed')} {sentenceFor(new Refused(item.code ?? 'internal', 400))}
          </span>
        )}
        {item.state !== 'sending' && (
          <>
            {' '}
            <button type="button" className="link" onClick={back}>
              {t(item.state === 'held' ? 'out.undo' : 'out.edit')}
            </button>{' '}
            <button type="button" className="link" onClick={() => sendNow(item.clientId)}>
              {t(item.state === 'held' ? 'out.now' : 'console:again')}
            </button>
          </>
        )}
      </p>
    </div>
  )
}
