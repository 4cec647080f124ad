import { z } from 'zod'
import { Estimate, Id, Money, Time } from './shapes.ts'

/** GET /v1/economics, PUT /v1/economics/:intent */
export const EconomicsRow = z.strictObject({
  intent: z.string(),
  lossProbability: Estimate,
  resolvedByPerson: Estimate,
  resolvedByAssistant: Estimate,
  buysWithPerson: Estimate,
  buysWithAssistant: Estimate,
  margin: Estimate,
  handleMinutes: Estimate,
  skill: z.string().nullable(),
})
export const EconomicsList = z.strictObject({ currency: z.string(), intents: z.array(EconomicsRow) })
export type EconomicsList = z.infer<typeof EconomicsList>
const share = z.number().min(0).max(1)
export const EconomicsChange = z.strictObject({
  lossProbability: share,
  resolvedByPerson: share,
  resolvedByAssistant: share,
  buysWithPerson: share,
  buysWithAssistant: share,
  margin: z.number().min(0).max(1e9),
  handleMinutes: z.number().min(0.1).max(480),
  skill: z.string().max(64).nullable(),
})

/** GET /v1/ledger */
export const LedgerPage = z.strictObject({
  currency: z.string(),
  /** The first entry of all: the balance is of the whole time since; null while there is none. */
  since: Time.nullable(),
  balance: z.strictObject({ booked: Money, realised: Money, open: Money, writtenOff: Money, cost: Money }),
  entries: z.array(
    z.strictObject({
      id: Id,
      conversation: Id,
      number: z.number().int(),
      kind: z.enum(['expected', 'cost', 'realised', 'written-off']),
      money: Money,
      decision: z.enum(['person', 'assistant', 'callback']).nullable(),
      rule: z.string(),
      at: Time,
    }),
  ),
})
export type LedgerPage = z.infer<typeof LedgerPage>

export interface ValueEvents {
  'stake.weighed': { conversation: string; customer: string; seq: number }
  'value.booked': { conversation: string; kind: string; cents: number }
  /** The clock: expected value that did not come true within the window is written off. */
  'value.due': { conversation: string; entry: string }
}
