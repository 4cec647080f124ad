import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { lockTimeline } from '../server/conversations/timeline.ts'
import { sql } from '../server/platform/db.ts'
import { failAt } from '../server/platform/failpoints.ts'
import { furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let lead: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  lead = await teammate(world, { role: 'lead' })
})
afterAll(() => world.stop())

const question = 'How long may I return something after delivery?'

/** A customer whose answer the assistant is thinking of until `goOn` is called. */
async function inThought() {
  let goOn = () => {}
  const thinking = new Promise<void>((begun) => {
    const disarm = failAt('assistant.before-answer', () => {
      disarm()
      begun()
      return new Promise<void>((resolve) => {
        goOn = resolve
      })
    })
  })
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write(question)
  await thinking
  return { visitor, goOn: () => goOn() }
}

test('the kill switch between a decision and its words sends the customer to people', async () => {
  const { visitor, goOn } = await inThought()
  await lead.ask('PUT', '/v1/policy/pause', { paused: true })
  goOn()
  await world.settled()
  const { state } = await visitor.look()
  expect(state.phase).toMatch(/waiting|callback/)
  expect(visitor.said('assistant')).toEqual([])
  await lead.ask('PUT', '/v1/policy/pause', { paused: false })
})

test('the kill switch waits for nobody: it holds while something is being written to a customer in flight, who gets a person after it', async () => {
  const { visitor, goOn } = await inThought()
  await world.platform.database.inAccount(world.account, async (db) => {
    await lockTimeline(db, world.account, visitor.customer)
    expect((await lead.ask('PUT', '/v1/policy/pause', { paused: true })).status).toBe(200)
  })
  await expect.poll(async () => (await visitor.look()).state.phase, { timeout: 8000 }).toMatch(/waiting|callback/)
  goOn()
  await world.settled()
  await visitor.look()
  expect(visitor.said('assistant')).toEqual([])
  await lead.ask('PUT', '/v1/policy/pause', { paused: false })
})

test('left to the assistant by hand, an unanswered question is answered, also out of the queue', async () => {
  await lead.comeOn()
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write(question)
  await world.settled()
  await lead.take(body.conversation)
  await visitor.write('How long does delivery take?')
  await world.settled()
  expect((await lead.ask('DELETE', `/v1/conversations/${body.conversation}/claim`, { to: 'assistant' })).status).toBe(204)
  await world.settled()
  expect((await visitor.look()).state.phase).toBe('assistant')
  expect(visitor.said('assistant').join(' ')).toContain('2–4 working days')
  await lead.ask('PUT', '/v1/me/presence', { presence: 'off' })
})

test('who comes back the next day waits anew, and stands in front of nobody', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('human please')
  await world.settled()
  await lead.take(body.conversation)
  await lead.close(body.conversation)
  const all = world.platform.database.platform
  await sql`update conversations set closed_at = closed_at - interval '5 hours' where id = ${body.conversation}`.execute(all)
  await sql`update places set waited_since = now() - interval '5 hours', limit_at = now() - interval '4 hours' where conversation = ${body.conversation}`.execute(
    all,
  )
  const other = await visitAs(world, { language: 'en' })
  await other.write('a person please')
  await world.settled()
  await visitor.write('I have another question for a human')
  await world.settled()
  expect((await other.look()).state.place?.ahead).toBe(0)
  expect((await visitor.look()).state.place?.ahead).toBe(1)
})

test('a cursor that is none does not harm the live line', async () => {
  expect(await world.platform.feed.since(world.account, '99999999999999999999.1')).toBeNull()
  expect(await world.platform.feed.since(world.account, 'x')).toBeNull()
})

// Last, because its work is tried again for a while.
test('an assistant that fails again and again leaves nobody alone: a person gets the customer', async () => {
  const disarm = failAt('assistant.before-answer', () => {
    throw new Error('planted')
  })
  onTestFinished(() => void disarm())
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write(question)
  const all = world.platform.database.platform
  await sql`update deliveries set due_at = now() where lane = ${body.conversation} and action = 'routing.catchUnanswered'`.execute(all)
  const { phase } = await visitor.untilPhase(/waiting|callback/)
  expect(phase).toMatch(/waiting|callback/)
  disarm()
  await sql`delete from deliveries where lane = ${body.conversation}`.execute(all)
})
