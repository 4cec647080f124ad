import { afterAll, beforeAll, expect, test } from 'vitest'
import { one, sql } from '../server/platform/db.ts'
import { furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let busy: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  busy = await teammate(world, { capacity: 1 })
  await busy.comeOn()
  await waiting('human please')
})
afterAll(async () => {
  for (const each of [world, ...others]) await each.stop()
})

async function waiting(words = 'I want to talk to a person', where = world): Promise<Visitor> {
  const visitor = await visitAs(where, { language: 'en' })
  await visitor.write(words)
  await where.settled()
  return visitor
}

const others: World[] = []
/** Another shop, in whose queue nobody waits yet. */
async function anotherWorld(): Promise<World> {
  const other = await makeWorld()
  others.push(other)
  await furnish(other)
  return other
}

/** A colleague has their hands full; the giver, who has room, served a customer and put them back into the queue. */
async function givenBack() {
  const calm = await anotherWorld()
  const full = await teammate(calm, { capacity: 1 })
  await full.comeOn()
  await waiting('human please', calm)
  const giver = await teammate(calm, { capacity: 3 })
  await giver.comeOn()
  const visitor = await waiting('human please', calm)
  const conversation = (await visitor.look()).state.conversation ?? ''
  expect(await idsOf(giver)).toEqual([conversation])
  const before = await waitingSince(calm, conversation)
  const given = await giver.ask('DELETE', `/v1/conversations/${conversation}/claim`, { to: 'queue', note: 'needs somebody who knows sofas' })
  expect(given.status).toBe(204)
  await calm.settled()
  return { calm, full, giver, visitor, conversation, before }
}

const idsOf = async (person: Teammate) => (await person.list('mine')).rows.map((row) => row.id)
/** From when the wait counts, and the number that orders the queue. */
const waitingSince = (where: World, conversation: string) =>
  one(
    where.platform.database.platform,
    sql<{
      since: Date
      number: number
    }>`select coalesce(waiting_since, waited_since) as since, number from places where conversation = ${conversation}`,
  )
const aheadOf = async (visitor: Visitor) => (await visitor.look()).state.place?.ahead

test('who came first stands first, and each hears how many are ahead and how long it takes', async () => {
  const [first, second, third] = [await waiting(), await waiting(), await waiting()]
  expect([await aheadOf(first), await aheadOf(second), await aheadOf(third)]).toEqual([0, 1, 2])
  const { place } = (await third.look()).state
  expect(place?.range?.to).toBeGreaterThan(place?.range?.from ?? Number.POSITIVE_INFINITY)
})

test('the place gets no worse because the customer writes again, comes back on another page, or is helped', async () => {
  const visitor = await waiting()
  const before = await aheadOf(visitor)
  await visitor.write('are you there?')
  await visitor.write('how long do I have to return something?')
  await world.settled()
  expect(await aheadOf(visitor)).toBe(before)
  const elsewhere = await visitAs(world, { token: visitor.token })
  expect(elsewhere.visited.state.place?.ahead).toBe(before)
})

test('leaving is explicit, and for two hours the same place can be had back', async () => {
  const visitor = await waiting()
  const later = await waiting()
  const before = await aheadOf(visitor)
  await visitor.ask('DELETE', '/w/place')
  await world.settled()
  const left = (await visitor.look()).state
  expect(left.place).toBeNull()
  expect(Date.parse(left.mayReturnUntil ?? '')).toBeGreaterThan(Date.now() + 100 * 60_000)
  expect(await aheadOf(later)).toBe(before)

  await visitor.ask('PUT', '/w/place')
  await world.settled()
  expect(await aheadOf(visitor)).toBe(before)
  const { state } = await later.look()
  expect(state.place).toMatchObject({ ahead: (before ?? 0) + 1, because: { code: 'place-returned' } })
})

test('a place whose time to return has passed is gone', async () => {
  const visitor = await waiting()
  await visitor.ask('DELETE', '/w/place')
  await sql`update places set left_at = left_at - interval '3 hours' where customer = ${visitor.customer}`.execute(world.platform.database.platform)
  expect((await visitor.look()).state.mayReturnUntil).toBeNull()
  expect((await visitor.ask('PUT', '/w/place')).status).toBe(409)
})

