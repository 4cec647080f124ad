import { z } from 'zod'
import { mostFilesOfMessage } from '../core/conversations/file-kind.ts'
import { isPhone } from '../core/understanding/facts.ts'
import { Attachment, ClientId, Id, LanguageTag, Reason, Seq, Time, Words } from './shapes.ts'

/**
 * Web chat. The page's snippet: <script src="https://HOST/widget.js" data-site="SITE_KEY" async></script>
 * A visit gives a token; all else carries it as `Authorization: Bearer TOKEN`. Any origin may call.
 */

export const Visit = z.strictObject({
  /** The account's public site key. */
  site: Words(64).min(1),
  /** Token of an earlier visit, to come back to the same timeline. */
  token: Words(200).optional(),
  /** Language of the page or the browser, BCP 47. */
  language: Words(35).optional(),
  /** A customer signed in on the page: `signature` is hex HMAC-SHA256 of `id` under the account's identity secret. */
  user: z
    .strictObject({
      id: Words(200).min(1),
      signature: Words(128),
      name: Words(200).optional(),
      email: z.email().optional(),
    })
    .optional(),
})

export const WidgetMessage = z.strictObject({
  id: Id,
  seq: z.number().int(),
  /** The id that the widget gave it; only on the customer's own messages. */
  clientId: z.string().nullable(),
  author: z.enum(['customer', 'assistant', 'person', 'system']),
  /** Name of the person who wrote. */
  name: z.string().nullable(),
  text: z.string(),
  language: z.string().nullable(),
  sources: z.array(z.strictObject({ article: Id, title: z.string() })),
  files: z.array(Attachment),
  /** The assistant asks whether that solved it: the widget shows two buttons. */
  asksWhetherSolved: z.boolean(),
  at: Time,
})
export type WidgetMessage = z.infer<typeof WidgetMessage>

export const WidgetState = z.strictObject({
  /** Whose timeline it is. When it becomes another one (signed in, joined), messages and numbers begin anew. */
  customer: Id,
  conversation: Id.nullable(),
  phase: z.enum(['new', 'assistant', 'waiting', 'person', 'callback', 'closed']),
  /** The place among those waiting. `range` in minutes, null when nothing honest can be said. */
  place: z
    .strictObject({
      ahead: z.number().int(),
      range: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
      /** Why the place or range grew, when it did. */
      because: Reason.nullable(),
    })
    .nullable(),
  person: z.strictObject({ name: z.string() }).nullable(),
  teamIsIn: z.boolean(),
  /** The assistant is paused: whatever this customer writes next is answered by a person. */
  assistantPaused: z.boolean(),
  /** When somebody is there again; only when nobody is. */
  opensAt: Time.nullable(),
  /** The customer left the queue and may return to the same place until then. */
  mayReturnUntil: Time.nullable(),
  /** The agreed time at which a person comes to this customer. */
  callbackAt: Time.nullable(),
  /** The effort question is open for this conversation, about whoever served it. */
  asksEffort: z.strictObject({ conversation: Id, about: z.enum(['assistant', 'person']) }).nullable(),
})
export type WidgetState = z.infer<typeof WidgetState>

export const Visited = z.strictObject({
  token: z.string(),
  /** The language the widget shall speak: asked for, remembered, or the account's own. */
  language: LanguageTag,
  company: z.string(),
  assistant: z.string(),
  customer: z.strictObject({ name: z.string().nullable(), verified: z.boolean() }),
  messages: z.array(WidgetMessage),
  state: WidgetState,
})
export type Visited = z.infer<typeof Visited>

