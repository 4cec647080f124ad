import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HandoverCard } from '../../contract/assist.ts'
import type { Desk } from '../../contract/queue.ts'
import type { Problem } from '../../contract/shapes.ts'
import type { TeamList } from '../../contract/team.ts'
import { furnish } from '../../tests/world/company.ts'
import { type Teammate, teammate } from '../../tests/world/teammate.ts'
import { type Visitor, visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { many, sql } from '../platform/db.ts'

let world: World
let kadri: Teammate
let mei: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  kadri = await teammate(world, { name: 'Kadri Tamm', capacity: 3, skills: ['sales'] })
  mei = await teammate(world, { name: 'Mei Lin', capacity: 3, languages: ['en', 'zh'] })
})
afterAll(() => world.stop())

/** Everybody is on duty, and nobody holds anything. */
beforeEach(async () => {
  await hold({ answerMinutes: 2, wrapUpSeconds: 0, weights: { web: 1, callback: 'all' } })
  for (const person of [kadri, mei]) {
    await person.ask('PUT', '/v1/me/ready')
    for (const { id } of (await person.list('mine')).rows) await person.close(id)
  }
  await kadri.ask('PUT', '/v1/me/presence', { presence: 'off' })
  await mei.ask('PUT', '/v1/me/presence', { presence: 'off' })
  await world.settled()
})

const hold = (rules: object) => world.request('PUT', '/v1/holding', { body: rules })
const loadOf = async (person: Teammate) => {
  const { people } = (await person.ask<TeamList>('GET', '/v1/team')).body
  return people.find(({ id }) => id === person.person)?.load
}
const desk = async (person: Teammate) => (await person.ask<Desk>('GET', '/v1/me/desk')).body
const holderOf = async (conversation: string) => (await kadri.open(conversation)).holder?.name ?? null

async function given(to: Teammate): Promise<{ visitor: Visitor; conversation: string }> {
  await to.comeOn()
  const visitor = await visitAs(world, { language: 'en' })
  const { conversation } = (await visitor.write('human please')).body
  await world.settled()
  expect((await to.list('mine')).rows.map(({ id }) => id)).toContain(conversation)
  return { visitor, conversation }
}

/** What the clock would bring comes now. */
async function ring(action: string): Promise<void> {
  await sql`update deliveries set due_at = now() where action = ${action} and dead_at is null`.execute(world.platform.database.platform)
  await world.settled()
}

test('a conversation that nobody opened goes to somebody else from the same place, and its customer is told', async () => {
  const { visitor, conversation } = await given(kadri)
  const before = await many(world.platform.database.platform, sql<{ number: number }>`select number from places where conversation = ${conversation}`)
  await mei.comeOn()
  await ring('queue.checkSight')
  expect(await holderOf(conversation)).toBe('Mei Lin')
  const after = await many(world.platform.database.platform, sql<{ number: number }>`select number from places where conversation = ${conversation}`)
  expect(after).toEqual(before)
  await visitor.look()
  expect(visitor.said('system').join(' ')).toContain('somebody else is asked')
  const claims = (await kadri.open(conversation)).claims
  expect(claims.map(({ because }) => because)).toContain('unseen')
})

test('whoever does not look at a customer is set to away, so that customers are not passed round among empty chairs', async () => {
  const { conversation } = await given(kadri)
  await mei.comeOn()
  await ring('queue.checkSight')
  const presences = async () => (await kadri.ask<TeamList>('GET', '/v1/team')).body.people.filter(({ id }) => [kadri.person, mei.person].includes(id))
  expect((await presences()).find(({ id }) => id === kadri.person)?.presence).toBe('away')
  expect(await holderOf(conversation)).toBe('Mei Lin')
  // The last one on duty keeps it: there is nobody else to ask.
  await ring('queue.checkSight')
  expect(await holderOf(conversation)).toBe('Mei Lin')
  expect((await presences()).find(({ id }) => id === mei.person)?.presence).toBe('on')
})

