import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Invariants } from '../../contract/metrics.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { receive } from '../conversations/actions.ts'
import { write } from '../conversations/timeline.ts'
import { type Db, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

test('a company where all went well breaks nothing', async () => {
  const place = await makePlace()
  const { checks } = await check(place)
  expect(checks.map(({ name }) => name)).toEqual([
    'I2-exactly-once',
    'I3-order',
    'I5-one-holder',
    'I6-capacity',
    'I7-announced-place',
    'I7-served-in-order',
    'I8-no-lost-customer',
    'I9-person-at-once',
    'I12-atomic',
    'ledger-balance',
  ])
  expect(checks.filter(({ violations }) => violations > 0)).toEqual([])
})

test('a message that was stored twice is found', async () => {
  const place = await makePlace()
  await world.platform.database.pool.query('drop index messages_once')
  await plant(place, (db) =>
    sql`
    insert into messages (account, customer, seq, id, conversation, client_id, author, text)
    select account, customer, 50, ${newId()}, conversation, client_id, author, text from messages where account = ${place.account} and seq = 1`.execute(
      db,
    ),
  )
  expect(await broken(place)).toContain('I2-exactly-once')
})

test('a gap in a timeline is found, and a number that nobody gave', async () => {
  const gap = await makePlace()
  await plant(gap, (db) => sql`update messages set seq = 7 where account = ${gap.account} and seq = 1`.execute(db))
  expect(await broken(gap)).toContain('I3-order')
  const lost = await makePlace()
  await plant(lost, (db) => sql`update customers set last_seq = last_seq + 1 where account = ${lost.account}`.execute(db))
  expect(await broken(lost)).toContain('I3-order')
})

test('two holders of one conversation are found, also when both have let go', async () => {
  const now = await makePlace()
  await world.platform.database.pool.query('drop index claims_one_open')
  await plant(now, (db) => claim(db, now, { since: 0, until: null }).then(() => claim(db, now, { since: 10, until: null })))
  expect(await broken(now)).toContain('I5-one-holder')

  const before = await makePlace()
  await plant(before, (db) => claim(db, before, { since: -60, until: -20 }).then(() => claim(db, before, { since: -30, until: -10 })))
  expect(await broken(before)).toContain('I5-one-holder')

  const after = await makePlace()
  await plant(after, (db) => claim(db, after, { since: -60, until: -30 }).then(() => claim(db, after, { since: -30, until: -10 })))
  expect(await broken(after)).not.toContain('I5-one-holder')
})

test('whoever held more than they may is found, also an hour later', async () => {
  const place = await makePlace()
  await plant(place, async (db) => {
    for (const from of [0, 1, 2]) await claim(db, place, { since: -3600 + from, until: -1800, conversation: newId() })
  })
  expect(await broken(place)).not.toContain('I6-capacity')
  await plant(place, (db) => claim(db, place, { since: -2000, until: -1900, conversation: newId() }))
  expect(await broken(place)).toContain('I6-capacity')
})

test('an announced place that grew is found, unless the reason was stated or a new wait had begun', async () => {
  const place = await makePlace()
  const conversation = newId()
  const tell = (ahead: number, code: string | null) =>
    plant(place, (db) =>
      sql`
      insert into place_changes (account, id, conversation, ahead, because)
      values (${place.account}, ${newId()}, ${conversation}, ${ahead}, ${code && JSON.stringify({ code, numbers: {} })}::jsonb)`.execute(db),
    )
  await tell(4, 'place-kept')
  await tell(2, 'moved-up')
  await tell(3, 'higher-priority')
  expect(await broken(place)).not.toContain('I7-announced-place')
  await plant(place, (db) =>
    sql`insert into events (account, name, subject, facts) values (${place.account}, 'place.served', ${conversation}, '{}')`.execute(db),
  )
  await tell(9, 'place-kept')
  expect(await broken(place)).not.toContain('I7-announced-place')
  await tell(10, null)
  expect(await broken(place)).toContain('I7-announced-place')
})

test('who was served before somebody who came first is found; whom a colleague gave back or passed on is excused', async () => {
  const place = await makePlace()
  const first = await wait(place, { number: 1, since: -60, served: null })
  await wait(place, { number: 2, since: -50, served: -20 })
  expect(await broken(place)).toContain('I7-served-in-order')

  await plant(place, (db) => claim(db, place, { since: -58, until: -55, conversation: first }))
  await plant(place, (db) => sql`update claims set ended_because = 'given-back' where conversation = ${first}`.execute(db))
  expect(await broken(place)).not.toContain('I7-served-in-order')

  const other = await makePlace()
  await wait(other, { number: 1, since: -60, served: -20 })
  await wait(other, { number: 2, since: -50, served: null })
  expect(await broken(other)).not.toContain('I7-served-in-order')

  const third = await makePlace()
  const passedOn = await wait(third, { number: 1, since: -60, served: -10 })
  await plant(third, (db) =>
    sql`insert into events (account, name, subject, facts, at) values (${third.account}, 'place.served', ${passedOn}, '{}', now() - interval '40 s')`.execute(
      db,
    ),
  )
  await wait(third, { number: 2, since: -50, served: -30 })
  expect(await broken(third)).not.toContain('I7-served-in-order')
})

test('whoever joined when a round had already looked at the queue was not passed over', async () => {
  const place = await makePlace()
  await wait(place, { number: 2, since: -50, served: -20 })
  await wait(place, { number: 1, since: -60, served: null })
  expect(await broken(place)).not.toContain('I7-served-in-order')
})

test('a customer whom nobody has in hand is found; one who waits, is served or left is not', async () => {
  const place = await makePlace()
  await plant(place, (db) => sql`update claims set ended_at = now() where account = ${place.account} and ended_at is null`.execute(db))
  await plant(place, (db) => sql`delete from places where account = ${place.account}`.execute(db))
  await plant(place, (db) => sql`update messages set at = now() - interval '2 minutes' where account = ${place.account}`.execute(db))
  await plant(place, (db) => sql`update conversations set last_reply_seq = 0 where account = ${place.account}`.execute(db))
  expect(await broken(place)).toContain('I8-no-lost-customer')

  await plant(place, (db) =>
    sql`
    insert into places (account, conversation, customer, number, waiting_since) values (${place.account}, ${place.conversation}, ${place.customer}, 1, now())`.execute(
      db,
    ),
  )
  expect(await broken(place)).not.toContain('I8-no-lost-customer')

  await plant(place, (db) => claim(db, place, { since: 0, until: null }))
  expect(await broken(place), 'held and waiting at once').toContain('I8-no-lost-customer')
  await plant(place, (db) => sql`update places set waiting_since = null, served_at = now() where account = ${place.account}`.execute(db))
  expect(await broken(place)).not.toContain('I8-no-lost-customer')
  await plant(place, (db) => sql`update claims set lease_until = now() - interval '1 minute' where account = ${place.account}`.execute(db))
  expect(await broken(place), 'held by a console that is gone').toContain('I8-no-lost-customer')
  await plant(place, (db) => sql`update claims set ended_at = now() where account = ${place.account} and ended_at is null`.execute(db))
  await plant(place, (db) => sql`update places set left_at = now(), left_because = 'left' where account = ${place.account}`.execute(db))
  expect(await broken(place)).not.toContain('I8-no-lost-customer')
})

test('an assistant that speaks after a person was asked for is found; after the next opening it may', async () => {
  const place = await makePlace()
  await plant(place, (db) => sql`update conversations set asked_for_person_at = clock_timestamp() where account = ${place.account}`.execute(db))
  await plant(place, (db) => write(db, { ...place, author: 'assistant', text: 'But first…' }))
  expect(await broken(place)).toContain('I9-person-at-once')

  const next = await makePlace()
  await plant(next, (db) =>
    sql`
    insert into events (account, name, subject, facts, at) values (${next.account}, 'person.wanted', ${next.conversation}, '{}', clock_timestamp())`.execute(
      db,
    ),
  )
  await plant(next, (db) =>
    sql`
    insert into closures (account, id, conversation, by_kind, reason, reopened_at) values (${next.account}, ${newId()}, ${next.conversation}, 'person', 'solved', clock_timestamp())`.execute(
      db,
    ),
  )
  await plant(next, (db) => write(db, { ...next, author: 'assistant', text: 'Welcome back' }))
  expect(await broken(next)).not.toContain('I9-person-at-once')
})

test('a message without its fact is found, and a fact without its message', async () => {
  const silent = await makePlace()
  await plant(silent, (db) => write(db, { ...silent, author: 'person', text: 'Nobody was told of this' }))
  expect(await broken(silent)).toContain('I12-atomic')
  const phantom = await makePlace()
  await plant(phantom, (db) =>
    sql`
    insert into events (account, name, subject, facts)
    values (${phantom.account}, 'reply.written', ${phantom.conversation}, ${JSON.stringify({ conversation: phantom.conversation, customer: phantom.customer, seq: 99 })}::jsonb)`.execute(
      db,
    ),
  )
  expect(await broken(phantom)).toContain('I12-atomic')
})

test('money that came from nowhere is found, and what was written off but is still open', async () => {
  const nowhere = await makePlace()
  await plant(nowhere, (db) => entry(db, nowhere, 'realised', 500, newId()))
  expect(await broken(nowhere)).toContain('ledger-balance')

  const open = await makePlace()
  const expected = await plant(open, (db) => entry(db, open, 'expected', 1000, null))
  await plant(open, (db) => entry(db, open, 'realised', 300, expected))
  expect(await broken(open)).not.toContain('ledger-balance')
  await plant(open, (db) => entry(db, open, 'written-off', 600, expected))
  expect(await broken(open)).toContain('ledger-balance')
  await plant(open, (db) => entry(db, open, 'written-off', 100, expected))
  expect(await broken(open)).not.toContain('ledger-balance')
})

test('only the owner sees the audit, and only of their own company', async () => {
  const lead = await world.makePerson('lead')
  expect((await world.request('GET', '/health/invariants', { cookie: lead.cookie })).status).toBe(403)
  const other = await makePlace()
  await plant(other, (db) => sql`update customers set last_seq = last_seq + 1 where account = ${other.account}`.execute(db))
  const { body } = await world.request<Invariants>('GET', '/health/invariants')
  expect(body.checks.every(({ violations }) => violations === 0)).toBe(true)
  const found = (await check(other)).checks.find(({ name }) => name === 'I3-order')
  expect(found).toEqual({ name: 'I3-order', violations: 1, examples: [other.customer] })
})

/** A company of its own with one customer who wrote one message, and whoever answers it. */
interface Place {
  account: string
  owner: { person: string; cookie: string }
  customer: string
  conversation: string
}

async function makePlace(): Promise<Place> {
  const { account, owner } = await world.makeAccount()
  const customer = newId()
  await world.platform.database.inAccount(account, (db) => sql`insert into customers (account, id) values (${account}, ${customer})`.execute(db))
  const { conversation } = await world.platform.act(account, (work) =>
    receive(work, { customer, channel: 'web', clientId: newId(), text: 'Where is my table?', languageHint: 'en', page: null }),
  )
  await world.settled()
  return { account, owner, customer, conversation }
}

const plant = <T>(place: Place, run: (db: Db) => Promise<T>) => world.platform.database.inAccount(place.account, run)

async function check(place: Place): Promise<Invariants> {
  const { body, status } = await world.request<Invariants>('GET', '/health/invariants', { cookie: place.owner.cookie })
  expect(status).toBe(200)
  return body
}

const broken = async (place: Place) => (await check(place)).checks.filter(({ violations }) => violations > 0).map(({ name }) => name)

/** A claim of the owner; seconds from now, `until` null while it is held. */
const claim = (
  db: Db,
  place: Place,
  { since, until, conversation = place.conversation }: { since: number; until: number | null; conversation?: string },
) =>
  sql`
  insert into claims (account, id, conversation, customer, holder, person, since, lease_until, ended_at)
  values (${place.account}, ${newId()}, ${conversation}, ${place.customer}, 'person', ${place.owner.person}, now() + make_interval(secs => ${since}),
    now() + interval '1 minute', now() + make_interval(secs => ${until}))`.execute(db)

/** Somebody else who waits since so many seconds, or was given to the owner by matching. */
async function wait(place: Place, { number, since, served }: { number: number; since: number; served: number | null }): Promise<string> {
  const conversation = newId()
  const { account, owner } = place
  const at = (seconds: number | null) => sql`(now() + make_interval(secs => ${seconds}))`
  await plant(place, async (db) => {
    await sql`
      insert into places (account, conversation, customer, number, waiting_since, waited_since, served_at, served_by)
      values (${account}, ${conversation}, ${newId()}, ${number}, ${served === null ? at(since) : null}, ${served === null ? null : at(since)},
        ${served === null ? null : at(served)}, ${served === null ? null : owner.person})`.execute(db)
    await sql`insert into events (account, name, subject, facts, at) values (${account}, 'place.taken', ${conversation}, '{}', ${at(since)})`.execute(
      db,
    )
    if (served === null) return
    const round = newId()
    await sql`insert into rounds (account, id, round, seen) values (${account}, ${round}, '{}', pg_current_snapshot())`.execute(db)
    await sql`
      insert into assignments (account, id, conversation, person, code, holdout, probability, value_minutes, nth, round_id, at)
      values (${account}, ${newId()}, ${conversation}, ${owner.person}, 'only-one', false, 1, 1, 0, ${round}, ${at(served)} + interval '5 ms')`.execute(
      db,
    )
  })
  return conversation
}

async function entry(db: Db, place: Place, kind: string, cents: number, settles: string | null): Promise<string> {
  const id = newId()
  await sql`
    insert into ledger (account, id, conversation, settles, kind, cents, rule, once) values (${place.account}, ${id}, ${place.conversation}, ${settles}, ${kind}, ${cents}, 'test', ${id})`.execute(
    db,
  )
  return id
}
