import { z } from 'zod'
import { Id, Time, Words } from './shapes.ts'

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

/** GET /v1/results?from&to&language : each figure with its unit and the count that it stands on. */
export const ResultsQuery = z.strictObject({ from: Time.optional(), to: Time.optional(), language: Words(8).optional() })
export const Results = z.strictObject({
  from: Time,
  to: Time,
  currency: z.string(),
  figures: z.array(
    z.strictObject({
      metric: MetricName,
      unit: z.enum(['share', 'seconds', 'money', 'count', 'score']),
      /** null: not enough data. */
      value: z.number().nullable(),
      n: z.number().int(),
      /** The same length of time before. */
      before: z.number().nullable(),
      series: z.array(z.strictObject({ at: Time, value: z.number().nullable(), n: z.number().int() })),
    }),
  ),
})
export type Results = z.infer<typeof Results>
/** GET /v1/results/:metric/conversations : what a figure stands on, newest first. */
export const EvidenceQuery = ResultsQuery.extend({
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
