import { type Priority, topPriority } from '../queue/place.ts'
import { type Decision, type DecisionNumbers, type RoutingCode, type RoutingFacts, rulesInForce } from './decision.ts'
import { priorityFor } from './priority.ts'
import { type Weighing, weighing } from './weighing.ts'
import { leastForPerson } from './worth.ts'

/**
 * Rows 4, 7, 37: who serves, and why. Hard rules come before any weighing; then a person goes first when a minute earns more
 * here than it is worth elsewhere. Depends on the facts alone, so a saved decision replays to the same one.
 */
export function decide(facts: RoutingFacts): Decision {
  return decideAt(facts, weighing(facts))
}

/** Row 37: what was saved with a decision of the rules in force; older ones are shown, not decided again. */
export const isOfTheseRules = (facts: Pick<RoutingFacts, 'rules'>): boolean => facts.rules === rulesInForce

export interface Counterfactual {
  code: 'assistant-below' | 'person-above' | 'person-with-room' | 'assistant-without-rule'
  numbers: Record<string, number>
}

/**
 * Row 37: what would have changed the decision: what a person brings and the price of a minute, above and below which a person
 * goes first. Null when nothing that is weighed could have changed it.
 */
export function counterfactual(facts: RoutingFacts): Counterfactual | null {
  const weighed = weighing(facts)
  if (hardRule(facts) !== null) return withoutRule(facts, weighed)
  const { price, worth, staysAfterHelp, perMinute } = weighed
  if (worth === null) {
    if (hasRoomToSpare(facts)) return null
    return { code: 'person-with-room', numbers: { room: facts.floor.waiting + 1, free: facts.floor.freeCapacity } }
  }
  const numbers = { price, perMinute: perMinute + 0, person: leastForPerson(worth, { price, staysAfterHelp }) + 0 }
  return { code: perMinute > price ? 'assistant-below' : 'person-above', numbers }
}

/**
 * What the queue keeps of a decision: what a minute earns here, how many minutes of a person are expected, and what a person adds in money.
 * The last is not the first two multiplied: a request for a person counts a multiple of the price in the order, whatever is at stake.
 */
export function forQueue({ floor }: RoutingFacts, { because: { numbers } }: Decision): { index: number; minutes: number; uplift: number } {
  return {
    index: Math.max(0, numbers.index ?? 0),
    minutes: numbers.handleMinutes ?? floor.meanHandleMinutes,
    uplift: Math.max(0, numbers.uplift ?? 0),
  }
}

function decideAt(facts: RoutingFacts, weighed: Weighing): Decision {
  const rule = hardRule(facts)
  if (rule !== null) return rule.to === 'assistant' ? toAssistant(facts, weighed, rule.code) : toPerson(facts, weighed, rule)
  if (weighed.worth === null) {
    const code = 'not-weighed'
    return hasRoomToSpare(facts) ? toPerson(facts, weighed, { code, least: 0 }) : toAssistant(facts, weighed, code)
  }
  if (weighed.perMinute > weighed.price) return toPerson(facts, weighed, { code: 'worth-a-person', least: 0 })
  return toAssistant(facts, weighed, 'not-worth-a-person')
}

interface HardRule {
  code: RoutingCode
  to: 'person' | 'assistant'
  least: Priority
}

/** The first that holds decides. A request for a person stands above everything, even a colleague's hand. */
function hardRule(facts: RoutingFacts): HardRule | null {
  // A vulnerable customer keeps the highest priority whichever rule brings them to a person.
  const least: Priority = facts.vulnerable ? topPriority : 0
  // Stated, whatever a minute costs; the index lifts it to the multiple of the price that a request counts.
  if (facts.askedForPerson) return { code: 'asked-for-person', to: 'person', least: facts.vulnerable ? topPriority : 1 }
  // Sent to the assistant by hand, and the assistant cannot: a person, rather than nobody.
  const stands = facts.override === 'person' || !facts.assistantCannot
  if (facts.override !== null && stands) return { code: 'override', to: facts.override, least }
  if (facts.vulnerable) return { code: 'vulnerable', to: 'person', least }
  if (facts.assistantPaused) return { code: 'assistant-paused', to: 'person', least }
  if (facts.assistantCannot) return { code: 'assistant-cannot', to: 'person', least }
  if (facts.promisedPerson) return { code: 'promised-person', to: 'person', least }
  return null
}

/** A rule explains something only if the weighing alone would have sent the customer to the assistant. */
function withoutRule(facts: RoutingFacts, weighed: Weighing): Counterfactual | null {
  if (decideAt(facts, weighed).to === 'assistant') return null
  const free = {
    askedForPerson: false,
    vulnerable: false,
    override: null,
    assistantPaused: false,
    assistantCannot: false,
    promisedPerson: false,
  }
  if (decideAt({ ...facts, ...free }, weighed).to !== 'assistant') return null
  const { price, perMinute } = weighed
  return { code: 'assistant-without-rule', numbers: weighed.worth === null ? { price } : { price, perMinute: perMinute + 0 } }
}

function toPerson(facts: RoutingFacts, weighed: Weighing, { code, least }: Pick<HardRule, 'code' | 'least'>): Decision {
  const stated = priorityFor(weighed.index, weighed.price, facts.policy.priorityFrom)
  return {
    // With nobody in, the promise is a callback; the place in the queue is kept all the same.
    to: facts.teamIsIn ? 'person' : 'callback',
    priority: stated > least ? stated : least,
    company: code === 'worth-a-person' && weighed.helpGivesAway,
    because: { code, numbers: numbersOf(facts, weighed) },
  }
}

function toAssistant(facts: RoutingFacts, weighed: Weighing, code: RoutingCode): Decision {
  return { to: 'assistant', priority: 0, company: false, because: { code, numbers: numbersOf(facts, weighed) } }
}

/** Nothing is known of the stake: only room that nobody waits for may be spent on it. */
function hasRoomToSpare({ teamIsIn, floor }: RoutingFacts): boolean {
  return teamIsIn && floor.freeCapacity > floor.waiting
}

function numbersOf({ stake, floor }: RoutingFacts, { price, worth, staysAfterHelp, perMinute, index }: Weighing): DecisionNumbers {
  const common = { price, waiting: floor.waiting, peopleOn: floor.peopleOn }
  if (stake === null || worth === null) return common
  const { person, assistant, resolves, uplift, minutes } = worth
  const money = { stake: stake.total, person, assistant, uplift: uplift * minutes, perMinute, index }
  // `+ 0`: minus zero does not survive JSON, and a replay must match to the last bit.
  const clean = Object.fromEntries(Object.entries(money).map(([name, amount]) => [name, amount + 0]))
  return { ...clean, resolves, stays: staysAfterHelp, handleMinutes: minutes, ...common }
}
