import { relaxesAfter } from '../team/capacity.ts'
import type { Policy } from './decision.ts'
import { leastMultiple } from './priority.ts'

/** What each number of a policy may be: money a minute, multiples of the price, minutes. */
export const policyBounds = {
  costOfMinute: { min: 0, max: 1e5 },
  priorityFrom: { min: leastMultiple, max: 1e4 },
  waitLimitMinutes: { min: 1, max: 24 * 60 },
  relaxMinutes: { min: 0, max: 24 * 60 },
  returnMinutes: { min: 0, max: 24 * 60 },
} as const

/** A policy that does not speak of its steps keeps those of the one before, drawn together where its limit is shorter. */
export function stepsOf(policy: Omit<Policy, 'version'>, before: Omit<Policy, 'version'>): [skill: number, language: number] {
  return policy.relaxMinutes ?? relaxesAfter(before, policy.waitLimitMinutes)
}
