import { z } from 'zod'
import { policyNames } from '../core/routing/laboratory/policy.ts'
import { endings } from '../core/trust/ended.ts'
import { dimensions, fairFigures } from '../core/trust/fairness.ts'
import { replayFigures } from '../core/trust/replay.ts'
import { worseFigures } from '../core/trust/worse.ts'
import { PolicyChange } from './routing.ts'
import { Id, Reason, Time, Words } from './shapes.ts'

/** Sentences of people about a policy: why it is proposed, why it is turned down. */
const Remark = Words(2000)
const Whole = z.number().int().min(1).max(2_147_483_647)
const Ratio = z.strictObject({ value: z.number().nullable(), half: z.number().nullable() })

/** POST /v1/policy/drafts */
export const NewDraft = z.strictObject({ policy: PolicyChange, words: Remark })
export const MadeDraft = z.strictObject({ draft: Whole })
/** PUT /v1/policy/drafts/:draft/approval ; `alone` states that nobody else could approve. */
export const Approval = z.strictObject({ alone: z.boolean() })
/** PUT /v1/policy/drafts/:draft/rejection */
export const Rejection = z.strictObject({ words: Remark.refine((words) => words.trim() !== '', { message: 'is empty' }) })
/** PUT /v1/policy/restored : brings an earlier version back, as a new one. */
export const VersionChoice = z.strictObject({ version: Whole })
export const DraftPath = z.strictObject({ draft: z.coerce.number().int().min(1).max(2_147_483_647) })

const Difference = z.strictObject({
  field: z.string(),
  before: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  after: z.union([z.number(), z.string(), z.boolean(), z.null()]),
})
const Breach = z.strictObject({
  dimension: z.enum(dimensions),
  group: z.string(),
  figure: z.enum(fairFigures),
  difference: z.number(),
  half: z.number(),
  bound: z.number(),
})
export type Breach = z.infer<typeof Breach>

/** What may become of a replay; `too-long` was ended by the limit of time, `cancelled` by a person. */
const replayStates = ['under-way', 'failed', 'too-little-past', ...endings, 'done'] as const

/** A trial on the own past: under way, refused for too little of it, or done; `blocking` is what keeps the draft from going live. */
const Trial = z.strictObject({
  replay: Whole,
  state: z.enum(replayStates),
  /** Tried against another version than the one in force now. */
  stale: z.boolean(),
  value: Ratio.nullable(),
  wait: Ratio.nullable(),
  blocking: z.array(Breach),
})

/** Why a draft was proposed by itself: in what a version did worse than the one before it, with 95 % intervals; money or shares a conversation. */
const Warning = z.strictObject({
  version: Whole,
  before: Whole,
  worse: z.array(
    z.strictObject({
      figure: z.enum(worseFigures),
      now: z.number(),
      before: z.number(),
      by: z.number(),
      from: z.number(),
      to: z.number(),
      n: z.number().int(),
      nBefore: z.number().int(),
    }),
  ),
})
export type Warning = z.infer<typeof Warning>

/** GET /v1/policy/versions */
export const PolicyVersions = z.strictObject({
  live: Whole,
  /** How many people beside the one who asks could approve. */
  others: z.number().int(),
  drafts: z.array(
    z.strictObject({
      draft: Whole,
      at: Time,
      by: z.string().nullable(),
      mine: z.boolean(),
      words: z.string(),
      /** Proposed by itself, and why. */
      warning: Warning.nullable(),
      differences: z.array(Difference),
      trial: Trial.nullable(),
    }),
  ),
  versions: z.array(
    z.strictObject({
      version: Whole,
      at: Time,
      /** Who proposed it, who approved it; null for what was there from the start or came by a key. */
      by: z.string().nullable(),
      approvedBy: z.string().nullable(),
      how: z.enum(['start', 'approved', 'alone', 'back', 'at-once']),
      untried: z.boolean(),
      backTo: z.number().int().nullable(),
      words: z.string(),
      warning: Warning.nullable(),
      /** Against the version before. */
      differences: z.array(Difference),
    }),
  ),
  rejected: z.array(
    z.strictObject({
      draft: Whole,
      at: Time,
      by: z.string().nullable(),
      rejectedBy: z.string().nullable(),
      words: z.string(),
      warning: Warning.nullable(),
      differences: z.array(Difference),
    }),
  ),
})
export type PolicyVersions = z.infer<typeof PolicyVersions>

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day such as "08:30"')
/** So many people more, or fewer, on a day of the week (1 Monday … 7 Sunday; null: every day). */
const StaffChange = z
  .strictObject({
    weekday: z.number().int().min(1).max(7).nullable(),
    from: Clock,
    to: Clock,
    people: z.number().int().min(-200).max(200),
  })
  .refine(({ from, to }) => from < to, { message: 'must end after it begins', path: ['to'] })

