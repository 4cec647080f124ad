import type { TFunction } from 'i18next'
import type { MetricName, Results, ResultsView } from '../../contract/metrics.ts'
import { readFigure } from '../../core/metrics/reading.ts'
import { currentLanguage } from '../shell/words.ts'

export type Figure = Results['figures'][number]

/** The questions that an owner has, a tab each, and the figures that answer them. */
export const tabs: Record<ResultsView['tab'], MetricName[]> = {
  service: ['service-level', 'average-speed-of-answer', 'abandonment', 'average-handle-time', 'conversations', 'customer-effort'],
  assistant: ['verified-resolution', 'person-requests-honoured', 'handover-rate', 'assistant-share'],
  money: ['value-kept', 'cost', 'return-on-cost'],
  // Not one figure for all, but each group of customers beside the others.
  fairness: [],
}

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

/** A value as people read it, with its unit. */
export function shown(value: number, unit: Figure['unit'], currency: string, t: TFunction<'metrics'>): string {
  const { number, unit: word } = readFigure(value, unit, { language: currentLanguage(), currency })
  return word ? t(`units.${word}`, { value: number }) : number
}

export type Change = 'better' | 'worse' | 'more' | 'less' | 'same' | 'unknown'

/** The change against the other period, by what it means. What reads the same has not changed. */
export function changeOf({ metric, value, before }: Figure, read: (value: number) => string): Change {
  if (value === null || before === null) return 'unknown'
  if (read(value) === read(before)) return 'same'
  const way = value > before ? 'up' : 'down'
  const good = goodWay[metric]
  if (good === undefined) return way === 'up' ? 'more' : 'less'
  return good === way ? 'better' : 'worse'
}

export type Verdict = 'beyond' | 'within' | 'too-few'

/** Whether chance alone explains a difference; null when there is none to explain. */
export function verdictOf({ value, before, difference }: Figure): Verdict | null {
  if (value === null || before === null) return null
  if (difference === null) return 'too-few'
  return difference.beyondChance ? 'beyond' : 'within'
}
