import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../contract/conversations.ts'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { useNow } from '../shell/now.ts'
import { duration, when } from '../shell/numbers.ts'
import { StakeBar } from '../value/StakeBar.tsx'
import { MoodCurve } from './Mood.tsx'

/** One conversation in the list: who, what they said last, what is at stake, how they feel, how long they wait. */
export function Row({ row, isOpen }: { row: ConversationRow; isOpen: boolean }) {
  const { t } = useTranslation('conversations')
  const { currency } = useMe().account
  const { customer, preview, stake } = row
  return (
    <Link
      to="/inbox/$conversation"
      params={{ conversation: row.id }}
      className={`conv${row.unanswered ? ' is-unread' : ''}`}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className="conv-1">
        <b className="one-line">{customer.name ?? t('nameless', { number: row.number })}</b>
        {customer.localName && <span className="conv-local one-line">{customer.localName}</span>}
        <Time row={row} />
      </span>
      <span className="conv-2 one-line" lang={preview?.language ?? undefined}>
        {preview?.author === 'assistant' && <Icon name="chat" size={12} />}
        {preview?.text ?? ''}
      </span>
      <span className="conv-3">
        {stake ? <StakeBar atRisk={stake.atRisk} toGain={stake.toGain} currency={currency} /> : <span className="faint">{t('not-weighed')}</span>}
        {row.mood && <MoodCurve score={row.mood.score} before={row.mood.before} />}
        <Who row={row} />
      </span>
    </Link>
  )
}

function Time({ row }: { row: ConversationRow }) {
  const { t } = useTranslation('conversations')
  const now = useNow(row.place ? 1000 : 30_000)
  if (!row.place) {
    return (
      <time className="conv-time num" dateTime={row.lastAt}>
        {row.unanswered && <span className="conv-dot" role="img" aria-label={t('unanswered')} />}
        {when(row.lastAt)}
      </time>
    )
  }
  const waited = (now - Date.parse(row.place.waitingSince)) / 1000
  const limit = (Date.parse(row.place.limitAt) - Date.parse(row.place.waitingSince)) / 1000
  const isNear = waited > limit - 300
  return (
    <span className={`conv-time num${isNear ? ' is-near' : ''}`}>
      <Icon name="clock" size={13} />
      {isNear ? t('waited-of', { waited: duration(waited), limit: duration(limit) }) : duration(waited)}
    </span>
  )
}

function Who({ row }: { row: ConversationRow }) {
  const { t } = useTranslation('conversations')
  const me = useMe().person.id
  if (row.state === 'person') return <span className="push faint one-line">{row.holder?.person === me ? t('with-me') : row.holder?.name}</span>
  if (row.state === 'assistant') return <span className="push conv-machine one-line">{t('assistant-helps')}</span>
  if (row.state === 'callback') return <span className="push tag is-time">{t('callback')}</span>
  if (row.askedForPerson) return <span className="push tag is-person">{t('asked-for-person')}</span>
  return null
}
