import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import type { MadeWebhook, WebhookList } from '../../contract/integrations.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { receive } from '../conversations/actions.ts'
import { makeAnonymous } from '../customers/store.ts'
import { many, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { replay } from './actions.ts'
import { startSender } from './sender.ts'
import { noteNews } from './store.ts'

interface Heard {
  headers: IncomingHttpHeaders
  body: string
  status: number
}

let world: World
const closers: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  world = await makeWorld()
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
afterAll(() => world.stop())

/** A receiver as a customer of ours would run it; `status` says what it answers to which request. */
async function receiver(status: (body: string, nth: number) => number): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = []
  const server = createServer((incoming, reply) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const body = Buffer.concat(parts).toString()
      const answer = status(body, heard.length)
      heard.push({ headers: incoming.headers, body, status: answer })
      reply.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, heard }
}

function send(options: Parameters<typeof startSender>[1] = {}): void {
  const sender = startSender(world.platform, { allowPrivate: true, waitSeconds: [0.05, 0.05, 0.05], ...options })
  closers.push(() => sender.stop())
}

async function webhook(url: string, events = ['message.received']) {
  const { body } = await world.request<z.output<typeof MadeWebhook>>('POST', '/v1/webhooks', { body: { url, events } })
  closers.push(async () => {
    await world.request('DELETE', `/v1/webhooks/${body.webhook.id}`)
  })
  return { id: body.webhook.id, secret: body.secret }
}

async function write(...texts: string[]): Promise<string> {
  const customer = await world.platform.act(world.account, ({ db, account }) => makeAnonymous(db, account, { language: 'en' }))
  for (const text of texts)
    await world.platform.act(world.account, (work) =>
      receive(work, { customer, channel: 'web', clientId: newId(), text, languageHint: 'en', page: null }),
    )
  return customer
}

const shown = async (id: string) =>
  (await world.request<z.output<typeof WebhookList>>('GET', '/v1/webhooks')).body.webhooks.find((row) => row.id === id)
const seqs = (heard: Heard[], customer?: string) =>
  heard
    .map(({ body }) => JSON.parse(body) as { data: { customer: string; seq: number } })
    .filter(({ data }) => customer === undefined || data.customer === customer)
    .map(({ data }) => data.seq)
const until = (ready: () => void | Promise<void>) => vi.waitFor(ready, { timeout: 60_000, interval: 20 })

test('an event reaches the receiver signed by Standard Webhooks, with ids and no words', async () => {
  const { url, heard } = await receiver(() => 204)
  const { secret, id } = await webhook(url)
  send()
  const customer = await write('my card number is 4111')
  await until(() => expect(heard).toHaveLength(1))
  const [first] = heard
  const { 'webhook-id': messageId, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = first?.headers ?? {}
  const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${messageId}.${timestamp}.${first?.body}`)
    .digest('base64')
  expect(signature).toBe(`v1,${expected}`)
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(10)
  expect(JSON.parse(first?.body ?? '')).toEqual({
    type: 'message.received',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: { conversation: expect.any(String), customer, seq: 1 },
  })
  expect(first?.body).not.toContain('4111')
  await until(async () => expect(await shown(id)).toMatchObject({ pending: 0, failing: false }))
})

test('a receiver that answers 500 first gets everything in order, under the same ids', async () => {
  const { url, heard } = await receiver((_, nth) => (nth < 2 ? 500 : 200))
  const { id } = await webhook(url)
  send()
  await write('one', 'two', 'three')
  await until(() => expect(heard).toHaveLength(5))
  expect(seqs(heard)).toEqual([1, 1, 1, 2, 3])
  expect(new Set(heard.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  await until(async () => expect(await shown(id)).toMatchObject({ pending: 0, failing: false }))
})

test('one customer whose events are refused holds no other customer back', async () => {
  const stuck = await write()
  const { url, heard } = await receiver((body) => (body.includes(stuck) ? 500 : 200))
  await webhook(url)
  send({ waitSeconds: [60] })
  await world.platform.act(world.account, (work) =>
    receive(work, { customer: stuck, channel: 'web', clientId: newId(), text: 'stuck', languageHint: 'en', page: null }),
  )
  const other = await write('a', 'b')
  await until(() => expect(seqs(heard, other)).toEqual([1, 2]))
})

test('a receiver that never accepts is shown as failing after bounded attempts, and gets everything by a replay', async () => {
  let isUp = false
  const { url, heard } = await receiver(() => (isUp ? 200 : 503))
  const since = new Date(Date.now() - 1000).toISOString()
  const { id } = await webhook(url)
  send({ waitSeconds: [0.02, 0.02] })
  const customer = await write('one', 'two')
  // Each is tried three times; what was given up lets the next one through.
  await until(() => expect(seqs(heard, customer)).toEqual([1, 1, 1, 2, 2, 2]))
  await until(async () => expect(await shown(id)).toMatchObject({ pending: 2, failing: true }))

  isUp = true
  const answer = await world.request<{ replayed: number }>('POST', `/v1/webhooks/${id}/replay`, { body: { from: since } })
  expect(answer.status).toBe(200)
  await until(() =>
    expect(
      seqs(
        heard.filter(({ status }) => status === 200),
        customer,
      ),
    ).toEqual([1, 2]),
  )
  expect(new Set(heard.filter(({ body }) => body.includes(customer)).map(({ headers }) => headers['webhook-id'])).size).toBe(2)
  await until(async () => expect(await shown(id)).toMatchObject({ pending: 0, failing: false }))
})

test('a webhook that was made later can be told what happened before', async () => {
  const customer = await write('before')
  const { url, heard } = await receiver(() => 200)
  const { id } = await webhook(url)
  send()
  const again = () => world.platform.act(world.account, (work) => replay(work, id, new Date(Date.now() - 60_000)))
  expect(await again()).toBe(await again())
  await until(() => expect(seqs(heard, customer)).toContain(1))
})

test('two senders on two nodes send each event once', async () => {
  const { url, heard } = await receiver(() => 200)
  const { id } = await webhook(url)
  send()
  send()
  const customers = await Promise.all(Array.from({ length: 6 }, () => write('1', '2', '3', '4')))
  // What was told just before a webhook was made may reach it too: only these customers' messages are counted.
  const theirs = () => customers.map((customer) => seqs(heard, customer))
  await until(() => expect(theirs()).toEqual(customers.map(() => [1, 2, 3, 4])))
  await until(async () => expect(await shown(id)).toMatchObject({ pending: 0 }))
  expect(theirs()).toEqual(customers.map(() => [1, 2, 3, 4]))
})

test('nothing is sent into our own network unless the server was told so', async () => {
  const { url, heard } = await receiver(() => 200)
  const { id } = await webhook(url)
  send({ allowPrivate: false, waitSeconds: [] })
  await write('hello')
  await until(async () => expect(await shown(id)).toMatchObject({ pending: 1, failing: true }))
  expect(heard).toEqual([])
})

test('noting an event twice sends it once', async () => {
  const { id } = await webhook('https://example.com/hook')
  const customer = await write('hello')
  await world.settled()
  const all = world.platform.database.platform
  await all.transaction().execute(noteNews)
  await sql`update webhooks set seen_xid = '3', seen_id = 0 where id = ${id}`.execute(all)
  await all.transaction().execute(noteNews)
  const sends = await many(
    all,
    sql`select 1 from webhook_sends s join events e on e.account = s.account and e.id = s.event
        where s.webhook = ${id} and e.name = 'message.received' and e.facts->>'customer' = ${customer}`,
  )
  expect(sends).toHaveLength(1)
})
