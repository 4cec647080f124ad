import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FloorBoard, FloorCourse } from '../../contract/queue.ts'
import type { Problem } from '../../contract/shapes.ts'
import type { Me, NoticeList } from '../../contract/team.ts'
import { furnish } from '../../tests/world/company.ts'
import { type Teammate, teammate } from '../../tests/world/teammate.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { one, sql } from '../platform/db.ts'

let world: World
let lead: Teammate
let kadri: Teammate
let peeter: Teammate
beforeAll(async () => {
  world = await makeWorld({ logLevel: 'silent' })
  await furnish(world)
  lead = await teammate(world, { role: 'lead', name: 'Lead', capacity: 1 })
  kadri = await teammate(world, { name: 'Kadri', capacity: 1 })
  peeter = await teammate(world, { name: 'Peeter', capacity: 2 })
})
afterAll(() => world.stop())

const db = () => world.platform.database.platform
const board = async () => (await lead.ask<FloorBoard>('GET', '/v1/floor')).body
const notices = async (who: Teammate) => (await who.ask<NoticeList>('GET', '/v1/me/notices')).body
const placeOf = (conversation: string) =>
  one(
    db(),
    sql<{ number: number; waits: boolean }>`select number, waiting_since is not null as waits from places where conversation = ${conversation}`,
  )

async function wantPerson(): Promise<string> {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('human please')
  await world.settled()
  return body.conversation
}

async function move(conversation: string, to: { to: 'queue' } | { to: 'person'; person: string }, who = lead) {
  const answer = await who.ask<Problem>('PUT', `/v1/conversations/${conversation}/assignment`, to)
  await world.settled()
  return answer
}

test('the lead gives a waiting customer to a person, to another one, and back to the same place in the queue', async () => {
  const conversation = await wantPerson()
  const { number } = await placeOf(conversation)
  await kadri.comeOn()
  expect((await kadri.list('mine')).rows.map(({ id }) => id)).toEqual([conversation])
  await peeter.comeOn()
  expect((await move(conversation, { to: 'person', person: peeter.person })).status).toBe(204)
  expect((await move(conversation, { to: 'person', person: peeter.person })).status).toBe(204)
  expect((await peeter.list('mine')).rows.map(({ id }) => id)).toEqual([conversation])
  for (const who of [kadri, peeter]) await who.ask('PUT', '/v1/me/presence', { presence: 'away' })
  await world.settled()
  expect((await move(conversation, { to: 'queue' })).status).toBe(204)
  expect(await placeOf(conversation)).toEqual({ number, waits: true })
  expect((await board()).waiting.map(({ id }) => id)).toContain(conversation)
  expect((await move(conversation, { to: 'queue' })).status).toBe(204)
})

test('who is off duty or full says so, and the customer stays where they are', async () => {
  const conversation = await wantPerson()
  expect((await move(conversation, { to: 'person', person: kadri.person })).body.error.code).toBe('off-duty')
  await sql`update people set capacity = 1 where id = ${peeter.person}`.execute(db())
  await peeter.comeOn()
  expect((await peeter.list('mine')).rows).toHaveLength(1)
  const waits = (await board()).waiting[0]?.id ?? ''
  expect((await move(waits, { to: 'person', person: peeter.person })).body.error.code).toBe('no-room')
  expect(await placeOf(waits)).toMatchObject({ waits: true })
  expect((await move(conversation, { to: 'queue' }, peeter)).status).toBe(403)
})

test('whoever gets a customer is told, and reading is by conversation or all at once', async () => {
  const { notices: told, unread } = await notices(peeter)
  expect(told.every(({ kind }) => kind === 'assigned')).toBe(true)
  expect(unread).toBe(told.length)
  await peeter.ask('PUT', '/v1/me/notices/read', { conversation: told[0]?.conversation })
  expect((await notices(peeter)).notices.filter(({ read }) => read).length).toBeGreaterThan(0)
  await peeter.ask('PUT', '/v1/me/notices/read', { upTo: new Date(Date.now() + 60_000).toISOString() })
  expect((await notices(peeter)).unread).toBe(0)
})

test('before a promise breaks the lead on duty is told once, and nobody when it was kept', async () => {
  await lead.comeOn()
  await lead.ask('PUT', '/v1/me/presence', { presence: 'on' })
  await wantPerson()
  const waiting = (await board()).waiting.map(({ id }) => id)
  expect(waiting.length).toBeGreaterThan(0)
  await sql`update deliveries set due_at = now() where action = 'queue.warnOfPromise'`.execute(db())
  await world.settled()
  const promises = (await notices(lead)).notices.filter(({ kind }) => kind === 'promise')
  expect(promises.map(({ conversation }) => conversation).sort()).toEqual([...waiting].sort())
})

test('the course of the floor ends with what the floor shows now', async () => {
  const { points } = (await lead.ask<FloorCourse>('GET', '/v1/floor/course?hours=2')).body
  expect(points).toHaveLength(49)
  const now = await board()
  expect(points.at(-1)).toMatchObject({ waiting: now.waiting.length, held: now.people.reduce((sum, { holding }) => sum + holding.length, 0) })
  expect(points[0]).toMatchObject({ waiting: 0, held: 0, longestWaitSeconds: 0 })
})

test('how a person likes their screens is kept with them, and what they never chose has its default', async () => {
  const { preferences } = (await kadri.ask<Me>('GET', '/v1/me')).body
  expect(preferences).toMatchObject({ timeZone: null, clock: 'auto', look: 'auto', quiet: null })
  const wanted = { ...preferences, timeZone: 'Asia/Bangkok', clock: '12', quiet: { from: '22:00', to: '07:00' } }
  expect((await kadri.ask<Me>('PATCH', '/v1/me', { preferences: wanted })).body.preferences).toEqual(wanted)
  expect((await kadri.ask('PATCH', '/v1/me', { preferences: { ...wanted, timeZone: 'Mars/Olympus' } })).status).toBe(400)
  expect((await kadri.ask<Me>('GET', '/v1/me')).body.preferences).toEqual(wanted)
})
