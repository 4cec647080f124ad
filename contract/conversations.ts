import { z } from 'zod'
import { ClientId, Estimate, Id, MessageText, Money, Reason, Seq, Time, Words } from './shapes.ts'

export const Holder = z.strictObject({
  kind: z.enum(['assistant', 'person']),
  person: Id.nullable(),
  name: z.string().nullable(),
  since: Time,
})

/** One row of the inbox. */
export const ConversationRow = z.strictObject({
  id: Id,
  number: z.number().int(),
  customer: z.strictObject({ id: Id, name: z.string().nullable(), localName: z.string().nullable(), verified: z.boolean() }),
  channel: z.string(),
  language: z.string().nullable(),
  state: z.enum(['assistant', 'waiting', 'person', 'callback', 'closed']),
  holder: Holder.nullable(),
  intent: z.string().nullable(),
  preview: z.strictObject({ author: z.string(), text: z.string(), language: z.string().nullable(), at: Time }).nullable(),
  /** The last customer message is not answered yet. */
  unanswered: z.boolean(),
  stake: z.strictObject({ atRisk: Money, toGain: Money, total: Money, uplift: Money, perMinute: Money }).nullable(),
  mood: z.strictObject({ score: z.number(), before: z.number().nullable() }).nullable(),
  place: z.strictObject({ ahead: z.number().int(), waitingSince: Time, priority: z.number().int(), limitAt: Time }).nullable(),
  askedForPerson: z.boolean(),
  openedAt: Time,
  lastAt: Time,
  closedAt: Time.nullable(),
})
export type ConversationRow = z.infer<typeof ConversationRow>

/** GET /v1/conversations */
export const ConversationQuery = z.strictObject({
  view: z.enum(['mine', 'waiting', 'assistant', 'all', 'closed']).default('all'),
  search: Words(200).optional(),
  customer: Id.optional(),
  /** `cursor` of the page before. */
  cursor: Words(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const ConversationPage = z.strictObject({
  rows: z.array(ConversationRow),
  cursor: z.string().nullable(),
  counts: z.strictObject({ mine: z.number(), waiting: z.number(), assistant: z.number(), all: z.number() }),
})
export type ConversationPage = z.infer<typeof ConversationPage>

/** One entry of a customer's timeline. System lines carry a code with numbers instead of words. */
export const TimelineEntry = z.strictObject({
  id: Id,
  seq: z.number().int(),
  conversation: Id,
  clientId: z.string().nullable(),
  author: z.enum(['customer', 'assistant', 'person', 'system']),
  /** A private note never leaves the team. */
  private: z.boolean(),
  person: z.strictObject({ id: Id, name: z.string() }).nullable(),
  text: z.string(),
  language: z.string().nullable(),
  /** System lines: `code` in locales/LANGUAGE/conversations.json under `system`. */
  reason: Reason.nullable(),
  sources: z.array(z.strictObject({ article: Id, title: z.string() })),
  /** What was read from a customer's message. */
  reading: z
    .strictObject({
      intent: z.string().nullable(),
      intentConfidence: z.number(),
      language: z.string().nullable(),
      mood: z.number(),
      frustrated: z.boolean(),
      confused: z.boolean(),
      wantsPerson: z.boolean(),
      facts: z.array(z.strictObject({ kind: z.string(), value: z.string() })),
    })
    .nullable(),
  delivery: z.enum(['stored', 'sent', 'read', 'failed']),
  at: Time,
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** GET /v1/conversations/:id/timeline : the customer's whole timeline, newest page first asked, oldest first given. */
export const TimelineQuery = z.strictObject({
  before: z.coerce.number().pipe(Seq).optional(),
  after: z.coerce.number().pipe(Seq).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export const Timeline = z.strictObject({ entries: z.array(TimelineEntry), more: z.boolean() })
export type Timeline = z.infer<typeof Timeline>

/** GET /v1/conversations/:id */
export const Conversation = ConversationRow.extend({
  mayReply: z.boolean(),
  claims: z.array(
    z.strictObject({
      holder: z.enum(['assistant', 'person']),
      name: z.string().nullable(),
      since: Time,
      until: Time.nullable(),
      because: z.string().nullable(),
    }),
  ),
  weighed: z
    .strictObject({
      atRisk: Money,
      toGain: Money,
      total: Money,
      risk: Money,
      gain: Money,
      uplift: Money,
      lossProbability: z.number(),
      resolvedByPerson: z.number(),
      resolvedByAssistant: z.number(),
      handleMinutes: z.number(),
      perMinute: Money,
      terms: z.array(
        z.strictObject({
          code: z.string(),
          side: z.enum(['risk', 'gain']),
          money: Money,
          numbers: z.record(z.string(), z.number()),
        }),
      ),
      inputs: z.record(z.string(), Estimate),
    })
    .nullable(),
  moods: z.array(z.strictObject({ seq: z.number().int(), at: Time, score: z.number() })),
})
export type Conversation = z.infer<typeof Conversation>

/** POST /v1/conversations/:id/messages */
export const Reply = z.strictObject({
  clientId: ClientId,
  text: MessageText,
  private: z.boolean().default(false),
})
/** POST /v1/conversations/:id/claim takes the conversation over. DELETE gives it back: to the queue at the same place, to the assistant or to a colleague. */
export const GiveBack = z.strictObject({
  to: z.enum(['queue', 'assistant', 'person']),
  person: Id.optional(),
  note: Words(2000).optional(),
})
/** POST /v1/conversations/:id/closure */
export const Close = z.strictObject({
  resolved: z.boolean(),
  reason: z.enum(['solved', 'no-answer', 'spam', 'duplicate', 'other']).default('solved'),
})
/** PUT /v1/conversations/:id/intent : a correction teaches at once. */
export const IntentCorrection = z.strictObject({ seq: Seq, intent: Words(64).nullable() })

export interface ConversationEvents {
  'conversation.opened': { conversation: string; customer: string; reopened: boolean }
  'message.received': { conversation: string; customer: string; seq: number }
  /** Somebody of us spoke to the customer. */
  'reply.written': { conversation: string; customer: string; seq: number; by: 'assistant' | 'person' | 'system'; person: string | null }
  'note.written': { conversation: string; customer: string; seq: number; person: string }
  'claim.opened': { conversation: string; customer: string; claim: string; holder: 'assistant' | 'person'; person: string | null }
  'claim.ended': {
    conversation: string
    customer: string
    claim: string
    holder: 'assistant' | 'person'
    person: string | null
    because: 'closed' | 'given-back' | 'passed-on'
  }
  /** The holder's console fell silent: the customer goes back to the same place. */
  'claim.lapsed': { conversation: string; customer: string; claim: string; person: string | null }
  /** The clock: time to look whether the holder is still there. */
  'claim.due': { conversation: string; claim: string }
  'conversation.closed': {
    conversation: string
    customer: string
    by: 'assistant' | 'person' | 'customer' | 'clock'
    person: string | null
    resolved: boolean | null
    reason: string
  }
  /** The clock: by now this message is answered, held or in the queue; if not, a person gets it (I8, I19). */
  'answer.due': { conversation: string; customer: string; seq: number }
  /** The clock: a conversation that fell silent. */
  'silence.due': { conversation: string; seq: number }
}
