import { z } from 'zod'
import { labelColours, urgencies } from '../core/conversations/marks.ts'
import { panelBlocks } from '../core/conversations/panel.ts'
import { Attachment, ClientId, Estimate, Id, LanguageTag, MessageText, Money, Reason, Seq, Time, Words } from './shapes.ts'

export const Holder = z.strictObject({
  kind: z.enum(['assistant', 'person']),
  person: Id.nullable(),
  name: z.string().nullable(),
  since: Time,
})

/** How urgent the team says it is; the queue keeps its own order. */
export const Urgency = z.enum(urgencies)
export type Urgency = z.infer<typeof Urgency>

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
  place: z
    .strictObject({
      ahead: z.number().int(),
      waitingSince: Time,
      priority: z.number().int(),
      limitAt: Time,
      /** The skill that their matter needs; from `until` on anybody who speaks their language may serve them. */
      skill: z.strictObject({ name: z.string(), until: Time }).nullable(),
    })
    .nullable(),
  askedForPerson: z.boolean(),
  /** The time that was agreed with the customer. */
  callbackAt: Time.nullable(),
  openedAt: Time,
  lastAt: Time,
  closedAt: Time.nullable(),
  labels: z.array(Id),
  urgency: Urgency,
  /** Out of sight until then; null as a time: until the customer writes. */
  snoozed: z.strictObject({ until: Time.nullable() }).nullable(),
  /** The customer has said something that whoever asks has not seen. */
  unread: z.boolean(),
  /** What was found, when words were searched. */
  hit: z.strictObject({ seq: z.number().int(), text: z.string() }).nullable(),
})
export type ConversationRow = z.infer<typeof ConversationRow>

/** GET /v1/conversations */
export const ConversationQuery = z.strictObject({
  view: z.enum(['mine', 'waiting', 'assistant', 'all', 'snoozed', 'following', 'closed']).default('all'),
  /** Words, #number, and `from:` `in:` `label:` `before:` `after:`. */
  search: Words(200).optional(),
  /** Of this customer alone; `all` is then also what is closed. */
  customer: Id.optional(),
  /** `cursor` of the page before. */
  cursor: Words(200).optional(),
  /** Any page of the list, by how many rows stand above it; `cursor` reads on instead. */
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const ConversationPage = z.strictObject({
  rows: z.array(ConversationRow),
  cursor: z.string().nullable(),
  /** How many rows the whole list has; a search counts to 10,000. */
  total: z.number().int(),
  counts: z.strictObject({
    mine: z.number(),
    waiting: z.number(),
    assistant: z.number(),
    all: z.number(),
    snoozed: z.number(),
    following: z.number(),
  }),
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
  files: z.array(Attachment),
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

/** Words to be sent at a time. Once ended, `because` says what became of them. */
export const PlannedReply = z.strictObject({
  id: Id,
  person: Id,
  text: z.string(),
  dueAt: Time,
  because: z.enum(['customer-wrote', 'closed', 'held-by-another']).nullable(),
})
export type PlannedReply = z.infer<typeof PlannedReply>

/** GET /v1/conversations/:id */
export const Conversation = ConversationRow.extend({
  /** The page on which the customer wrote first; only by web chat. */
  page: z.string().nullable(),
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
  /** The words that whoever asks has begun. */
  drafts: z.strictObject({ reply: z.string(), note: z.string() }),
  planned: z.array(PlannedReply),
  followers: z.array(Id),
  /** This matter goes on in that one. */
  mergedInto: z.strictObject({ id: Id, number: z.number().int() }).nullable(),
  /** These matters are read here. */
  merged: z.array(z.strictObject({ id: Id, number: z.number().int(), customer: z.string().nullable(), at: Time })),
})
export type Conversation = z.infer<typeof Conversation>

/** POST /v1/conversations/:id/messages */
export const Reply = z.strictObject({
  clientId: ClientId,
  text: MessageText,
  private: z.boolean().default(false),
  /** Who is called by name in a note. */
  mentions: z.array(Id).max(20).default([]),
})
/** POST /v1/conversations/:id/planned : at least a few seconds, at most a year ahead. */
export const Plan = z.strictObject({ clientId: ClientId, text: MessageText, at: Time })
/** PUT /v1/conversations/:id/drafts/:mode ; empty words throw the draft away. */
export const DraftMode = z.enum(['reply', 'note'])
export const Draft = z.strictObject({ text: Words(10_000) })
/** PUT /v1/conversations/:id/seen : seen up to this number; smaller than before makes it unread again. */
export const Seen = z.strictObject({ seq: Seq })
/** POST /v1/conversations/:id/merge */
export const Merge = z.strictObject({ into: Id })

/** What can be done to a conversation. Labels and people are named by what the caller names them by: ids here, names in a file of settings. */
export const changesNaming = <Label extends z.ZodType, Somebody extends z.ZodType>(label: Label, person: Somebody) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('label'), label, on: z.boolean() }),
    z.strictObject({ kind: z.literal('urgency'), urgency: Urgency }),
    z.strictObject({ kind: z.literal('snooze'), until: Time.nullable() }),
    /** Counted from when it is done, as macros need it. */
    z.strictObject({ kind: z.literal('snooze-for'), hours: z.number().int().min(1).max(8760) }),
    z.strictObject({ kind: z.literal('wake') }),
    z.strictObject({ kind: z.literal('follow'), on: z.boolean() }),
    z.strictObject({ kind: z.literal('assign'), to: z.enum(['me', 'queue', 'assistant']) }),
    z.strictObject({ kind: z.literal('assign-person'), person }),
    z.strictObject({ kind: z.literal('resolve'), resolved: z.boolean() }),
    z.strictObject({ kind: z.literal('reply'), text: MessageText }),
    z.strictObject({ kind: z.literal('note'), text: MessageText }),
  ])
