import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { receive } from '../conversations/actions.ts'
import { findClaim, openClaim } from '../conversations/holder.ts'
import { many, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { type Identification, identify } from './actions.ts'
import { findOrMakeByAnonymousId, findOrMakeByExternalId, makeAnonymous } from './store.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

const act: World['platform']['act'] = (account, run) => world.platform.act(account, run)
const inAccount = <T>(run: Parameters<World['platform']['database']['inAccount']>[1]) =>
  world.platform.database.inAccount(world.account, run) as Promise<T>

/** A browser with a timeline of its own, as a visit makes it. */
async function visit(): Promise<string> {
  return act(world.account, async ({ db, account }) => {
    const customer = await makeAnonymous(db, account, { language: 'en' })
    await sql`insert into visitors (account, id, customer, token_hash) values (${account}, ${newId()}, ${customer}, ${newId()})`.execute(db)
    return customer
  })
}

const write = (customer: string, ...texts: string[]) =>
  texts.reduce<Promise<string>>(async (before, text) => {
    await before
    const written = await act(world.account, (work) =>
      receive(work, { customer, channel: 'web', clientId: newId(), text, languageHint: 'en', page: null }),
    )
    return written.conversation
  }, Promise.resolve(''))

const signIn = (userId: string, anonymous: string | null, more: Partial<Identification> = {}) =>
  act(world.account, (work) => identify(work, { userId, anonymous, verified: true, traits: {}, source: 'page', at: work.now, ...more }))

/** What customers themselves wrote, in order, and whether the numbering has a gap. */
const timeline = (customer: string) =>
  inAccount<{ text: string; author: string; seq: number; conversation: string }[]>((db) =>
    many(db, sql`select text, author, seq, conversation from messages where account = ${world.account} and customer = ${customer} order by seq`),
  )
const said = async (customer: string) => (await timeline(customer)).filter((entry) => entry.author === 'customer').map((entry) => entry.text)

async function expectWhole(customer: string): Promise<void> {
  const entries = await timeline(customer)
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1))
  const { last, open } = await inAccount<{ last: number; open: number }>((db) =>
    one(
      db,
      sql`select last_seq as last, (select count(*)::int from conversations where account = ${world.account} and customer = ${customer} and closed_at is null) as open
          from customers where account = ${world.account} and id = ${customer}`,
    ),
  )
  expect(last).toBe(entries.length)
  expect(open).toBeLessThanOrEqual(1)
  await world.settled()
  expect(
    await inAccount((db) => many(db, sql`select action, error from deliveries where account = ${world.account} and dead_at is not null`)),
  ).toEqual([])
}

test('a visitor who signs in for the first time keeps the timeline', async () => {
  const visitor = await visit()
  await write(visitor, 'Hello', 'Where is my order?')
  expect(await signIn('first', visitor, { traits: { name: 'Mali' } })).toBe(visitor)
  expect(await signIn('first', visitor, { traits: { name: 'Mali' } })).toBe(visitor)
  expect(await signIn('first', null)).toBe(visitor)
  expect(await said(visitor)).toEqual(['Hello', 'Where is my order?'])
  await expectWhole(visitor)
})

test('a visitor who wrote nothing yet becomes the known customer, browser and events included', async () => {
  const known = await act(world.account, ({ db, account }) => findOrMakeByExternalId(db, account, 'known'))
  const visitor = await visit()
  await inAccount((db) =>
    sql`insert into anonymous_ids (account, anonymous_id, customer) values (${world.account}, 'anon-known', ${visitor})`.execute(db),
  )
  expect(await signIn('known', visitor)).toBe(known)
  const browsers = await inAccount<unknown[]>((db) => many(db, sql`select 1 from visitors where account = ${world.account} and customer = ${known}`))
  expect(browsers).toHaveLength(1)
  expect(await act(world.account, ({ db, account }) => findOrMakeByAnonymousId(db, account, 'anon-known'))).toBe(known)
})

test('what was written before and after signing in stands in one timeline, in order and without a gap', async () => {
  const before = await visit()
  await write(before, 'old 1', 'old 2')
  await signIn('joined', before)
  await inAccount((db) =>
    sql`update conversations set closed_at = clock_timestamp() where account = ${world.account} and customer = ${before}`.execute(db),
  )
  const visitor = await visit()
  const conversation = await write(visitor, 'new 1', 'new 2', 'new 3')

  expect(await signIn('joined', visitor)).toBe(before)
  expect(await said(before)).toEqual(['old 1', 'old 2', 'new 1', 'new 2', 'new 3'])
  await expectWhole(before)
  await write(before, 'new 4')
  expect((await timeline(before)).find((entry) => entry.text === 'new 4')?.conversation).toBe(conversation)
  await expectWhole(before)
  const readings = await inAccount<unknown[]>((db) =>
    many(db, sql`select seq from readings where account = ${world.account} and customer = ${visitor}`),
  )
  expect(readings).toEqual([])
})

