import { z } from 'zod'
import { IntentCorrection } from '../../contract/conversations.ts'
import { Id } from '../../contract/shapes.ts'
import { IntentExamples, IntentList } from '../../contract/understanding.ts'
import { findState } from '../conversations/state.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { correctIntent, replaceExamples } from './actions.ts'
import { findModelCard, listExamples } from './store.ts'

const IntentPath = z.strictObject({ intent: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/) })

export function routes(api: Api): void {
  api.get(
    '/v1/intents',
    'read',
    { says: 'The intents with their examples and the model trained from them.', answer: IntentList },
    ({ account, read }) =>
      read(async (db) => {
        const examples = await listExamples(db, account)
        const card = await findModelCard(db, account)
        const intents = [...Map.groupBy(examples, (example) => example.intent)].map(([intent, all]) => ({
          intent,
          examples: all.length,
          byLanguage: Object.fromEntries(
            [...Map.groupBy(all, (example) => example.language ?? 'unknown')].map(([language, some]) => [language, some.length]),
          ),
        }))
        const model = {
          version: card?.version ?? 0,
          trainedAt: card?.trainedAt.toISOString() ?? null,
          examples: card?.examples ?? 0,
          accuracy: card?.accuracy ?? null,
        }
        return { intents, model }
      }),
  )

  api.get(
    '/v1/intents/:intent/examples',
    'read',
    { says: 'The labelled examples of one intent.', params: IntentPath, answer: IntentExamples },
    ({ account, read, params }) =>
      read(async (db) => ({ examples: (await listExamples(db, account, params.intent)).map((example) => example.text) })),
  )

  api.put(
    '/v1/intents/:intent/examples',
    'lead',
    { says: 'Replaces the examples of one intent; training follows at once.', params: IntentPath, body: IntentExamples, status: 204 },
    async ({ act, params, body }) => {
      await act((work) => replaceExamples(work, params.intent, body.examples))
    },
  )

  api.put(
    '/v1/conversations/:id/intent',
    'serve',
    { says: 'Corrects what a message was about; the correction teaches.', params: z.strictObject({ id: Id }), body: IntentCorrection, status: 204 },
    async ({ account, act, params, body }) => {
      await act(async (work) => {
        const state = (await findState(work.db, account, params.id)) ?? refuse('not-found')
        await correctIntent(work, { conversation: state.id, customer: state.customer, ...body })
      })
    },
  )
}
