import { definitions, type Metric } from './definitions.ts'
import type { EvidenceRow } from './figures.ts'
import { wilson, z } from './interval.ts'

/** By how much a figure differs between two periods of the same length, in its own unit, with its 95 % interval. */
export interface Difference {
  by: number
  from: number
  to: number
  /** Zero lies outside of the interval: chance alone would rarely make so large a difference. */
  beyondChance: boolean
}

type Rows = readonly Pick<EvidenceRow, 'value' | 'counts' | 'weight'>[]

/** Below this many conversations on a side the formulas, which hold for many, say nothing. */
const fewest = 10

/**
 * Row 34: the difference between two periods, and whether it is beyond chance; null with too few conversations.
 * Shares: Newcombe's hybrid score (1998, method 10). Quotients: linearised (Cochran 1977, 6.4). Sums: of a random number of conversations,
 * each with its own value (compound Poisson: the variance of the sum is the sum of the squares).
 */
export function differenceOf(metric: Metric, now: Rows, before: Rows): Difference | null {
  const { made, unit } = definitions[metric]
  return spreadOf(now, before, (a, b) => {
    if (made === 'sum') return sums(a, b)
    return unit === 'share' && [...a, ...b].every(isYesOrNo) ? shares(a, b) : quotients(a, b)
  })
}

/** The difference of two means of values, or of two shares where every value is 0 or 1; as `differenceOf` otherwise. */
export function differenceOfMeans(now: readonly number[], before: readonly number[]): Difference | null {
  const toRows = (values: readonly number[]) => values.map((value) => ({ value, counts: true, weight: 1 }))
  return spreadOf(toRows(now), toRows(before), (a, b) => ([...a, ...b].every(isYesOrNo) ? shares(a, b) : quotients(a, b)))
}

function spreadOf(now: Rows, before: Rows, spreadBy: (a: readonly One[], b: readonly One[]) => Spread | null): Difference | null {
  const [a, b] = [counted(now), counted(before)]
  if (a.length < fewest || b.length < fewest) return null
  const spread = spreadBy(a, b)
  return spread && { ...spread, beyondChance: spread.from > 0 || spread.to < 0 }
}

interface One {
  value: number
  weight: number
}
type Spread = Omit<Difference, 'beyondChance'>

const counted = (rows: Rows): One[] => rows.flatMap(({ value, counts, weight }) => (counts && value !== null ? [{ value, weight }] : []))
const isYesOrNo = ({ value, weight }: One) => weight === 1 && (value === 0 || value === 1)
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const around = (by: number, variance: number): Spread => ({ by, from: by - z * Math.sqrt(variance), to: by + z * Math.sqrt(variance) })

function shares(a: readonly One[], b: readonly One[]): Spread {
  const [yesA, yesB] = [total(a.map(({ value }) => value)), total(b.map(({ value }) => value))]
  const [p, q] = [yesA / a.length, yesB / b.length]
  const [around1, around2] = [wilson(yesA, a.length), wilson(yesB, b.length)]
  const by = p - q
  return { by, from: by - Math.hypot(p - around1.from, around2.to - q), to: by + Math.hypot(around1.to - p, q - around2.from) }
}

function sums(a: readonly One[], b: readonly One[]): Spread {
  const sum = (some: readonly One[]) => total(some.map(({ value }) => value))
  const squares = (some: readonly One[]) => total(some.map(({ value }) => value * value))
  return around(sum(a) - sum(b), squares(a) + squares(b))
}

function quotients(a: readonly One[], b: readonly One[]): Spread | null {
  const [first, second] = [quotient(a), quotient(b)]
  return first && second && around(first.value - second.value, first.variance + second.variance)
}

function quotient(some: readonly One[]): { value: number; variance: number } | null {
  const weight = total(some.map((one) => one.weight))
  if (weight <= 0) return null
  const value = total(some.map((one) => one.value)) / weight
  const residuals = total(some.map((one) => (one.value - value * one.weight) ** 2))
  return { value, variance: (residuals / weight ** 2) * (some.length / (some.length - 1)) }
}
