import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../contract/conversations.ts'
import { Bot, Face } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { clock } from '../shell/numbers.ts'
import { say } from '../shell/said.ts'
import { Attachments } from './Attachments.tsx'
import { Reading } from './Reading.tsx'

/** One entry: customer, assistant, person, house or private note, told apart by side, shape and word. */
export function Entry({ entry, onWhy, onQuote, onMatter }: EntryProps) {
  if (entry.author === 'system') return <SystemLine entry={entry} onWhy={onWhy} />
  return (
    <>
      {entry.private ? <Note entry={entry} /> : entry.author === 'customer' ? <Theirs entry={entry} onMatter={onMatter} /> : <Ours entry={entry} />}
      {onQuote && <EntryActs entry={entry} onWhy={onWhy} onQuote={onQuote} />}
    </>
  )
}

interface EntryProps {
  entry: TimelineEntry
  onWhy?: (() => void) | undefined
  onQuote?: ((text: string) => void) | undefined
  /** For whoever may say what a message is about. */
  onMatter?: ((entry: TimelineEntry) => void) | undefined
}

/** Seen when the message is pointed at or reached by keyboard: quote, copy, and why the assistant said it. */
function EntryActs({ entry, onWhy, onQuote }: EntryProps & { onQuote: (text: string) => void }) {
  const { t } = useTranslation('conversations')
  const copy = () => void navigator.clipboard.writeText(entry.text).then(() => say(t('console:copied')))
  return (
    <span className={`entry-acts${entry.author === 'customer' ? '' : ' is-ours'}`}>
      <button type="button" className="icon-button is-small" aria-label={t('quote')} title={t('quote')} onClick={() => onQuote(entry.text)}>
        <Icon name="quote" size={14} />
      </button>
      <button type="button" className="icon-button is-small" aria-label={t('console:copy')} title={t('console:copy')} onClick={copy}>
        <Icon name="doc" size={14} />
      </button>
      {entry.author === 'assistant' && onWhy && (
        <button type="button" className="link entry-why" onClick={onWhy}>
          {t('console:why')}
        </button>
      )}
    </span>
  )
}

/** Lines that say what was decided lead to why. */
const decided = /^(person-wanted|safe-hands|assistant|back-in-queue)/

/** Read in the reader's language from its code; the customer got it in theirs. */
function SystemLine({ entry, onWhy }: EntryProps) {
  const { t } = useTranslation()
  const key = `timeline:system.${entry.reason?.code ?? ''}`
  return (
    <div className="line">
      <span>
        <span className="num">{clock(entry.at)}</span> · {i18next.exists(key) ? t(key, { ...entry.reason?.numbers }) : entry.text}
        {onWhy && decided.test(entry.reason?.code ?? '') && (
          <>
            {' '}
            <button type="button" className="link" onClick={onWhy}>
              {t('console:why')}
            </button>
          </>
        )}
      </span>
    </div>
  )
}

function Note({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('conversations')
  return (
    <div className="note">
      <Icon name="lock" size={15} />
      <div>
        <span className="note-by">
          <b>{entry.person?.name}</b> · {t('only-team')} · <span className="num">{clock(entry.at)}</span>
        </span>
        <div className="words">{entry.text}</div>
      </div>
    </div>
  )
}

function Theirs({ entry, onMatter }: EntryProps) {
  const { t } = useTranslation('conversations')
  return (
    <div className="msg">
      <div>
        <div className="msg-by">
          <span className="num">{clock(entry.at)}</span>
          <Reading entry={entry} onMatter={onMatter} />
          {entry.reason?.code === 'control' && <span className="tag is-person">{t('pressed')}</span>}
        </div>
        {!namesOnly(entry) && (
          <div className="msg-body words" lang={entry.language ?? undefined} dir="auto">
            {entry.text}
          </div>
        )}
        <Attachments files={entry.files} />
      </div>
    </div>
  )
}

/** Whether the words are only what stands there for whoever cannot see files: they are beside it. */
const namesOnly = ({ text, files }: TimelineEntry) => files.length > 0 && text === files.map((file) => file.name).join(', ')

function Ours({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('conversations')
  const me = useMe().person.id
  const isMachine = entry.author === 'assistant'
  return (
    <div className={`msg is-ours${isMachine ? ' is-machine' : ''}`}>
      {isMachine ? <Bot /> : <Face name={entry.person?.name ?? null} ours small />}
      <div>
        <div className="msg-by">
          <b>{isMachine ? t('assistant') : entry.person?.id === me ? t('you') : entry.person?.name}</b> <span className="num">{clock(entry.at)}</span>
          {!isMachine && (
            <span
              role="img"
              aria-label={t(`delivery.${entry.delivery}`)}
              title={t(`delivery.${entry.delivery}`)}
              className={entry.delivery === 'failed' ? 'lost' : undefined}
            >
              <Icon name={entry.delivery === 'failed' ? 'warn' : entry.delivery === 'stored' ? 'clock' : 'check'} size={13} />
            </span>
          )}
        </div>
        <div className="msg-body words" lang={entry.language ?? undefined} dir="auto">
          {entry.text}
          {entry.sources.length > 0 && (
            <span className="srcs">
              {entry.sources.map((source) => (
                <a key={source.article} className="src" href={`/console/knowledge/${source.article}`}>
                  <Icon name="doc" size={13} /> {source.title}
                </a>
              ))}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}
