import { z } from 'zod'
import { isBlank } from '../core/blank.ts'
import { mostSetBytes, mostSetExamples } from '../core/understanding/intent-limits.ts'
import { Words } from './shapes.ts'

/** GET /v1/intents/:intent/examples; PUT replaces them. */
export const IntentExamples = z.strictObject({
  examples: z.array(Words(1000).refine((text) => !isBlank(text), { message: 'is empty' })).max(5000),
})

/** How many of the held-back examples a model read rightly. */
const Measured = z.strictObject({ right: z.number().int(), of: z.number().int() })
export type Measured = z.infer<typeof Measured>

/** A trained model that can be gone back to. `accuracy` is the share right of `heldBack` examples it had not seen. */
export const ModelVersion = z.strictObject({
  version: z.number().int(),
  trainedAt: z.string(),
  examples: z.number().int(),
  accuracy: z.number().nullable(),
  heldBack: z.number().int(),
  /** When it came into force last, by whom (null: by itself) and why; null when it never was. */
  adopted: z.strictObject({ at: z.string(), person: z.string().nullable(), reason: z.enum(['trained', 'chosen', 'back']) }).nullable(),
})
export type ModelVersion = z.infer<typeof ModelVersion>

/**
 * What a version does better and worse than another. Both are measured on the intents of the new one, in its proportions: what the other
 * does not know (`unknown` intents) it cannot read. `share` is right of `of` held-back examples. The largest gains and losses first.
 */
const Share = z.strictObject({ share: z.number(), of: z.number().int() })
const IntentChange = z.strictObject({ intent: z.string(), before: Measured, after: Measured })
export const TrainingEffect = z.strictObject({
  from: z.number().int(),
  to: z.number().int(),
  before: Share,
  after: Share,
  /** `same`: the difference is no larger than chance explains. */
  verdict: z.enum(['better', 'same', 'worse']),
  unknown: z.number().int(),
  gained: z.array(IntentChange),
  lost: z.array(IntentChange),
})
export type TrainingEffect = z.infer<typeof TrainingEffect>

/** GET /v1/intents : the account's intents, the model in force, one that waits to be chosen, the versions before, and a training under way. */
export const IntentList = z.strictObject({
  intents: z.array(z.strictObject({ intent: z.string(), examples: z.number().int(), byLanguage: z.record(z.string(), z.number()) })),
  /** In force; version 0 when there is none. */
  model: z.strictObject({
    version: z.number().int(),
    trainedAt: z.string().nullable(),
    examples: z.number().int(),
    accuracy: z.number().nullable(),
    heldBack: z.number().int(),
  }),
  /** Trained last and not put in force, because it reads worse than the one in force beyond chance. */
  proposed: ModelVersion.nullable(),
  /** The newest first. */
  history: z.array(ModelVersion),
  /** Of the proposed version beside the one in force, else of the one in force beside the one before it. */
  effect: TrainingEffect.nullable(),
  /** The version that undoing leads back to. */
  undo: z.number().int().nullable(),
  training: z.strictObject({ since: z.string(), failed: z.boolean() }).nullable(),
})
export type IntentList = z.infer<typeof IntentList>

/** PUT /v1/intents/model : puts a trained version in force. One from before comes with the examples it was trained from. */
export const ModelChoice = z.strictObject({ version: z.number().int().min(1).max(2_147_483_647) })

/** PUT /v1/intents : a whole set in place of all examples; POST /v1/intents/check says beforehand what that would do. */
export const IntentSet = z.strictObject({
  examples: z
    .array(z.strictObject({ line: z.number().int().min(1).max(100_000_000), intent: z.string().max(1000), text: z.string().max(mostSetBytes) }))
    .max(mostSetExamples),
})
export type IntentSet = z.infer<typeof IntentSet>

/** Why a line cannot be learnt from; `other` is the line that it stands against. */
export const setFaults = ['bad-intent', 'empty', 'too-long', 'not-text', 'twice', 'two-intents', 'too-many-intents'] as const
export const SetFault = z.strictObject({ line: z.number().int(), code: z.enum(setFaults), other: z.number().int().nullable() })
export type SetFault = z.infer<typeof SetFault>

export const SetCheck = z.strictObject({
  intents: z.array(z.strictObject({ intent: z.string(), examples: z.number().int() })),
  examples: z.number().int(),
  byLanguage: z.record(z.string(), z.number()),
  /** Lines that cannot be learnt from. */
  faults: z.array(SetFault),
  /** Intents that have examples today and none in the set. */
  gone: z.array(z.string()),
  /** Fewer than two intents are left: there is no difference to learn. */
  oneLabel: z.boolean(),
})
export type SetCheck = z.infer<typeof SetCheck>

export interface UnderstandingEvents {
  /** Row 4: heard at once, by words or by the always-visible control. */
  'person.wanted': { conversation: string; customer: string; seq: number; by: 'words' | 'control' }
  'message.understood': { conversation: string; customer: string; seq: number; intent: string | null; wantsPerson: boolean; vulnerable: boolean }
  /** Somebody of the team says what it was about; `null`: none of the matters. */
  'matter.corrected': { conversation: string; customer: string; seq: number; intent: string | null }
  /** `null`: a whole set took their place. */
  'examples.changed': { intent: string | null }
  /** There are examples, and no model in force that can be read. */
  'model.missed': { version: number | null }
  /** A version was trained; `adopted` says whether it came into force by itself. */
  'model.trained': { version: number; adopted: boolean }
  'model.adopted': { version: number; insteadOf: number | null; reason: 'trained' | 'chosen' | 'back'; by: string | null }
}
