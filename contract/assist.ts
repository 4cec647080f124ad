import { z } from 'zod'
import { Id, Money, Reason, Time } from './shapes.ts'

/** GET /v1/conversations/:id/handover : everything at hand when a person takes over. Parts are codes with numbers or the customer's own words, never invented. */
export const HandoverCard = z.strictObject({
  conversation: Id,
  preparedAt: Time,
  /** Why it came to a person. */
  because: Reason,
  who: z.strictObject({
    name: z.string().nullable(),
    verified: z.boolean(),
    sinceYear: z.number().int().nullable(),
    orders: z.number().int(),
    language: z.string().nullable(),
  }),
  /** What it is about: intent, and the customer's own most telling sentence. */
  matter: z.strictObject({
    intent: z.string().nullable(),
    confidence: z.number(),
    quote: z.string().nullable(),
    quoteLanguage: z.string().nullable(),
    goal: z.string().nullable(),
  }),
  order: z.strictObject({ number: z.string(), status: z.string(), at: Time, total: Money, items: z.string() }).nullable(),
  tried: z.array(z.strictObject({ what: z.string(), article: Id.nullable(), at: Time, helped: z.boolean().nullable() })),
  promises: z.array(z.strictObject({ code: z.string(), text: z.string().nullable(), at: Time })),
  moods: z.array(z.strictObject({ at: Time, score: z.number() })),
  stake: z.strictObject({ total: Money, atRisk: Money, toGain: Money, uplift: Money, perMinute: Money }).nullable(),
  waited: z.strictObject({ minutes: z.number(), told: z.strictObject({ from: z.number(), to: z.number() }).nullable() }).nullable(),
  places: z.array(z.strictObject({ at: Time, ahead: z.number().int() })),
  nextStep: Reason,
  /** What the colleague who had it before says of it. Cards of before know none. */
  note: z.strictObject({ by: z.string(), text: z.string(), at: Time }).nullable().default(null),
  /** Articles that may help the person, best first. */
  articles: z.array(z.strictObject({ id: Id, title: z.string(), text: z.string() })),
})
export type HandoverCard = z.infer<typeof HandoverCard>

export interface AssistEvents {
  'handover.prepared': { conversation: string; milliseconds: number }
}
