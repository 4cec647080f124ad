import { z } from 'zod'
import { Id, Time } from './shapes.ts'

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
export const ResultsQuery = z.strictObject({ from: Time.optional(), to: Time.optional(), language: z.string().max(8).optional() })
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
/** GET /v1/results/:metric/conversations : what a figure stands on. */
export const Evidence = z.strictObject({
  metric: MetricName,
  rows: z.array(z.strictObject({ conversation: Id, number: z.number().int(), customer: z.string().nullable(), value: z.number().nullable(), counts: z.boolean(), at: Time })),
  cursor: z.string().nullable(),
})
export type Evidence = z.infer<typeof Evidence>
