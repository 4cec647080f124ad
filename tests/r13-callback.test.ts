import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WidgetState } from '../contract/channels.ts'
import type { FloorBoard } from '../contract/queue.ts'
import type { Problem } from '../contract/shapes.ts'
import { many, one, sql } from '../server/platform/db.ts'
import { startPostman } from '../server/platform/letters.ts'
import { furnish } from './world/company.ts'
import { openPost, type Post } from './world/post.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let post: Post
let world: World
let kadri: Teammate
beforeAll(async () => {
  post = await openPost()
  world = await makeWorld({ smtpUrl: post.url })
  await furnish(world)
  await setHours('00:00', '24:00')
  kadri = await teammate(world, { name: 'Kadri Tamm', capacity: 2, languages: ['en', 'th'] })
})
afterAll(async () => {
  await world.stop()
  await post.stop()
})

const week = (from: string, to: string) => Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from, to }]]))
const setHours = (from: string, to: string) => world.request('PUT', '/v1/hours', { body: { timeZone: 'UTC', week: week(from, to), holidays: [] } })

async function waiting(): Promise<{ visitor: Visitor; conversation: string }> {
  const visitor = await visitAs(world, { language: 'en' })
  const { conversation } = (await visitor.write('human please')).body
  await world.settled()
  return { visitor, conversation }
}

const slotsOf = async (visitor: Visitor) =>
  (await visitor.ask<{ slots: { at: string }[] }>('GET', '/w/callback/slots')).body.slots.map(({ at }) => at)
const agree = (visitor: Visitor, at: string | undefined, email?: string) =>
  visitor.ask<WidgetState>('POST', '/w/callback', { at, ...(email && { email }) })
const holderOf = async (conversation: string) => (await kadri.open(conversation)).holder?.name ?? null

async function agreed(email?: string) {
  const { visitor, conversation } = await waiting()
  const at = (await slotsOf(visitor)).at(-1)
  expect((await agree(visitor, at, email)).body).toMatchObject({ phase: 'callback', callbackAt: at })
  return { visitor, conversation, at }
}

/** The agreed time is now, and the clock rings. */
async function comes(conversation: string): Promise<void> {
  const db = world.platform.database.platform
  const { at } = await one(
    db,
    sql<{ at: Date }>`update callbacks set due_at = date_trunc('second', now()) where conversation = ${conversation} returning due_at as at`,
  )
  await sql`update events set facts = jsonb_set(facts, '{at}', to_jsonb(${at.toISOString()}::text)) where name = 'callback.due' and subject = ${conversation}`.execute(
    db,
  )
  await ring('queue.keepAgreed', conversation)
}

async function ring(action: string, conversation: string): Promise<void> {
  await sql`update deliveries set due_at = now() where action = ${action} and lane = ${conversation} and dead_at is null`.execute(
    world.platform.database.platform,
  )
  await world.settled()
}

async function violations(): Promise<string[]> {
  const { checks } = (await world.request<{ checks: { name: string; violations: number }[] }>('GET', '/health/invariants')).body
  return checks.filter((check) => check.violations > 0).map(({ name }) => name)
}

test('nobody is there: real times are offered, one is agreed on, the place is kept, and the lead sees it', async () => {
  const { visitor, conversation } = await waiting()
  const numbers = () =>
    many(world.platform.database.platform, sql<{ number: number }>`select number from places where conversation = ${conversation}`)
  const before = await numbers()
  const [first] = await slotsOf(visitor)
  expect(Date.parse(first ?? '')).toBeGreaterThan(Date.now())
  const { body } = await agree(visitor, first)
  expect(body).toMatchObject({ phase: 'callback', callbackAt: first })
  expect(await numbers()).toEqual(before)
  await visitor.look()
  expect(visitor.said('system').join(' ')).toContain('Agreed: a person comes to you here')
  const floor = (await kadri.ask<FloorBoard>('GET', '/v1/floor')).body
  expect(floor.callbacks).toMatchObject([{ conversation, at: first, attempts: 0, called: false }])
  expect((await kadri.open(conversation)).state).toBe('callback')
  await agree(visitor, first)
  expect(visitor.said('system').filter((line) => line.startsWith('Agreed'))).toHaveLength(1)
})

test('as many customers are promised a time as there are people, and no more', async () => {
  const visitors = await Promise.all(Array.from({ length: 4 }, waiting))
  const at = (await slotsOf(visitors[0]?.visitor as Visitor))[3]
  const answers = await Promise.all(visitors.map(({ visitor }) => agree(visitor, at)))
  // The owner and Kadri.
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
  for (const { visitor } of visitors) expect(await slotsOf(visitor)).toHaveLength(12)
  const last = await waiting()
  expect(await slotsOf(last.visitor)).not.toContain(at)
})

test('nobody is called before the time, and at the time they come first, before others who wait', async () => {
  const { visitor, conversation } = await agreed()
  await kadri.comeOn()
  expect(await holderOf(conversation)).toBeNull()
  for (const { id } of (await kadri.list('mine')).rows.slice(0, 9)) await kadri.reply(id, 'Hello.')
  await fill()
  const other = await waiting()
  await comes(conversation)
  expect((await visitor.look()).state).toMatchObject({ phase: 'waiting', place: { ahead: 0 } })
  expect(visitor.said('system').at(-1)).toContain('as agreed')
  expect((await other.visitor.look()).state.place?.because?.code).toBe('callback-due')
  const [held] = (await kadri.list('mine')).rows
  await kadri.close(held?.id ?? '')
  expect(await holderOf(conversation)).toBe('Kadri Tamm')
  expect(await holderOf(other.conversation)).toBeNull()
  expect(await violations()).toEqual([])
  await rest()
})

