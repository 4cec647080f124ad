import { Tabs } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Results as Figures, MetricName, ResultsView } from '../../contract/metrics.ts'
import { get } from '../shell/api.ts'
import { day } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { LiveFairness } from '../trust/LiveFairness.tsx'
import { Ledger } from '../value/Ledger.tsx'
import { Evidence } from './Evidence.tsx'
import { FigureCard } from './FigureCard.tsx'
import { tabs } from './figures.ts'
import { PeriodChoice } from './PeriodChoice.tsx'
import { addressOf, queryOf, viewOf } from './period.ts'
import { Reports } from './Reports.tsx'
import { saveFigures } from './save-figures.ts'
import { Views } from './Views.tsx'
import './results.css'

const names = Object.keys(tabs) as ResultsView['tab'][]

/** The owner's first second: is service good, is the assistant honest, does it pay, is everybody treated alike. */
export function Results() {
  const { t } = useTranslation('metrics')
  const view = viewOf(useSearch({ strict: false }))
  const go = useNavigate()
  const setView = (next: ResultsView) => void go({ to: '/results', search: addressOf({ ...next }), replace: true })
  const [open, setOpen] = useState<MetricName>()
  const [showsReports, setShowsReports] = useState(false)
  const { tab, ...looked } = view
  const { data, error, refetch } = useQuery({
    queryKey: ['results', looked],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    enabled: queryOf(view, Date.now()) !== null,
    queryFn: () => get<Figures>(`/v1/results?${new URLSearchParams(queryOf(view, Date.now()) ?? {})}`),
  })
  return (
    <div className="page results">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <div className="results-tools push">
          <Views view={view} onChoose={setView} />
          <button type="button" className="tool" onClick={() => setShowsReports(true)}>
            {t('report.title')}
          </button>
          <button type="button" className="tool" disabled={!data} onClick={() => data && saveFigures(data, t)}>
            {t('export.csv')}
          </button>
        </div>
      </header>
      <Tabs value={tab} onChange={(next) => setView({ ...view, tab: names.find((one) => one === next) ?? tab })} keepMounted={false}>
        <Tabs.List aria-label={t('tabs.label')} mb="md">
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tab !== 'fairness' && (
          <>
            <PeriodChoice view={view} onChange={setView} />
            {data && <Compared results={data} />}
          </>
        )}
        {names.map((name) => (
          <Tabs.Panel key={name} value={name}>
            {name === 'fairness' ? (
              <LiveFairness />
            ) : error && !data ? (
              <Trouble error={error} again={() => void refetch()} />
            ) : !data ? (
              <Waiting lines={9} />
            ) : (
              <Group name={name} results={data} onOpen={setOpen} />
            )}
            {name === 'money' && <Ledger />}
          </Tabs.Panel>
        ))}
      </Tabs>
      {data && <Evidence metric={open} results={data} language={view.language} onClose={() => setOpen(undefined)} />}
      <Reports opened={showsReports} onClose={() => setShowsReports(false)} />
    </div>
  )
}

/** Which days stand beside which, in words. */
function Compared({ results }: { results: Figures }) {
  const { t } = useTranslation('metrics')
  const length = Date.parse(results.to) - Date.parse(results.from)
  const last = (end: number) => day(new Date(end - 1).toISOString())
  return (
    <p className="faint results-compared num">
      {t('compared', {
        from: day(results.from),
        to: last(Date.parse(results.to)),
        before: day(results.before),
        until: last(Date.parse(results.before) + length),
      })}
    </p>
  )
}

function Group({ name, results, onOpen }: { name: ResultsView['tab']; results: Figures; onOpen: (metric: MetricName) => void }) {
  const { t } = useTranslation('metrics')
  return (
    <section className="figure-group" aria-labelledby={`group-${name}`}>
      <h2 id={`group-${name}`}>{t(`groups.${name}`)}</h2>
      <div className="figure-row">
        {tabs[name].map((metric) => {
          const figure = results.figures.find((one) => one.metric === metric)
          return figure && <FigureCard key={metric} figure={figure} currency={results.currency} onOpen={() => onOpen(metric)} />
        })}
      </div>
    </section>
  )
}
