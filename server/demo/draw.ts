import type { Chance } from '../../core/chance.ts'

/** One of these, each as often as its weight says. */
export function weighted<T>(chance: Chance, items: readonly (readonly [item: T, weight: number])[]): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance.next() * total
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return chance.pick(items)[0]
}

/** True as often as the share says. */
export const happens = (chance: Chance, share: number) => chance.next() < share

/** Between half and twice the usual, mostly near it: the spread of human pace. */
export const about = (chance: Chance, usual: number) => usual * Math.min(2, Math.max(0.5, 1 + chance.normal() * 0.3))
