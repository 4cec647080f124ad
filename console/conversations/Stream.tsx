import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, TimelineEntry } from '../../contract/conversations.ts'
import { HandoverCard } from '../assist/HandoverCard.tsx'
import { PlaceTrack } from '../queue/PlaceTrack.tsx'
import { useTyping } from '../shell/live.ts'
import { longDay } from '../shell/numbers.ts'
import { Entry } from './Entry.tsx'
import type { Pending } from './queries.ts'
import { useKeepPlace, useReadBack, useStickToEnd } from './scrolling.ts'

interface Props {
  conversation: Conversation
  entries: TimelineEntry[]
  /** What comes before the first entry, when there is more. */
  earlier: { load: () => void; isLoading: boolean } | undefined
  unsettled: Pending[]
  onAgain: (message: Pending) => void
  onWhy: () => void
}

/** The customer's whole timeline, oldest above; this conversation begins with its handover card. */
export function Stream({ conversation, entries, earlier, unsettled, onAgain, onWhy }: Props) {
  const { t } = useTranslation('conversations')
  const box = useRef<HTMLDivElement>(null)
  const isTyping = useTyping(conversation.id)
  useKeepPlace(box, entries[0]?.id)
  useStickToEnd(box)
  useReadBack(box, earlier?.load)
  const first = entries.findIndex((entry) => entry.conversation === conversation.id)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="stream" ref={box} tabIndex={0} role="log" aria-label={t('timeline')} aria-busy={earlier?.isLoading ?? false}>
      {earlier && (
        <button type="button" className="link stream-earlier" onClick={earlier.load} aria-disabled={earlier.isLoading}>
          {t(earlier.isLoading ? 'console:loading' : 'earlier')}
        </button>
      )}
      {entries.slice(0, Math.max(0, first)).map((entry, index) => (
        <Dated key={entry.id} entry={entry} before={entries[index - 1]} />
      ))}
      <HandoverCard conversation={conversation} onWhy={onWhy} />
      <PlaceTrack conversation={conversation} />
      {entries.slice(Math.max(0, first)).map((entry, index, all) => (
        <Dated key={entry.id} entry={entry} before={all[index - 1]} />
      ))}
      {unsettled.map((message) => (
        <Unsettled key={message.clientId} message={message} onAgain={onAgain} />
      ))}
      {isTyping && (
        <p className="typing" role="status">
          {t('typing', { name: conversation.customer.name ?? t('customer') })}
        </p>
      )}
    </div>
  )
}

function Dated({ entry, before }: { entry: TimelineEntry; before: TimelineEntry | undefined }) {
  const isNewDay = !before || new Date(before.at).toDateString() !== new Date(entry.at).toDateString()
  return (
    <>
      {isNewDay && (
        <div className="line">
          <span>{longDay(entry.at)}</span>
        </div>
      )}
      <Entry entry={entry} />
    </>
  )
}

function Unsettled({ message, onAgain }: { message: Pending; onAgain: (message: Pending) => void }) {
  const { t } = useTranslation('conversations')
  return (
    <div className={message.private ? 'note is-pending' : 'msg is-ours is-pending'}>
      <div className={message.private ? undefined : 'msg-body'}>{message.text}</div>
      <p className="msg-state" role="status">
        {message.failed ? (
          <button type="button" className="link lost" onClick={() => onAgain(message)}>
            {t('failed-again')}
          </button>
        ) : (
          t('sending')
        )}
      </p>
    </div>
  )
}
