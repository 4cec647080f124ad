import type { Served } from './served.ts'

/** The figures in the order in which the results show them; the names are those of the contract. */
export const metrics = [
  'conversations',
  'service-level',
  'average-speed-of-answer',
  'abandonment',
  'average-handle-time',
  'handover-rate',
  'verified-resolution',
  'assistant-share',
  'person-requests-honoured',
  'customer-effort',
  'value-kept',
  'cost',
  'return-on-cost',
] as const
export type Metric = (typeof metrics)[number]

/** What one conversation adds to a figure. */
export interface Row {
  value: number
  weight?: number
}

export interface Definition {
  unit: 'share' | 'seconds' | 'money' | 'count' | 'score'
  /** A sum of the rows, or Σ value / Σ weight. */
  made: 'sum' | 'quotient'
  /** Null: the conversation does not count. */
  row: (served: Served, now: number) => Row | null
}

/** Row 34 and 35: the definitions of docs/metrics.md, word for word. */
export const definitions: Record<Metric, Definition> = {
  // Every conversation that was opened.
  conversations: { unit: 'count', made: 'sum', row: () => ({ value: 1 }) },
  // Of the waits that ended by an answer or by giving up: the share answered by a person within 20 seconds.
  'service-level': { unit: 'share', made: 'quotient', row: (one) => ifWaitEnded(one, yes(within(speedOf(one), serviceLevelSeconds))) },
  // Of the waits that a person answered: the mean seconds from the start of the wait to the answer.
  'average-speed-of-answer': { unit: 'seconds', made: 'quotient', row: (one) => ifKnown(speedOf(one)) },
  // Of the waits that ended by an answer or by giving up: the share given up.
  abandonment: { unit: 'share', made: 'quotient', row: (one) => ifWaitEnded(one, yes(isAbandoned(one))) },
  // Of the closed conversations that a person served: the mean seconds of a person's work, without the wait.
  'average-handle-time': {
    unit: 'seconds',
    made: 'quotient',
    row: (one) => (one.closedAt !== null && byPerson(one) ? { value: one.personMs / 1000 } : null),
  },
  // Of the conversations that the assistant served: the share handed over to a person.
  'handover-rate': { unit: 'share', made: 'quotient', row: (one) => (byAssistant(one) ? yes(one.handedOver) : null) },
  // Of the closed conversations that the assistant served: the share resolved without a person, on evidence.
  'verified-resolution': { unit: 'share', made: 'quotient', row: verifiedResolution },
  // Of the closed conversations that anybody served: the share served by the assistant alone.
  'assistant-share': {
    unit: 'share',
    made: 'quotient',
    row: (one) => (one.closedAt !== null && one.servedBy !== null ? yes(one.servedBy === 'assistant') : null),
  },
  // Of the requests for a person: the share queued within a second after which the assistant said nothing.
  'person-requests-honoured': { unit: 'share', made: 'quotient', row: requestHonoured },
  // Of the answers to the effort question: the mean, 1 (hard) to 7 (easy).
  'customer-effort': { unit: 'score', made: 'quotient', row: (one) => ifKnown(one.effort) },
  // The realised value of the conversations whose value is known.
  'value-kept': { unit: 'money', made: 'sum', row: (one) => (one.realisedCents === null ? null : { value: one.realisedCents / 100 }) },
  // What people and the assistant cost.
  cost: { unit: 'money', made: 'sum', row: (one) => ({ value: one.costCents / 100 }) },
  // Of the conversations whose value is known: (realised value − cost) / cost.
  'return-on-cost': { unit: 'share', made: 'quotient', row: returnOnCost },
}

/** 80/20 is the convention of the field: the share answered within 20 seconds. */
export const serviceLevelSeconds = 20
/** Promise 1: a request for a person is in the queue within a second. */
export const requestLimitMs = 1000
export const recontactDays = 7

/** Silence is not a resolution: before seven days have passed only the customer's word counts, and without it there is no verdict yet. */
function verifiedResolution(one: Served, now: number): Row | null {
  if (one.closedAt === null || !byAssistant(one)) return null
  const failed = byPerson(one) || one.handedOver || isAbandoned(one) || one.solvedByCustomerWord === false || one.recontactWithin7Days
  if (failed) return yes(false)
  const sevenDaysPassed = now - one.closedAt >= recontactDays * 24 * 60 * 60 * 1000
  return one.solvedByCustomerWord === true || sevenDaysPassed ? yes(true) : null
}

function requestHonoured(one: Served): Row | null {
  if (one.askedForPersonAt === null) return null
  return yes(within(one.queuedAfterAskMs, requestLimitMs) && !one.assistantSpokeAfterAsk)
}

function returnOnCost(one: Served): Row | null {
  if (one.realisedCents === null) return null
  return { value: (one.realisedCents - one.costCents) / 100, weight: one.costCents / 100 }
}

const yes = (holds: boolean): Row => ({ value: holds ? 1 : 0 })

const ifKnown = (value: number | null): Row | null => (value === null ? null : { value })

/** A wait that goes on, or that the assistant's help made needless, has no verdict. */
function ifWaitEnded(one: Served, row: Row): Row | null {
  return one.waitStartedAt !== null && (one.answeredByPersonAt !== null || isAbandoned(one)) ? row : null
}

/** Seconds from the start of the wait to a person's answer. */
function speedOf({ waitStartedAt, answeredByPersonAt }: Served): number | null {
  return waitStartedAt === null || answeredByPersonAt === null ? null : Math.max(0, answeredByPersonAt - waitStartedAt) / 1000
}

const within = (value: number | null, limit: number) => value !== null && value <= limit

const isAbandoned = (one: Served) => one.abandonedAt !== null && one.answeredByPersonAt === null

const byPerson = (one: Served) => one.servedBy === 'person' || one.servedBy === 'both'

const byAssistant = (one: Served) => one.servedBy === 'assistant' || one.servedBy === 'both'
