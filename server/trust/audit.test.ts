import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PolicyView } from '../../contract/routing.ts'
import type { AuditPage } from '../../contract/trust.ts'
import { furnish } from '../../tests/world/company.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { many, sql } from '../platform/db.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ logLevel: 'silent' })
  await furnish(world)
})
afterAll(() => world.stop())

const trail = async (query = '') => (await world.request<AuditPage>('GET', `/v1/audit${query}`)).body
const newest = async () => (await trail()).entries[0]

test('a change of the hours says who made it, what it was and what it is', async () => {
  const hours = { timeZone: 'Asia/Singapore', week: { 1: [{ from: '09:00', to: '17:00' }] }, holidays: [] }
  await world.request('PUT', '/v1/hours', { body: hours })
  await world.request('PUT', '/v1/hours', { body: { ...hours, holidays: ['2027-02-24'] } })
  const entry = await newest()
  expect(entry).toMatchObject({ about: 'hours', action: 'PUT hours', person: { id: world.owner.person }, key: null })
  expect(entry?.changes).toEqual([{ path: 'holidays.0', before: null, after: '2027-02-24' }])
})

test('a key is named when it was a key, and the secret of a new one is not kept', async () => {
  const key = await world.makeKey('full')
  await world.request('POST', '/v1/webhooks', { key, body: { url: 'https://example.test/hook', events: ['message.received'] } })
  const entry = await newest()
  expect(entry).toMatchObject({ about: 'webhooks', action: 'POST webhooks', person: null, key: 'test' })
  expect(JSON.stringify(entry)).not.toContain('whsec')
})

test('a colleague is named by name, and only what changed is kept', async () => {
  const { person } = await world.makePerson('team', { name: 'Kadri', capacity: 3 })
  await world.request('PATCH', `/v1/team/${person}`, { body: { capacity: 5, languages: ['en'] } })
  expect(await newest()).toMatchObject({ action: 'PATCH team', subject: 'Kadri', changes: [{ path: 'capacity', before: 3, after: 5 }] })
})

test('a conversation that was moved is named by its number, and whoever has it now by name', async () => {
  const { person, cookie } = await world.makePerson('team', { name: 'Dewi', languages: ['en'] })
  await world.request('PUT', '/v1/me/presence', { cookie, body: { presence: 'on' } })
  const visitor = await visitAs(world, { language: 'en' })
  const { conversation } = (await visitor.write('A person please')).body
  await world.settled()
  const moved = await world.request('PUT', `/v1/conversations/${conversation}/assignment`, { body: { to: 'person', person } })
  expect(moved.status).toBeLessThan(300)
  const { number } = (await world.request<{ number: number }>('GET', `/v1/conversations/${conversation}`)).body
  const entry = (await trail('?about=conversations')).entries[0]
  expect(entry).toMatchObject({ action: 'PUT conversations/assignment', subject: `#${number}` })
  expect(entry?.changes).toContainEqual({ path: 'person', before: null, after: 'Dewi' })
})

test('a change that is refused leaves no trace, because it and its trace are one', async () => {
  const before = (await trail()).entries.length
  const lone = world.owner.person
  expect((await world.request('PATCH', `/v1/team/${lone}`, { body: { role: 'team' } })).status).toBe(409)
  expect((await trail()).entries).toHaveLength(before)
})

test('a pause of the assistant and a sign-in are in the trail too', async () => {
  await world.request<PolicyView>('PUT', '/v1/policy/pause', { body: { paused: true } })
  expect(await newest()).toMatchObject({ action: 'PUT policy/pause', changes: [{ path: 'paused', before: false, after: true }] })
  await world.request('PUT', '/v1/policy/pause', { body: { paused: false } })
  expect((await trail('?about=sign-in')).entries.map(({ person }) => person?.id)).toContain(world.owner.person)
})

test('it is read by pages that neither repeat nor leave out, and filtered by person and matter', async () => {
  const all = await trail('?limit=500')
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: AuditPage = await trail(`?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    seen.push(...page.entries.map(({ id }) => id))
    cursor = page.cursor
  }
  expect(seen).toEqual(all.entries.map(({ id }) => id))
  expect((await trail('?about=hours')).entries.every(({ about }) => about === 'hours')).toBe(true)
  expect((await trail(`?person=${world.owner.person}`)).entries.every(({ person }) => person?.id === world.owner.person)).toBe(true)
})

test('nobody rewrites it: the application itself may only add', async () => {
  await expect(
    world.platform.database.inAccount(world.account, (db) => sql`update audit set about = 'nothing' where account = ${world.account}`.execute(db)),
  ).rejects.toThrow('only added to')
  const kept = await many(world.platform.database.platform, sql`select 1 from audit where about = 'nothing'`)
  expect(kept).toEqual([])
})

test('only the owner reads it, and no company sees that of another', async () => {
  const lead = await world.makePerson('lead')
  expect((await world.request('GET', '/v1/audit', { cookie: lead.cookie })).status).toBe(403)
  const { owner } = await world.makeAccount()
  const theirs = (await world.request<AuditPage>('GET', '/v1/audit', { cookie: owner.cookie })).body
  expect(theirs.entries.every(({ person }) => person?.id === owner.person)).toBe(true)
})