/** One thing that is done to a conversation, by a key, a macro, or to many at once. */
export const Change = changesNaming(Id, Id)
export type Change = z.infer<typeof Change>

/** POST /v1/conversations/changes : each conversation by itself; what is refused is said, the rest is done. Sent again under the same id, words are not said twice. */
export const Changes = z.strictObject({
  clientId: z.string().regex(/^[\w-]{8,48}$/),
  conversations: z.array(Id).min(1).max(200),
  changes: z.array(Change).min(1).max(10),
})
export const ChangesDone = z.strictObject({
  done: z.array(Id),
  refused: z.array(z.strictObject({ conversation: Id, code: z.string() })),
})
export type ChangesDone = z.infer<typeof ChangesDone>

/** GET/POST /v1/labels, PUT/DELETE /v1/labels/:id */
export const LabelColour = z.enum(labelColours)
export type LabelColour = z.infer<typeof LabelColour>
export const LabelChange = z.strictObject({ name: Words(40).min(1), colour: LabelColour })
export const Label = LabelChange.extend({ id: Id, used: z.number().int() })
export type Label = z.infer<typeof Label>
export const LabelList = z.strictObject({ labels: z.array(Label) })

/** GET/POST /v1/replies, PUT/DELETE /v1/replies/:id. `own`: only for whoever made it. */
export const CannedReplyChange = z.strictObject({
  shortcut: z.string().regex(/^[\p{L}\p{M}\p{N}_-]{1,40}$/u),
  text: MessageText,
  own: z.boolean(),
})
export const CannedReply = CannedReplyChange.extend({ id: Id })
export type CannedReply = z.infer<typeof CannedReply>
export const CannedReplyList = z.strictObject({ replies: z.array(CannedReply) })

/** GET/POST /v1/macros, PUT/DELETE /v1/macros/:id */
export const MacroChange = z.strictObject({ name: Words(60).min(1), changes: z.array(Change).min(1).max(10) })
export const Macro = MacroChange.extend({ id: Id })
export type Macro = z.infer<typeof Macro>
export const MacroList = z.strictObject({ macros: z.array(Macro) })

/** GET/PUT /v1/me/habits : how whoever asks likes to work at the desk. */
export const Habits = z.strictObject({
  /** Enter sends and Shift+Enter makes a line; otherwise Ctrl+Enter sends. */
  enterSends: z.boolean().default(false),
  undoSeconds: z.union([z.literal(0), z.literal(5), z.literal(10)]).default(5),
  shortcuts: z.boolean().default(true),
  activity: z.boolean().default(true),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** What stands beside a conversation, first things first; what is not named follows in the usual order. */
  panel: z.array(z.enum(panelBlocks)).max(panelBlocks.length).default([]),
  filters: z
    .array(z.strictObject({ name: Words(60).min(1), search: Words(200).min(1) }))
    .max(20)
    .default([]),
})
export type Habits = z.infer<typeof Habits>
/** POST /v1/conversations/:id/claim takes the conversation over. DELETE gives it back: to the queue at the same place, to the assistant or to a colleague. */
export const GiveBack = z.strictObject({
  to: z.enum(['queue', 'assistant', 'person']),
  person: Id.optional(),
  /** To the queue: whom the place shall wait for. */
  skill: Words(64).min(1).optional(),
  language: LanguageTag.optional(),
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
  /** Somebody of the team marked it: label, urgency, snooze, follower, planned words, merge. */
  'conversation.marked': {
    conversation: string
    customer: string
    person: string | null
    mark: 'label' | 'urgency' | 'snooze' | 'follower' | 'planned' | 'merge'
  }
  'person.mentioned': { conversation: string; customer: string; seq: number; person: string; by: string }
  /** The clock: a snooze is over. */
  'snooze.due': { conversation: string; snooze: string }
  /** The clock: planned words are to be sent. */
  'planned.due': { conversation: string; planned: string }
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
  /** The clock: time to forget a file that no message carries. */
  'file.due': { customer: string; file: string }
  /** The clock: a conversation that fell silent. */
  'silence.due': { conversation: string; seq: number }
}
