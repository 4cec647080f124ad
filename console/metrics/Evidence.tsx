import { Button, Drawer, SegmentedControl, Switch } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence as EvidencePage, MetricName, Results } from '../../contract/metrics.ts'
import { toCsv } from '../../core/csv.ts'
import { get } from '../shell/api.ts'
import { when } from '../shell/numbers.ts'
import { saveFile } from '../shell/save-file.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { type Figure, shown } from './figures.ts'

interface Props {
  /** The figure whose conversations are shown; none: closed. */
  metric: MetricName | undefined
  results: Results
  language: string | null
  onClose: () => void
}

/** Every figure leads to the conversations that it stands on, of either period. */
export function Evidence({ metric, results, language, onClose }: Props) {
  const { t } = useTranslation('metrics')
  const [which, setWhich] = useState<'this' | 'other'>('this')
  const figure = results.figures.find((one) => one.metric === metric)
  const { from, to, before } = results
  const until = new Date(Date.parse(before) + Date.parse(to) - Date.parse(from)).toISOString()
  const period = { ...(which === 'this' ? { from, to } : { from: before, to: until }), ...(language && { language }) }
  return (
    <Drawer
      opened={figure !== undefined}
      onClose={onClose}
      position="right"
      closeButtonProps={{ 'aria-label': t('console:close') }}
      size="lg"
      title={figure && t('evidence.title', { metric: t(`names.${figure.metric}`) })}
    >
      {figure && (
        <>
          <p className="evidence-definition">{t(`definitions.${figure.metric}`)}</p>
          <SegmentedControl
            size="xs"
            mb="sm"
            aria-label={t('period')}
            value={which}
            onChange={(next) => setWhich(next === 'other' ? 'other' : 'this')}
            data={(['this', 'other'] as const).map((value) => ({ value, label: t(`evidence.${value}`) }))}
          />
          <Rows figure={figure} period={period} currency={results.currency} />
        </>
      )}
    </Drawer>
  )
}

function useEvidence(metric: MetricName, period: Record<string, string>) {
  return useInfiniteQuery({
    queryKey: ['results', 'evidence', metric, period],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      get<EvidencePage>(
        `/v1/results/${metric}/conversations?${new URLSearchParams({ ...period, limit: '100', ...(pageParam && { cursor: pageParam }) })}`,
      ),
    getNextPageParam: (last) => last.cursor ?? undefined,
  })
}

function Rows({ figure, period, currency }: { figure: Figure; period: Record<string, string>; currency: string }) {
  const { t } = useTranslation('metrics')
  const [onlyCounting, setOnlyCounting] = useState(true)
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvidence(figure.metric, period)
  if (error) return <Trouble error={error} />
  if (isPending) return <Waiting />
  const rows = data.pages.flatMap((page) => page.rows).filter((row) => row.counts || !onlyCounting)
  return (
    <>
      <Switch
        size="sm"
        label={t('evidence.only-counting')}
        checked={onlyCounting}
        onChange={(event) => setOnlyCounting(event.currentTarget.checked)}
      />
      {rows.length === 0 ? <p className="empty">{t('evidence.empty')}</p> : <Found rows={rows} figure={figure} currency={currency} />}
      {hasNextPage && (
        <Button variant="default" fullWidth mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('evidence.more')}
        </Button>
      )}
    </>
  )
}

function Found({ rows, figure, currency }: { rows: EvidencePage['rows']; figure: Figure; currency: string }) {
  const { t } = useTranslation('metrics')
  return (
    <>
      <table className="plain evidence">
        <thead>
          <tr>
            <th scope="col">{t('evidence.customer')}</th>
            <th scope="col">{t('evidence.when')}</th>
            <th scope="col" className="right">
              {t('evidence.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.conversation} className={row.counts ? undefined : 'faint'}>
              <td>
                <Link to="/inbox/$conversation" params={{ conversation: row.conversation }}>
                  {row.customer ?? t('evidence.nameless', { number: row.number })}
                </Link>{' '}
                <span className="faint num">#{row.number}</span>
              </td>
              <td className="num">{when(row.at)}</td>
              <td className="right">{row.counts ? <Value figure={figure} value={row.value} currency={currency} /> : t('evidence.counts-not')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button variant="default" size="compact-sm" mt="md" onClick={() => saveEvidence(figure.metric, rows, t)}>
        {t('export.csv')}
      </Button>
    </>
  )
}

/** What is shown, for a spreadsheet. */
function saveEvidence(metric: MetricName, rows: EvidencePage['rows'], t: TFunction<'metrics'>): void {
  const head = ['#', t('evidence.customer'), t('evidence.when'), t('evidence.value'), t('export.counting')]
  const table = toCsv([head, ...rows.map((row) => [row.number, row.customer, row.at, row.value, row.counts ? 1 : 0])])
  saveFile(`${metric}.csv`, table, 'text/csv')
}

/** A share is made of conversations that are in it or not; money per conversation stays money. */
function Value({ figure, value, currency }: { figure: Figure; value: number | null; currency: string }) {
  const { t } = useTranslation('metrics')
  if (value === null) return '–'
  if (figure.metric === 'return-on-cost') return shown(value, 'money', currency, t)
  if (figure.unit === 'share') return value >= 0.5 ? t('evidence.yes') : t('evidence.no')
  return shown(value, figure.unit, currency, t)
}