/** POST /v1/replays : the own past under another policy or team, or a scenario file under every policy. */
export const NewReplay = z.union([
  z.strictObject({ policy: PolicyChange, assistant: z.enum(['as-it-was', 'off']), staff: z.array(StaffChange).max(20) }),
  z.strictObject({ scenario: z.unknown() }),
])
export type NewReplay = z.infer<typeof NewReplay>
export const MadeReplay = z.strictObject({ replay: Whole })
export const ReplayPath = z.strictObject({ replay: z.coerce.number().int().min(1).max(2_147_483_647) })

const Served = z.strictObject({
  because: Reason,
  to: z.enum(['person', 'assistant', 'callback']),
  priority: z.number().int(),
  byAssistant: z.number(),
  byPerson: z.number(),
  wait: z.number().nullable(),
  value: z.number(),
})
const Real = z.strictObject({ by: z.enum(['person', 'assistant', 'nobody']), wait: z.number().nullable(), value: z.number(), booked: z.number() })
const FairCell = z.strictObject({
  value: z.number().nullable(),
  half: z.number().nullable(),
  n: z.number(),
  difference: Ratio,
  bound: z.number().nullable(),
  verdict: z.enum(['within', 'beyond', 'too-few']),
})
const FairGroup = z.strictObject({
  dimension: z.enum(dimensions),
  group: z.string(),
  n: z.number(),
  figures: z.strictObject({ wait: FairCell, assistant: FairCell, handover: FairCell }),
})
export type FairGroup = z.infer<typeof FairGroup>

export const OwnReplay = z.strictObject({
  kind: z.literal('past'),
  /** What the ledger has booked of the same conversations by now, a day; absent in runs of earlier versions. */
  booked: z.number().optional(),
  past: z.strictObject({ conversations: z.number().int(), leftOut: z.number().int(), days: z.number().int() }),
  seeds: z.number().int(),
  patienceMinutes: z.number(),
  figures: z.array(z.strictObject({ figure: z.enum(replayFigures), real: z.number().nullable(), before: Ratio, after: Ratio, difference: Ratio })),
  before: z.array(FairGroup),
  after: z.array(FairGroup),
  breaches: z.strictObject({ before: z.array(Breach), after: z.array(Breach) }),
  differently: z.strictObject({
    count: z.number().int(),
    shown: z.array(
      z.strictObject({
        conversation: Id,
        number: z.number().int(),
        at: Time,
        intent: z.string(),
        language: z.string(),
        /** What really came of it; absent in runs of earlier versions. */
        real: Real.optional(),
        before: Served,
        after: Served,
      }),
    ),
  }),
})
export type OwnReplay = z.infer<typeof OwnReplay>
/** A scenario under each policy of the laboratory, shares of what nobody can exceed. */
export const ScenarioReplay = z.strictObject({
  kind: z.literal('scenario'),
  name: z.string(),
  days: z.number().int(),
  /** What nobody can exceed, of all there was to keep; and what one keeps who knows the probabilities, not the dice: an estimate. Absent in older runs. */
  bounds: z.strictObject({ oracleOfMaximum: Ratio, informedOfOracle: Ratio }).optional(),
  policies: z.array(
    z.strictObject({ policy: z.enum(policyNames), ofOracle: Ratio, wait: Ratio, serviceLevel: Ratio, abandonment: Ratio, byAssistant: Ratio }),
  ),
})
export type ScenarioReplay = z.infer<typeof ScenarioReplay>
export const ReplayResult = z.discriminatedUnion('kind', [OwnReplay, ScenarioReplay])
export type ReplayResult = z.infer<typeof ReplayResult>