/** Everybody who waits is served, until nobody has room. */
async function fill(): Promise<void> {
  while ((await kadri.list('mine')).rows.length < 2) await waiting()
}

async function rest(): Promise<void> {
  for (;;) {
    const { rows } = await kadri.list('mine')
    if (rows.length === 0) break
    for (const { id } of rows) await kadri.close(id)
  }
  await kadri.ask('PUT', '/v1/me/presence', { presence: 'off' })
  await world.settled()
}

test('nobody can come: the truth is told, the next time is agreed by itself, three times; then the place stays in front', async () => {
  const { visitor, conversation } = await agreed()
  for (const attempt of [1, 2, 3]) {
    await comes(conversation)
    const { state } = await visitor.look()
    expect(Date.parse(state.callbackAt ?? '')).toBeGreaterThan(Date.now())
    expect(visitor.said('system').filter((line) => line.includes('We had agreed on now'))).toHaveLength(attempt)
  }
  await comes(conversation)
  await visitor.look()
  expect(visitor.said('system').at(-1)).toContain('You are at the front now')
  expect(await violations()).toEqual([])
  await kadri.comeOn()
  expect(await holderOf(conversation)).toBe('Kadri Tamm')
  await rest()
})

test('the page is closed when the time comes: an e-mail goes out once, in the words that the page would have shown', async () => {
  const { conversation } = await agreed('mei@example.test')
  await kadri.comeOn()
  await comes(conversation)
  await ring('queue.writeLetter', conversation)
  const postman = startPostman(world.platform)
  await postman.carry()
  await postman.stop()
  expect(post.letters).toHaveLength(1)
  expect(post.letters[0]).toMatch(/^To: mei@example\.test$/m)
  expect(post.letters[0]).toMatch(/^Auto-Submitted: auto-generated$/m)
  expect(post.letters[0]).toContain('as agreed')
  const left = sql`select 1 from letters where sent_at is null or recipient || subject || body <> ''`
  expect(await many(world.platform.database.platform, left)).toEqual([])
  await rest()
})

test('who would rather wait has the same place at once', async () => {
  const { visitor, conversation } = await agreed()
  expect((await visitor.ask<WidgetState>('DELETE', '/w/callback')).body.callbackAt).toBeNull()
  await kadri.comeOn()
  expect(await holderOf(conversation)).toBe('Kadri Tamm')
  await rest()
})

test('a number that is none, a time that has passed and one between the half hours are refused, each with its own reason', async () => {
  const { visitor } = await waiting()
  const at = (await slotsOf(visitor)).at(-1)
  const code = async (body: object) => {
    const answer = await visitor.ask<Problem>('POST', '/w/callback', body)
    return answer.status < 300 ? 'taken' : answer.body.error.code
  }
  expect(await code({ phone: 'abc' })).toBe('bad-phone')
  expect(await code({ email: 'abc' })).toBe('bad-input')
  expect(await code({ at: '2020-01-01T10:00:00.000Z' })).toBe('past-time')
  expect(await code({ at: new Date(Date.parse(at ?? '') + 60_000).toISOString() })).toBe('off-grid')
  expect(await code({ at: new Date(Date.parse(at ?? '') + 90 * 24 * 60 * 60_000).toISOString() })).toBe('slot-taken')
  expect(await code({ phone: '+372 5123 4567' })).toBe('taken')
  await rest()
})

test('hours that could not be meant are refused, and a skill that nobody has gets none', async () => {
  const set = async (path: string, body: object) => {
    const answer = await world.request<Problem>('PUT', path, { body })
    return answer.status < 300 ? 'set' : answer.body.error.code
  }
  const week = (from: string, to: string) => ({ timeZone: 'UTC', week: { '3': [{ from, to }] }, holidays: [] })
  const language = '/v1/calendars/language/th'
  expect(await set(language, { hours: week('99:99', '10:00') })).toBe('hours-clock')
  expect(await set(language, { hours: week('22:00', '06:00') })).toBe('hours-backwards')
  expect(await set('/v1/hours', week('08:00', '08:00'))).toBe('hours-backwards')
  expect(await set(language, { hours: week('22:00', '30:00') })).toBe('set')
  expect(await set('/v1/calendars/skill/juggling', { hours: week('09:00', '10:00') })).toBe('no-such-skill')
  expect((await world.request('DELETE', language)).status).toBe(200)
})

test('a language with hours of its own is promised in these only', async () => {
  const hours = { timeZone: 'UTC', week: { '3': [{ from: '09:00', to: '10:00' }] }, holidays: [] }
  expect((await world.request('PUT', '/v1/calendars/language/th', { body: { hours } })).status).toBe(200)
  const visitor = await visitAs(world, { language: 'th' })
  await visitor.write('ขอคุยกับเจ้าหน้าที่')
  await world.settled()
  const times = (await slotsOf(visitor)).map((at) => new Date(at))
  expect(times.map((at) => [at.getUTCDay(), at.getUTCHours()])).toEqual(times.map(() => [3, 9]))
  expect(times.length).toBeGreaterThan(0)
  const { opensAt } = (await visitor.look()).state
  expect([new Date(opensAt ?? 0).getUTCDay(), new Date(opensAt ?? 0).getUTCHours()]).toEqual([3, 9])
  expect((await world.request('DELETE', '/v1/calendars/language/th')).status).toBe(200)
})
