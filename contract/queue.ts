import { z } from 'zod'
import { ConversationRow } from './conversations.ts'
import { Id, Money, Time, Words } from './shapes.ts'
import { Person } from './team.ts'

/** GET /v1/floor : what the lead sees. `waiting` in the order of service. */
export const FloorBoard = z.strictObject({
  waiting: z.array(ConversationRow),
  people: z.array(Person.extend({ holding: z.array(ConversationRow) })),
  withAssistant: z.number().int(),
  valueAtRisk: Money,
  valueToGain: Money,
  /** What a minute of a person is worth now, and what it costs. */
  price: Money,
  costOfMinute: Money,
  /** Waiting customers whose limit comes within 5 minutes, or has passed. */
  promisesAtRisk: z.number().int(),
  /** Agreed times until the end of the next 24 hours, the next one first. */
  callbacks: z.array(
    z.strictObject({
      conversation: Id,
      number: z.number().int(),
      name: z.string().nullable(),
      language: z.string().nullable(),
      at: Time,
      /** How often an agreed time could not be kept. */
      attempts: z.number().int(),
      /** The time has come: it stands in front of the queue. */
      called: z.boolean(),
    }),
  ),
  expectedWait: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
})
export type FloorBoard = z.infer<typeof FloorBoard>

/** POST /v1/conversations/:id/transfer : into a colleague's hands, who says yes or no within a minute. PUT answers, DELETE withdraws. */
export const TransferWish = z.strictObject({ person: Id, note: Words(2000).optional() })
export const TransferAnswer = z.strictObject({ accept: z.boolean() })
export const TransferView = z.strictObject({
  id: Id,
  conversation: Id,
  number: z.number().int(),
  customer: z.string().nullable(),
  from: z.strictObject({ id: Id, name: z.string() }),
  to: z.strictObject({ id: Id, name: z.string() }),
  note: z.string().nullable(),
  answerBy: Time,
})
export type TransferView = z.infer<typeof TransferView>

/** GET /v1/me/desk : what waits for one's own hand, beside the conversations. */
export const Desk = z.strictObject({
  /** Until when one counts as busy after closing; PUT /v1/me/ready ends it. */
  wrapUpUntil: Time.nullable(),
  incoming: z.array(TransferView),
  outgoing: z.array(TransferView),
})
export type Desk = z.infer<typeof Desk>

/** GET /v1/floor/course?hours : how the floor was, step by step until now. */
export const CourseQuery = z.strictObject({ hours: z.coerce.number().int().min(1).max(24).default(2) })
export const FloorCourse = z.strictObject({
  points: z.array(
    z.strictObject({
      at: Time,
      /** Customers waiting for a person at that moment, what was at risk with them, and how long the first of them had waited. */
      waiting: z.number().int(),
      atRisk: Money,
      longestWaitSeconds: z.number(),
      /** Conversations in the hands of people, and of how many people. */
      held: z.number().int(),
      busy: z.number().int(),
    }),
  ),
})
export type FloorCourse = z.infer<typeof FloorCourse>

/** PUT /v1/conversations/:id/assignment : the lead moves it to a person, or back into the queue. */
export const Assignment = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('person'), person: Id }),
  z.strictObject({ to: z.literal('queue') }),
])

export interface QueueEvents {
  /** The place is durable. From here on the assistant may speak. `seq`: the message it followed. */
  'place.kept': { conversation: string; customer: string; seq: number; waiting: boolean; joined: boolean }
  'place.taken': { conversation: string; customer: string }
  'place.left': { conversation: string; customer: string; because: string }
  'place.returned': { conversation: string; customer: string }
  'place.served': { conversation: string; customer: string; person: string; waitedSeconds: number }
  /** What a waiting customer is told has changed; the page shows it at once. */
  'place.announced': { conversation: string; customer: string; ahead: number }
  /** Positions changed; what each waiting customer is told follows. */
  'queue.moved': Record<string, never>
  'wait.overrun': { conversation: string }
  /** Waited long enough that less is demanded of who serves: the skill, then the language. */
  'wait.eased': { conversation: string }
  /** The clock: the limit of this customer's wait is near. */
  'promise.due': { conversation: string; limit: string }
  /** The clock: time to look at this customer's wait. */
  'wait.due': { conversation: string }
  /** The holder neither opened nor wrote in time: the customer is at the same place, and somebody else is asked. */
  'claim.unseen': { conversation: string; customer: string; claim: string; person: string | null }
  /** The clock: by now the holder has opened what they were given. */
  'sight.due': { conversation: string; claim: string }
  'transfer.asked': { conversation: string; customer: string; transfer: string; from: string; person: string }
  'transfer.answered': { conversation: string; customer: string; transfer: string; from: string; person: string; answer: string }
  /** The clock: time to look whether the colleague has said yes or no. */
  'transfer.due': { conversation: string; transfer: string }
  'callback.agreed': { conversation: string; customer: string; at: string }
  /** The agreed time has come and somebody is there: the place stands in front. */
  'callback.called': { conversation: string; customer: string }
  /** Nobody could take the customer at the agreed time; `next` was agreed instead, or null: the place stays in front. */
  'callback.missed': { conversation: string; customer: string; next: string | null }
  /** The clock: an agreed time has come; `called`: the time to keep it is over. */
  'callback.due': { conversation: string; at: string; called: boolean }
  /** The clock: by now an open page has shown this line. */
  'letter.due': { conversation: string; customer: string; seq: number }
}
