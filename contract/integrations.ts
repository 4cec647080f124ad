import { z } from 'zod'
import { mostSetExamples } from '../core/understanding/intent-limits.ts'
import { Appearance } from './channels.ts'
import { CannedReplyChange, changesNaming, Habits, LabelChange } from './conversations.ts'
import { ArticleWords } from './knowledge.ts'
import { PolicyChange } from './routing.ts'
import { Id, LanguageTag, Time, Words } from './shapes.ts'
import { CalendarChange, CalendarKind, HoldingRules, Hours, Role } from './team.ts'
import { FairnessBounds } from './trust.ts'
import { EconomicsChange } from './value.ts'

/** GET/POST /v1/api-keys, DELETE /v1/api-keys/:id . The secret is shown once. */
export const ApiKey = z.strictObject({
  id: Id,
  name: z.string(),
  scope: z.enum(['events', 'read', 'full']),
  prefix: z.string(),
  createdAt: Time,
  lastUsedAt: Time.nullable(),
})
export const ApiKeyList = z.strictObject({ keys: z.array(ApiKey) })
export type ApiKeyList = z.infer<typeof ApiKeyList>
export const NewApiKey = z.strictObject({ name: Words(100).min(1), scope: z.enum(['events', 'read', 'full']) })
export const MadeApiKey = z.strictObject({ key: ApiKey, secret: z.string() })

/** GET/POST /v1/webhooks, DELETE /v1/webhooks/:id ; sent as Standard Webhooks 1.0.0, in order per conversation, at least once. */
export const Webhook = z.strictObject({
  id: Id,
  url: z.url(),
  events: z.array(z.string()),
  createdAt: Time,
  pending: z.number().int(),
  failing: z.boolean(),
})
export const WebhookList = z.strictObject({ webhooks: z.array(Webhook) })
export const NewWebhook = z.strictObject({ url: z.url().max(2000), events: z.array(z.string().max(64)).min(1).max(50) })
export const MadeWebhook = z.strictObject({ webhook: Webhook, secret: z.string() })

const CompanyName = Words(200).refine((name) => name.trim() !== '', { message: 'is empty' })
const Intent = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
/**
 * GET /v1/settings-file : everything that is set, as one file; PUT brings one in, whole or not at all; POST …/check says what it would change.
 * A part that is not in the file stays as it is. Nobody is removed, and no article: what the file does not name stays.
 */
export const SettingsFile = z.strictObject({
  format: z.literal('sambut-settings'),
  version: z.literal(1),
  savedAt: Time.optional(),
  company: CompanyName.optional(),
  policy: PolicyChange.optional(),
  economics: z
    .array(EconomicsChange.extend({ intent: Intent }))
    .max(1000)
    .optional(),
  hours: Hours.optional(),
  /** By their e-mail. Somebody new is invited; secrets and passwords are never in a file. */
  people: z
    .array(
      z.strictObject({
        email: z.email().max(320),
        name: Words(200).min(1),
        role: Role,
        languages: z.array(LanguageTag).min(1),
        skills: z.array(Words(64)).max(50),
        capacity: z.number().int().min(1).max(50),
        /** How they like to work at the desk. */
        habits: Habits.optional(),
      }),
    )
    .max(1000)
    .optional(),
  /** Hours of their own; a person is named by their e-mail. */
  calendars: z
    .array(CalendarChange.safeExtend({ hours: Hours.nullable(), kind: CalendarKind, subject: Words(320).min(1) }))
    .max(2000)
    .optional(),
  holding: HoldingRules.optional(),
  fairness: FairnessBounds.optional(),
  appearance: Appearance.optional(),
  labels: z.array(LabelChange).max(1000).optional(),
  /** What everybody of the team has; one's own stay one's own. */
  replies: z
    .array(CannedReplyChange.omit({ own: true }))
    .max(5000)
    .optional(),
  /** Labels by their name, people by their e-mail. */
  macros: z
    .array(
      z.strictObject({
        name: Words(60).min(1),
        changes: z
          .array(changesNaming(Words(40).min(1), z.email()))
          .min(1)
          .max(10),
      }),
    )
    .max(1000)
    .optional(),
  /** By their address in the help centre. */
  articles: z
    .array(
      z.strictObject({ slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/), published: z.boolean(), texts: z.array(ArticleWords).min(1).max(6) }),
    )
    .max(5000)
    .optional(),
  /** The whole set: it takes the place of the one before. */
  examples: z
    .array(z.strictObject({ intent: Intent, text: Words(1000).min(1) }))
    .max(mostSetExamples)
    .optional(),
})
export type SettingsFile = z.infer<typeof SettingsFile>

export const settingsParts = [
  'company',
  'policy',
  'economics',
  'hours',
  'people',
  'calendars',
  'holding',
  'fairness',
  'appearance',
  'labels',
  'replies',
  'macros',
  'articles',
  'examples',
] as const
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** What a file would change, thing by thing. */
export const SettingsCheck = z.strictObject({
  changes: z.array(
    z.strictObject({
      part: z.enum(settingsParts),
      /** The intent, the person's e-mail, the article, the label …; null for what there is one of. */
      name: z.string().nullable(),
      isNew: z.boolean(),
      /** The first 60 values that differ. */
      values: z.array(z.strictObject({ path: z.string(), before: Scalar, after: Scalar })),
    }),
  ),
  /** The policy of the file does not come into force at once: it becomes a draft that somebody else approves. */
  policyWaits: z.boolean(),
})
export type SettingsCheck = z.infer<typeof SettingsCheck>

/** The steps of a new company, in this order; each can be left for later and taken up again. */
export const firstSteps = ['company', 'people', 'hours', 'articles', 'snippet'] as const
export const FirstStep = z.enum(firstSteps)
export type FirstStep = z.infer<typeof FirstStep>
/** GET /v1/first-run ; PUT /v1/first-run/:step settles one by hand. */
export const FirstRun = z.strictObject({
  steps: z.array(z.strictObject({ step: FirstStep, state: z.enum(['open', 'done', 'skipped']) })),
  finished: z.boolean(),
})
export type FirstRun = z.infer<typeof FirstRun>
export const StepSettled = z.strictObject({ state: z.enum(['done', 'skipped']) })
/** PUT /v1/company */
export const Company = z.strictObject({
  name: CompanyName,
  assistant: Words(100).refine((name) => name.trim() !== '', { message: 'is empty' }),
  language: LanguageTag,
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Company = z.infer<typeof Company>
