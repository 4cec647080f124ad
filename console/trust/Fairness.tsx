import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Bounds } from './Bounds.tsx'
import { fairnessQuery, LiveFairness } from './LiveFairness.tsx'

/** Row 38: how it stands, and by how much groups of customers may differ. */
export function Fairness() {
  const { t } = useTranslation('trust')
  const { data } = useQuery(fairnessQuery)
  return (
    <>
      <header className="page-head">
        <h1>{t('fairness.title')}</h1>
      </header>
      <LiveFairness />
      {data && <Bounds key={JSON.stringify(data.bounds)} bounds={data.bounds} />}
    </>
  )
}
