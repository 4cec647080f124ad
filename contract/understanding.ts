import { z } from 'zod'
import { Words } from './shapes.ts'

/** GET /v1/intents : the account's intents with their labelled examples; PUT /v1/intents/:intent/examples replaces them. */
export const IntentExamples = z.strictObject({
  examples: z.array(Words(1000)).max(5000),
})
export const IntentList = z.strictObject({
  intents: z.array(z.strictObject({ intent: z.string(), examples: z.number().int(), byLanguage: z.record(z.string(), z.number()) })),
  model: z.strictObject({ version: z.number().int(), trainedAt: z.string().nullable(), examples: z.number().int(), accuracy: z.number().nullable() }),
})
export type IntentList = z.infer<typeof IntentList>

export interface UnderstandingEvents {
  /** Row 4: heard at once, by words or by the always-visible control. */
  'person.wanted': { conversation: string; customer: string; seq: number; by: 'words' | 'control' }
  'message.understood': { conversation: string; customer: string; seq: number; intent: string | null; wantsPerson: boolean; vulnerable: boolean }
  'examples.changed': { intent: string }
}
