import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { MadeApiKey, MadeWebhook } from '../contract/integrations.ts'
import { startSender } from '../server/integrations/sender.ts'
import { many, one, sql } from '../server/platform/db.ts'
import { listOperations, listRoutes, type OpenApi } from './world/openapi.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let key: string
const closers: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  world = await makeWorld()
  key = await world.makeKey('events')
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
afterAll(() => world.stop())

const document = async () => (await world.request<OpenApi>('GET', '/openapi.json', { nobody: true })).body
const countTracked = async () => (await one(world.platform.database.platform, sql<{ n: number }>`select count(*)::int as n from tracked`)).n

const calls = {
  '/v1/identify': { userId: 'u-1', traits: { name: 'Mei Lin', email: 'mei@example.test' } },
  '/v1/track': { userId: 'u-1', event: 'Signed Up', properties: { plan: 'club' } },
  '/v1/page': { anonymousId: 'anon-1', name: 'Sofas' },
  '/v1/batch': {
    batch: [
      { type: 'track', userId: 'u-2', event: 'Signed Up', messageId: 'batch-1' },
      { type: 'page', userId: 'u-2', name: 'Sale', messageId: 'batch-2' },
    ],
  },
}

for (const [path, call] of Object.entries(calls)) {
  test(`the same message id sent again to ${path}, also at the same time, is stored once`, async () => {
    const body = path === '/v1/batch' ? call : { ...call, messageId: `once-${path}` }
    const before = await countTracked()
    const send = () => world.request<{ stored: number; repeated: number }>('POST', path, { key, body })
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
    const size = path === '/v1/batch' ? 2 : 1
    expect(answers.reduce((sum, answer) => sum + answer.body.stored, 0)).toBe(size)
    expect(answers.reduce((sum, answer) => sum + answer.body.repeated, 0)).toBe(3 * size)
    expect(await countTracked()).toBe(before + size)
  })
}

test('event tools may send the key as they do: Basic, with the key as user name', async () => {
  const basic = (name: string) => ({ authorization: `Basic ${Buffer.from(`${name}:`).toString('base64')}` })
  const body = { userId: 'u-3', event: 'Hello' }
  expect((await world.request('POST', '/v1/track', { headers: basic(key), body })).status).toBe(200)
  expect((await world.request('POST', '/v1/track', { headers: basic('v1.nobody'), body })).status).toBe(401)
  expect((await world.request('POST', '/v1/track', { nobody: true, body })).status).toBe(401)
})

test('what a key may do is what its scope says', async () => {
  const [events, read, full] = [key, await world.makeKey('read'), await world.makeKey('full')]
  const statuses = async (path: string, method: 'GET' | 'POST', body?: unknown) =>
    Promise.all(
      [events, read, full].map(async (each) => (await world.request(method, path, { key: each, ...(body !== undefined && { body }) })).status),
    )
  expect(await statuses('/v1/track', 'POST', { userId: 'u-4', event: 'Hello' })).toEqual([200, 403, 200])
  expect(await statuses('/v1/customers', 'GET')).toEqual([403, 200, 200])
  expect(await statuses('/v1/api-keys', 'GET')).toEqual([403, 403, 200])
  // No key speaks to a customer: that needs a person.
  expect(await statuses('/v1/conversations/01900000-0000-7000-8000-000000000000/claim', 'POST')).toEqual([403, 403, 403])
})

test('a revoked key is dead with the next request', async () => {
  const { body } = await world.request<z.output<typeof MadeApiKey>>('POST', '/v1/api-keys', { body: { name: 'Shop', scope: 'read' } })
  expect((await world.request('GET', '/v1/customers', { key: body.secret })).status).toBe(200)
  await world.request('DELETE', `/v1/api-keys/${body.key.id}`)
  expect((await world.request('GET', '/v1/customers', { key: body.secret })).status).toBe(401)
})

test('every route that the server answers is in the document, and the document names none that it does not', async () => {
  const described = listOperations(await document()).map(({ method, path }) => `${method} ${path}`)
  // Pages for people, and the sign-in library's own routes below /auth/ (the server's list shows only their star).
  const pages = /^(GET \/((console|shop|try|widget)(\/.*)?|widget\.js|)|(GET|POST) \/(auth\/)?\*|(GET|POST) \/reports\/.*)$/
  const served = listRoutes(world.api.server.printRoutes({ commonPrefix: false })).filter((route) => !pages.test(route))
  expect(served.length).toBeGreaterThan(60)
  expect(described.sort()).toEqual(served.sort())
})

