/** Chance from a seed (mulberry32): the same seed gives the same story in the demo, the lab and the tests. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [from, to], both ends included. */
  whole(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  /** Exponential with this mean. */
  exponential(mean: number): number
  /** Standard normal (Box–Muller). */
  normal(): number
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('pick needs at least one item')
      return item
    },
    exponential: (mean) => -mean * Math.log(1 - next()),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
