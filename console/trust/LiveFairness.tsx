import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FairnessView } from '../../contract/trust.ts'
import { get } from '../shell/api.ts'
import { longDay } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Breaches } from './Breaches.tsx'
import { FairTable } from './FairTable.tsx'
import './trust.css'

export const fairnessQuery = { queryKey: ['fairness'], queryFn: () => get<FairnessView>('/v1/fairness') }

/** Row 38: live decisions by group of customers, with intervals, and what is beyond the owner's bounds. */
export function LiveFairness() {
  const { t } = useTranslation('trust')
  const { data, error, refetch } = useQuery(fairnessQuery)
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <>
      <p className="settings-intro">{t('fairness.intro')}</p>
      <p className="faint num">
        {longDay(data.from)} – {longDay(data.to)}
      </p>
      {data.conversations === 0 ? (
        <p className="faint">{t('fairness.none')}</p>
      ) : (
        <>
          {data.breaches.length === 0 ? (
            <p className="won">✓ {t('fairness.good')}</p>
          ) : (
            <section className="panel draft">
              <h2>{t('fairness.bad')}</h2>
              <Breaches breaches={data.breaches} />
            </section>
          )}
          <FairTable groups={data.groups} />
        </>
      )}
    </>
  )
}
