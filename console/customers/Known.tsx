import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../contract/customers.ts'
import { longDay, when } from '../shell/numbers.ts'
import { useCountryName } from './country-name.ts'

/** Every known fact with its source and time. */
export function Traits({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const name = useTraitName()
  const show = useTraitValue()
  const { externalId, since, traits } = customer
  const isEmpty = traits.length === 0 && !externalId && !since
  return (
    <section className="panel">
      <h2>{t('traits')}</h2>
      {isEmpty && <p className="faint">{t('no-traits')}</p>}
      <dl className="customer-facts">
        {since && <Fact name={t('since')} value={longDay(since)} />}
        {externalId && <Fact name={t('external')} value={externalId} />}
        {traits.map((trait) => (
          <Fact
            key={trait.name}
            name={name(trait.name)}
            value={show(trait)}
            from={t('from', { source: t(`sources.${trait.source}`, { defaultValue: trait.source }), at: longDay(trait.at) })}
          />
        ))}
      </dl>
    </section>
  )
}

function Fact({ name, value, from }: { name: string; value: string; from?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} {from && <small className="faint">{from}</small>}
      </dd>
    </div>
  )
}

/** The facts that the profile knows have names; the others are called as the shop calls them. */
function useTraitName(): (name: string) => string {
  const { t } = useTranslation('customers')
  const known: Record<string, string> = {
    name: t('name'),
    email: t('email'),
    phone: t('phone'),
    country: t('country'),
    language: t('language'),
    segment: t('segment'),
  }
  return (name) => known[name] ?? name
}

function useTraitValue(): (trait: CustomerView['traits'][number]) => string {
  const { t } = useTranslation('customers')
  const countryName = useCountryName()
  return ({ name, value }) => {
    if (name === 'country') return countryName(value)
    if (name === 'language') return t(`console:languages.${value}`, { defaultValue: value })
    if (name === 'segment') return t(`segments.${value}`, { defaultValue: value })
    return value
  }
}

/** What the customer did, as the shop told it. */
export function Events({ events }: { events: CustomerView['events'] }) {
  const { t } = useTranslation('customers')
  return (
    <section className="panel">
      <h2>{t('events')}</h2>
      {events.length === 0 && <p className="faint">{t('no-events')}</p>}
      <ul className="customer-list customer-events">
        {events.map((event) => (
          <li key={`${event.at} ${event.name}`} className="customer-order">
            <span className="customer-line">
              <b>{event.name}</b>
              <time className="push faint num" dateTime={event.at}>
                {when(event.at)}
              </time>
            </span>
            <span className="quiet">{detailOf(event.properties)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The plain properties in one line; lists and objects would not be read here. */
function detailOf(properties: Record<string, unknown>): string {
  return Object.entries(properties)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' · ')
}
