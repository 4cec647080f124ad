import { Tooltip } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../contract/conversations.ts'
import { Bot, Face } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { clock, share } from '../shell/numbers.ts'

/** One entry: customer, assistant, person, house or private note, told apart by side, shape and word. */
export function Entry({ entry }: { entry: TimelineEntry }) {
  if (entry.author === 'system') return <SystemLine entry={entry} />
  if (entry.private) return <Note entry={entry} />
  if (entry.author === 'customer') return <Theirs entry={entry} />
  return <Ours entry={entry} />
}

/** Read in the reader's language from its code; the customer got it in theirs. */
function SystemLine({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation()
  const key = `timeline:system.${entry.reason?.code ?? ''}`
  return (
    <div className="line">
      <span>
        <span className="num">{clock(entry.at)}</span> · {i18next.exists(key) ? t(key, { ...entry.reason?.numbers }) : entry.text}
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

function Theirs({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('conversations')
  return (
    <div className="msg">
      <div>
        <div className="msg-by">
          <span className="num">{clock(entry.at)}</span>
          <Reading entry={entry} />
          {entry.reason?.code === 'control' && <span className="tag is-person">{t('pressed')}</span>}
        </div>
        <div className="msg-body words" lang={entry.language ?? undefined}>
          {entry.text}
        </div>
      </div>
    </div>
  )
}

/** What was read from the words, for whoever wants to check the machine. */
function Reading({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('conversations')
  const { reading } = entry
  if (!reading) return null
  const intent = reading.intent ? t(`understanding:intents.${reading.intent}`, reading.intent) : t('reading.none')
  const words = [
    t('reading.intent', { intent, share: share(reading.intentConfidence) }),
    t('reading.language', { language: t(`console:languages.${reading.language ?? 'unknown'}`, reading.language ?? '') }),
    ...(reading.wantsPerson ? [t('reading.wants-person')] : []),
    ...(reading.frustrated ? [t('reading.frustrated')] : []),
    ...(reading.confused ? [t('reading.confused')] : []),
    ...reading.facts.map((fact) => `${t(`reading.fact.${fact.kind}`, fact.kind)}: ${fact.value}`),
  ]
  return (
    <Tooltip label={words.join(' · ')} multiline maw={360} withArrow events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className="read-tag">
        {intent}
      </button>
    </Tooltip>
  )
}

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
        <div className="msg-body words" lang={entry.language ?? undefined}>
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
