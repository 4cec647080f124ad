import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change, ChangesDone, ConversationPage, Habits, Label } from '../../contract/conversations.ts'
import { furnish } from '../../tests/world/company.ts'
import { type Teammate, teammate } from '../../tests/world/teammate.ts'
import { type Visitor, visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { many, one, sql } from '../platform/db.ts'

let world: World
let kadri: Teammate
let farid: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  kadri = await teammate(world, { name: 'Kadri Tamm', role: 'lead', capacity: 50 })
  farid = await teammate(world, { name: 'Farid Rahman', capacity: 50 })
})
afterAll(() => world.stop())

/** A customer whom Kadri serves. */
async function served(text = 'I want to speak to a person please'): Promise<{ visitor: Visitor; id: string }> {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write(text)
  await world.settled()
  expect((await kadri.take(body.conversation)).status).toBe(204)
  await world.settled()
  return { visitor, id: body.conversation }
}

async function change(who: Teammate, conversations: string[], changes: Change[], clientId: string = randomUUID()) {
  const { status, body } = await who.ask<ChangesDone>('POST', '/v1/conversations/changes', { clientId, conversations, changes })
  await world.settled()
  return { status, ...body }
}

/** What the clock would bring comes now. */
async function ring(action: string): Promise<void> {
  const db = world.platform.database.platform
  await sql`update planned_replies set due_at = now() where ended_at is null`.execute(db)
  await sql`update snoozes set until = now() where ended_at is null and until is not null`.execute(db)
  await sql`update deliveries set due_at = now() where action = ${action} and dead_at is null`.execute(db)
  await world.settled()
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()
const list = async (query: string) => (await kadri.ask<ConversationPage>('GET', `/v1/conversations?${query}`)).body
const find = async (search: string, view = 'all') => (await list(new URLSearchParams({ view, search }).toString())).rows

test('labels, urgency and followers are put on many conversations at once, and what is refused is said', async () => {
  const [first, second] = [await served(), await served()]
  const { body: label } = await kadri.ask<{ id: string }>('POST', '/v1/labels', { name: 'late delivery', colour: 'rust' })
  const gone = randomUUID()
  const changes: Change[] = [
    { kind: 'label', label: label.id, on: true },
    { kind: 'urgency', urgency: 'high' },
    { kind: 'follow', on: true },
  ]
  for (let time = 0; time < 2; time += 1) {
    const outcome = await change(kadri, [first.id, gone, second.id], changes)
    expect(outcome.done).toEqual([first.id, second.id])
    expect(outcome.refused).toEqual([{ conversation: gone, code: 'not-found' }])
  }
  expect(await kadri.open(first.id)).toMatchObject({ labels: [label.id], urgency: 'high', followers: [kadri.person] })
  expect((await list('view=following')).rows.map((row) => row.id).sort()).toEqual([first.id, second.id].sort())
  expect((await find('label:"Late Delivery"')).length).toBe(2)
  const { labels } = (await kadri.ask<{ labels: Label[] }>('GET', '/v1/labels')).body
  expect(labels).toMatchObject([{ name: 'late delivery', used: 2 }])
  expect((await kadri.ask('POST', '/v1/labels', { name: 'LATE delivery', colour: 'leaf' })).status).toBe(409)
  expect((await kadri.ask('DELETE', `/v1/labels/${label.id}`)).status).toBe(204)
  expect((await kadri.open(first.id)).labels).toEqual([])
})

test('of several changes to one conversation all are made or none', async () => {
  const { id } = await served()
  const outcome = await change(
    farid,
    [id],
    [
      { kind: 'urgency', urgency: 'urgent' },
      { kind: 'resolve', resolved: true },
    ],
  )
  expect(outcome.refused).toEqual([{ conversation: id, code: 'already-held' }])
  expect((await kadri.open(id)).urgency).toBe('normal')
})

test('a macro says its words once, with names filled in, however often it is sent', async () => {
  const { id, visitor } = await served()
  const clientId = randomUUID()
  const changes: Change[] = [{ kind: 'reply', text: '{{me.first-name}} here, {{customer.first-name|dear guest}}: your number is {{number}}.' }]
  await change(kadri, [id], changes, clientId)
  await change(kadri, [id], changes, clientId)
  const { number } = await kadri.open(id)
  await visitor.look()
  expect(visitor.said('person')).toEqual([`Kadri here, dear guest: your number is ${number}.`])
})

test('a snoozed conversation is out of sight until its time comes', async () => {
  const { id } = await served()
  await change(kadri, [id], [{ kind: 'snooze', until: tomorrow() }])
  expect((await list('view=mine')).rows.map((row) => row.id)).not.toContain(id)
  expect((await list('view=snoozed')).rows.map((row) => row.id)).toEqual([id])
  expect((await list('view=snoozed')).counts.snoozed).toBe(1)
  await ring('conversations.wakeDue')
  expect((await kadri.open(id)).snoozed).toBeNull()
  expect((await list('view=mine')).rows.map((row) => row.id)).toContain(id)
})

test('a customer who writes wakes a snoozed conversation, and nobody hides somebody else’s customer', async () => {
  const { id, visitor } = await served()
  expect((await change(farid, [id], [{ kind: 'snooze', until: null }])).refused).toEqual([{ conversation: id, code: 'not-holder' }])
  await change(kadri, [id], [{ kind: 'snooze', until: null }])
  expect((await kadri.open(id)).snoozed).toEqual({ until: null })
  await visitor.write('One more thing')
  await world.settled()
  expect(await kadri.open(id)).toMatchObject({ snoozed: null, unread: true })
})

test('what one has begun to write is there on another device, each reply and note by itself', async () => {
  const { id } = await served()
  for (const [mode, text] of [
    ['reply', 'Dear'],
    ['note', 'She seems'],
  ] as const)
    expect((await kadri.ask('PUT', `/v1/conversations/${id}/drafts/${mode}`, { text })).status).toBe(204)
  expect((await kadri.open(id)).drafts).toEqual({ reply: 'Dear', note: 'She seems' })
  expect((await farid.open(id)).drafts).toEqual({ reply: '', note: '' })
  await kadri.ask('PUT', `/v1/conversations/${id}/drafts/note`, { text: '' })
  expect((await kadri.open(id)).drafts).toEqual({ reply: 'Dear', note: '' })
})

test('words for later are sent once when their time has come', async () => {
  const { id, visitor } = await served()
  const body = { clientId: randomUUID(), text: 'Your table is on its way.', at: tomorrow() }
  for (let time = 0; time < 2; time += 1) expect((await kadri.ask('POST', `/v1/conversations/${id}/planned`, body)).status).toBe(204)
  expect((await kadri.open(id)).planned).toMatchObject([{ text: body.text, because: null }])
  await ring('conversations.sendPlanned')
  await visitor.look()
  expect(visitor.said('person')).toEqual([body.text])
  expect((await kadri.open(id)).planned).toEqual([])
})

test('words for later are held back when the customer has written since, and go into the draft', async () => {
  const { id, visitor } = await served()
  await kadri.ask('POST', `/v1/conversations/${id}/planned`, { clientId: randomUUID(), text: 'Did it arrive?', at: tomorrow() })
  await visitor.write('It has arrived, thank you!')
  await ring('conversations.sendPlanned')
  await visitor.look()
  expect(visitor.said('person')).toEqual([])
  const { planned, drafts } = await kadri.open(id)
  expect(planned).toMatchObject([{ because: 'customer-wrote' }])
  expect(drafts.reply).toBe('Did it arrive?')
  await kadri.ask('DELETE', `/v1/conversations/${id}/planned/${planned[0]?.id}`, { heldBack: true })
  expect((await kadri.open(id)).planned).toEqual([])
})

test('words for later are called back only by whoever wrote them', async () => {
  const { id, visitor } = await served()
  await kadri.ask('POST', `/v1/conversations/${id}/planned`, { clientId: randomUUID(), text: 'Never mind', at: tomorrow() })
  const [planned] = (await kadri.open(id)).planned
  const path = `/v1/conversations/${id}/planned/${planned?.id}`
  expect((await farid.ask('DELETE', path, { heldBack: false })).status).toBe(403)
  expect((await kadri.ask('DELETE', path, { heldBack: false })).status).toBe(204)
  await ring('conversations.sendPlanned')
  await visitor.look()
  expect(visitor.said('person')).toEqual([])
})

test('two matters become one to read, and stand by themselves again when that is undone', async () => {
  const [one, other] = [await served('My table has not come'), await served('It is me again, about the table')]
  expect((await kadri.ask('POST', `/v1/conversations/${other.id}/merge`, { into: one.id })).status).toBe(204)
  await world.settled()
  expect((await kadri.ask('POST', `/v1/conversations/${other.id}/merge`, { into: one.id })).status).toBe(409)
  expect(await kadri.open(one.id)).toMatchObject({ state: 'person', merged: [{ id: other.id }] })
  expect(await kadri.open(other.id)).toMatchObject({ state: 'closed', mergedInto: { id: one.id } })
  expect((await kadri.timeline(other.id)).map((entry) => entry.text)).toContain('It is me again, about the table')

  expect((await kadri.ask('DELETE', `/v1/conversations/${other.id}/merge`)).status).toBe(204)
  await world.settled()
  expect(await kadri.open(other.id)).toMatchObject({ state: 'person', mergedInto: null })
  expect((await kadri.open(one.id)).merged).toEqual([])
  expect((await kadri.ask('DELETE', `/v1/conversations/${other.id}/merge`)).status).toBe(404)
})

test('whoever is called by name in a note finds it, once', async () => {
  const { id } = await served()
  const note = { clientId: randomUUID(), text: 'Can you look, @Farid Rahman?', private: true, mentions: [farid.person, randomUUID()] }
  for (let time = 0; time < 2; time += 1) expect((await kadri.ask('POST', `/v1/conversations/${id}/messages`, note)).status).toBe(201)
  expect((await farid.list('following')).rows.map((row) => row.id)).toEqual([id])
  const told = await many(
    world.platform.database.platform,
    sql`select 1 from events where account = ${world.account} and name = 'person.mentioned' and facts->>'conversation' = ${id}`,
  )
  expect(told.length).toBe(1)
})

test('a search knows who said it, where and when, and leads to the message', async () => {
  const { id, visitor } = await served('The zirconium lamp flickers')
  await kadri.reply(id, 'We send you a new zirconium lamp.')
  await visitor.write('Perfect')
  await world.settled()
  const [row] = await find('zirconium from:kadri')
  expect(row).toMatchObject({ id, hit: { text: 'We send you a new zirconium lamp.' } })
  expect((await kadri.timeline(id)).find((entry) => entry.seq === row?.hit?.seq)?.author).toBe('person')
  expect((await find('zirconium from:assistant')).length).toBe(0)
  expect((await find('zirconium in:web after:2020-01-01')).length).toBe(1)
  expect((await find('zirconium before:2020-01-01')).length).toBe(0)
  expect((await find('zirconium in:closed', 'all')).length).toBe(0)
  expect((await find(`#${row?.number}`)).map((found) => found.id)).toEqual([id])
})

test('any page of the list is read by itself, and no row stands on two', async () => {
  const whole = await list('view=all&limit=200')
  expect(whole.total).toBe(whole.rows.length)
  const pages = await Promise.all([0, 3, 6].map((offset) => list(`view=all&limit=3&offset=${offset}`)))
  expect(pages.flatMap((page) => page.rows.map((row) => row.id))).toEqual(whole.rows.slice(0, 9).map((row) => row.id))
})

test('whoever looks at a customer sees every conversation they ever had, closed ones too', async () => {
  const { id } = await served()
  const [row] = (await list('view=mine')).rows.filter((one) => one.id === id)
  expect((await kadri.ask('POST', `/v1/conversations/${id}/closure`, { resolved: true })).status).toBeLessThan(300)
  await world.settled()
  expect((await list(`customer=${row?.customer.id}`)).rows.map((one) => one.id)).toEqual([id])
  expect((await list('view=all')).rows.map((one) => one.id)).not.toContain(id)
})

test('seen is each person’s own', async () => {
  const { id } = await served()
  const last = (await kadri.timeline(id)).at(-1)
  await kadri.ask('PUT', `/v1/conversations/${id}/seen`, { seq: last?.seq })
  expect((await kadri.open(id)).unread).toBe(false)
  expect((await farid.open(id)).unread).toBe(true)
})

test('saved replies: the team’s are changed by leads, one’s own by oneself', async () => {
  const ours = await kadri.ask<{ id: string }>('POST', '/v1/replies', { shortcut: 'hello', text: 'Hello {{customer.name}}', own: false })
  expect(ours.status).toBe(201)
  expect((await farid.ask('POST', '/v1/replies', { shortcut: 'bye', text: 'Bye', own: false })).status).toBe(403)
  const own = await farid.ask<{ id: string }>('POST', '/v1/replies', { shortcut: 'hello', text: 'Hi!', own: true })
  expect(own.status).toBe(201)
  expect((await farid.ask('PUT', `/v1/replies/${ours.body.id}`, { shortcut: 'hello', text: 'mine now', own: true })).status).toBe(404)
  expect((await kadri.ask('DELETE', `/v1/replies/${own.body.id}`)).status).toBe(404)
  const seen = async (who: Teammate) => (await who.ask<{ replies: { text: string }[] }>('GET', '/v1/replies')).body.replies.map((one) => one.text)
  expect(await seen(kadri)).toEqual(['Hello {{customer.name}}'])
  expect((await seen(farid)).sort()).toEqual(['Hello {{customer.name}}', 'Hi!'])
})

test('macros are kept as they are told, and habits are each person’s own', async () => {
  const macro = {
    name: 'Late',
    changes: [
      { kind: 'urgency', urgency: 'high' },
      { kind: 'snooze-for', hours: 24 },
    ],
  }
  const { body } = await kadri.ask<{ id: string }>('POST', '/v1/macros', macro)
  expect((await farid.ask('GET', '/v1/macros')).body).toEqual({ macros: [{ id: body.id, ...macro }] })
  expect((await farid.ask('DELETE', `/v1/macros/${body.id}`)).status).toBe(403)
  const habits = (await farid.ask<Habits>('GET', '/v1/me/habits')).body
  expect((await farid.ask('PUT', '/v1/me/habits', { ...habits, enterSends: true, undoSeconds: 10, panel: ['orders'] })).status).toBe(200)
  expect((await farid.ask<Habits>('GET', '/v1/me/habits')).body).toMatchObject({ enterSends: true, undoSeconds: 10, panel: ['orders'] })
  expect((await kadri.ask<Habits>('GET', '/v1/me/habits')).body.enterSends).toBe(false)
})

test('a colleague’s desk of another company is not seen', async () => {
  const { owner } = await world.makeAccount()
  const { body } = await world.request<{ labels: Label[] }>('GET', '/v1/labels', { cookie: owner.cookie })
  expect(body.labels).toEqual([])
  const { n } = await one(world.platform.database.platform, sql<{ n: number }>`select count(*)::int as n from macros`)
  expect(n).toBeGreaterThan(0)
})

test('nobody is put into the hands of somebody who is not there, who is not of the team, or who only reads', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('How long may I return something after delivery?')
  await world.settled()
  const away = await teammate(world, { name: 'Away' })
  const reader = await teammate(world, { name: 'Reader', role: 'analyst' })
  const codes = []
  for (const person of [away.person, reader.person, randomUUID()])
    codes.push((await change(kadri, [body.conversation], [{ kind: 'assign-person', person }])).refused[0]?.code)
  expect(codes).toEqual(['off-duty', 'not-found', 'not-found'])
  await farid.comeOn()
  expect((await change(kadri, [body.conversation], [{ kind: 'assign-person', person: farid.person }])).done).toEqual([body.conversation])
  const seen = sql<{ seen: Date | null }>`
    select seen_at as seen from claims where conversation = ${body.conversation} and holder = 'person' and ended_at is null`
  expect((await one(world.platform.database.platform, seen)).seen, 'who was given it still has to look at it').toBeNull()
})
