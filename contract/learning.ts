import { z } from 'zod'
import { ways } from '../core/learning/off-policy.ts'
import { Id } from './shapes.ts'

const Arm = z.strictObject({ n: z.number().int(), resolved: z.number().int() })

/** GET /v1/matching : what is believed of whom, and what learning brings. */
export const MatchingView = z.strictObject({
  learns: z.boolean(),
  holdoutShare: z.number(),
  learnt: Arm,
  holdout: Arm,
  /** Outcomes that each arm needs before a lift is told. */
  leastOutcomes: z.number().int(),
  /** Difference of the shares resolved, with its 95 % interval; null while there is not enough. */
  lift: z.strictObject({ difference: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Minutes of waiting after which a demand is given up. */
  relaxes: z.strictObject({ skill: z.number(), language: z.number(), limit: z.number() }),
  beliefs: z.array(
    z.strictObject({
      person: Id,
      name: z.string(),
      intent: z.string(),
      language: z.string(),
      mean: z.number(),
      deviation: z.number(),
      n: z.number().int(),
    }),
  ),
  /** Value-minutes offered an hour of work in the last 8 hours, as a multiple of the mean. */
  load: z.array(z.strictObject({ person: Id, name: z.string(), ofMean: z.number() })),
  spread: z.strictObject({ least: z.number(), most: z.number() }),
})
export type MatchingView = z.infer<typeof MatchingView>

const Estimate = z.strictObject({ share: z.number(), low: z.number(), high: z.number() })
/** GET /v1/matching/estimates : what other ways of matching would have resolved, from what was drawn; shares with their 95 % intervals. */
export const MatchingEstimates = z.strictObject({
  /** The latest outcomes that were drawn; no more than `most` are looked at. */
  outcomes: z.number().int(),
  most: z.number().int(),
  /** Effective outcomes that it takes, and how many others one outcome may speak for. */
  leastOutcomes: z.number().int(),
  mostWeight: z.number(),
  /** Nothing learnt; or what is believed today, without trying out. Null: not enough. */
  ways: z.array(z.strictObject({ way: z.enum(ways), effective: z.number(), propensity: Estimate.nullable(), robust: Estimate.nullable() })),
  /** What the second would bring over the first. */
  gain: Estimate.nullable(),
})
export type MatchingEstimates = z.infer<typeof MatchingEstimates>

/** PUT /v1/matching : a new version of the policy, without learning or, where nobody else could approve, with it. */
export const MatchingChange = z.strictObject({ learns: z.boolean() })

export interface LearningEvents {
  /** It is known what came of a matter that a person closed. */
  'outcome.known': { conversation: string; person: string; resolved: boolean; rule: string }
  /** The clock: time enough has passed to know what came of it. */
  'outcome.due': { conversation: string }
}