test('whoever opened it, or wrote, keeps it', async () => {
  const opened = await given(kadri)
  expect((await kadri.ask('PUT', `/v1/conversations/${opened.conversation}/claim/seen`)).status).toBe(204)
  const answered = await given(kadri)
  await kadri.reply(answered.conversation, 'I am here.')
  await mei.comeOn()
  await ring('queue.checkSight')
  expect([await holderOf(opened.conversation), await holderOf(answered.conversation)]).toEqual(['Kadri Tamm', 'Kadri Tamm'])
})

test('while nobody else is on duty it stays, and is asked about again', async () => {
  const { conversation } = await given(kadri)
  await ring('queue.checkSight')
  expect(await holderOf(conversation)).toBe('Kadri Tamm')
  await mei.comeOn()
  await ring('queue.checkSight')
  expect(await holderOf(conversation)).toBe('Mei Lin')
})

test('after closing a person counts as busy until they are ready, and the time belongs to the handling', async () => {
  await hold({ answerMinutes: 2, wrapUpSeconds: 600, weights: { web: 3 } })
  const { conversation } = await given(kadri)
  await kadri.close(conversation)
  expect(await loadOf(kadri)).toBe(3)
  expect((await desk(kadri)).wrapUpUntil).not.toBeNull()
  const next = (await (await visitAs(world, { language: 'en' })).write('human please')).body.conversation
  await world.settled()
  expect(await holderOf(next)).toBeNull()
  const [wrapped] = await many(
    world.platform.database.platform,
    sql<{
      seconds: number
    }>`select extract(epoch from wrap_until - ended_at)::float8 as seconds from claims where conversation = ${conversation} and holder = 'person'`,
  )
  expect(wrapped?.seconds).toBeCloseTo(600, 0)
  expect((await kadri.ask('PUT', '/v1/me/ready')).status).toBe(204)
  await world.settled()
  expect(await holderOf(next)).toBe('Kadri Tamm')
  expect((await desk(kadri)).wrapUpUntil).toBeNull()
})

test('the end of the wrap-up brings the next customer by itself', async () => {
  await hold({ answerMinutes: 2, wrapUpSeconds: 600, weights: { web: 3 } })
  const { conversation } = await given(kadri)
  await kadri.close(conversation)
  const next = (await (await visitAs(world, { language: 'en' })).write('human please')).body.conversation
  await sql`update claims set wrap_until = now() where wrap_until > now()`.execute(world.platform.database.platform)
  await ring('team.checkWrapUp')
  expect(await holderOf(next)).toBe('Kadri Tamm')
})

test('a colleague is asked with a note; until they say yes the first one keeps it, and then it changes hands at once', async () => {
  const { visitor, conversation } = await given(kadri)
  await mei.comeOn()
  const asked = await kadri.ask('POST', `/v1/conversations/${conversation}/transfer`, { person: mei.person, note: 'wants it in Chinese' })
  expect(asked.status).toBe(204)
  expect(await holderOf(conversation)).toBe('Kadri Tamm')
  expect((await desk(mei)).incoming).toMatchObject([{ conversation, note: 'wants it in Chinese', from: { name: 'Kadri Tamm' } }])
  expect((await desk(kadri)).outgoing).toHaveLength(1)
  await mei.ask('PUT', `/v1/conversations/${conversation}/transfer`, { accept: true })
  await world.settled()
  expect(await holderOf(conversation)).toBe('Mei Lin')
  const notes = (await mei.timeline(conversation)).filter((entry) => entry.private)
  expect(notes.map(({ text }) => text)).toEqual(['wants it in Chinese'])
  const card = (await mei.ask<HandoverCard>('GET', `/v1/conversations/${conversation}/handover`)).body
  expect(card.note).toMatchObject({ by: 'Kadri Tamm', text: 'wants it in Chinese' })
  await visitor.look()
  expect(visitor.said('person')).toEqual([])
})

