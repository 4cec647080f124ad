import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FloorBoard } from '../../contract/queue.ts'
import { clock, money, plain } from '../shell/numbers.ts'
import type { HistoryChart } from './history-chart.ts'

interface Props {
  points: FloorBoard['history']
  currency: string
}

/** Waiting customers and value at risk over two hours, as a chart or as a table. */
export function History({ points, currency }: Props) {
  const { t } = useTranslation('queue')
  const [isTable, setIsTable] = useState(false)
  return (
    <section className="panel history" aria-labelledby="history-title">
      <div className="panel-head history-head">
        <h2 id="history-title">{t('history.title')}</h2>
        <span className="history-key is-waiting">{t('history.waiting')}</span>
        <span className="history-key is-risk">{t('history.at-risk')}</span>
        {points.length > 0 && (
          <button type="button" className="push" onClick={() => setIsTable((shown) => !shown)}>
            {t(isTable ? 'history.chart' : 'history.table')}
          </button>
        )}
      </div>
      {points.length === 0 ? (
        <p className="faint">{t('history.empty')}</p>
      ) : isTable ? (
        <Table points={points} currency={currency} />
      ) : (
        <Chart points={points} currency={currency} />
      )}
    </section>
  )
}

function Chart({ points, currency }: Props) {
  const { t, i18n } = useTranslation('queue')
  const scheme = useComputedColorScheme()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<HistoryChart>(undefined)
  const last = points.at(-1)
  const words = {
    waiting: t('history.waiting'),
    atRisk: t('history.at-risk'),
    aria: t('history.aria', { waiting: last?.waiting ?? 0, money: money(last?.atRisk ?? 0, currency) }),
  }
  const newest = `${last?.at} ${points.length} ${scheme} ${i18n.language}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for a newer point, other colours or another language; the rest follows from these
  useEffect(() => {
    let isGone = false
    void import('./history-chart.ts').then(({ openHistoryChart }) => {
      if (isGone || !box.current) return
      chart.current ??= openHistoryChart(box.current)
      chart.current.draw(points, words, { clock, money: (value) => money(value, currency), plain: (value) => plain(value, 0) })
    })
    return () => {
      isGone = true
    }
  }, [newest])
  useEffect(
    () => () => {
      chart.current?.close()
      chart.current = undefined
    },
    [],
  )
  return <div ref={box} className="history-chart" role="img" aria-label={words.aria} />
}

function Table({ points, currency }: Props) {
  const { t } = useTranslation('queue')
  return (
    <div className="history-table">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('history.time')}</th>
            <th scope="col" className="right">
              {t('history.waiting')}
            </th>
            <th scope="col" className="right">
              {t('history.at-risk')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.at}>
              <td className="num">{clock(point.at)}</td>
              <td className="right">{plain(point.waiting, 0)}</td>
              <td className="right">{money(point.atRisk, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
