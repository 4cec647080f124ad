import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerPage } from '../../contract/value.ts'
import { get } from '../shell/api.ts'
import { longDay, money, when } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Wide } from '../shell/Wide.tsx'
import './ledger.css'

/** What decisions booked and what came of it: the parts are the whole, and cost stands apart. */
export function Ledger() {
  const { t } = useTranslation('value')
  const { data, error, refetch } = useQuery({ queryKey: ['results', 'ledger'], staleTime: 30_000, queryFn: () => get<LedgerPage>('/v1/ledger') })
  return (
    <section className="panel ledger" aria-labelledby="ledger-title">
      <h2 id="ledger-title">{t('ledger.title')}</h2>
      <p className="quiet ledger-intro">{t('ledger.intro')}</p>
      {error ? <Trouble error={error} again={() => void refetch()} /> : !data ? <Waiting /> : <Books page={data} />}
    </section>
  )
}

function Books({ page }: { page: LedgerPage }) {
  const { t } = useTranslation('value')
  if (page.entries.length === 0) return <p className="empty">{t('ledger.empty')}</p>
  return (
    <>
      {page.since && <p className="faint num">{t('ledger.since', { at: longDay(page.since) })}</p>}
      <Balance balance={page.balance} currency={page.currency} />
      <Entries page={page} />
    </>
  )
}

const parts = ['realised', 'open', 'writtenOff'] as const

function Balance({ balance, currency }: { balance: LedgerPage['balance']; currency: string }) {
  const { t } = useTranslation('value')
  const sums = Object.fromEntries(Object.entries(balance).map(([name, value]) => [name, money(value, currency)]))
  return (
    <>
      <div className="balance" role="img" aria-label={t('ledger.equation', sums)}>
        {parts.map((part) => balance[part] > 0 && <i key={part} className={`is-${part}`} style={{ flexGrow: balance[part] }} />)}
      </div>
      <dl className="balance-key">
        {parts.map((part) => (
          <div key={part} className={`is-${part}`}>
            <dt>{t(`ledger.${part}`)}</dt>
            <dd className="num">{money(balance[part], currency)}</dd>
          </div>
        ))}
        <div className="is-sum">
          <dt>{t('ledger.booked')}</dt>
          <dd className="num">{money(balance.booked, currency)}</dd>
        </div>
        <div className="is-cost">
          <dt>{t('ledger.cost')}</dt>
          <dd className="num">{money(balance.cost, currency)}</dd>
        </div>
      </dl>
    </>
  )
}

const atFirst = 12

function Entries({ page: { entries, currency } }: { page: LedgerPage }) {
  const { t } = useTranslation('value')
  const [shown, setShown] = useState(atFirst)
  return (
    <>
      <h3>{t('ledger.entries')}</h3>
      <Wide label={t('ledger.entries')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('ledger.when')}</th>
              <th scope="col">{t('ledger.what')}</th>
              <th scope="col">{t('ledger.because')}</th>
              <th scope="col">{t('ledger.conversation')}</th>
              <th scope="col" className="right">
                {t('ledger.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, shown).map((entry) => (
              <tr key={entry.id}>
                <td className="num">{when(entry.at)}</td>
                <td>
                  {t(`ledger.kind.${entry.kind}`)} {entry.decision && <span className="faint">{t(`ledger.decision.${entry.decision}`)}</span>}
                </td>
                <td className="quiet">{t(`rules.${entry.rule}`, { defaultValue: entry.rule })}</td>
                <td>
                  <Link to="/inbox/$conversation" params={{ conversation: entry.conversation }} className="num">
                    #{entry.number}
                  </Link>
                </td>
                <td className={`right ${entry.kind === 'realised' ? 'won' : entry.kind === 'written-off' ? 'lost' : ''}`}>
                  {money(entry.money, currency)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {shown < entries.length && (
        <Button variant="subtle" mt="xs" onClick={() => setShown((before) => before + 50)}>
          {t('ledger.more')}
        </Button>
      )}
    </>
  )
}
