import { isOfTheseRules } from '../routing/decide.ts'
import type { RoutingFacts } from '../routing/decision.ts'
import type { Economics } from '../value/economics.ts'

/** One conversation as it came, with what is known of how it went. Minutes are wall minutes of the account's zone since 1970. */
export interface PastConversation {
  conversation: string
  number: number
  at: number
  language: string
  intent: string
  /** What the first decision saw. */
  facts: RoutingFacts
  lossProbability: number
  /** Remaining lifetime value of the customer, in the account's currency. */
  lifetimeValue: number
  /** Had bought before this conversation. */
  returning: boolean
  /** Asked for a person after the first decision. */
  askedLater: boolean
  real: RealCourse
}

/** What really happened; null where it did not come to that, or nobody knows. Minutes. */
export interface RealCourse {
  toAssistant: boolean
  handedOver: boolean
  /** From the beginning of the wait for a person until it ended. */
  wait: number | null
  served: boolean
  /** From a person's taking it to their first words. */
  answerMinutes: number | null
  abandoned: boolean
  byAssistant: boolean
  personMinutes: number
  assistantMinutes: number
  solvedByAssistant: boolean | null
  solvedByPerson: boolean | null
  /** What the ledger has booked by now. */
  realised: number
}

export interface PastPerson {
  person: string
  languages: string[]
  skills: string[]
  capacity: number
}

/** Somebody was on; wall minutes since 1970. */
export interface Presence {
  person: string
  from: number
  to: number
}

export interface Past {
  conversations: PastConversation[]
  people: PastPerson[]
  presence: Presence[]
  economics: Economics[]
  /** What an intent without economics of its own is taken for. */
  mean: Economics
}

/** Threshold of the service level, seconds: the industry's 80/20. */
export const answerWithinSeconds = 20
export const dayMinutes = 24 * 60

export const leastConversations = 60
export const leastDays = 5

export const playableOf = ({ conversations }: Past): PastConversation[] => conversations.filter(({ facts }) => isOfTheseRules(facts))

export interface Amount {
  /** That can be played again. */
  conversations: number
  /** Decided under earlier rules, which did not keep all that the rules in force ask for. */
  leftOut: number
  /** Days on which somebody wrote and somebody was on. */
  days: number
}

export function amountOf(past: Past): Amount {
  const on = new Set(past.presence.flatMap(({ from, to }) => daysOf(from, to)))
  const playable = playableOf(past)
  const days = new Set(playable.map(({ at }) => dayOf(at)).filter((day) => on.has(day)))
  return { conversations: playable.length, leftOut: past.conversations.length - playable.length, days: days.size }
}

/** Row 40: with less than this a replay would be a guess, and none is made. */
export const isEnough = ({ conversations, days }: Amount) => conversations >= leastConversations && days >= leastDays

export const dayOf = (minute: number) => Math.floor(minute / dayMinutes)

/** 1970-01-01 was a Thursday. 1 Monday … 7 Sunday. */
export const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1

function daysOf(from: number, to: number): number[] {
  const first = dayOf(from)
  return Array.from({ length: Math.max(0, Math.ceil(to / dayMinutes) - first) }, (_, index) => first + index)
}
