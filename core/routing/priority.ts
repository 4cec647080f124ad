import { type Priority, priorities, topPriority } from '../queue/place.ts'

/**
 * Row 7, I7: the priority that is told. The owner's two multiples of the price begin the ladder and each further step is the same
 * ratio on, so that the order of classes keeps nearly all that the order of the index would (docs/decisions/0008). Where a
 * minute costs nothing nobody needs to go before anybody.
 */
export function priorityFor(index: number, price: number, from: readonly [number, number]): Priority {
  if (price <= 0 || index <= 0) return 0
  const first = Math.max(leastMultiple, Math.min(...from))
  const ratio = Math.max(leastRatio, Math.max(...from) / first)
  const step = Math.floor(Math.log(index / (first * price)) / Math.log(ratio) + rounding) + 1
  return priorities[Math.min(topPriority, Math.max(0, step))] ?? topPriority
}

/**
 * Starting figures of the owner's two multiples. The ladder begins below the price: where far more wait than can be served, most of them
 * lie there, and it matters who of them goes first (docs/decisions/0008).
 */
export const startLadder: [number, number] = [0.25, 0.5]

/** Where a ladder may begin, and how far apart its steps are at least: closer ones would tell customers apart whom no estimate can. */
export const leastMultiple = 0.01
export const leastRatio = 1.25

/** Whether the second multiple stands far enough above the first to make a ladder. */
export const isLadder = ([one, two]: readonly [number, number]): boolean => two >= one * leastRatio * (1 - rounding)

/** The logarithm of an exact multiple may fall short by a last bit. */
const rounding = 1e-9
