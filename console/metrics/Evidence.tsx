import { Button, Drawer, Switch } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence as EvidencePage, MetricName } from '../../contract/metrics.ts'
import { get } from '../shell/api.ts'
import { when } from '../shell/numbers.ts'
import { Trouble } from '../shell/Trouble.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { type Figure, shown } from './figures.ts'

interface Props {
  figure: Figure | undefined
  /** The period and language as the server's query. */
  period: Record<string, string>
  currency: string
  onClose: () => void
}

/** Every figure leads to the conversations that it stands on. */
export function Evidence({ figure, period, currency, onClose }: Props) {
  const { t } = useTranslation('metrics')
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
          <Rows figure={figure} period={period} currency={currency} />
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
      {rows.length === 0 && <p className="empty">{t('evidence.empty')}</p>}
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
      {hasNextPage && (
        <Button variant="default" fullWidth mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('evidence.more')}
        </Button>
      )}
    </>
  )
}

/** A share is made of conversations that are in it or not; money per conversation stays money. */
function Value({ figure, value, currency }: { figure: Figure; value: number | null; currency: string }) {
  const { t } = useTranslation('metrics')
  if (value === null) return '–'
  if (figure.metric === 'return-on-cost') return shown(value, 'money', currency, t)
  if (figure.unit === 'share') return value >= 0.5 ? t('evidence.yes') : t('evidence.no')
  return shown(value, figure.unit, currency, t)
}
