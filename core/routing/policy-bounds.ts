import { leastMultiple } from './priority.ts'

/** What each number of a policy may be: money a minute, multiples of the price, minutes. */
export const policyBounds = {
  costOfMinute: { min: 0, max: 1e5 },
  priorityFrom: { min: leastMultiple, max: 1e4 },
  waitLimitMinutes: { min: 1, max: 24 * 60 },
  returnMinutes: { min: 0, max: 24 * 60 },
} as const