test('two open conversations become one: whom a person serves stays with that person', async () => {
  const known = await visit()
  await signIn('double', known)
  const served = await write(known, 'on the phone of before')
  await act(world.account, (work) => openClaim(work, { conversation: served, customer: known, holder: 'person', person: world.owner.person }))
  const visitor = await visit()
  const other = await write(visitor, 'also me', 'and I want a person')

  await signIn('double', visitor)
  await expectWhole(known)
  expect(await said(known)).toEqual(['on the phone of before', 'also me', 'and I want a person'])
  expect(new Set((await timeline(known)).filter((entry) => entry.author === 'customer').map((entry) => entry.conversation))).toEqual(
    new Set([served]),
  )
  expect(await inAccount((db) => findClaim(db, world.account, served))).toMatchObject({ holder: 'person', person: world.owner.person })
  const ended = await inAccount((db) =>
    one(db, sql`select reason, resolved from closures where account = ${world.account} and conversation = ${other}`),
  )
  expect(ended).toEqual({ reason: 'merged', resolved: null })
})

test('a wish for a person is kept when two conversations become one', async () => {
  const known = await visit()
  await signIn('wish', known)
  const first = await write(known, 'hello')
  const visitor = await visit()
  const asking = await write(visitor, 'a person please')
  await world.settled()
  await inAccount((db) =>
    sql`update conversations set asked_for_person_at = coalesce(asked_for_person_at, clock_timestamp()) where account = ${world.account} and id = ${asking}`.execute(
      db,
    ),
  )
  await signIn('wish', visitor)
  const kept = await inAccount<{ id: string; asked: boolean }>((db) =>
    one(
      db,
      sql`select id, asked_for_person_at is not null as asked from conversations where account = ${world.account} and customer = ${known} and closed_at is null`,
    ),
  )
  expect(kept.asked).toBe(true)
  expect([first, asking]).toContain(kept.id)
  await expectWhole(known)
})

test('messages that arrive while timelines are joined are neither lost nor doubled', async () => {
  for (let round = 0; round < 5; round += 1) {
    const known = await visit()
    await signIn(`race-${round}`, known)
    await write(known, 'a', 'b')
    const visitor = await visit()
    await write(visitor, 'c')
    const sent = await Promise.allSettled([
      write(visitor, 'd'),
      write(known, 'e'),
      signIn(`race-${round}`, visitor),
      write(visitor, 'f'),
      write(known, 'g'),
    ])
    const accepted = ['d', 'e', '', 'f', 'g'].filter((text, index) => text !== '' && sent[index]?.status === 'fulfilled')
    expect(sent[2]?.status).toBe('fulfilled')
    expect((await said(known)).toSorted()).toEqual(['a', 'b', 'c', ...accepted].toSorted())
    await expectWhole(known)
  }
})

test('an id that nobody signed shows no timeline and takes none', async () => {
  const victim = await visit()
  await write(victim, 'my address is secret')
  await signIn('victim', victim)
  const attacker = await visit()
  expect(await signIn('victim', attacker, { verified: false })).toBe(victim)
  const { customer } = await inAccount<{ customer: string }>((db) =>
    one(db, sql`select customer from visitors where account = ${world.account} and customer = ${attacker}`),
  )
  expect(customer).toBe(attacker)

  // Nor may somebody claim an id first and wait for its owner.
  const claimed = await signIn('not-here-yet', attacker, { verified: false })
  expect(claimed).not.toBe(attacker)
})

test('somebody else who signs in on the same browser gets a timeline of their own', async () => {
  const visitor = await visit()
  await write(visitor, 'I am the first')
  await signIn('sibling-1', visitor)
  const second = await signIn('sibling-2', visitor)
  expect(second).not.toBe(visitor)
  expect(await said(second)).toEqual([])
  expect(await said(visitor)).toEqual(['I am the first'])
})

test('events of a browser are credited to the customer that it turns out to be', async () => {
  const key = await world.makeKey('events')
  const send = (path: string, body: unknown) => world.request('POST', path, { key, body })
  await send('/v1/page', { anonymousId: 'browser-1', name: 'Sofas' })
  await send('/v1/identify', { anonymousId: 'browser-1', traits: { colour: 'plum' } })
  await send('/v1/identify', { anonymousId: 'browser-1', userId: 'shopper', traits: { name: 'Aom' } })
  await send('/v1/page', { anonymousId: 'browser-1', name: 'Chairs' })
  const rows = await inAccount<{ name: string; external: string }[]>((db) =>
    many(
      db,
      sql`select t.name, c.external_id as external from tracked t join customers c on c.account = t.account and c.id = t.customer where t.account = ${world.account} order by t.at, t.id`,
    ),
  )
  expect(rows.filter((row) => row.external === 'shopper').map((row) => row.name)).toEqual(['Sofas', 'identify', 'identify', 'Chairs'])
})