test('the document is whole: summaries, permissions, declared path parameters, answers, and references that lead somewhere', async () => {
  const whole = await document()
  expect(whole.openapi).toMatch(/^3\.1\.\d+$/)
  expect(whole.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  for (const { method, path, operation } of listOperations(whole)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
    expect({ path, declared: declared.map((parameter) => parameter.name) }).toEqual({ path, declared: named })
    for (const parameter of declared) expect(parameter).toMatchObject({ required: true, schema: expect.any(Object) })
    expect(operation.summary, `${method} ${path}`).toMatch(/\.$/)
    const statuses = Object.keys(operation.responses)
    expect(statuses.length).toBeGreaterThan(0)
    for (const status of statuses) expect(status, `${method} ${path}`).toMatch(/^([1-5]\d\d|[1-5]XX|default)$/)
    for (const scheme of (operation.security ?? []).flatMap((one) => Object.keys(one)))
      expect(whole.components.securitySchemes).toHaveProperty(scheme)
    if (method === 'GET') expect(operation.requestBody).toBeUndefined()
  }
  for (const reference of JSON.stringify(whole).matchAll(/"\$ref":"([^"]+)"/g)) {
    const [root, ...parts] = (reference[1] ?? '').split('/')
    expect(root).toBe('#')
    expect(
      parts.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], whole),
      reference[1],
    ).toBeDefined()
  }
})

test('the schemas of the document are those that check: what it calls required is refused when it is missing', async () => {
  const whole = await document()
  const schema = whole.paths['/v1/track']?.['post']?.requestBody?.content['application/json']?.schema
  expect(schema?.required).toContain('event')
  expect((await world.request('POST', '/v1/track', { key, body: { userId: 'u-5' } })).status).toBe(400)
})

test('webhooks come signed, in the order of the conversation, and again until the receiver takes them', async () => {
  // The receiver fails on the first request and on every third one.
  const receiver = await startReceiver((nth) => (nth === 0 || nth % 3 === 2 ? 500 : 204))
  const { body: made } = await world.request<z.output<typeof MadeWebhook>>('POST', '/v1/webhooks', {
    body: { url: receiver.url, events: ['message.received', 'conversation.opened'] },
  })
  const sender = startSender(world.platform, { allowPrivate: true, waitSeconds: [0.05, 0.05, 0.05, 0.05] })
  closers.push(sender.stop)
  const visitor = await visitAs(world, { language: 'en' })
  for (const text of ['one', 'two', 'three', 'four']) await visitor.write(text)
  await world.settled()
  const taken = await receiver.untilTaken(5)

  expect(receiver.all().length).toBeGreaterThan(5)
  for (const { headers, body } of receiver.all()) expect(isSigned(made.secret, headers, body)).toBe(true)
  expect(isSigned(`whsec_${Buffer.from('another secret').toString('base64')}`, taken[0]?.headers ?? {}, taken[0]?.body ?? '')).toBe(false)
  const facts = taken.map(({ body }) => JSON.parse(body) as { type: string; data: { seq?: number; customer: string } })
  expect(facts.filter(({ type }) => type === 'message.received').map(({ data }) => data.seq)).toEqual([1, 2, 3, 4].map(() => expect.any(Number)))
  const seqs = facts.flatMap(({ type, data }) => (type === 'message.received' ? [data.seq ?? 0] : []))
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  // A repeated delivery carries the same id, so that the receiver can tell.
  const ids = receiver.all().map(({ headers }) => String(headers['webhook-id']))
  expect(new Set(ids).size).toBe(5)
  await world.request('DELETE', `/v1/webhooks/${made.webhook.id}`)
})

test('what was missed is told again on request, under the same ids', async () => {
  const receiver = await startReceiver(() => 204)
  const from = new Date(Date.now() - 3_600_000).toISOString()
  const { body: made } = await world.request<z.output<typeof MadeWebhook>>('POST', '/v1/webhooks', {
    body: { url: receiver.url, events: ['message.received'] },
  })
  const replayed = await world.request<{ replayed: number }>('POST', `/v1/webhooks/${made.webhook.id}/replay`, { body: { from } })
  const known = await many(world.platform.database.platform, sql<{ id: number }>`select id from events where name = 'message.received' order by id`)
  expect(replayed.body.replayed).toBe(known.length)
  const sender = startSender(world.platform, { allowPrivate: true, waitSeconds: [0.05] })
  closers.push(sender.stop)
  const taken = await receiver.untilTaken(known.length)
  expect(taken.map(({ headers }) => headers['webhook-id']).sort()).toEqual(known.map(({ id }) => `msg_${id}`).sort())
})

interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

/** A receiver as a customer of ours would run it, on a real socket; `status` says what it answers to which request. */
async function startReceiver(
  status: (nth: number) => number,
): Promise<{ url: string; all: () => Heard[]; untilTaken: (n: number) => Promise<Heard[]> }> {
  const all: Heard[] = []
  const taken: Heard[] = []
  let look = () => {}
  const server = createServer((incoming, reply) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const heard = { headers: incoming.headers, body: Buffer.concat(parts).toString() }
      const answer = status(all.length)
      all.push(heard)
      if (answer < 300) taken.push(heard)
      reply.writeHead(answer).end()
      look()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    all: () => all,
    untilTaken: (n) =>
      new Promise((resolve) => {
        look = () => taken.length >= n && resolve(taken)
        look()
      }),
  }
}

/** As Standard Webhooks 1.0.0 tells a receiver to check, written beside our own code. */
function isSigned(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest()
  if (Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) > 300) return false
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const given = Buffer.from(one.replace(/^v1,/, ''), 'base64')
      return one.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected)
    })
}
