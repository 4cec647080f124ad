import type { TFunction } from 'i18next'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow, Label } from '../../contract/conversations.ts'
import { Icon } from '../shell/Icon.tsx'
import { useNow } from '../shell/now.ts'
import { duration, when } from '../shell/numbers.ts'
import { StakeBar } from '../value/StakeBar.tsx'
import { piecesOf } from './found.ts'
import { MoodCurve } from './Mood.tsx'

/** What all rows have in common: asked once, not by each of them. */
export interface Shared {
  me: string
  currency: string
  mayServe: boolean
  labels: Map<string, Label>
  /** The words that are looked for. */
  words: readonly string[]
  onOpen: (row: ConversationRow) => void
  onChoose: (id: string, on: boolean) => void
}

interface Props {
  row: ConversationRow
  shared: Shared
  isOpen: boolean
  isChosen: boolean
  isChoosing: boolean
}

/** One conversation in the list: who, what they said last, what is at stake, how they feel, how long they wait. */
export const Row = memo(function Row({ row, shared, isOpen, isChosen, isChoosing }: Props) {
  const { t } = useTranslation('conversations')
  const { customer } = row
  const name = customer.name ?? t('nameless', { number: row.number })
  return (
    <div className={`conv-place${isChoosing ? ' is-choosing' : ''}`}>
      <a
        href={`/console/inbox/${row.id}${row.hit ? `?seq=${row.hit.seq}` : ''}`}
        onClick={(event) => openHere(event, () => shared.onOpen(row))}
        className={`conv${row.unread && !row.closedAt ? ' is-unread' : ''}${row.closedAt ? ' is-closed' : ''}`}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className="conv-1">
          <Urgency urgency={row.urgency} t={t} />
          <b className="one-line">{name}</b>
          {customer.localName && <span className="conv-local one-line">{customer.localName}</span>}
          <Time row={row} t={t} />
        </span>
        <Words row={row} shared={shared} />
        <Standing row={row} shared={shared} t={t} />
      </a>
      {shared.mayServe && (
        <input
          type="checkbox"
          className="conv-choose"
          checked={isChosen}
          aria-label={t('choose-one', { name })}
          onChange={(event) => shared.onChoose(row.id, event.currentTarget.checked)}
        />
      )}
    </div>
  )
})

/** A plain click opens it here; any other is the browser's: another tab, another window. */
function openHere(event: MouseEvent, open: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  open()
}

interface Part {
  row: ConversationRow
  t: TFunction<'conversations'>
}

function Urgency({ urgency, t }: { urgency: ConversationRow['urgency']; t: Part['t'] }) {
  if (urgency === 'normal') return null
  return (
    <span className={`conv-urgency is-${urgency}`} role="img" aria-label={t(`urgency.${urgency}`)} title={t(`urgency.${urgency}`)}>
      {urgency === 'urgent' ? '‼' : urgency === 'high' ? '!' : '↓'}
    </span>
  )
}

function Words({ row: { hit, preview, labels: worn }, shared: { labels, words } }: { row: ConversationRow; shared: Shared }) {
  return (
    <span className="conv-2">
      {worn.slice(0, 2).map((id) => {
        const label = labels.get(id)
        return (
          label && (
            <span key={id} className={`label is-${label.colour}`}>
              {label.name}
            </span>
          )
        )
      })}
      {worn.length > 2 && <span className="faint">+{worn.length - 2}</span>}
      {!hit && preview?.author === 'assistant' && <Icon name="chat" size={12} />}
      {hit ? (
        <Found text={hit.text} words={words} />
      ) : (
        <span className="one-line" lang={preview?.language ?? undefined}>
          {preview?.text ?? ''}
        </span>
      )}
    </span>
  )
}

/** What was found, from a little before it: the rest of a long message is read where it stands. */
function Found({ text, words }: { text: string; words: readonly string[] }) {
  let at = 0
  return (
    <span className="one-line">
      {piecesOf(text, words).map((piece) => {
        const key = at
        at += piece.text.length
        return piece.found ? <mark key={key}>{piece.text}</mark> : piece.text
      })}
    </span>
  )
}

function Standing({ row, shared, t }: Part & { shared: Shared }) {
  const { stake } = row
  return (
    <span className="conv-3">
      {stake ? (
        <StakeBar atRisk={stake.atRisk} toGain={stake.toGain} currency={shared.currency} />
      ) : (
        <span className="faint">{t('not-weighed')}</span>
      )}
      {row.mood && <MoodCurve score={row.mood.score} before={row.mood.before} />}
      <Who row={row} me={shared.me} t={t} />
    </span>
  )
}

function Time({ row, t }: Part) {
  const now = useNow(row.place ? 1000 : 30_000)
  if (!row.place) {
    return (
      <time className="conv-time num" dateTime={row.lastAt}>
        {row.snoozed && <Icon name="clock" size={13} />}
        {row.unread && !row.closedAt && <span className="conv-dot" role="img" aria-label={t('unread')} />}
        {when(row.lastAt)}
      </time>
    )
  }
  const waited = (now - Date.parse(row.place.waitingSince)) / 1000
  const limit = (Date.parse(row.place.limitAt) - Date.parse(row.place.waitingSince)) / 1000
  const isNear = waited > limit - 300
  return (
    <span className={`conv-time num${waited > limit ? ' is-over' : isNear ? ' is-near' : ''}`}>
      <Icon name="clock" size={13} />
      {isNear ? t('waited-of', { waited: duration(waited), limit: duration(limit) }) : duration(waited)}
    </span>
  )
}

function Who({ row, me, t }: Part & { me: string }) {
  if (row.state === 'person') return <span className="push faint one-line">{row.holder?.person === me ? t('with-me') : row.holder?.name}</span>
  if (row.state === 'assistant') return <span className="push conv-machine one-line">{t('assistant-helps')}</span>
  if (row.state === 'callback') return <span className="push tag is-time">{t('callback')}</span>
  if (row.askedForPerson) return <span className="push tag is-person">{t('asked-for-person')}</span>
  return null
}
