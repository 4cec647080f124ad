/** How long something took, over many: milliseconds. */
export interface Spread {
  n: number
  mean: number | null
  p50: number | null
  p95: number | null
  p99: number | null
  most: number | null
}

/** The p-th percentile by nearest rank (the smallest value that at least p % do not exceed); null of nothing. */
export function percentile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null
  const rank = Math.max(1, Math.ceil((p / 100) * sorted.length))
  return sorted[rank - 1] ?? null
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const mean = sorted.length === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  return {
    n: sorted.length,
    mean,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    most: sorted.at(-1) ?? null,
  }
}

/** What was found in one customer's timeline about the message that was acknowledged. */
export interface Kept {
  copies: number
  sameId: boolean
  gapFree: boolean
}

/** Lost: acknowledged and not there. Doubled: there more than once. */
export function countKept(found: readonly Kept[]): { once: number; lost: number; doubled: number; gaps: number } {
  return {
    once: found.filter(({ copies, sameId }) => copies === 1 && sameId).length,
    lost: found.filter(({ copies, sameId }) => copies === 0 || !sameId).length,
    doubled: found.filter(({ copies }) => copies > 1).length,
    gaps: found.filter(({ gapFree }) => !gapFree).length,
  }
}

/** Numbers 1, 2, 3 … without a gap or a repetition (I3). */
export function isGapFree(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number === index + 1)
}

/** A stretch of time in which the server was not there, in milliseconds of the same clock as what is measured. */
export interface Outage {
  from: number
  to: number
}

export function overlaps(from: number, to: number, outage: Outage | null): boolean {
  return outage !== null && from <= outage.to && to >= outage.from
}

export function tally<Key extends string>(keys: Iterable<Key>): Record<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}
