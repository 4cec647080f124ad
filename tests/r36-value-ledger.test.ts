import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerPage } from '../contract/value.ts'
import { many, one, sql } from '../server/platform/db.ts'
import { bookExpected, bookOutcome, bookPurchase } from '../server/value/actions.ts'
import { addCustomer, furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let lead: Teammate
let shop: string
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  lead = await teammate(world, { role: 'lead', capacity: 50, skills: ['sales'] })
  shop = await world.makeKey('events')
  await lead.comeOn()
})
afterAll(() => world.stop())

async function visitOf(externalId: string, total = 4000): Promise<Visitor> {
  await addCustomer(world, { externalId, name: externalId, orders: [{ number: `RK-${externalId}`, total, daysAgo: 40 }] })
  const signature = createHmac('sha256', world.identitySecret).update(externalId).digest('hex')
  return visitAs(world, { language: 'en', user: { id: externalId, signature } })
}

async function write(visitor: Visitor, text: string): Promise<string> {
  const { body } = await visitor.write(text)
  await world.settled()
  return body.conversation
}

const buy = (userId: string, number: string, total: number, messageId = `buy-${number}`) =>
  world.request('POST', '/v1/track', {
    key: shop,
    body: { userId, messageId, event: 'Order Completed', properties: { order_id: number, total, currency: 'EUR' } },
  })

/** A person's minutes cost something: the conversation, and the time that they held it, is moved back. */
async function workedMinutes(conversation: string, minutes: number): Promise<void> {
  const db = world.platform.database.platform
  await sql`update conversations set opened_at = opened_at - make_interval(mins => ${minutes}) where id = ${conversation}`.execute(db)
  await sql`update claims set since = since - make_interval(mins => ${minutes}) where conversation = ${conversation} and holder = 'person'`.execute(
    db,
  )
}

const ledger = async () => (await lead.ask<LedgerPage>('GET', '/v1/ledger')).body
const entriesOf = async (conversation: string) => (await ledger()).entries.filter((entry) => entry.conversation === conversation)
const sum = (entries: LedgerPage['entries'], kind: string) =>
  entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + Math.round(entry.money * 100), 0)

function expectBalanced({ booked, realised, open, writtenOff }: LedgerPage['balance']): void {
  expect(Math.round(booked * 100)).toBe(Math.round(realised * 100) + Math.round(open * 100) + Math.round(writtenOff * 100))
}

test('a decision for a person books what a person is expected to bring, and closing books what it cost', async () => {
  const office = await visitOf('office')
  const conversation = await write(office, 'We need 40 chairs for our office, can you make an offer?')
  const { weighed } = await lead.open(conversation)
  expect(await entriesOf(conversation)).toMatchObject([{ kind: 'expected', decision: 'person', rule: 'uplift-of-a-person' }])
  expect(sum(await entriesOf(conversation), 'expected')).toBe(Math.round((weighed?.uplift ?? Number.NaN) * 100))

  await workedMinutes(conversation, 6)
  await lead.reply(conversation, 'Here is your offer.')
  await lead.close(conversation)
  const cost = sum(await entriesOf(conversation), 'cost')
  const { body: policy } = await lead.ask<{ costOfMinute: number }>('GET', '/v1/policy')
  expect(cost).toBeGreaterThanOrEqual(Math.round(6 * policy.costOfMinute * 100))
  expectBalanced((await ledger()).balance)
})

test('a purchase that the shop reports within the window realises what was expected, by the margin of the order', async () => {
  const hotel = await visitOf('hotel', 9000)
  const conversation = await write(hotel, 'Offer for our hotel, 60 tables please')
  await lead.close(conversation)
  const before = sum(await entriesOf(conversation), 'realised')
  expect((await buy('hotel', 'RK-90001', 1000)).body).toMatchObject({ success: true, stored: 1 })
  await world.settled()
  const entry = (await entriesOf(conversation)).find(({ rule }) => rule === 'purchase-within-window')
  expect(entry).toMatchObject({ kind: 'realised', money: 350 })
  expect(sum(await entriesOf(conversation), 'realised')).toBe(before + 35_000)
  expectBalanced((await ledger()).balance)
})

test('a purchase of somebody who never wrote, or of long after, realises nothing', async () => {
  await addCustomer(world, { externalId: 'silent', name: 'silent', orders: [] })
  const late = await visitOf('late')
  const conversation = await write(late, 'quote for 20 desks please')
  await sql`update conversations set opened_at = opened_at - interval '20 days' where id = ${conversation}`.execute(world.platform.database.platform)
  await buy('silent', 'RK-90002', 5000)
  await buy('late', 'RK-90003', 5000)
  await world.settled()
  expect((await ledger()).entries.filter(({ rule, money }) => rule === 'purchase-within-window' && money === 1750)).toEqual([])
})

