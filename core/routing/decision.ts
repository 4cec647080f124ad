import type { Priority } from '../queue/place.ts'
import type { Stake } from '../value/stake.ts'
import type { DemandRecord } from './demand.ts'

/** The rules that decide now. A decision made under others is shown as it was made, and not decided again. */
export const rulesInForce = 2

/** All that a routing decision may see. Saved with the decision, so that it can be replayed to the same result. */
export interface RoutingFacts {
  /** Absent in what was decided under the first rules. */
  rules?: number
  askedForPerson: boolean
  vulnerable: boolean
  /** A person of the team sent this conversation to a person or to the assistant by hand. */
  override: 'person' | 'assistant' | null
  /** The owner's kill switch, or an outage: everybody to people. */
  assistantPaused: boolean
  /** Somebody of the team is on duty, or will be within the hours. */
  teamIsIn: boolean
  /** The assistant found no answer, or its answer did not help. */
  assistantCannot?: boolean
  /** Already routed to a person before: a promise, kept. */
  promisedPerson: boolean
  stake: StakeSeen | null
  floor: Floor
  policy: Policy
}

/** Of the stake, what the worth of a person and of the assistant is made of (`prospectOf`). */
export type StakeSeen = Pick<Stake, 'total' | 'atRisk' | 'toGain' | 'gain' | 'resolvedByPerson' | 'resolvedByAssistant' | 'handleMinutes'>

/** The live floor, from which the price of a person's minute follows. The conversation itself is not part of it. */
export interface Floor {
  /** People present, the conversations that they may hold at once, and those of them that they could take on now. */
  peopleOn: number
  capacity: number
  freeCapacity: number
  /** How many wait. */
  waiting: number
  /** Minutes of work of the mean conversation; mean patience of a customer. */
  meanHandleMinutes: number
  patienceMinutes: number
  /** What came lately and what waits, by what a minute of it earns. */
  demand: DemandRecord
}

/** The owner's policy, by version. Money in the account's currency per minute. */
export interface Policy {
  version: number
  /** What a minute of a person costs: the price never falls below it. */
  costOfMinute: number
  /** Stated priority: from this multiple of the price on a conversation is priority 1, from the second one priority 2, and so on. */
  priorityFrom: [number, number]
  /** Nobody waits longer than this many minutes, whatever the stake. */
  waitLimitMinutes: number
  /** Row 8: minutes of waiting after which the skill, and then the language, is given up; absent: half of the limit, and four fifths. */
  relaxMinutes?: [skill: number, language: number] | undefined
  /** How often a customer may return after leaving the queue, in minutes. */
  returnMinutes: number
  /** Row 9: who serves whom is learnt from outcomes; absent counts as yes. */
  matchingLearns?: boolean | undefined
}

export type RoutingCode =
  | 'asked-for-person'
  | 'override'
  | 'vulnerable'
  | 'assistant-paused'
  | 'promised-person'
  | 'assistant-cannot'
  | 'worth-a-person'
  | 'not-worth-a-person'
  | 'not-weighed'

/** Who serves, and why: a code with its numbers, never a sentence. */
export interface Decision {
  to: 'person' | 'assistant' | 'callback'
  priority: Priority
  /** While the customer waits the assistant only gathers what a person will need: its own answer would give away more. */
  company: boolean
  because: { code: RoutingCode; numbers: DecisionNumbers }
}

/** Money in the account's currency, minutes of a person, probabilities 0–1. */
export interface DecisionNumbers {
  stake?: number
  /** What comes of it with a person, and with the assistant when it resolves the matter, which it does with this probability. */
  person?: number
  assistant?: number
  resolves?: number
  /** P(still there once the assistant has tried in vain). */
  stays?: number
  /** What a person adds over the assistant alone. */
  uplift?: number
  /** What a minute earns when a person goes first; a person does while it is above the price. */
  perMinute?: number
  /** What a minute earns here while the customer waits: its multiple of the price is the priority. */
  index?: number
  handleMinutes?: number
  price?: number
  waiting?: number
  peopleOn?: number
}
