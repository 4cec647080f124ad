import { SegmentedControl, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MetricName, Results as ResultsView } from '../../contract/metrics.ts'
import { languages } from '../../core/language.ts'
import { get } from '../shell/api.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Ledger } from '../value/Ledger.tsx'
import { Evidence } from './Evidence.tsx'
import { FigureCard } from './FigureCard.tsx'
import { groups } from './figures.ts'
import './results.css'

const periods = ['today', '7', '14', '30'] as const
type PeriodName = (typeof periods)[number]

function beginningOf(period: PeriodName): Date {
  if (period !== 'today') return new Date(Date.now() - Number(period) * 86_400_000)
  return new Date(new Date().setHours(0, 0, 0, 0))
}

/** The owner's first second: is service good, is the assistant honest, does it pay. */
export function Results() {
  const { t } = useTranslation('metrics')
  const [period, setPeriod] = useState<PeriodName>('7')
  const [language, setLanguage] = useState('')
  const [open, setOpen] = useState<{ metric: MetricName; from: string; to: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['results', period, language],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: () => get<ResultsView>(`/v1/results?${new URLSearchParams({ from: beginningOf(period).toISOString(), ...(language && { language }) })}`),
  })
  return (
    <div className="page results">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t('period')}
          value={period}
          onChange={(value) => setPeriod(value as PeriodName)}
          data={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
        />
        <Select
          size="xs"
          aria-label={t('language')}
          value={language}
          onChange={(value) => setLanguage(value ?? '')}
          allowDeselect={false}
          data={[{ value: '', label: t('any-language') }, ...languages.map((value) => ({ value, label: t(`console:languages.${value}`) }))]}
        />
      </header>
      {error && !data ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting lines={12} />
      ) : (
        <Groups results={data} onOpen={(metric) => setOpen({ metric, from: data.from, to: data.to })} />
      )}
      <Ledger />
      {data && (
        <Evidence
          figure={data.figures.find((figure) => figure.metric === open?.metric)}
          period={{ from: open?.from ?? data.from, to: open?.to ?? data.to, ...(language && { language }) }}
          currency={data.currency}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

function Groups({ results, onOpen }: { results: ResultsView; onOpen: (metric: MetricName) => void }) {
  const { t } = useTranslation('metrics')
  return groups.map(({ name, metrics }) => (
    <section key={name} className="figure-group" aria-labelledby={`group-${name}`}>
      <h2 id={`group-${name}`}>{t(`groups.${name}`)}</h2>
      <div className="figure-row">
        {metrics.map((metric) => {
          const figure = results.figures.find((one) => one.metric === metric)
          return figure && <FigureCard key={metric} figure={figure} currency={results.currency} onOpen={() => onOpen(metric)} />
        })}
      </div>
    </section>
  ))
}
