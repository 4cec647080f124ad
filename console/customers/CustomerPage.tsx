import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ConversationPage } from '../../contract/conversations.ts'
import type { CustomerView } from '../../contract/customers.ts'
import { get } from '../shell/api.ts'
import { Face } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { when } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { useIntentName } from '../understanding/intent-name.ts'
import { useCountryName } from './country-name.ts'
import { Events, Traits } from './Known.tsx'
import { LifetimeValue } from './LifetimeValue.tsx'
import { Orders } from './Orders.tsx'
import './customers.css'

/** One customer: who it is, what they bought and said, and where each fact comes from. */
export function CustomerPage() {
  const { t } = useTranslation('customers')
  const { customer: id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery({ queryKey: ['customer', id], queryFn: () => get<CustomerView>(`/v1/customers/${id}`) })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting lines={12} />
  return (
    <div className="page">
      <Link to="/customers" className="customer-back">
        <Icon name="left" size={15} /> {t('title')}
      </Link>
      <Head customer={data} />
      <div className="customer-columns">
        <div className="customer-column">
          <Conversations customer={id} />
          <Orders orders={data.orders} />
        </div>
        <div className="customer-column">
          <LifetimeValue customer={data} />
          <Traits customer={data} />
          <Events events={data.events} />
        </div>
      </div>
    </div>
  )
}

function Head({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const countryName = useCountryName()
  const { name, localName, segment, verified, language } = customer
  return (
    <header className="customer-head">
      <Face name={localName ?? name} />
      <div>
        <h1>
          {name ?? t('nameless')} {localName && <span>{localName}</span>}
        </h1>
        <p className="customer-tags">
          {segment && <span className="tag">{t(`segments.${segment}`, { defaultValue: segment })}</span>}
          <span className={verified ? 'tag is-won' : 'tag'}>
            {verified && <Icon name="shield" size={12} />}
            {t(verified ? 'verified' : 'unverified')}
          </span>
          <span className="quiet">
            {[countryName(customer.country), language && t(`console:languages.${language}`, { defaultValue: language })].filter(Boolean).join(' · ')}
          </span>
        </p>
      </div>
    </header>
  )
}

function Conversations({ customer }: { customer: string }) {
  const { t } = useTranslation('customers')
  const { data, error } = useQuery({
    queryKey: ['conversations', 'customer', customer],
    queryFn: () => get<ConversationPage>(`/v1/conversations?customer=${customer}&limit=50`),
  })
  return (
    <section className="panel">
      <h2>{t('conversations')}</h2>
      {error ? (
        <Trouble error={error} />
      ) : !data ? (
        <Waiting lines={3} />
      ) : data.rows.length === 0 ? (
        <p className="faint">{t('no-conversations')}</p>
      ) : (
        <ConversationRows rows={data.rows} />
      )}
    </section>
  )
}

function ConversationRows({ rows }: { rows: ConversationPage['rows'] }) {
  const { t } = useTranslation('customers')
  const intentName = useIntentName()
  return (
    <ul className="customer-list">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/inbox/$conversation" params={{ conversation: row.id }} className="customer-talk">
            <span className="customer-line">
              <b>{intentName(row.intent)}</b>
              <span className={row.state === 'waiting' ? 'tag is-time' : 'faint'}>{t(`states.${row.state}`, { name: row.holder?.name ?? '' })}</span>
              <time className="push faint num" dateTime={row.lastAt}>
                {when(row.lastAt)}
              </time>
            </span>
            <span className="quiet one-line" lang={row.preview?.language ?? undefined}>
              {row.preview?.text}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
