import type { TFunction } from 'i18next'
import type { MetricName, Results } from '../../contract/metrics.ts'
import { money, plain, share } from '../shell/numbers.ts'
import { currentLanguage } from '../shell/words.ts'

export type Figure = Results['figures'][number]

/** The questions that an owner has, and the figures that answer them. */
export const groups: { name: 'service' | 'assistant' | 'money' | 'feedback'; metrics: MetricName[] }[] = [
  { name: 'service', metrics: ['service-level', 'average-speed-of-answer', 'abandonment', 'average-handle-time', 'conversations'] },
  { name: 'assistant', metrics: ['verified-resolution', 'person-requests-honoured', 'handover-rate', 'assistant-share'] },
  { name: 'money', metrics: ['value-kept', 'cost', 'return-on-cost'] },
  { name: 'feedback', metrics: ['customer-effort'] },
]

/** Which way is good; a figure that is not here is neither good nor bad in itself. */
const goodWay: Partial<Record<MetricName, 'up' | 'down'>> = {
  'service-level': 'up',
  'average-speed-of-answer': 'down',
  abandonment: 'down',
  'verified-resolution': 'up',
  'person-requests-honoured': 'up',
  'customer-effort': 'up',
  'value-kept': 'up',
  'return-on-cost': 'up',
}

/** Below a tenth a whole per cent would hide what changed. */
const finely = (value: number) => new Intl.NumberFormat(currentLanguage(), { style: 'percent', maximumFractionDigits: 1 }).format(value)

/** A value as people read it, with its unit. */
export function shown(value: number, unit: Figure['unit'], currency: string, t: TFunction<'metrics'>): string {
  if (unit === 'share') return Math.abs(value) < 0.095 ? finely(value) : share(value)
  if (unit === 'money') return money(value, currency)
  if (unit === 'score') return t('units.score', { value: plain(value, 1) })
  if (unit === 'seconds') return value < 90 ? t('units.seconds', { value: plain(value, 0) }) : t('units.minutes', { value: plain(value / 60, 1) })
  return plain(value, 0)
}

export type Change = 'better' | 'worse' | 'more' | 'less' | 'same' | 'unknown'

/** The change against the period before, by what it means. What reads the same has not changed. */
export function changeOf({ metric, value, before }: Figure, read: (value: number) => string): Change {
  if (value === null || before === null) return 'unknown'
  if (read(value) === read(before)) return 'same'
  const way = value > before ? 'up' : 'down'
  const good = goodWay[metric]
  if (good === undefined) return way === 'up' ? 'more' : 'less'
  return good === way ? 'better' : 'worse'
}
