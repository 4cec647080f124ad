/** Outcomes of one kind of matter in both arms. */
export interface Stratum {
  learnt: Arm
  holdout: Arm
}

export interface Arm {
  n: number
  resolved: number
}

export interface Lift {
  /** Difference of the shares resolved, learnt minus holdout, with its 95 % interval. */
  difference: number
  low: number
  high: number
}

/** Fewer outcomes than this in an arm tell nothing that could be said aloud. */
export const leastOutcomes = 30

const z = 1.959964

/**
 * Row 9: what learning brings against the holdout, matter by matter, so that an arm with easier matters does not look better
 * (Mantel & Haenszel 1959; Greenland & Robins 1985). The variance is smoothed by half an outcome of each kind, as a matter in which
 * all was resolved is not certain. Null while an arm is too small.
 */
export function liftOf(strata: readonly Stratum[]): Lift | null {
  if (sumOf(strata, 'learnt').n < leastOutcomes || sumOf(strata, 'holdout').n < leastOutcomes) return null
  let weights = 0
  let sum = 0
  let variance = 0
  for (const { learnt, holdout } of strata) {
    if (learnt.n === 0 || holdout.n === 0) continue
    const weight = (learnt.n * holdout.n) / (learnt.n + holdout.n)
    weights += weight
    sum += weight * (learnt.resolved / learnt.n - holdout.resolved / holdout.n)
    variance += weight ** 2 * (doubtOf(learnt) + doubtOf(holdout))
  }
  if (weights === 0) return null
  const difference = sum / weights
  const half = (z * Math.sqrt(variance)) / weights
  return { difference, low: difference - half, high: difference + half }
}

export function sumOf(strata: readonly Stratum[], arm: keyof Stratum): Arm {
  return strata.reduce((sum, { [arm]: one }) => ({ n: sum.n + one.n, resolved: sum.resolved + one.resolved }), { n: 0, resolved: 0 })
}

function doubtOf({ n, resolved }: Arm): number {
  const share = (resolved + 0.5) / (n + 1)
  return (share * (1 - share)) / n
}
