import { z } from 'zod'
import type { Priority } from '../core/queue/place.ts'
import { policyBounds } from '../core/routing/policy-bounds.ts'
import { isLadder } from '../core/routing/priority.ts'
import { isInSteps } from '../core/team/capacity.ts'
import { Id, Money, Reason, Time } from './shapes.ts'

const bounded = ({ min, max }: { min: number; max: number }) => z.number().min(min).max(max)
const Multiple = bounded(policyBounds.priorityFrom)

/** GET /v1/policy, and what a draft of it proposes. Each change that comes into force is a new version. */
const PolicyNumbers = z.strictObject({
  costOfMinute: bounded(policyBounds.costOfMinute),
  priorityFrom: z.tuple([Multiple, Multiple]).refine(isLadder, { message: 'priority-order' }),
  waitLimitMinutes: bounded(policyBounds.waitLimitMinutes),
  /** Minutes after which the skill, and then the language, is given up; when they are not said they stay, drawn together under a shorter limit. */
  relaxMinutes: z.tuple([bounded(policyBounds.relaxMinutes), bounded(policyBounds.relaxMinutes)]).optional(),
  returnMinutes: bounded(policyBounds.returnMinutes),
  /** Who serves whom is learnt from outcomes; left as it is when it is not said. */
  matchingLearns: z.boolean().optional(),
})
export const PolicyChange = PolicyNumbers.refine(isInSteps, { message: 'relax-order', path: ['relaxMinutes'] })
export const PolicyView = PolicyNumbers.extend({
  /** An older version may hold what would be refused today. */
  priorityFrom: z.tuple([z.number(), z.number()]),
  relaxMinutes: z.tuple([z.number(), z.number()]),
  version: z.number().int(),
  since: Time,
  by: z.string().nullable(),
  assistantPaused: z.boolean(),
  currency: z.string(),
})
export type PolicyView = z.infer<typeof PolicyView>
/** PUT /v1/policy/pause : kill switch, from now on people answer. */
export const Pause = z.strictObject({ paused: z.boolean() })
/** GET /v1/policy/pause : since when the assistant is paused, and by whom (null: by a key, or by somebody who has left). */
export const PauseView = z.strictObject({ pause: z.strictObject({ since: Time, by: z.string().nullable() }).nullable() })
export type PauseView = z.infer<typeof PauseView>
/** PUT /v1/conversations/:id/override : a person's word is final. */
export const Override = z.strictObject({ to: z.enum(['person', 'assistant']) })

/** Who of those free was given this customer, and what was believed of each. */
export const Assignment = z.strictObject({
  id: Id,
  at: Time,
  person: z.string(),
  /** `learnt`, `holdout`, `not-learning` or `only-one`; numbers: probability, candidates. */
  because: Reason,
  candidates: z.array(
    z.strictObject({
      person: z.string(),
      chosen: z.boolean(),
      /** P(resolves it), as believed, from so many outcomes. */
      mean: z.number(),
      n: z.number().int(),
      misfit: z.number().int(),
    }),
  ),
  replays: z.boolean(),
})

/** GET /v1/conversations/:id/decisions : newest first. */
export const DecisionList = z.strictObject({
  decisions: z.array(
    z.strictObject({
      id: Id,
      at: Time,
      seq: z.number().int(),
      to: z.enum(['person', 'assistant', 'callback']),
      priority: z.number().int(),
      because: Reason,
      policyVersion: z.number().int(),
      price: Money.nullable(),
      /** What would have changed it: the least stake that brings a person, or the price at which the assistant would serve. */
      counterfactual: Reason.nullable(),
      replays: z.boolean(),
      /** Decided under rules that are in force no more; shown as it was, not decided again. */
      olderRules: z.boolean(),
    }),
  ),
  /** Who was given to the customer and why: newest first. */
  assignments: z.array(Assignment),
})
export type DecisionList = z.infer<typeof DecisionList>

export interface RoutingEvents {
  'conversation.routed': {
    conversation: string
    customer: string
    seq: number
    decision: string
    to: 'person' | 'assistant' | 'callback'
    priority: Priority
    /** What a minute of a person earns here, how many of them are expected, and what a person adds in all. */
    index: number
    minutes: number
    uplift: number
    code: string
  }
  /** The assistant passed the customer on to a person: the place waits already. */
  'conversation.passed': {
    conversation: string
    customer: string
    seq: number
    decision: string
    to: 'person' | 'assistant' | 'callback'
    priority: number
    code: string
  }
  /** The policy, or whether the assistant serves, is another. */
  'policy.changed': { version: number }
  /** A new version of the policy is in force. */
  'policy.replaced': { version: number }
}
