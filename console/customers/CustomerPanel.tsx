import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../contract/conversations.ts'
import type { CustomerView } from '../../contract/customers.ts'
import { orderedPanel, type PanelBlock } from '../../core/conversations/panel.ts'
import { MoodTrajectory } from '../conversations/Mood.tsx'
import { get } from '../shell/api.ts'
import { useHabits } from '../shell/habits.ts'
import { Icon } from '../shell/Icon.tsx'
import { freshMilliseconds } from '../shell/live.ts'
import { useMe } from '../shell/me.ts'
import { day, longDay, money, when } from '../shell/numbers.ts'
import { StakePanel } from '../value/StakePanel.tsx'
import { useCountryName } from './country-name.ts'
import './customer-panel.css'

export const customerQuery = (id: string) => ({
  queryKey: ['customer', id],
  staleTime: freshMilliseconds,
  queryFn: () => get<CustomerView>(`/v1/customers/${id}`),
})

/** Beside the conversation: stake, mood, who it is, what they bought, what happened; in the order that the person likes. */
export function CustomerPanel({ conversation, onWhy, isShown }: { conversation: Conversation; onWhy: () => void; isShown: boolean }) {
  const { t } = useTranslation('conversations')
  const { data: customer } = useQuery(customerQuery(conversation.customer.id))
  const { panel } = useHabits()
  const blocks: Record<PanelBlock, ReactNode> = {
    stake: (
      <section>
        <h2>{t('at-stake')}</h2>
        <StakePanel conversation={conversation} onWhy={onWhy} />
      </section>
    ),
    mood: (
      <section>
        <h2>{t('mood.title')}</h2>
        <MoodTrajectory moods={conversation.moods} />
      </section>
    ),
    page: conversation.page && <OnPage address={conversation.page} />,
    profile: customer && <Profile customer={customer} />,
    orders: customer && <Orders customer={customer} />,
    events: customer && customer.events.length > 0 && <Events customer={customer} />,
  }
  return (
    <aside className={`side${isShown ? ' is-shown' : ''}`} aria-label={t('customer')}>
      {orderedPanel(panel).map((block) => (
        <Fragment key={block}>{blocks[block]}</Fragment>
      ))}
    </aside>
  )
}

/** Where the customer was when they wrote. Only addresses of pages become links: the text came from somebody's browser. */
function OnPage({ address }: { address: string }) {
  const { t } = useTranslation('channels')
  const url = URL.canParse(address) ? new URL(address) : null
  const isPage = url?.protocol === 'https:' || url?.protocol === 'http:'
  const shown = url && isPage ? url.host + url.pathname : address
  return (
    <section>
      <h2>{t('on-page')}</h2>
      {isPage ? (
        <a className="one-line" href={address} target="_blank" rel="noopener noreferrer nofollow" title={address}>
          {shown}
        </a>
      ) : (
        <span className="one-line">{shown}</span>
      )}
    </section>
  )
}

function Profile({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('conversations')
  const { currency } = useMe().account
  const countryName = useCountryName()
  const facts: [string, string | null][] = [
    [t('profile.email'), customer.email],
    [t('profile.phone'), customer.phone],
    [t('profile.country'), countryName(customer.country)],
    [t('profile.language'), customer.language && t(`console:languages.${customer.language}`, customer.language)],
    [t('profile.since'), customer.since && longDay(customer.since)],
    [t('profile.worth'), money(customer.lifetimeValue.value, currency)],
  ]
  return (
    <section>
      <h2>
        <Link to="/customers/$customer" params={{ customer: customer.id }}>
          {customer.name ?? t('profile.nobody')}
        </Link>
        {customer.verified && (
          <span className="push tag is-won">
            <Icon name="shield" size={13} /> {t('assist:verified')}
          </span>
        )}
      </h2>
      <dl className="side-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="one-line">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Orders({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('conversations')
  const { currency } = useMe().account
  return (
    <section>
      <h2>{t('orders')}</h2>
      {customer.orders.length === 0 && <p className="faint">{t('no-orders')}</p>}
      <ul className="side-items">
        {customer.orders.slice(0, 5).map((order) => (
          <li key={order.id}>
            <Icon name="truck" size={15} />
            <span>
              <b className="num">{order.number}</b> {t(`customers:status.${order.status}`, order.status)}
              <br />
              <span className="faint">{order.items.map((item) => item.name).join(', ')}</span>
            </span>
            <span className="push num side-right">
              {money(order.total, currency)}
              <br />
              <span className="faint">{day(order.at)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Events({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('conversations')
  return (
    <section>
      <h2>{t('events')}</h2>
      <ul className="side-items">
        {customer.events.slice(0, 6).map((event) => (
          <li key={event.at + event.name}>
            <span>{event.name}</span>
            <span className="push faint num">{when(event.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
