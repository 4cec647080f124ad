import { z } from 'zod'
import { Id, Time, Words } from './shapes.ts'

/** GET/POST /v1/api-keys, DELETE /v1/api-keys/:id . The secret is shown once. */
export const ApiKey = z.strictObject({
  id: Id,
  name: z.string(),
  scope: z.enum(['events', 'read', 'full']),
  prefix: z.string(),
  createdAt: Time,
  lastUsedAt: Time.nullable(),
})
export const ApiKeyList = z.strictObject({ keys: z.array(ApiKey) })
export type ApiKeyList = z.infer<typeof ApiKeyList>
export const NewApiKey = z.strictObject({ name: Words(100).min(1), scope: z.enum(['events', 'read', 'full']) })
export const MadeApiKey = z.strictObject({ key: ApiKey, secret: z.string() })

/** GET/POST /v1/webhooks, DELETE /v1/webhooks/:id ; sent as Standard Webhooks 1.0.0, in order per conversation, at least once. */
export const Webhook = z.strictObject({
  id: Id,
  url: z.url(),
  events: z.array(z.string()),
  createdAt: Time,
  pending: z.number().int(),
  failing: z.boolean(),
})
export const WebhookList = z.strictObject({ webhooks: z.array(Webhook) })
export const NewWebhook = z.strictObject({ url: z.url().max(2000), events: z.array(z.string().max(64)).min(1).max(50) })
export const MadeWebhook = z.strictObject({ webhook: Webhook, secret: z.string() })
