import type { Priority } from '../queue/place.ts'
import type { Decision, RoutingCode, RoutingFacts } from './decision.ts'
import { priceOfMinute } from './price.ts'

/**
 * Rows 4, 7, 37: who serves, and why. Hard rules come before any weighing; then a person serves when a minute earns more
 * here than it is worth elsewhere. Depends on the facts alone, so a saved decision replays to the same one.
 */
export function decide(facts: RoutingFacts): Decision {
  return decideAt(facts, priceOfMinute(facts.floor, facts.policy))
}

export interface Counterfactual {
  code: 'assistant-below' | 'person-above' | 'person-with-room' | 'assistant-without-rule'
  numbers: Record<string, number>
}

/**
 * Row 37: what would have changed the decision: the stake, uplift and money per minute above which a person serves and up
 * to which the assistant does. Null when nothing that is weighed could have changed it.
 */
export function counterfactual(facts: RoutingFacts): Counterfactual | null {
  const { stake } = facts
  const price = priceOfMinute(facts.floor, facts.policy)
  if (hardRule(facts) !== null) return withoutRule(facts, price)
  if (stake === null) {
    if (hasRoomToSpare(facts)) return null
    return { code: 'person-with-room', numbers: { room: facts.floor.waiting.length + 1, free: facts.floor.freeCapacity } }
  }
  const numbers: Record<string, number> = { price, perMinute: stake.perMinute + 0, uplift: price * stake.handleMinutes }
  // What is on the table grows with what a person adds; where a person adds nothing, no stake would do.
  const least = (stake.total * price) / stake.perMinute
  if (stake.perMinute > 0 && Number.isFinite(least)) numbers.stake = least
  return { code: stake.perMinute > price ? 'assistant-below' : 'person-above', numbers }
}

function decideAt(facts: RoutingFacts, price: number): Decision {
  const rule = hardRule(facts)
  if (rule !== null) return rule.to === 'assistant' ? toAssistant(facts, price, rule.code) : toPerson(facts, price, rule)
  if (facts.stake === null) {
    const code = 'not-weighed'
    return hasRoomToSpare(facts) ? toPerson(facts, price, { code, least: 0 }) : toAssistant(facts, price, code)
  }
  if (facts.stake.perMinute > price) return toPerson(facts, price, { code: 'worth-a-person', least: 0 })
  return toAssistant(facts, price, 'not-worth-a-person')
}

interface HardRule {
  code: RoutingCode
  to: 'person' | 'assistant'
  least: Priority
}

/** The first that holds decides. A request for a person stands above everything, even a colleague's hand. */
function hardRule(facts: RoutingFacts): HardRule | null {
  // A vulnerable customer keeps the highest priority whichever rule brings them to a person.
  const least = (priority: Priority): Priority => (facts.vulnerable ? 2 : priority)
  if (facts.askedForPerson) return { code: 'asked-for-person', to: 'person', least: least(1) }
  // Sent to the assistant by hand, and the assistant cannot: a person, rather than nobody.
  const stands = facts.override === 'person' || !facts.assistantCannot
  if (facts.override !== null && stands) return { code: 'override', to: facts.override, least: least(0) }
  if (facts.vulnerable) return { code: 'vulnerable', to: 'person', least: 2 }
  if (facts.assistantPaused) return { code: 'assistant-paused', to: 'person', least: 0 }
  if (facts.assistantCannot) return { code: 'assistant-cannot', to: 'person', least: 0 }
  if (facts.promisedPerson) return { code: 'promised-person', to: 'person', least: 0 }
  return null
}

/** A rule explains something only if the weighing alone would have sent the customer to the assistant. */
function withoutRule(facts: RoutingFacts, price: number): Counterfactual | null {
  if (decideAt(facts, price).to === 'assistant') return null
  const free = {
    askedForPerson: false,
    vulnerable: false,
    override: null,
    assistantPaused: false,
    assistantCannot: false,
    promisedPerson: false,
  }
  const weighed = decideAt({ ...facts, ...free }, price)
  if (weighed.to !== 'assistant') return null
  const { perMinute } = weighed.because.numbers
  return { code: 'assistant-without-rule', numbers: perMinute === undefined ? { price } : { price, perMinute } }
}

function toPerson(facts: RoutingFacts, price: number, { code, least }: Pick<HardRule, 'code' | 'least'>): Decision {
  const stated = priorityOf(facts, price)
  return {
    // With nobody in, the promise is a callback; the place in the queue is kept all the same.
    to: facts.teamIsIn ? 'person' : 'callback',
    priority: stated > least ? stated : least,
    because: { code, numbers: numbersOf(facts, price) },
  }
}

function toAssistant(facts: RoutingFacts, price: number, code: RoutingCode): Decision {
  return { to: 'assistant', priority: 0, because: { code, numbers: numbersOf(facts, price) } }
}

/** By the owner's multiples of the price. Where a minute costs nothing nobody needs to go before anybody. */
function priorityOf({ stake, policy }: RoutingFacts, price: number): Priority {
  if (stake === null || price <= 0) return 0
  const [one, two] = policy.priorityFrom
  if (stake.perMinute >= price * Math.max(one, two)) return 2
  return stake.perMinute >= price * Math.min(one, two) ? 1 : 0
}

/** Nothing is known of the stake: only room that nobody waits for may be spent on it. */
function hasRoomToSpare({ teamIsIn, floor }: RoutingFacts): boolean {
  return teamIsIn && floor.freeCapacity > floor.waiting.length
}

function numbersOf({ stake, floor }: RoutingFacts, price: number): Decision['because']['numbers'] {
  const common = { price, waiting: floor.waiting.length, peopleOn: floor.peopleOn }
  if (stake === null) return common
  // `+ 0`: minus zero does not survive JSON, and a replay must match to the last bit.
  return { stake: stake.total + 0, uplift: stake.uplift + 0, perMinute: stake.perMinute + 0, handleMinutes: stake.handleMinutes, ...common }
}