test('when the console of the holder falls silent, the customer is back at the same place and the next person takes over', async () => {
  const calm = await anotherWorld()
  const lost = await teammate(calm, { capacity: 1 })
  await lost.comeOn()
  const visitor = await waiting('human please', calm)
  const conversation = (await visitor.look()).state.conversation ?? ''
  expect(await idsOf(lost)).toEqual([conversation])
  const next = await teammate(calm, { capacity: 1 })
  await next.comeOn()
  const { platform } = calm.platform.database
  await sql`update claims set lease_until = now() - interval '1 second' where conversation = ${conversation} and ended_at is null`.execute(platform)
  await sql`update deliveries set due_at = now() where lane = ${conversation} and action = 'conversations.checkLease'`.execute(platform)
  await calm.settled()
  expect((await visitor.look()).state.phase).toBe('person')
  expect([await idsOf(lost), await idsOf(next)]).toEqual([[], [conversation]])
  expect(visitor.said('system').filter((line) => line.includes('same place'))).toHaveLength(1)
})

test('a conversation given back to the queue keeps its place and does not return to the same hands at once', async () => {
  const { calm, giver, visitor, conversation, before } = await givenBack()
  expect((await visitor.look()).state.phase).toBe('waiting')
  expect(await waitingSince(calm, conversation)).toEqual(before)
  expect(JSON.stringify(await visitor.look())).not.toContain('sofas')
  expect(await idsOf(giver)).toEqual([])

  const another = await teammate(calm, { capacity: 1 })
  await another.comeOn()
  expect((await visitor.look()).state.phase).toBe('person')
  expect([await idsOf(giver), await idsOf(another)]).toEqual([[], [conversation]])
})

test('whoever gave a conversation back gets it again when nobody else is on duty', async () => {
  const { calm, giver, full, visitor, conversation } = await givenBack()
  expect(await idsOf(giver)).toEqual([])
  await full.ask('PUT', '/v1/me/presence', { presence: 'off' })
  await calm.settled()
  expect((await visitor.look()).state.phase).toBe('person')
  expect(await idsOf(giver)).toEqual([conversation])
})

test('when somebody has room again, the first in the queue is served, and everybody moves up', async () => {
  const before = (await busy.list('waiting')).rows
  const [mine] = (await busy.list('mine')).rows
  await busy.close(mine?.id ?? '')
  const after = (await busy.list('waiting')).rows
  expect((await busy.list('mine')).rows[0]?.id).toBe(before[0]?.id)
  expect(after.map((row) => row.id)).toEqual(before.slice(1).map((row) => row.id))
})

test('when somebody goes off duty, the later time is told with its reason', async () => {
  const calm = await anotherWorld()
  const people = [await teammate(calm, { capacity: 1 }), await teammate(calm, { capacity: 1 })]
  for (const person of people) await person.comeOn()
  const visitors: Visitor[] = []
  for (let nth = 0; nth < 8; nth++) visitors.push(await waiting('human please', calm))
  const last = visitors.at(-1) as Visitor
  const before = (await last.look()).state.place
  await people[1]?.ask('PUT', '/v1/me/presence', { presence: 'off' })
  await calm.settled()
  const after = (await last.look()).state.place
  expect(after?.range?.to).toBeGreaterThan(before?.range?.to ?? Number.POSITIVE_INFINITY)
  expect(after?.because).toMatchObject({ code: 'fewer-people', numbers: { people: 1, before: 2 } })
})

test('what was foretold when a wait began is kept beside how it came, so that later ranges can be honest', async () => {
  const calm = await anotherWorld()
  const person = await teammate(calm, { capacity: 1 })
  await person.comeOn()
  const first = await waiting('human please', calm)
  const visitor = await waiting('human please', calm)
  await person.close((await first.look()).state.conversation ?? '')
  await calm.settled()
  const { platform } = calm.platform.database
  const place = await one(
    platform,
    sql<{ mean: number; seconds: number }>`
      select foretold_mean::float8 as mean, extract(epoch from served_at - foretold_at)::float8 as seconds from places
      where customer = ${visitor.customer}`,
  )
  expect(place.mean).toBeGreaterThan(0)
  expect(place.seconds).toBeGreaterThanOrEqual(0)
})
