import type { Priority } from '../queue/place.ts'
import type { Stake } from '../value/stake.ts'

/** All that a routing decision may see. Saved with the decision, so that it can be replayed to the same result. */
export interface RoutingFacts {
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
  stake: Pick<Stake, 'total' | 'atRisk' | 'toGain' | 'uplift' | 'perMinute' | 'handleMinutes'> | null
  floor: Floor
  policy: Policy
}

/** The live floor, from which the price of a person's minute follows. */
export interface Floor {
  /** People present, and the conversations that they could take on now. */
  peopleOn: number
  freeCapacity: number
  /** Work waiting, by what a minute of it earns. */
  waiting: { perMinute: number; handleMinutes: number }[]
}

/** The owner's policy, by version. Money in the account's currency per minute. */
export interface Policy {
  version: number
  /** What a minute of a person costs: the price never falls below it. */
  costOfMinute: number
  /** Stated priority: from this multiple of the price on a conversation is priority 1, from the second one priority 2. */
  priorityFrom: [number, number]
  /** Nobody waits longer than this many minutes, whatever the stake. */
  waitLimitMinutes: number
  /** How often a customer may return after leaving the queue, in minutes. */
  returnMinutes: number
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
  because: {
    code: RoutingCode
    numbers: {
      stake?: number
      uplift?: number
      perMinute?: number
      price?: number
      handleMinutes?: number
      waiting?: number
      peopleOn?: number
    }
  }
}
