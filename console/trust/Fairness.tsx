import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FairnessView } from '../../contract/trust.ts'
import { get } from '../shell/api.ts'
import { longDay } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Bounds } from './Bounds.tsx'
import { Breaches } from './Breaches.tsx'
import { FairTable } from './FairTable.tsx'
import './trust.css'

/** Row 38: live decisions by group of customers, with intervals and the owner's bounds. */
export function Fairness() {
  const { t } = useTranslation('trust')
  const { data, error, refetch } = useQuery({ queryKey: ['fairness'], queryFn: () => get<FairnessView>('/v1/fairness') })
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <>
      <header className="page-head">
        <h1>{t('fairness.title')}</h1>
        <span className="faint num">
          {longDay(data.from)} – {longDay(data.to)}
        </span>
      </header>
      <p className="settings-intro">{t('fairness.intro')}</p>
      {data.conversations === 0 ? (
        <p className="faint">{t('fairness.none')}</p>
      ) : (
        <>
          {data.breaches.length === 0 ? (
            <p className="won">✓ {t('fairness.good')}</p>
          ) : (
            <section className="panel draft">
              <h3>{t('fairness.bad')}</h3>
              <Breaches breaches={data.breaches} />
            </section>
          )}
          <FairTable groups={data.groups} />
        </>
      )}
      <Bounds key={JSON.stringify(data.bounds)} bounds={data.bounds} />
    </>
  )
}
