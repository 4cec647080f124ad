import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DecisionList, PauseView } from '../contract/routing.ts'
import { addCustomer, furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let lead: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  lead = await teammate(world, { role: 'lead', capacity: 1, skills: ['sales'] })
})
afterAll(() => world.stop())

async function visitOf(externalId: string, orders: { number: string; total: number; daysAgo: number }[]): Promise<Visitor> {
  await addCustomer(world, { externalId, name: externalId, orders })
  const signature = createHmac('sha256', world.identitySecret).update(externalId).digest('hex')
  return visitAs(world, { language: 'en', user: { id: externalId, signature } })
}

async function decisionsOf(visitor: Visitor): Promise<DecisionList['decisions']> {
  const { state } = await visitor.look()
  return (await lead.ask<DecisionList>('GET', `/v1/conversations/${state.conversation}/decisions`)).body.decisions
}

test('a large order goes to a person, a small question to the assistant', async () => {
  await lead.comeOn()
  const office = await visitOf('office', [{ number: 'RK-20001', total: 4000, daysAgo: 40 }])
  await office.write('We need 40 chairs for our office, can you make an offer?')
  const stranger = await visitAs(world, { language: 'en' })
  await stranger.write('How long may I return something after delivery?')
  await world.settled()

  const [dear] = await decisionsOf(office)
  const [cheap] = await decisionsOf(stranger)
  expect(dear).toMatchObject({ to: 'person', because: { code: 'worth-a-person' } })
  expect(cheap).toMatchObject({ to: 'assistant', because: { code: 'not-worth-a-person' } })
  expect(Number(dear?.because.numbers['perMinute'])).toBeGreaterThan(Number(dear?.because.numbers['price']))
})

test('the person is given to who was weighed dearer, and the other keeps the place', async () => {
  const office = await visitOf('hotel', [{ number: 'RK-20002', total: 9000, daysAgo: 20 }])
  await office.write('Offer for our hotel, 60 tables please')
  await world.settled()
  const { state } = await office.look()
  expect(state.phase).toBe('waiting')
  expect(state.place?.ahead).toBe(0)
})

test('whoever wanted to leave and asks whether anybody is there is worth no less for it', async () => {
  const visitor = await visitOf('regular', [{ number: 'RK-20003', total: 900, daysAgo: 30 }])
  await visitor.write('worst shop ever, I will never buy again')
  await world.settled()
  const stakeNow = async () => (await lead.list('all')).rows.find((row) => row.id === conversation)
  const conversation = (await visitor.look()).state.conversation
  const before = await stakeNow()
  for (const words of ['hello? are you still there?', 'ok', 'RK-20003']) await visitor.write(words)
  await world.settled()
  const after = await stakeNow()
  expect(before?.intent).toBe('leaving')
  expect(after?.intent).toBe('leaving')
  expect(after?.stake?.total).toBeGreaterThanOrEqual((before?.stake?.total ?? Number.POSITIVE_INFINITY) * 0.99)
})

test('every decision replays to the same result from its saved numbers', async () => {
  const page = await lead.list('all')
  expect(page.rows.length).toBeGreaterThan(2)
  for (const row of page.rows) {
    const { body } = await lead.ask<DecisionList>('GET', `/v1/conversations/${row.id}/decisions`)
    for (const decision of body.decisions) expect(decision.replays).toBe(true)
  }
})

test('a person’s word is final: sent to a person by hand, it stays with people', async () => {
  const stranger = await visitAs(world, { language: 'en' })
  const { body } = await stranger.write('How long does delivery take?')
  await world.settled()
  expect((await lead.ask('PUT', `/v1/conversations/${body.conversation}/override`, { to: 'person' })).status).toBe(204)
  await world.settled()
  await stranger.write('thanks, and where is it now?')
  await world.settled()
  const [newest] = await decisionsOf(stranger)
  expect(newest?.because.code).toBe('override')
  expect((await stranger.look()).state.phase).toBe('waiting')
})

test('whoever has their answer when the assistant is paused is told that a person answers what they write next, and one does', async () => {
  const answered = await visitAs(world, { language: 'en' })
  await answered.write('How long may I return something after delivery?')
  await world.settled()
  expect((await answered.look()).state).toMatchObject({ phase: 'assistant', assistantPaused: false })
  const words = answered.said('assistant')
  expect((await world.request<PauseView>('GET', '/v1/policy/pause')).body).toEqual({ pause: null })
  await lead.ask('PUT', '/v1/policy/pause', { paused: true })
  await world.settled()
  expect((await world.request<PauseView>('GET', '/v1/policy/pause')).body.pause).toEqual({ since: expect.any(String), by: expect.any(String) })
  expect((await answered.look()).state).toMatchObject({ phase: 'assistant', assistantPaused: true })
  await answered.write('And if it was a gift?')
  await world.settled()
  expect((await answered.look()).state.phase).toBe('waiting')
  expect(answered.said('assistant')).toEqual(words)
  await lead.ask('PUT', '/v1/policy/pause', { paused: false })
})

test('the kill switch sends everybody who writes to people', async () => {
  await lead.ask('PUT', '/v1/policy/pause', { paused: true })
  const stranger = await visitAs(world, { language: 'en' })
  await stranger.write('How long may I return something after delivery?')
  await world.settled()
  expect((await decisionsOf(stranger))[0]).toMatchObject({ to: 'person', because: { code: 'assistant-paused' } })
  await stranger.look()
  expect(stranger.said('assistant')).toEqual([])
  await lead.ask('PUT', '/v1/policy/pause', { paused: false })
})

test('words of danger bring a person before anything is weighed, and the assistant is silent', async () => {
  const stranger = await visitAs(world, { language: 'en' })
  await stranger.write('The lamp caught fire and my son got an electric shock')
  await world.settled()
  expect((await decisionsOf(stranger))[0]).toMatchObject({ to: 'person', priority: 7, because: { code: 'vulnerable' } })
  await stranger.look()
  expect(stranger.said('assistant')).toEqual([])
})
