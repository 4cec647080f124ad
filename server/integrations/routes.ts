import { z } from 'zod'
import { ApiKeyList, MadeApiKey, MadeWebhook, NewApiKey, NewWebhook, WebhookList } from '../../contract/integrations.ts'
import { Id, Time } from '../../contract/shapes.ts'
import type { Api } from '../platform/http.ts'
import { endWebhook, makeKey, makeWebhook, replay, revokeKey } from './actions.ts'
import { firstRunRoutes } from './first-run.ts'
import { type KeyRow, listKeys, listWebhooks, type WebhookRow } from './store.ts'

const Path = z.strictObject({ id: Id })
const Replay = z.strictObject({ from: Time })
const Replayed = z.strictObject({ replayed: z.number().int() })

export function routes(api: Api): void {
  keyRoutes(api)
  webhookRoutes(api)
  firstRunRoutes(api)
}

function keyRoutes(api: Api): void {
  api.get('/v1/api-keys', 'own', { says: 'The API keys; never their secrets.', answer: ApiKeyList }, ({ account, read }) =>
    read(async (db) => ({ keys: (await listKeys(db, account)).map(viewKey) })),
  )
  api.post(
    '/v1/api-keys',
    'own',
    { says: 'Makes an API key. Its secret is shown this once.', body: NewApiKey, answer: MadeApiKey, status: 201 },
    async ({ act, body }) => {
      const { key, secret } = await act((work) => makeKey(work, body))
      return { key: viewKey(key), secret }
    },
  )
  api.delete('/v1/api-keys/:id', 'own', { says: 'Revokes an API key at once.', params: Path, status: 204 }, async ({ act, params }) => {
    await act((work) => revokeKey(work, params.id))
  })
}

function webhookRoutes(api: Api): void {
  api.get('/v1/webhooks', 'own', { says: 'The webhooks, and whether their receivers answer.', answer: WebhookList }, ({ account, read }) =>
    read(async (db) => ({ webhooks: (await listWebhooks(db, account)).map(viewWebhook) })),
  )
  api.post(
    '/v1/webhooks',
    'own',
    {
      says: 'Sends events to this address from now on (Standard Webhooks 1.0.0). The signing secret is shown this once.',
      body: NewWebhook,
      answer: MadeWebhook,
      status: 201,
    },
    async ({ act, body }) => {
      const { webhook, secret } = await act((work) => makeWebhook(work, body))
      return { webhook: viewWebhook(webhook), secret }
    },
  )
  api.delete(
    '/v1/webhooks/:id',
    'own',
    { says: 'Ends a webhook with everything it had still to send.', params: Path, status: 204 },
    async ({ act, params }) => {
      await act((work) => endWebhook(work, params.id))
    },
  )
  api.post(
    '/v1/webhooks/:id/replay',
    'own',
    { says: 'Sends everything since then once more, in order and under the same ids.', params: Path, body: Replay, answer: Replayed },
    async ({ act, params, body }) => ({
      replayed: await act((work) => replay(work, params.id, new Date(body.from))),
    }),
  )
}

const viewKey = (key: KeyRow) => ({ ...key, createdAt: key.createdAt.toISOString(), lastUsedAt: key.lastUsedAt?.toISOString() ?? null })
const viewWebhook = (webhook: WebhookRow) => ({ ...webhook, createdAt: webhook.createdAt.toISOString() })