const perLanguage = (most: number) => z.partialRecord(LanguageTag, Words(most))
/** How the widget looks and greets; null and missing sentences are the house's own. PUT /v1/appearance makes a new version. */
export const Appearance = z.strictObject({
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  position: z.enum(['left', 'right']),
  /** Beside the round button, at most 40 characters. */
  launcher: perLanguage(40),
  greeting: perLanguage(200),
  /** Told outside opening hours. */
  notice: perLanguage(300),
  /** The team as a picture (PNG, JPEG or WebP as data URL, at most 60 kB) or as initials. */
  photo: z
    .string()
    .max(82_000)
    .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/)
    .nullable(),
  initials: Words(3),
  sound: z.boolean(),
})
export type Appearance = z.infer<typeof Appearance>
/** GET /v1/appearance, with who changed it when, newest first. */
export const AppearanceView = z.strictObject({
  appearance: Appearance,
  versions: z.array(z.strictObject({ version: z.number().int(), person: z.string().nullable(), at: Time })),
})
export type AppearanceView = z.infer<typeof AppearanceView>

const Both = z.tuple([z.string(), z.string()])
/** GET /w/appearance?site=KEY, before anything is opened: nothing in it depends on who asks. */
export const WidgetAppearance = Appearance.omit({ colour: true }).extend({
  /** Each for light and for dark, already made to be read. */
  palette: z.strictObject({ accent: Both, hover: Both, on: Both, tint: Both, edge: Both }).nullable(),
})
export type WidgetAppearance = z.infer<typeof WidgetAppearance>

/** POST /w/transcript asks for a code by e-mail; POST /w/transcript/code with it sends the conversation there. */
export const TranscriptWish = z.strictObject({ email: z.email().max(254) })
export const TranscriptCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) })

/** POST /w/messages. The same clientId sent again gives the same answer and stores nothing. A message may be nothing but files. */
export const SentMessage = z
  .strictObject({
    clientId: ClientId,
    text: Words(10_000),
    files: z.array(Id).max(mostFilesOfMessage).default([]),
    page: Words(2000).optional(),
  })
  .refine(({ text, files }) => text.trim() !== '' || files.length > 0, { path: ['text'], message: 'is empty' })
/** POST /w/files?name=…&clientId=… with the bytes as application/octet-stream. A file that no message carries within a day is forgotten. */
export const FileQuery = z.strictObject({ name: Words(400), clientId: ClientId })
export const Acknowledged = z.strictObject({ id: Id, seq: z.number().int(), at: Time, conversation: Id })

/** POST /w/person: the always-visible control. DELETE /w/place leaves the queue, PUT /w/place returns to it. */
export const Pressed = z.strictObject({ clientId: ClientId })
/** POST /w/solution: whether the assistant's answer with this seq solved it. `solved: true` leaves the queue by the customer's own yes. */
export const Solution = z.strictObject({ seq: Seq, solved: z.boolean() })
/** POST /w/effort: "how easy was it": 1 very hard … 7 very easy (CES 2.0). */
export const EffortAnswer = z.strictObject({
  conversation: Id,
  score: z.number().int().min(1).max(7),
  comment: Words(2000).optional(),
})
/** POST /w/callback: reach me when somebody is there. */
export const CallbackWish = z.strictObject({
  email: z.email().optional(),
  phone: Words(40).refine(isPhone, { message: 'bad-phone' }).optional(),
  /** One of the times that GET /w/callback/slots offers. Without it: as soon as somebody is in. */
  at: Time.optional(),
})
/** GET /w/callback/slots : times that can be promised. DELETE /w/callback gives an agreed time up for the place in the queue. */
export const CallbackSlots = z.strictObject({ slots: z.array(z.strictObject({ at: Time })) })
/** GET /w/explanation: why it was decided like this, in the customer's language. */
export const WidgetExplanation = z.strictObject({ sentences: z.array(z.string()) })
/** GET /w/articles/:id: the source of an answer. */
export const WidgetArticle = z.strictObject({ title: z.string(), html: z.string(), language: LanguageTag })

/** GET /w/stream?after=SEQ: server-sent events. `event:` is one of these, `data:` its JSON. A comment line every 20 s keeps it open. */
export interface StreamEvents {
  message: WidgetMessage
  state: WidgetState
  /** Somebody is writing; settles by itself after 6 s. */
  typing: { author: 'assistant' | 'person' }
}

export interface ChannelEvents {
  'reply.sent': { conversation: string; customer: string; seq: number; channel: string }
}
