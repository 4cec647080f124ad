import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import { handoverQuery } from '../assist/HandoverCard.tsx'
import { clock, plain } from '../shell/numbers.ts'
import './place-track.css'

/** The way through the queue: what was told when, and what came true. */
export function PlaceTrack({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversations')
  const { data: card } = useQuery({ ...handoverQuery(conversation.id), enabled: conversation.state !== 'assistant' })
  if (!card || card.places.length === 0) return null
  const { waited } = card
  return (
    <section className="track" aria-label={t('place.track')}>
      <ol>
        {card.places.slice(-5).map((place) => (
          <li key={place.at}>
            <span className="num">{clock(place.at)}</span> <b>{t('place.nth', { n: place.ahead + 1 })}</b>
          </li>
        ))}
        {conversation.state === 'person' && conversation.holder && (
          <li className="is-end">
            <span className="num">{clock(conversation.holder.since)}</span> <b>{conversation.holder.name}</b>
          </li>
        )}
      </ol>
      {waited && (
        <span className="faint">
          {waited.told
            ? t('place.waited-told', { minutes: plain(waited.minutes), from: plain(waited.told.from), to: plain(waited.told.to) })
            : t('place.waited', { minutes: plain(waited.minutes) })}
        </span>
      )}
    </section>
  )
}
