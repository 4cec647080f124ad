import { z } from 'zod'
import { Estimate, Id, Money, Time, Words } from './shapes.ts'

/** What is known of a customer, each fact with its source and time. */
export const CustomerView = z.strictObject({
  id: Id,
  name: z.string().nullable(),
  localName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  externalId: z.string().nullable(),
  verified: z.boolean(),
  segment: z.string().nullable(),
  since: Time.nullable(),
  lifetimeValue: Estimate,
  orders: z.array(
    z.strictObject({
      id: Id,
      number: z.string(),
      at: Time,
      status: z.enum(['placed', 'paid', 'shipped', 'delivered', 'returned', 'cancelled']),
      total: Money,
      items: z.array(z.strictObject({ name: z.string(), quantity: z.number().int(), price: Money })),
    }),
  ),
  traits: z.array(z.strictObject({ name: z.string(), value: z.string(), source: z.string(), at: Time })),
  /** Newest first, at most 50. */
  events: z.array(z.strictObject({ name: z.string(), properties: z.record(z.string(), z.unknown()), source: z.string(), at: Time })),
})
export type CustomerView = z.infer<typeof CustomerView>
/** GET /v1/customers?search= */
export const CustomerList = z.strictObject({
  customers: z.array(
    z.strictObject({
      id: Id,
      name: z.string().nullable(),
      localName: z.string().nullable(),
      email: z.string().nullable(),
      country: z.string().nullable(),
      language: z.string().nullable(),
      segment: z.string().nullable(),
      orders: z.number().int(),
      spent: Money,
      lifetimeValue: Money,
      lastAt: Time.nullable(),
    }),
  ),
  cursor: z.string().nullable(),
})
export type CustomerList = z.infer<typeof CustomerList>

/** The form that the field's event tools send. Unknown keys are accepted at the top level as those tools add their own. */
const props = z.record(z.string(), z.unknown())
const who = {
  userId: z.string().max(200).optional(),
  anonymousId: z.string().max(200).optional(),
  messageId: z.string().max(200).optional(),
  timestamp: Time.optional(),
  context: props.optional(),
  integrations: props.optional(),
}
export const Identify = z.looseObject({ ...who, traits: props.default({}) })
export const Track = z.looseObject({ ...who, event: Words(200).min(1), properties: props.default({}) })
export const Page = z.looseObject({ ...who, name: Words(300).optional(), properties: props.default({}) })
export const Batch = z.looseObject({
  batch: z
    .array(
      z.discriminatedUnion('type', [
        Identify.extend({ type: z.literal('identify') }),
        Track.extend({ type: z.literal('track') }),
        Page.extend({ type: z.literal('page') }),
      ]),
    )
    .min(1)
    .max(500),
})
export const Accepted = z.strictObject({ success: z.boolean(), stored: z.number().int(), repeated: z.number().int() })

export interface CustomerEvents {
  /** `before`: as whom the browser was known until now, when that was somebody else. */
  'customer.identified': { customer: string; userId: string; before?: string }
  'customer.tracked': { customer: string; name: string }
  'customer.bought': { customer: string; order: string; total: number }
}
