import { useTranslation } from 'react-i18next'
import { longDay } from '../shell/numbers.ts'
import type { Figure } from './figures.ts'

const width = 132
const height = 30
const inset = 3

/** The course of a figure; where nothing counted the line is broken, not drawn at zero. */
export function Spark({ series }: { series: Figure['series'] }) {
  const { t } = useTranslation('metrics')
  const values = series.flatMap((point) => (point.value === null ? [] : [point.value]))
  const first = series[0]
  const last = series.at(-1)
  if (!first || !last || values.length < 2) return <span className="spark" />
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const x = (index: number) => inset + (index * (width - 2 * inset)) / (series.length - 1)
  const y = (value: number) => (span === 0 ? height / 2 : height - inset - ((value - low) / span) * (height - 2 * inset))
  const path = series
    .map(({ value }, index) =>
      value === null ? '' : `${index > 0 && series[index - 1]?.value !== null ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')
  const end = series.findLastIndex((point) => point.value !== null)
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('course', { from: longDay(first.at), to: longDay(last.at) })}
    >
      <path d={path} />
      <circle cx={x(end)} cy={y(series[end]?.value ?? low)} r="2.5" />
    </svg>
  )
}
