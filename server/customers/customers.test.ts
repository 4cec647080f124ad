import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Accepted, CustomerList, CustomerView } from '../../contract/customers.ts'
import type { Problem } from '../../contract/shapes.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { many, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

type Stored = z.output<typeof Accepted>

let world: World
let key: string
beforeAll(async () => {
  world = await makeWorld()
  key = await world.makeKey('events')
})
afterAll(() => world.stop())

const send = <Body = Stored>(path: string, body: unknown) => world.request<Body>('POST', path, { key, body })
const view = async (id: string) => (await world.request<CustomerView>('GET', `/v1/customers/${id}`)).body
const find = async (search: string) => (await world.request<CustomerList>('GET', `/v1/customers?search=${encodeURIComponent(search)}`)).body.customers
const told = (name: string, customer: string) =>
  world.platform.database.inAccount(world.account, (db) =>
    many(
      db,
      sql<{
        facts: Record<string, unknown>
      }>`select facts from events where account = ${world.account} and name = ${name} and facts->>'customer' = ${customer} order by id`,
    ),
  )

test('what the shop says of a customer is shown with its source and time', async () => {
  const answer = await send('/v1/identify', {
    userId: 'shop-1',
    timestamp: '2026-01-05T08:00:00+08:00',
    context: { library: { name: 'shop-server' } },
    traits: {
      firstName: 'Siti',
      lastName: 'Rahman',
      email: 'siti@example.test',
      address: { country: 'MY' },
      locale: 'ms-MY',
      segment: 'loyal',
      size: 42,
      vip: true,
    },
  })
  expect(answer).toMatchObject({ status: 200, body: { success: true, stored: 1, repeated: 0 } })

  const [row] = await find('siti@')
  const customer = await view(row?.id ?? '')
  expect(customer).toMatchObject({
    name: 'Siti Rahman',
    email: 'siti@example.test',
    country: 'MY',
    language: 'ms',
    segment: 'loyal',
    externalId: 'shop-1',
    verified: false,
  })
  expect(customer.traits).toContainEqual({ name: 'size', value: '42', source: 'shop-server', at: '2026-01-05T00:00:00.000Z' })
  expect(await told('customer.identified', customer.id)).toEqual([{ facts: { customer: customer.id, userId: 'shop-1' } }])
})

test('an older trait that arrives late does not replace a newer one, and an empty one removes it', async () => {
  const at = (time: string, traits: Record<string, unknown>) => send('/v1/identify', { userId: 'shop-late', timestamp: time, traits })
  await at('2026-02-02T00:00:00Z', { phone: '+65 2', name: 'New' })
  await at('2026-02-01T00:00:00Z', { phone: '+65 1', plan: 'old' })
  await at('2026-02-03T00:00:00Z', { plan: null })
  const [row] = await find('shop-late')
  const customer = await view(row?.id ?? '')
  expect(customer.phone).toBe('+65 2')
  expect(customer.traits.map((trait) => trait.name)).toEqual(['name', 'phone'])
})

test('an event that is sent again is answered again and stored once', async () => {
  const event = { userId: 'shop-2', messageId: 'm-1', event: 'Product Viewed', properties: { sku: 'B-1' } }
  expect((await send('/v1/track', event)).body).toEqual({ success: true, stored: 1, repeated: 0 })
  expect((await send('/v1/track', event)).body).toEqual({ success: true, stored: 0, repeated: 1 })
  const racing = await Promise.all(Array.from({ length: 8 }, () => send('/v1/track', { ...event, messageId: 'm-race' })))
  expect(racing.map((answer) => answer.status)).toEqual(Array(8).fill(200))
  expect(racing.reduce((total, answer) => total + answer.body.stored, 0)).toBe(1)

  const [row] = await find('shop-2')
  const customer = await view(row?.id ?? '')
  expect(customer.events.map((shown) => shown.name)).toEqual(['Product Viewed', 'Product Viewed'])
  expect(await told('customer.tracked', customer.id)).toHaveLength(2)
})

