import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HandoverCard } from '../../contract/assist.ts'
import { readMessage } from '../../core/understanding/read.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { open } from '../conversations/state.ts'
import { write } from '../conversations/timeline.ts'
import { type Db, many, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { saveReading } from '../understanding/store.ts'
import { prepare } from './actions.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

test('when a customer goes to a person, everything is at hand, and is told once with how long it took', async () => {
  const place = await makeConversation()
  await decided(place, 'person')
  await routed(place, 'person')
  await routed(place, 'person')
  const told = await preparations(place)
  expect(told.length).toBe(1)
  expect(told[0]?.facts.milliseconds).toBeGreaterThanOrEqual(0)

  const card = await handover(place)
  expect(card.because.code).toBe('worth-a-person')
  expect(card.who).toEqual({ name: '林慧敏', verified: true, sinceYear: 2023, orders: 1, language: 'en' })
  expect(card.matter.quote).toBe('My table RK-20418 was meant to come on Tuesday and again nothing came!')
  expect(card.order).toMatchObject({ number: 'RK-20418', status: 'shipped', total: 549, items: 'Saar table, 2 × Kõrb chair' })
  expect(card.nextStep).toEqual({ code: 'check-delivery', numbers: { order: 'RK-20418', status: 'shipped' } })
  expect(card.promises.map(({ code }) => code)).toEqual(['person'])
  expect(card.moods.length).toBe(1)
})

test('what the assistant tried, what was told of the place and what a call was promised for stands on the card', async () => {
  const place = await makeConversation()
  await decided(place, 'callback')
  const article = newId()
  await inAccount(async (db) => {
    await sql`insert into articles (account, id, slug, published_at) values (${world.account}, ${article}, ${article}, now())`.execute(db)
    await sql`
      insert into article_texts (account, article, language, title, body)
      values (${world.account}, ${article}, 'en', 'Track your order', 'The table is tracked by the link in the shipping e-mail, which comes on the day it leaves.')`.execute(
      db,
    )
    const { seq } = await write(db, {
      ...of(place),
      author: 'assistant',
      text: 'By the link in the e-mail.',
      sources: [{ article, title: 'Track your order' }],
    })
    await sql`
      insert into help (account, customer, seq, conversation, answers_seq, article, abstained) values (${world.account}, ${place.customer}, ${seq}, ${place.conversation}, 1, ${article}, false)`.execute(
      db,
    )
    await sql`
      insert into places (account, conversation, customer, number, waiting_since)
      values (${world.account}, ${place.conversation}, ${place.customer}, 1, now() - interval '9 minutes')
      on conflict (account, conversation) do update set waiting_since = excluded.waiting_since`.execute(db)
    await sql`
      insert into place_changes (account, id, conversation, ahead, range_from, range_to) values (${world.account}, ${newId()}, ${place.conversation}, 4, 6, 10)`.execute(
      db,
    )
    await sql`insert into callbacks (account, conversation, customer, email) values (${world.account}, ${place.conversation}, ${place.customer}, 'min@example.test')`.execute(
      db,
    )
  })
  await routed(place, 'callback')
  const card = await handover(place)
  expect(card.tried).toMatchObject([{ what: 'Track your order', article, helped: null }])
  expect(card.promises.map(({ code, text }) => [code, text])).toEqual([
    ['person', null],
    ['wait', '6–10'],
    ['callback', 'min@example.test'],
  ])
  expect(card.waited).toMatchObject({ minutes: 9, told: { from: 6, to: 10 } })
  expect(card.places).toMatchObject([{ ahead: 4 }])
  expect(card.nextStep.code).toBe('call-back')
  expect(card.articles).toMatchObject([{ id: article, title: 'Track your order' }])
})

test('a customer who stays with the assistant, or is gone, needs no card', async () => {
  const place = await makeConversation()
  await routed(place, 'assistant')
  await claimed(place, 'assistant')
  await inAccount((db) => sql`update conversations set closed_at = now() where id = ${place.conversation}`.execute(db))
  await claimed(place, 'person')
  expect(await preparations(place)).toEqual([])
})

test('the card is made anew when somebody takes over; without one it is made when it is opened', async () => {
  const place = await makeConversation()
  expect((await handover(place)).because.code).toBe('taken-over')
  await claimed(place, 'person')
  await claimed(place, 'person')
  expect((await preparations(place)).length).toBe(1)
  await inAccount((db) => write(db, { ...of(place), author: 'customer', text: 'And could the six chairs come with it on the same truck?' }))
  await claimed(place, 'person')
  expect((await preparations(place)).length).toBe(2)
  expect((await handover(place)).matter.goal).toBe('And could the six chairs come with it on the same truck?')
})

test('what somebody of the team says it is about stands on the card at once', async () => {
  const place = await makeConversation()
  await routed(place, 'person')
  expect((await handover(place)).matter.intent).toBe('delivery-status')
  const corrected = await world.request('PUT', `/v1/conversations/${place.conversation}/intent`, { body: { seq: 1, intent: 'return' } })
  expect(corrected.status).toBe(204)
  await world.settled()
  expect((await handover(place)).matter.intent).toBe('return')
})

test('what somebody says of a conversation that the assistant has makes no card', async () => {
  const place = await makeConversation()
  await world.request('PUT', `/v1/conversations/${place.conversation}/intent`, { body: { seq: 1, intent: 'return' } })
  await world.settled()
  expect(await preparations(place)).toEqual([])
})

test('nobody reads the card of another company', async () => {
  const place = await makeConversation()
  const other = await world.makeAccount()
  const path = `/v1/conversations/${place.conversation}/handover`
  expect((await world.request('GET', path, { cookie: other.owner.cookie })).status).toBe(404)
  expect((await world.request('GET', path, { nobody: true })).status).toBe(401)
  expect((await world.request('GET', '/v1/conversations/not-an-id/handover')).status).toBe(400)
})

interface Place {
  customer: string
  conversation: string
}

const inAccount = <T>(run: (db: Db) => Promise<T>) => world.platform.database.inAccount(world.account, run)
const of = (place: Place) => ({ account: world.account, ...place })

async function makeConversation(): Promise<Place> {
  const customer = newId()
  const text = 'Hello. My table RK-20418 was meant to come on Tuesday and again nothing came!'
  const items = JSON.stringify([
    { name: 'Saar table', quantity: 1, price: 251 },
    { name: 'Kõrb chair', quantity: 2, price: 149 },
  ])
  const conversation = await inAccount(async (db) => {
    await sql`
      insert into customers (account, id, local_name, verified_at, since) values (${world.account}, ${customer}, '林慧敏', now(), '2023-05-01')`.execute(
      db,
    )
    await sql`
      insert into orders (account, id, customer, number, at, status, total_cents, items)
      values (${world.account}, ${newId()}, ${customer}, 'RK-20418', now() - interval '5 days', 'shipped', 54900, ${items}::jsonb)
      on conflict (account, number) do update set customer = excluded.customer`.execute(db)
    const opened = await open(db, world.account, { customer, channel: 'web', languageHint: 'en', page: null })
    await sql`update conversations set intent = 'delivery-status', intent_confidence = 0.8, language = 'en' where id = ${opened}`.execute(db)
    const { seq } = await write(db, { account: world.account, customer, conversation: opened, author: 'customer', text })
    await saveReading(
      db,
      world.account,
      { customer, seq, conversation: opened },
      readMessage(text, { weights: null, model: null, before: null, hint: 'en' }),
    )
    return opened
  })
  return { customer, conversation }
}

const decided = (place: Place, to: 'person' | 'callback') =>
  inAccount((db) =>
    sql`
    insert into decisions (account, id, conversation, customer, seq, decided, priority, because, facts, policy_version, event)
    values (${world.account}, ${newId()}, ${place.conversation}, ${place.customer}, 1, ${to}, 1, '{"code":"worth-a-person","numbers":{"stake":495}}', '{}', 1, 1)`.execute(
      db,
    ),
  )

const routed = (place: Place, to: 'person' | 'assistant' | 'callback') =>
  world.platform.act(world.account, (work) =>
    prepare.run(work, { ...place, seq: 1, decision: newId(), to, priority: 0, code: 'worth-a-person' }, { event: 1, at: work.now, attempt: 1 }),
  )

const claimed = (place: Place, holder: 'person' | 'assistant') =>
  world.platform.act(world.account, (work) =>
    prepare.run(work, { ...place, claim: newId(), holder, person: null }, { event: 1, at: work.now, attempt: 1 }),
  )

async function handover(place: Place): Promise<HandoverCard> {
  const { body, status } = await world.request<HandoverCard>('GET', `/v1/conversations/${place.conversation}/handover`)
  expect(status).toBe(200)
  return body
}

const preparations = (place: Place) =>
  inAccount((db) =>
    many(db, sql<{ facts: { milliseconds: number } }>`select facts from events where name = 'handover.prepared' and subject = ${place.conversation}`),
  )
