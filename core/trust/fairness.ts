import { type Part, type Ratio, ratio, ratioDifference } from './ratio.ts'

export const dimensions = ['language', 'value', 'history'] as const
export type Dimension = (typeof dimensions)[number]
export const fairFigures = ['wait', 'assistant', 'handover'] as const
export type FairFigure = (typeof fairFigures)[number]

/** What one conversation adds; groups are audited, they never enter a decision. Waits in minutes. */
export interface Observed {
  /** Customers of one hour wait together. */
  cluster: number
  groups: Record<Dimension, string>
  /** Sum and count; a replay adds fractions, the mean over its dice. */
  figures: Record<FairFigure, { sum: number; of: number }>
}

/** By how much a group may differ from all others: minutes of mean wait, or a share 0–1. Null: not bounded. */
export type Bounds = Record<Dimension, Record<FairFigure, number | null>>

/**
 * Three minutes and fifteen points. Nothing bounds who of which value, or with which purchases behind them, goes to the assistant: that
 * the dearer minute goes to people is what routing by value is for. It is shown, and how long the others wait is bounded all the same.
 */
export const startBounds: Bounds = {
  language: { wait: 3, assistant: 0.15, handover: 0.15 },
  value: { wait: 3, assistant: null, handover: null },
  history: { wait: 3, assistant: null, handover: 0.15 },
}

/** A group of fewer is shown and not judged. */
export const leastOfGroup = 20

export interface FairCell extends Ratio {
  n: number
  /** Against everybody else. */
  difference: Ratio
  bound: number | null
  verdict: 'within' | 'beyond' | 'too-few'
}

export interface FairGroup {
  dimension: Dimension
  group: string
  n: number
  figures: Record<FairFigure, FairCell>
}

export interface Breach {
  dimension: Dimension
  group: string
  figure: FairFigure
  difference: number
  half: number
  bound: number
}

/** Row 38: each group against all others, with 95 % intervals; beyond the bound is only what the interval leaves no doubt of. */
export function audit(observed: readonly Observed[], bounds: Bounds): FairGroup[] {
  return dimensions.flatMap((dimension) => {
    const groups = Map.groupBy(observed, (one) => one.groups[dimension])
    return [...groups.keys()].sort(inOrder).map((group): FairGroup => {
      const own = groups.get(group) ?? []
      const others = observed.filter((one) => one.groups[dimension] !== group)
      const cell = (figure: FairFigure) => cellOf(partsOf(own, figure), partsOf(others, figure), bounds[dimension][figure])
      return { dimension, group, n: own.length, figures: { wait: cell('wait'), assistant: cell('assistant'), handover: cell('handover') } }
    })
  })
}

export function breachesOf(groups: readonly FairGroup[]): Breach[] {
  return groups.flatMap(({ dimension, group, figures }) =>
    fairFigures.flatMap((figure) => {
      const { verdict, difference, bound } = figures[figure]
      if (verdict !== 'beyond' || difference.value === null || difference.half === null || bound === null) return []
      return [{ dimension, group, figure, difference: difference.value, half: difference.half, bound }]
    }),
  )
}

/** What is worse than before may not go live; what lessens a difference that is there already may, or nothing could ever be mended. */
export function blocking(before: readonly Breach[], after: readonly Breach[]): Breach[] {
  return after.filter((breach) => {
    const was = before.find((one) => one.dimension === breach.dimension && one.group === breach.group && one.figure === breach.figure)
    return was === undefined || Math.abs(breach.difference) >= Math.abs(was.difference)
  })
}

function partsOf(observed: readonly Observed[], figure: FairFigure): Part[] {
  return observed.map(({ cluster, figures }) => ({ cluster, ...figures[figure] }))
}

function cellOf(own: Part[], others: Part[], bound: number | null): FairCell {
  const n = own.reduce((sum, { of }) => sum + of, 0)
  const rest = others.reduce((sum, { of }) => sum + of, 0)
  const difference = ratioDifference(own, others)
  return { ...ratio(own), n, difference, bound, verdict: verdictOf(difference, bound, Math.min(n, rest)) }
}

function verdictOf({ value, half }: Ratio, bound: number | null, n: number): FairCell['verdict'] {
  if (n < leastOfGroup || value === null || half === null) return 'too-few'
  return bound !== null && Math.abs(value) - half > bound ? 'beyond' : 'within'
}

const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** By rank: 1 the least, 10 the most. */
export function decilesOf(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const decile = new Array<number>(values.length).fill(1)
  for (const [rank, index] of order.entries()) decile[index] = 1 + Math.floor((10 * rank) / values.length)
  return decile
}
