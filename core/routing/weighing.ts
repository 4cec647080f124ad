import type { Floor, Policy, RoutingFacts } from './decision.ts'
import { Demand } from './demand.ts'
import { priceOfMinute } from './price.ts'
import { claimsOf, firstUpTo, helpGivesAway, indexOf, prospectOf, type Worth, worthOf } from './worth.ts'

/** A conversation on the scales: what it is worth, and what a minute is worth elsewhere. Money, minutes, probabilities. */
export interface Weighing {
  price: number
  /** Null when nothing is known of the stake; then all that follows from it is 0. */
  worth: Worth | null
  /** P(still there when a person comes once the assistant has tried in vain). */
  staysAfterHelp: number
  /** What a minute earns when a person goes first, rather than the assistant with a person after it. */
  perMinute: number
  /** What a minute earns here for the order of the queue. */
  index: number
  /** Nobody is free, and the wait for a person is worth more than what the assistant would resolve meanwhile. */
  helpGivesAway: boolean
}

/** Row 7: price and worth by the rules that the laboratory plays (docs/results-routing.md), from the facts alone. */
export function weighing({ stake, floor, policy, askedForPerson, assistantCannot }: RoutingFacts): Weighing {
  const demand = Demand.restored(floor.demand)
  const price = priceAt(demand, floor, policy)
  if (stake === null) return { price, worth: null, staysAfterHelp: 0, perMinute: 0, index: 0, helpGivesAway: false }
  const worth = worthOf(prospectOf(stake))
  const stays = (index: number, minutes: number) => Math.exp(-(minutes + demand.waitFor(index, floor.peopleOn, 0)) / floor.patienceMinutes)
  const staysAfterHelp = stays(worth.afterHelp, assistantMinutes)
  const outlook = { price, stays: stays(worth.uplift, 0), staysAfterHelp }
  return {
    price,
    worth,
    staysAfterHelp,
    perMinute: firstUpTo(worth, staysAfterHelp),
    index: indexOf(worth, { asked: askedForPerson, helped: assistantCannot === true, price }),
    helpGivesAway: floor.freeCapacity <= floor.waiting && helpGivesAway(worth, outlook),
  }
}

/** What a minute of a person is worth on this floor, and never less than it costs. */
export const priceOn = (floor: Floor, policy: Policy): number => priceAt(Demand.restored(floor.demand), floor, policy)

/** Counted in people: whoever may hold three conversations has one pair of hands. */
function priceAt(demand: Demand, floor: Floor, policy: Policy): number {
  const free = floor.capacity > 0 ? (floor.peopleOn * Math.max(0, floor.freeCapacity)) / floor.capacity : 0
  const supply = { ...floor, capacity: floor.peopleOn, free, waitLimitMinutes: policy.waitLimitMinutes }
  return priceOfMinute(demand, supply, policy.costOfMinute, 0)
}

/** What this conversation will claim of people's minutes; the mean, when nothing was weighed. */
export function claims({ stake, floor, askedForPerson }: RoutingFacts): { perMinute: number; minutes: number }[] {
  if (stake !== null) return claimsOf(worthOf(prospectOf(stake)), askedForPerson)
  return askedForPerson ? [{ perMinute: Number.POSITIVE_INFINITY, minutes: floor.meanHandleMinutes }] : []
}

/** Starting figure: the assistant's answer and the customer's reading of it. */
const assistantMinutes = 1
