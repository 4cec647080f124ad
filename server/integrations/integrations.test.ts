import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ApiKeyList, MadeApiKey, MadeWebhook, WebhookList } from '../../contract/integrations.ts'
import type { Problem } from '../../contract/shapes.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { newId } from '../platform/ids.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

test('the secret of an API key is shown once, and a revoked key is dead at once', async () => {
  const made = await world.request<z.output<typeof MadeApiKey>>('POST', '/v1/api-keys', { body: { name: 'Shop', scope: 'events' } })
  expect(made.status).toBe(201)
  const { key, secret } = made.body
  expect(secret.endsWith(key.prefix.slice(1))).toBe(true)
  const track = () => world.request('POST', '/v1/track', { key: secret, body: { userId: 'a', event: 'Hello' } })
  expect((await track()).status).toBe(200)

  const list = (await world.request<ApiKeyList>('GET', '/v1/api-keys')).body.keys
  expect(list).toMatchObject([{ id: key.id, name: 'Shop', scope: 'events' }])
  expect(list[0]?.lastUsedAt).not.toBeNull()
  expect(JSON.stringify(list)).not.toContain(secret.split('.')[2])

  expect((await world.request('DELETE', `/v1/api-keys/${key.id}`)).status).toBe(204)
  expect((await world.request('DELETE', `/v1/api-keys/${key.id}`)).status).toBe(404)
  expect((await track()).status).toBe(401)
})

test('only owners, and keys with full rights, come near keys and webhooks', async () => {
  const lead = await world.makePerson('lead')
  const reading = await world.makeKey('read')
  const full = await world.makeKey('full')
  for (const path of ['/v1/api-keys', '/v1/webhooks']) {
    expect((await world.request('GET', path, { nobody: true })).status).toBe(401)
    expect((await world.request('GET', path, { cookie: lead.cookie })).status).toBe(403)
    expect((await world.request('GET', path, { key: reading })).status).toBe(403)
    expect((await world.request('GET', path, { key: full })).status).toBe(200)
  }
})

test('a webhook names an address and events that there are, or is refused with the place of the mistake', async () => {
  const make = (body: unknown) => world.request<Problem>('POST', '/v1/webhooks', { body })
  const refused = await make({ url: 'ftp://example.com/', events: ['message.received', 'message.eaten'] })
  expect(refused.status).toBe(400)
  expect(refused.body.error.details?.map((detail) => detail.path)).toEqual(['url', 'events.1'])
  expect((await make({ url: 'https://user:pass@example.com', events: ['message.received'] })).status).toBe(400)
  expect((await make({ url: 'no address', events: ['message.received'] })).status).toBe(400)
  expect((await make({ url: 'https://example.com', events: [] })).status).toBe(400)
})

test("another company's keys and webhooks are not there", async () => {
  const other = await world.makeAccount()
  const made = await world.request<z.output<typeof MadeWebhook>>('POST', '/v1/webhooks', {
    cookie: other.owner.cookie,
    body: { url: 'https://example.com/hook', events: ['message.received'] },
  })
  expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
  expect(made.body.webhook).toMatchObject({ pending: 0, failing: false })
  const { id } = made.body.webhook
  expect((await world.request('DELETE', `/v1/webhooks/${id}`)).status).toBe(404)
  expect((await world.request('POST', `/v1/webhooks/${id}/replay`, { body: { from: '2026-01-01T00:00:00Z' } })).status).toBe(404)
  expect((await world.request('DELETE', `/v1/webhooks/${newId()}`)).status).toBe(404)
  const theirs = await world.request<z.output<typeof WebhookList>>('GET', '/v1/webhooks', { cookie: other.owner.cookie })
  expect(theirs.body.webhooks).toMatchObject([{ id, url: 'https://example.com/hook' }])
  expect(JSON.stringify(theirs.body)).not.toContain('whsec_')
})

test('the whole API is described, every route with a summary, for tools and for people', async () => {
  const document = (
    await world.request<{ openapi: string; paths: Record<string, Record<string, { summary?: string }>> }>('GET', '/openapi.json', { nobody: true })
  ).body
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/v1/track', '/v1/customers/{id}', '/v1/webhooks/{id}/replay']))

  const page = await world.request<string>('GET', '/docs', { nobody: true })
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.body).not.toMatch(/<script|src=|javascript:/)
  const summaries = Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) => Object.values(methods).map(({ summary }) => ({ path, summary })))
  expect(summaries.filter(({ summary }) => !summary)).toEqual([])
  for (const { path, summary } of summaries) {
    expect(page.body, path).toContain((summary ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`))
  }
})