test('a colleague who says no, or nothing, leaves it where it is', async () => {
  const { conversation } = await given(kadri)
  await mei.comeOn()
  const ask = () => kadri.ask('POST', `/v1/conversations/${conversation}/transfer`, { person: mei.person })
  await ask()
  expect((await mei.ask('PUT', `/v1/conversations/${conversation}/transfer`, { accept: false })).status).toBe(204)
  expect((await desk(kadri)).outgoing).toEqual([])
  await ask()
  await ring('queue.expireTransfer')
  expect((await desk(mei)).incoming).toEqual([])
  expect((await mei.ask('PUT', `/v1/conversations/${conversation}/transfer`, { accept: true })).status).toBe(404)
  expect(await holderOf(conversation)).toBe('Kadri Tamm')
})

test('two who press at once: one conversation, one holder', async () => {
  const { conversation } = await given(kadri)
  await mei.comeOn()
  await kadri.ask('POST', `/v1/conversations/${conversation}/transfer`, { person: mei.person })
  await Promise.all([
    mei.ask('PUT', `/v1/conversations/${conversation}/transfer`, { accept: true }),
    mei.ask('PUT', `/v1/conversations/${conversation}/transfer`, { accept: true }),
    kadri.ask('DELETE', `/v1/conversations/${conversation}/transfer`),
    kadri.ask('DELETE', `/v1/conversations/${conversation}/claim`, { to: 'queue' }),
  ])
  await world.settled()
  const open = await many(
    world.platform.database.platform,
    sql`select 1 from claims where conversation = ${conversation} and holder = 'person' and ended_at is null`,
  )
  expect(open.length).toBeLessThanOrEqual(1)
})

test('handed to the queue for a skill, it goes to who has it, with the note', async () => {
  const { conversation } = await given(mei)
  const anu = await teammate(world, { name: 'Anu Saar', capacity: 30 })
  await anu.comeOn()
  await kadri.comeOn()
  const nobodys = await mei.ask<Problem>('DELETE', `/v1/conversations/${conversation}/claim`, { to: 'queue', skill: 'juggling' })
  expect({ code: nobodys.body.error.code, holder: await holderOf(conversation) }).toEqual({ code: 'no-such-skill', holder: 'Mei Lin' })
  await mei.ask('DELETE', `/v1/conversations/${conversation}/claim`, { to: 'queue', skill: 'sales', note: 'wants forty chairs' })
  await world.settled()
  expect(await holderOf(conversation)).toBe('Kadri Tamm')
  const card = (await kadri.ask<HandoverCard>('GET', `/v1/conversations/${conversation}/handover`)).body
  expect(card.note).toMatchObject({ by: 'Mei Lin', text: 'wants forty chairs' })
  await anu.ask('PUT', '/v1/me/presence', { presence: 'off' })
})

test('a person on a call is given nothing else, however much room they would have', async () => {
  await hold({ answerMinutes: 2, wrapUpSeconds: 0, weights: { web: 'all' } })
  await given(kadri)
  expect(await loadOf(kadri)).toBe(3)
  const next = (await (await visitAs(world, { language: 'en' })).write('human please')).body.conversation
  await world.settled()
  expect(await holderOf(next)).toBeNull()
})

test('nobody else answers for a colleague, or hands over what they do not hold', async () => {
  const { conversation } = await given(kadri)
  await mei.comeOn()
  expect((await mei.ask('POST', `/v1/conversations/${conversation}/transfer`, { person: kadri.person })).status).toBe(409)
  await kadri.ask('POST', `/v1/conversations/${conversation}/transfer`, { person: mei.person })
  expect((await kadri.ask('PUT', `/v1/conversations/${conversation}/transfer`, { accept: true })).status).toBe(404)
  expect((await mei.ask('DELETE', `/v1/conversations/${conversation}/transfer`)).status).toBe(404)
})
