import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { HandoverCard as Card } from '../../contract/assist.ts'
import type { Conversation } from '../../contract/conversations.ts'
import { get, Refused } from '../shell/api.ts'
import { Bot } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { freshMilliseconds } from '../shell/live.ts'
import { useMe } from '../shell/me.ts'
import { clock, longDay, money } from '../shell/numbers.ts'
import './handover.css'

/** Null where none has been prepared. The live line says when it changes. */
export const handoverQuery = (id: string) => ({
  queryKey: ['conversation', id, 'handover'],
  staleTime: freshMilliseconds,
  queryFn: async () => {
    try {
      return await get<Card>(`/v1/conversations/${id}/handover`)
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null
      throw error
    }
  },
})

/** Everything at hand when a person takes over, so that the customer repeats nothing. */
export function HandoverCard({ conversation, onWhy }: { conversation: Conversation; onWhy: () => void }) {
  const { t } = useTranslation('assist')
  const { data: card } = useQuery(handoverQuery(conversation.id))
  if (!card || conversation.state === 'assistant') return null
  const intent = card.matter.intent ? t(`understanding:intents.${card.matter.intent}`, card.matter.intent) : t('matter-unknown')
  return (
    <article className="hand" aria-label={t('card')}>
      <div className="hand-cap">
        <Bot />
        <b>{t(conversation.state === 'person' ? 'handed' : 'prepared', { at: clock(card.preparedAt) })}</b> <span>{because(card)}</span>{' '}
        <button type="button" className="link" onClick={onWhy}>
          {t('console:why')}
        </button>
        {card.who.verified && (
          <span className="push tag is-won">
            <Icon name="shield" size={13} /> {t('verified')}
          </span>
        )}
      </div>
      <p className="hand-gist">
        <b>{intent}</b>
        {card.matter.quote && <q lang={card.matter.quoteLanguage ?? undefined}>{card.matter.quote}</q>}
      </p>
      {card.matter.goal && (
        <p className="hand-goal">
          <span className="faint">{t('goal')}</span> {card.matter.goal}
        </p>
      )}
      {card.note && (
        <p className="hand-goal">
          <span className="faint">{t('note-of', { name: card.note.by })}</span> {card.note.text}
        </p>
      )}
      <Facts card={card} />
    </article>
  )
}

function because(card: Card): string {
  const { code, numbers } = card.because
  const own = `assist:because.${code}`
  return i18next.exists(own) ? i18next.t(own, numbers) : i18next.t(`routing:decision.${code}`, { ...numbers, defaultValue: code })
}

function Facts({ card }: { card: Card }) {
  const { t } = useTranslation('assist')
  const { currency } = useMe().account
  return (
    <dl>
      <div>
        <dt>{t('order')}</dt>
        <dd>
          {card.order ? (
            <>
              <b className="num">{card.order.number}</b> {t(`customers:status.${card.order.status}`, card.order.status)}
              <br />
              <span className="faint">
                {card.order.items} · {money(card.order.total, currency)} · {longDay(card.order.at)}
              </span>
            </>
          ) : (
            t('no-order')
          )}
        </dd>
      </div>
      <div>
        <dt>{t('tried')}</dt>
        <dd>
          {card.tried.length === 0 && t('nothing-tried')}
          {card.tried.map((one) => (
            <span key={one.at + one.what} className="hand-line">
              {one.article ? one.what : `“${one.what}”`}{' '}
              {one.helped === false && <span className="lost">{t(one.article ? 'did-not-help' : 'no-answer')}</span>}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('promised')}</dt>
        <dd>
          {card.promises.length === 0 && t('nothing-promised')}
          {card.promises.map((one) => (
            <span key={one.code + one.at} className="hand-line">
              {t(`promise.${one.code}`, { text: one.text ?? '', defaultValue: one.text ?? one.code })}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('next')}</dt>
        <dd className="hand-next">{t(`nextStep.${card.nextStep.code}`, { ...card.nextStep.numbers, defaultValue: card.nextStep.code })}</dd>
      </div>
    </dl>
  )
}
