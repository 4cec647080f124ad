import type { Floor, Policy } from './decision.ts'

/**
 * Row 7: the shadow price λ of a person's minute, in money, never below its cost (value.md §2).
 *
 * Whoever fits into the free capacity is served now and displaces nobody. The rest queue, dearest minute first, for the
 * minutes that the people on duty have within half of the owner's wait limit: S = peopleOn · limit / 2. A minute given
 * away displaces the conversation at depth S of that line; beyond its end a minute is worth what it costs. λ is the mean
 * over the depths S/2 … 3S/2 rather than the value at one point, so that one customer more moves it by a little and
 * nothing flaps. More waiting never lowers it; more people, more room or a longer limit never raise it.
 */
export function priceOfMinute(floor: Floor, policy: Pick<Policy, 'costOfMinute' | 'waitLimitMinutes'>): number {
  const cost = policy.costOfMinute
  const worthIt = floor.waiting.filter((one) => one.perMinute > cost)
  const line = worthIt.sort((a, b) => b.perMinute - a.perMinute).slice(Math.max(0, floor.freeCapacity))
  const supply = Math.max(leastSupply, (floor.peopleOn * policy.waitLimitMinutes) / 2)
  return cost + premium(line, supply / 2, (3 * supply) / 2, cost)
}

/** The part of the floor that the price hangs on: what is beyond its depth changes nothing, and need not be kept with a decision. */
export function telling(floor: Floor, policy: Pick<Policy, 'waitLimitMinutes'>): Floor {
  const deepest = (3 * Math.max(leastSupply, (floor.peopleOn * policy.waitLimitMinutes) / 2)) / 2
  const sorted = [...floor.waiting].sort((a, b) => b.perMinute - a.perMinute)
  const room = Math.max(0, floor.freeCapacity)
  let depth = 0
  let kept = Math.min(room, sorted.length)
  while (kept < sorted.length && depth < deepest) depth += Math.max(0, sorted[kept++]?.handleMinutes ?? 0)
  return { ...floor, waiting: sorted.slice(0, kept) }
}

/** With nobody on the price is what the first minute of the first person will be worth. */
const leastSupply = 0.01

/** Mean over the depths [from, to] of what a minute there earns above its cost. */
function premium(line: Floor['waiting'], from: number, to: number, cost: number): number {
  let depth = 0
  let money = 0
  for (const { perMinute, handleMinutes } of line) {
    if (depth >= to) break
    const next = depth + Math.max(0, handleMinutes)
    money += Math.max(0, Math.min(next, to) - Math.max(depth, from)) * (perMinute - cost)
    depth = next
  }
  return money / (to - from)
}
