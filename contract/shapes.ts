import { z } from 'zod'
import { isBlank } from '../core/blank.ts'
import { languages } from '../core/language.ts'

/** Shapes that several slices share. Times are ISO 8601 with zone, money is in the account's currency, major unit. */
export const Id = z.uuid()
export const Time = z.iso.datetime({ offset: true })
export const LanguageTag = z.enum(languages)
export const Money = z.number()

/** Text as people write it: no control characters but line breaks and tabs, no unpaired surrogates. */
export const Words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed(), { message: 'has an unpaired surrogate' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), { message: 'has control characters' })

/** A message: at most 10,000 characters, of which something can be seen. */
export const MessageText = Words(10_000).refine((text) => !isBlank(text), { message: 'is empty' })

/** The id that a client gives its own message, so that sending it again stores nothing. */
export const ClientId = z.string().regex(/^[\w-]{8,64}$/)

/** A number in a timeline: what the database can hold. */
export const Seq = z.number().int().min(0).max(2_147_483_647)

/** Something that a customer attached; its bytes are asked for apart. */
export const Attachment = z.strictObject({ id: Id, name: z.string(), kind: z.string(), size: z.number().int() })
export type Attachment = z.infer<typeof Attachment>

/** Every refusal has this one shape. `code` is stable; screens translate it, `message` is for engineers. */
export const Problem = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    details: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  }),
})
export type Problem = z.infer<typeof Problem>

/** A reason is a code with its numbers; the sentence is made in the reader's language. */
export const Reason = z.strictObject({
  code: z.string(),
  numbers: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
})
export type Reason = z.infer<typeof Reason>

export const Estimate = z.strictObject({
  value: z.number(),
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('default'), note: z.string() }),
    z.strictObject({ kind: z.literal('owner') }),
    z.strictObject({ kind: z.literal('measured'), n: z.number() }),
    z.strictObject({ kind: z.literal('model'), version: z.string() }),
    z.strictObject({ kind: z.literal('segment'), segment: z.string(), n: z.number() }),
  ]),
})