test('many first events of one customer at once make one customer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => send('/v1/page', { userId: 'shop-crowd', name: `Page ${n}` })))
  expect(answers.every((answer) => answer.status === 200)).toBe(true)
  expect(await find('shop-crowd')).toHaveLength(1)
  await Promise.all(Array.from({ length: 10 }, () => send('/v1/page', { anonymousId: 'anon-crowd' })))
  const ids = await world.platform.database.inAccount(world.account, (db) =>
    many(db, sql`select distinct customer from tracked where account = ${world.account} and name = 'page'`),
  )
  expect(ids).toHaveLength(1)
})

test('an order of the shop is kept up to date, told once and never goes back', async () => {
  const order = (event: string, messageId: string, properties: Record<string, unknown>) =>
    send('/v1/track', { userId: 'buyer', event, messageId, properties: { order_id: 'A-100', ...properties } })
  const bought = { total: 129.9, currency: 'EUR', products: [{ name: 'Rak Tanjung', price: 64.95, quantity: 2 }] }
  await order('Order Completed', 'o-1', bought)
  await order('Order Completed', 'o-1', bought)
  await order('Order Delivered', 'o-2', {})
  await order('Order Shipped', 'o-3', {})
  await order('Order Updated', 'o-4', { total: '120.00' })

  const [row] = await find('A-100')
  const customer = await view(row?.id ?? '')
  expect(customer.orders).toMatchObject([
    { number: 'A-100', status: 'delivered', total: 120, items: [{ name: 'Rak Tanjung', quantity: 2, price: 64.95 }] },
  ])
  expect(row).toMatchObject({ orders: 1, spent: 120 })
  expect(await told('customer.bought', customer.id)).toEqual([{ facts: { customer: customer.id, order: customer.orders[0]?.id, total: 129.9 } }])

  await send('/v1/track', { userId: 'thief', event: 'Order Cancelled', properties: { order_id: 'A-100' } })
  await order('Order Completed', 'o-5', { order_id: 'A-101', total: 50, currency: 'USD' })
  expect((await view(customer.id)).orders).toMatchObject([{ number: 'A-100', status: 'delivered' }])
})

test('a batch is stored as a whole or not at all, and the refusal says where', async () => {
  const good = { type: 'track', userId: 'batcher', event: 'Signed Up' }
  const refused = await send<Problem>('/v1/batch', {
    batch: [
      good,
      { type: 'page', name: 'Home' },
      { type: 'track', userId: 'batcher', event: 'Order Completed', properties: { order_id: '1', total: -5, note: { deep: 'a\u0000b' } } },
    ],
  })
  expect(refused.status).toBe(400)
  expect(refused.body.error.code).toBe('bad-input')
  expect(refused.body.error.details?.map((detail) => detail.path)).toEqual([
    'batch.1.userId',
    'batch.2.properties.note.deep',
    'batch.2.properties.total',
  ])
  expect(await find('batcher')).toEqual([])

  const batch = [
    good,
    { ...good, event: 'Logged In' },
    { type: 'identify', userId: 'batcher', traits: { name: 'Batch' } },
    { type: 'page', anonymousId: 'b', properties: { title: 'Sofas' } },
  ].map((event, n) => ({ ...event, messageId: `batch-${n}` }))
  expect((await send('/v1/batch', { batch })).body).toEqual({ success: true, stored: 4, repeated: 0 })
  expect((await send('/v1/batch', { batch })).body).toEqual({ success: true, stored: 0, repeated: 4 })
})

