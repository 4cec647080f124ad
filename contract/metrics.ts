import { z } from 'zod'
import { Id, LanguageTag, Time, Words } from './shapes.ts'

export const metricNames = [
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
export const MetricName = z.enum(metricNames)
export type MetricName = z.infer<typeof MetricName>

/** The time that is looked at, and in which language. */
const Look = z.strictObject({ from: Time.optional(), to: Time.optional(), language: Words(8).optional() })
/** GET /v1/results?from&to&language&before : each figure with its unit and the count that it stands on. `before`: where the other period begins, which is as long. */
export const ResultsQuery = Look.extend({ before: Time.optional() })
export const Results = z.strictObject({
  from: Time,
  to: Time,
  /** Where the period begins that is compared with; it is as long. */
  before: Time,
  currency: z.string(),
  figures: z.array(
    z.strictObject({
      metric: MetricName,
      unit: z.enum(['share', 'seconds', 'money', 'count', 'score']),
      /** null: not enough data. */
      value: z.number().nullable(),
      n: z.number().int(),
      /** The same length of time before, and how many conversations count there. */
      before: z.number().nullable(),
      nBefore: z.number().int(),
      /** This less the other, with its 95 % interval; null with fewer than 10 conversations on either side. */
      difference: z.strictObject({ by: z.number(), from: z.number(), to: z.number(), beyondChance: z.boolean() }).nullable(),
      series: z.array(z.strictObject({ at: Time, value: z.number().nullable(), n: z.number().int() })),
    }),
  ),
})
export type Results = z.infer<typeof Results>
/** GET /v1/results/:metric/conversations : what a figure stands on, newest first. */
export const EvidenceQuery = Look.extend({
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})
export const Evidence = z.strictObject({
  metric: MetricName,
  /** A figure is the sum of the values that count, or Σ value / Σ weight. */
  rows: z.array(
    z.strictObject({
      conversation: Id,
      number: z.number().int(),
      customer: z.string().nullable(),
      value: z.number().nullable(),
      counts: z.boolean(),
      weight: z.number(),
      at: Time,
    }),
  ),
  cursor: z.string().nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** GET /health/invariants : what must always hold, counted in the database. A check without violations has no examples. */
export const Invariants = z.strictObject({
  checks: z.array(z.strictObject({ name: z.string(), violations: z.number().int(), examples: z.array(z.string()) })),
})
export type Invariants = z.infer<typeof Invariants>

/** What somebody looks at: a tab, a period, and with what it is compared. Days are the reader's own. */
export const ResultsView = z.strictObject({
  tab: z.enum(['service', 'assistant', 'money', 'fairness']),
  period: z.enum(['today', '7', '28', 'custom']),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** Where the other period begins; null: just before. */
  before: z.iso.date().nullable(),
  language: LanguageTag.nullable(),
})
export type ResultsView = z.infer<typeof ResultsView>
/** GET/POST /v1/results/views, DELETE /v1/results/views/:id : one's own, and what colleagues share. */
export const NewSavedView = z.strictObject({ name: Words(80).min(1), shared: z.boolean(), view: ResultsView })
export const SavedView = NewSavedView.extend({ id: Id, mine: z.boolean(), by: z.string().nullable() })
export type SavedView = z.infer<typeof SavedView>
export const SavedViews = z.strictObject({ views: z.array(SavedView) })
export type SavedViews = z.infer<typeof SavedViews>

/** GET/POST /v1/results/reports, DELETE /v1/results/reports/:id : one's own results by e-mail, at an hour of one's own day. */
export const NewReport = z
  .strictObject({
    every: z.enum(['day', 'week']),
    /** 1 Monday … 7 Sunday; of a weekly one. */
    weekday: z.number().int().min(1).max(7).nullable(),
    hour: z.number().int().min(0).max(23),
    /** Only conversations in this language. */
    language: LanguageTag.nullable(),
  })
  .refine(({ every, weekday }) => (every === 'week') === (weekday !== null), {
    path: ['weekday'],
    message: 'belongs to a weekly report, and to that alone',
  })
export const Report = z.strictObject({
  id: Id,
  every: z.enum(['day', 'week']),
  weekday: z.number().int().nullable(),
  hour: z.number().int(),
  language: LanguageTag.nullable(),
  nextAt: Time,
  /** The newest mail: when it went out, or why it did not. */
  last: z.strictObject({ at: Time, sent: z.boolean(), error: z.string().nullable() }).nullable(),
})
export const ReportList = z.strictObject({
  email: z.string(),
  timeZone: z.string(),
  /** Whether there is a mail server at all. */
  canSend: z.boolean(),
  reports: z.array(Report),
})
export type ReportList = z.infer<typeof ReportList>

export interface MetricsEvents {
  /** The clock: a report is to be made. */
  'report.due': { person: string; report: string; due: string }
}
