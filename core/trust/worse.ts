import { differenceOfMeans } from '../metrics/difference.ts'
import { z } from '../metrics/interval.ts'
import type { Served } from '../metrics/served.ts'

/** What came of a conversation, looked at when it was `agedDays` old, whichever version decided it. */
export interface Aged {
  /** Money kept by then. */
  value: number
  /** Null while it is not closed. */
  resolved: boolean | null
}

export const worseFigures = ['value', 'resolved'] as const
export type WorseFigure = (typeof worseFigures)[number]

/** A figure in which a version did worse than the one before: money a conversation, or a share. */
export interface Worse {
  figure: WorseFigure
  now: number
  before: number
  /** The difference, below nothing, with its 95 % interval over all looks. */
  by: number
  from: number
  to: number
  n: number
  nBefore: number
}

/** Whoever is a week older has had more time to buy, to come back and to be written off: all are looked at at the same age. */
export const agedDays = 8
/** A version is looked at on so many days, and compared with as many days before it began: seasons lie further apart. */
export const watchedDays = 28
/** Fewer conversations with a version tell nothing that somebody should act upon: money lies in few of them. */
export const leastJudged = 200

/** Looked at on 28 days, the interval holds for all of them together (Pocock 1977; 2.726 by 60,000 walks of 28 equal steps). */
const overAllLooks = 2.73 / z

type Ending = Pick<Served, 'closedAt' | 'answeredByPersonAt' | 'abandonedAt' | 'solvedByCustomerWord' | 'recontactWithin7Days'>

/** Closed, and the customer neither gave up, nor said that it was not solved, nor came back with it within seven days. */
export function isResolved({ closedAt, answeredByPersonAt, abandonedAt, solvedByCustomerWord, recontactWithin7Days }: Ending): boolean | null {
  if (closedAt === null) return null
  const gaveUp = abandonedAt !== null && answeredByPersonAt === null
  return !gaveUp && solvedByCustomerWord !== false && !recontactWithin7Days
}

/** Row 40: in what a version did worse than the one before it, beyond chance; nothing while either has decided too little. */
export function worseIn(now: readonly Aged[], before: readonly Aged[]): Worse[] {
  const known = (some: readonly Aged[]) => some.flatMap(({ resolved }) => (resolved === null ? [] : [resolved ? 1 : 0]))
  const money = (some: readonly Aged[]) => some.map(({ value }) => value)
  return [...compare('value', money(now), money(before)), ...compare('resolved', known(now), known(before))]
}

function compare(figure: WorseFigure, now: readonly number[], before: readonly number[]): Worse[] {
  if (now.length < leastJudged || before.length < leastJudged) return []
  const difference = differenceOfMeans(now, before)
  if (!difference) return []
  const { by } = difference
  const from = by - overAllLooks * (by - difference.from)
  const to = by + overAllLooks * (difference.to - by)
  if (to >= 0) return []
  return [{ figure, now: mean(now), before: mean(before), by, from, to, n: now.length, nBefore: before.length }]
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
