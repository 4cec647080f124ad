import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerList } from '../../contract/customers.ts'
import { get } from '../shell/api.ts'
import { Face } from '../shell/Face.tsx'
import { Icon } from '../shell/Icon.tsx'
import { useMe } from '../shell/me.ts'
import { money, plain, when } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { useCountryName } from './country-name.ts'
import './customers.css'

const typingMilliseconds = 200

/** Everybody who ever wrote or bought, the last one seen first. */
export function Customers() {
  const { t } = useTranslation('customers')
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), typingMilliseconds)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['customers', search],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      get<CustomerList>(`/v1/customers?${new URLSearchParams({ limit: '50', ...(search && { search }), ...(pageParam && { cursor: pageParam }) })}`),
    getNextPageParam: (last) => last.cursor ?? undefined,
  })
  const customers = data?.pages.flatMap((page) => page.customers) ?? []
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <TextInput
          className="customers-search"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<Icon name="search" size={15} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {data && <span className="faint num">{t('shown', { count: customers.length })}</span>}
      </header>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting lines={12} />
      ) : customers.length === 0 ? (
        <p className="empty">{search ? t('not-found', { search }) : t('none')}</p>
      ) : (
        <Table customers={customers} />
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function Table({ customers }: { customers: CustomerList['customers'] }) {
  const { t } = useTranslation('customers')
  return (
    <div className="panel customers">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col" className="only-wide">
              {t('country')}
            </th>
            <th scope="col" className="only-wide">
              {t('segment')}
            </th>
            <th scope="col" className="right only-wide">
              {t('orders')}
            </th>
            <th scope="col" className="right only-wide">
              {t('spent')}
            </th>
            <th scope="col" className="right">
              {t('value')}
            </th>
            <th scope="col" className="right only-wide">
              {t('last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => (
            <CustomerRow key={customer.id} customer={customer} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CustomerRow({ customer }: { customer: CustomerList['customers'][number] }) {
  const { t } = useTranslation('customers')
  const { currency } = useMe().account
  const countryName = useCountryName()
  const { name, localName, email, language, segment } = customer
  return (
    <tr>
      <td>
        <Link to="/customers/$customer" params={{ customer: customer.id }} className="customer-link">
          <Face name={localName ?? name} small />
          <span className="customer-names">
            <span className="one-line">
              <b>{name ?? t('nameless')}</b> {localName && <span className="faint">{localName}</span>}
            </span>
            {email && <small className="faint one-line">{email}</small>}
          </span>
        </Link>
      </td>
      <td className="only-wide">
        {countryName(customer.country)} {language && <span className="faint">{t(`console:languages.${language}`, { defaultValue: language })}</span>}
      </td>
      <td className="only-wide">{segment && t(`segments.${segment}`, { defaultValue: segment })}</td>
      <td className="right only-wide">{plain(customer.orders, 0)}</td>
      <td className="right only-wide">{money(customer.spent, currency)}</td>
      <td className="right">
        <b>{money(customer.lifetimeValue, currency)}</b>
      </td>
      <td className="right only-wide quiet">{customer.lastAt && when(customer.lastAt)}</td>
    </tr>
  )
}
