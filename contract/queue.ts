import { z } from 'zod'
import { ConversationRow } from './conversations.ts'
import { Money } from './shapes.ts'
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
  expectedWait: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  history: z.array(z.strictObject({ at: z.string(), waiting: z.number().int(), atRisk: Money })),
})
export type FloorBoard = z.infer<typeof FloorBoard>

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
  /** The clock: time to look at this customer's wait. */
  'wait.due': { conversation: string }
}