test('what cannot be stored as it was said is refused with its path', async () => {
  const path = async (address: string, body: unknown) => {
    const answer = await send<Problem>(address, body)
    return [answer.status, answer.body.error.details?.[0]?.path]
  }
  expect(await path('/v1/track', { event: 'x' })).toEqual([400, 'userId'])
  expect(await path('/v1/track', { userId: '   ', event: 'x' })).toEqual([400, 'userId'])
  expect(await path('/v1/track', { userId: 'a\u0000', event: 'x' })).toEqual([400, 'userId'])
  expect(await path('/v1/identify', { userId: 'a', traits: { 'bad\u0001key': 1 } })).toEqual([400, 'traits'])
  expect(await path('/v1/identify', { userId: 'a', traits: { half: '\ud800' } })).toEqual([400, 'traits.half'])
  expect(await path('/v1/page', { userId: 'a', properties: { long: 'x'.repeat(40_000) } })).toEqual([400, 'properties'])
  expect((await send('/v1/track', '{"userId":"a","event":"x","properties":{"__proto__":{"admin":true}}}')).status).toBe(400)
  expect((await send('/v1/track', '{"userId"')).status).toBe(400)
})

test('only a key for events may bring them in, also as Basic from event tools; nobody else', async () => {
  const body = { userId: 'basic', event: 'Hello' }
  const basic = { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }
  expect((await world.request('POST', '/v1/track', { headers: basic, body })).status).toBe(200)
  expect((await world.request('POST', '/v1/track', { nobody: true, body })).status).toBe(401)
  expect((await world.request('POST', '/v1/track', { key: await world.makeKey('read'), body })).status).toBe(403)
  expect((await world.request('GET', '/v1/customers', { key })).status).toBe(403)
  expect((await world.request('GET', '/v1/customers', { key: await world.makeKey('read') })).status).toBe(200)
})

test('the list is read page by page, each customer once, and shows no other company', async () => {
  const other = await world.makeAccount()
  const otherKey = await world.makeKey('events', other.account)
  await world.request('POST', '/v1/identify', { key: otherKey, body: { userId: 'canary', traits: { name: 'Canary' } } })
  const mine = await world.request<CustomerList>('GET', '/v1/customers', {})
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: CustomerList = (await world.request<CustomerList>('GET', `/v1/customers?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body
    seen.push(...page.customers.map((row) => row.id))
    cursor = page.cursor
  } while (cursor)
  expect(seen).toEqual(mine.body.customers.map((row) => row.id))
  expect(new Set(seen).size).toBe(seen.length)
  expect(JSON.stringify(mine.body)).not.toContain('Canary')

  const theirs = (await world.request<CustomerList>('GET', '/v1/customers', { cookie: other.owner.cookie })).body.customers
  expect(theirs).toMatchObject([{ name: 'Canary' }])
  expect((await world.request('GET', `/v1/customers/${theirs[0]?.id}`)).status).toBe(404)
  expect((await world.request('GET', `/v1/customers/${newId()}`)).status).toBe(404)
  expect((await world.request('GET', '/v1/customers?cursor=nonsense')).status).toBe(400)
  expect((await find('%')).length).toBe(0)
})

test('what a customer is worth comes from their orders, and for a stranger from a stated start figure', async () => {
  await send('/v1/page', { userId: 'newcomer' })
  const [stranger] = await find('newcomer')
  const worthOfStranger = (await view(stranger?.id ?? '')).lifetimeValue
  expect(worthOfStranger.value).toBeGreaterThan(0)

  const months = [1, 5, 9, 13].map((n) => new Date(Date.now() - n * 30 * 86_400_000).toISOString())
  for (const [n, timestamp] of months.entries())
    await send('/v1/track', { userId: 'regular', event: 'Order Completed', timestamp, properties: { order_id: `R-${n}`, total: 400 } })
  const [regular] = await find('regular')
  const worth = (await view(regular?.id ?? '')).lifetimeValue
  expect(worth.source.kind).toBe('model')
  expect(worth.value).toBeGreaterThan(worthOfStranger.value)
  expect(regular?.lifetimeValue).toBeCloseTo(worth.value, 4)
  const { since } = await world.platform.database.inAccount(world.account, (db) =>
    one(db, sql<{ since: Date }>`select since from customers where account = ${world.account} and id = ${regular?.id}`),
  )
  expect(since.toISOString()).toBe(months[3])
})
