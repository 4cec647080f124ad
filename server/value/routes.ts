import { z } from 'zod'
import { EconomicsChange, EconomicsList, LedgerPage } from '../../contract/value.ts'
import type { Economics, Estimate } from '../../core/value/economics.ts'
import { balance } from '../../core/value/ledger.ts'
import { currencyOf } from '../platform/accounts.ts'
import type { Api } from '../platform/http.ts'
import { findLedgerStart, listEconomics, listLedger, saveEconomics, sumLedger } from './store.ts'

const IntentPath = z.strictObject({ intent: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/) })

export function routes(api: Api): void {
  api.get(
    '/v1/economics',
    'read',
    { says: 'What each intent is worth, with the source of every number.', answer: EconomicsList },
    ({ account, read }) => read(async (db) => ({ currency: await currencyOf(db, account), intents: await listEconomics(db, account) })),
  )

  api.put(
    '/v1/economics/:intent',
    'lead',
    { says: 'Sets the economics of one intent.', params: IntentPath, body: EconomicsChange, status: 204 },
    async ({ account, act, params, body }) => {
      await act(async ({ db }) => {
        const before = (await listEconomics(db, account)).find((known) => known.intent === params.intent)
        await saveEconomics(db, account, changed(params.intent, body, before))
      })
    },
  )

  api.get(
    '/v1/ledger',
    'read',
    { says: 'The value ledger: what decisions booked, realised, cost and wrote off.', answer: LedgerPage },
    ({ account, read }) =>
      read(async (db) => {
        const sums = balance(await sumLedger(db, account))
        const entries = await listLedger(db, account, 200)
        const since = await findLedgerStart(db, account)
        return {
          currency: await currencyOf(db, account),
          since: since?.toISOString() ?? null,
          balance: {
            booked: sums.booked / 100,
            realised: sums.realised / 100,
            open: sums.open / 100,
            writtenOff: sums.writtenOff / 100,
            cost: sums.cost / 100,
          },
          entries: entries.map(({ cents, at, ...entry }) => ({ ...entry, money: cents / 100, at: at.toISOString() })),
        }
      }),
  )
}

/** A number that the owner changed is the owner's; the others keep their source. */
export function changed(intent: string, body: z.output<typeof EconomicsChange>, before: Economics | undefined): Economics {
  const estimate = (key: Exclude<keyof typeof body, 'skill'>): Estimate =>
    before?.[key].value === body[key] ? before[key] : { value: body[key], source: { kind: 'owner' } }
  return {
    intent,
    lossProbability: estimate('lossProbability'),
    resolvedByPerson: estimate('resolvedByPerson'),
    resolvedByAssistant: estimate('resolvedByAssistant'),
    buysWithPerson: estimate('buysWithPerson'),
    buysWithAssistant: estimate('buysWithAssistant'),
    margin: estimate('margin'),
    handleMinutes: estimate('handleMinutes'),
    skill: body.skill,
  }
}