test('what did not come true within the window is written off, and nothing stays open', async () => {
  const school = await visitOf('school')
  const conversation = await write(school, 'pricing for 15 desks for a school')
  await sql`update deliveries set due_at = now() where lane = ${conversation} and action = 'value.writeOffOld'`.execute(
    world.platform.database.platform,
  )
  await world.settled()
  const entries = await entriesOf(conversation)
  expect(sum(entries, 'written-off')).toBe(sum(entries, 'expected'))
  expectBalanced((await ledger()).balance)
})

test('the same purchase reported twice, in one message or in two, is booked once', async () => {
  const cafe = await visitOf('cafe')
  const conversation = await write(cafe, 'company order bulk discount, 30 chairs for our office')
  await Promise.all([buy('cafe', 'RK-90004', 400), buy('cafe', 'RK-90004', 400)])
  await buy('cafe', 'RK-90004', 400, 'told-again-under-another-id')
  await world.settled()
  expect((await entriesOf(conversation)).filter(({ rule }) => rule === 'purchase-within-window')).toHaveLength(1)
})

test('a purchase, a closure and the end of the window in one moment settle an expectation once', async () => {
  for (let round = 0; round < 6; round++) {
    const visitor = await visitOf(`moment-${round}`)
    const conversation = await write(visitor, 'We need 40 chairs for our office')
    await Promise.all([
      buy(`moment-${round}`, `RM-${round}`, 1),
      lead.ask('POST', `/v1/conversations/${conversation}/closure`, { resolved: round % 2 === 0 }),
      sql`update deliveries set due_at = now() where lane = ${conversation} and action = 'value.writeOffOld'`.execute(
        world.platform.database.platform,
      ),
    ])
    await world.settled()
    const entries = await entriesOf(conversation)
    const settled = sum(entries, 'realised') + sum(entries, 'written-off')
    if (sum(entries, 'written-off') > 0) expect(settled).toBe(sum(entries, 'expected'))
    else expect(settled).toBeLessThanOrEqual(sum(entries, 'expected'))
  }
})

test('every fact that books, delivered a second time, books nothing more', async () => {
  const before = await ledger()
  const facts = await many(
    world.platform.database.platform,
    sql<{ id: number; name: string; facts: never; at: Date }>`
      select id, name, facts, at from events where account = ${world.account} and name in ('conversation.routed', 'conversation.closed', 'customer.bought') order by id`,
  )
  const actions = { 'conversation.routed': bookExpected, 'conversation.closed': bookOutcome, 'customer.bought': bookPurchase }
  for (const { id, name, facts: told, at } of facts)
    await world.platform.act(world.account, (work) => actions[name as keyof typeof actions].run(work, told, { event: id, at, attempt: 2 }))
  await world.settled()
  expect(facts.length).toBeGreaterThan(8)
  const after = await ledger()
  expect(after.balance).toEqual(before.balance)
  expect(after.entries).toHaveLength(before.entries.length)
})

test('the books balance after any day of questions, offers, purchases and closures', async () => {
  const step = fc.record({
    says: fc.constantFrom(
      'We need 40 chairs for our office',
      'How long may I return something?',
      'I am done with you, cancel everything',
      'human please',
    ),
    buys: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: null }),
    closes: fc.constantFrom(true, false, null),
    expires: fc.boolean(),
  })
  let nth = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { says, buys, closes, expires } of steps) {
        nth += 1
        const visitor = await visitOf(`random-${nth}`, 1500)
        const conversation = await write(visitor, says)
        if (buys !== null) await buy(`random-${nth}`, `RN-${nth}`, buys / 10)
        if (closes !== null) await lead.close(conversation, closes)
        if (expires)
          await sql`update deliveries set due_at = now() where lane = ${conversation} and action = 'value.writeOffOld'`.execute(
            world.platform.database.platform,
          )
        await world.settled()
      }
      expectBalanced((await ledger()).balance)
    }),
    { numRuns: 8, endOnFailure: true },
  )
  const checks = (await world.request<{ checks: { name: string; violations: number }[] }>('GET', '/health/invariants')).body.checks
  expect(checks.find(({ name }) => name === 'ledger-balance')?.violations).toBe(0)
})

test('each entry names its rule and leads to a conversation that can be opened', async () => {
  const { entries } = await ledger()
  for (const entry of entries) expect(entry.rule).toMatch(/^[a-z][a-z-]+$/)
  const { n } = await one(
    world.platform.database.platform,
    sql<{ n: number }>`select count(*)::int as n from ledger l where not exists (select 1 from conversations c where c.id = l.conversation)`,
  )
  expect(n).toBe(0)
})