/** GET /v1/replays/:replay */
export const ReplayView = z.strictObject({
  replay: Whole,
  at: Time,
  by: z.string().nullable(),
  draft: z.number().int().nullable(),
  version: z.number().int(),
  /** What was asked, in short: a scenario by its name; or the own past with these numbers, this team, this assistant. */
  title: z.strictObject({ scenario: z.string().nullable(), assistantOff: z.boolean(), people: z.array(z.number().int()) }),
  asked: NewReplay,
  state: z.enum(replayStates),
  /** How much past there was, and how much it takes; only where it was too little. */
  tooLittle: z
    .strictObject({
      conversations: z.number().int(),
      leftOut: z.number().int(),
      days: z.number().int(),
      leastConversations: z.number().int(),
      leastDays: z.number().int(),
    })
    .nullable(),
  result: ReplayResult.nullable(),
})
export type ReplayView = z.infer<typeof ReplayView>
/** GET /v1/replays : newest first, without results. */
export const ReplayList = z.strictObject({ replays: z.array(ReplayView.omit({ result: true, tooLittle: true, asked: true })) })
export type ReplayList = z.infer<typeof ReplayList>

/** GET /v1/staffing */
export const StaffingQuery = z.strictObject({
  share: z.coerce.number().min(0.05).max(0.99).default(0.8),
  withinSeconds: z.coerce.number().min(1).max(3600).default(20),
})
export const StaffingView = z.strictObject({
  enough: z.boolean(),
  conversations: z.number().int(),
  weeks: z.number(),
  handleMinutes: z.number(),
  upliftEach: z.number(),
  capacity: z.number(),
  currency: z.string(),
  hours: z.array(
    z.strictObject({
      weekday: z.number().int(),
      hour: z.number().int(),
      forPeople: z.number(),
      arrivals: z.number(),
      on: z.number(),
      forTarget: z.number().int(),
      forValue: z.number().int(),
    }),
  ),
})
export type StaffingView = z.infer<typeof StaffingView>

const Bound = z.strictObject({
  wait: z.number().min(0).max(1440).nullable(),
  assistant: z.number().min(0).max(1).nullable(),
  handover: z.number().min(0).max(1).nullable(),
})
/** PUT /v1/fairness/bounds : minutes of mean wait, shares 0–1; null is not bounded. */
export const FairnessBounds = z.strictObject({ language: Bound, value: Bound, history: Bound })
export type FairnessBounds = z.infer<typeof FairnessBounds>
/** GET /v1/fairness : live decisions of the last 28 days. */
export const FairnessView = z.strictObject({
  from: Time,
  to: Time,
  conversations: z.number().int(),
  /** The versions that made these decisions. */
  versions: z.array(z.number().int()),
  bounds: FairnessBounds,
  boundsBy: z.string().nullable(),
  groups: z.array(FairGroup),
  breaches: z.array(Breach),
})
export type FairnessView = z.infer<typeof FairnessView>

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** GET /v1/audit : who changed what when, newest first. */
export const AuditQuery = z.strictObject({
  about: Words(64).optional(),
  person: Id.optional(),
  from: Time.optional(),
  to: Time.optional(),
  cursor: Words(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export const AuditPage = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: Id,
      at: Time,
      /** A person, or an API key by its name; a person who is gone has no name any more. */
      person: z.strictObject({ id: Id, name: z.string().nullable() }).nullable(),
      key: z.string().nullable(),
      about: z.string(),
      /** Method and path without ids, such as `PUT policy/pause`; or `sign-in`. */
      action: z.string(),
      subject: z.string().nullable(),
      changes: z.array(z.strictObject({ path: z.string(), before: Scalar, after: Scalar })),
    }),
  ),
  /** What there is in the trail to filter by. */
  abouts: z.array(z.string()),
  cursor: z.string().nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>

export interface TrustEvents {
  'policy.drafted': { draft: number; by: string | null }
  'policy.judged': { draft: number; judgement: 'approved' | 'rejected'; version: number | null; alone: boolean; by: string | null }
  'policy.returned': { version: number; backTo: number; by: string | null }
  'bounds.changed': { by: string | null }
  /** The clock: time to look whether this version does worse than the one before it. */
  'version.due': { version: number }
  'replay.asked': { replay: number }
  'replay.done': { replay: number; refused: boolean }
}
