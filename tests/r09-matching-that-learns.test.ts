import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatchingView } from '../contract/learning.ts'
import type { DecisionList, PolicyView } from '../contract/routing.ts'
import type { Problem } from '../contract/shapes.ts'
import type { TeamList } from '../contract/team.ts'
import { inHoldout } from '../core/routing/matching.ts'
import { sql } from '../server/platform/db.ts'
import { adoptOutcome } from '../server/routing/assignments.ts'
import { furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let able: Teammate
let other: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  other = await teammate(world, { capacity: 9 })
  able = await teammate(world, { capacity: 9 })
  await other.comeOn()
  await able.comeOn()
})
afterAll(() => world.stop())

const view = async () => (await world.request<MatchingView>('GET', '/v1/matching')).body
const words = 'I want to talk to a person, where is my parcel?'

/** A customer who asks for a person; of the holdout or not, as wished. */
async function customer(holdout: boolean): Promise<{ visitor: Visitor; conversation: string }> {
  for (;;) {
    const visitor = await visitAs(world, { language: 'en' })
    if (inHoldout(visitor.customer) !== holdout) continue
    const { body } = await visitor.write(words)
    await world.settled()
    return { visitor, conversation: body.conversation }
  }
}

const assignmentOf = async (conversation: string) =>
  (await world.request<DecisionList>('GET', `/v1/conversations/${conversation}/decisions`)).body.assignments[0]

async function aWeekPasses(conversation: string): Promise<void> {
  const { platform } = world.platform.database
  await sql`update closures set at = at - interval '8 days', reopened_at = reopened_at - interval '8 days' where conversation = ${conversation}`.execute(
    platform,
  )
  await sql`update claims set since = since - interval '8 days' where conversation = ${conversation}`.execute(platform)
  await sql`update deliveries set due_at = now() where action = 'learning.settle' and lane = ${conversation}`.execute(platform)
  await world.settled()
}

const holderOf = async (conversation: string) => ((await able.list('mine')).rows.some((row) => row.id === conversation) ? able : other)

test('on the first day nothing is claimed: there is not enough yet', async () => {
  const { lift, beliefs, learns, relaxes } = await view()
  expect({ lift, beliefs, learns }).toEqual({ lift: null, beliefs: [], learns: true })
  expect(relaxes).toEqual({ skill: 10, language: 16, limit: 20 })
})

test('what came of a matter counts a week after it was closed, once', async () => {
  const { conversation } = await customer(false)
  const holder = await holderOf(conversation)
  await holder.reply(conversation, 'It arrives tomorrow.')
  await holder.close(conversation)
  expect((await view()).beliefs).toEqual([])
  await aWeekPasses(conversation)
  await aWeekPasses(conversation)
  expect((await view()).beliefs).toMatchObject([{ person: holder.person, n: 1 }])
})

test('a customer who comes back within the week was not helped, whatever was said', async () => {
  const { visitor, conversation } = await customer(false)
  const holder = await holderOf(conversation)
  await holder.close(conversation)
  await visitor.write('It still has not arrived')
  await world.settled()
  await aWeekPasses(conversation)
  const { rows } = await sql<{ rule: string; resolved: boolean }>`select rule, resolved from outcomes where conversation = ${conversation}`.execute(
    world.platform.database.platform,
  )
  expect(rows).toEqual([{ rule: 'came-back', resolved: false }])
})

test('whoever resolves such matters more often gets them, and the reason shows what was believed of each', async () => {
  await world.platform.database.inAccount(world.account, async (db) => {
    for (let nth = 0; nth < 120; nth++) {
      const of = { intent: 'delivery-status', language: 'en' }
      await adoptOutcome(db, world.account, { ...of, person: able.person, resolved: true })
      await adoptOutcome(db, world.account, { ...of, person: other.person, resolved: nth % 3 === 0 })
    }
    await sql`delete from assignments`.execute(db)
  })
  const { conversation } = await customer(false)
  const assignment = await assignmentOf(conversation)
  expect(assignment).toMatchObject({ because: { code: 'learnt' }, replays: true })
  expect(await holderOf(conversation)).toBe(able)
  const chosen = assignment?.candidates.find((one) => one.chosen)
  const left = assignment?.candidates.find((one) => !one.chosen)
  expect(chosen?.mean).toBeGreaterThan(left?.mean ?? 1)
})

test('one customer of ten is matched without learning, for ever, and is told apart', async () => {
  const { conversation } = await customer(true)
  expect(await assignmentOf(conversation)).toMatchObject({ because: { code: 'holdout', numbers: { probability: 1 } }, replays: true })
})

test('nobody is flooded: whoever was offered far more than the others stands back', async () => {
  for (let nth = 0; nth < 6; nth++) await customer(false)
  const { load, spread } = await view()
  expect(load).toHaveLength(2)
  for (const { ofMean } of load) {
    expect(ofMean).toBeGreaterThan(spread.least / 2)
    expect(ofMean).toBeLessThan(spread.most)
  }
})

test('the owner switches learning off: a new version of the policy, and customers are matched as before', async () => {
  const lead = await teammate(world, { role: 'lead' })
  const limit = { costOfMinute: 1.34, priorityFrom: [1, 2], waitLimitMinutes: 14, returnMinutes: 120 }
  const { draft: earlier } = (await lead.ask<{ draft: number }>('POST', '/v1/policy/drafts', { policy: limit, words: '' })).body
  expect((await lead.ask('PUT', '/v1/matching', { learns: false })).status).toBe(403)
  expect((await world.request<MatchingView>('PUT', '/v1/matching', { body: { learns: false } })).body.learns).toBe(false)
  const { version } = (await world.request<PolicyView>('GET', '/v1/policy')).body
  await world.request('PUT', '/v1/matching', { body: { learns: false } })
  expect((await world.request<PolicyView>('GET', '/v1/policy')).body.version, 'what is so already is no new version').toBe(version)
  for (const person of [able, other]) await person.comeOn()
  const { conversation } = await customer(false)
  expect(await assignmentOf(conversation)).toMatchObject({ because: { code: 'not-learning' } })
  // What was proposed before the switch, and does not speak of it, leaves it off.
  await lead.ask('POST', `/v1/policy/drafts/${earlier}/trial`)
  await world.settled()
  expect((await world.request('PUT', `/v1/policy/drafts/${earlier}/approval`, { body: { alone: false } })).status).toBe(204)
  expect((await view()).learns).toBe(false)
  const { body } = await world.request<Record<string, unknown>>('GET', '/v1/policy')
  const { version: _, since: _s, by: _b, assistantPaused: _p, currency: _c, matchingLearns: __, ...numbers } = body
  const words = 'Nobody waits longer than twelve minutes.'
  const { draft } = (await lead.ask<{ draft: number }>('POST', '/v1/policy/drafts', { policy: { ...numbers, waitLimitMinutes: 12 }, words })).body
  await world.settled()
  expect((await world.request('PUT', `/v1/policy/drafts/${draft}/approval`, { body: { alone: false } })).status).toBe(204)
  expect((await world.request<PolicyView>('GET', '/v1/policy')).body).toMatchObject({ waitLimitMinutes: 12 })
  expect((await view()).learns).toBe(false)
})

test('learning decides again only when somebody else has approved it, and at once for an owner whom nobody could approve', async () => {
  const on = { body: { learns: true } }
  const refused = await world.request<Problem>('PUT', '/v1/matching', on)
  expect({ status: refused.status, code: refused.body.error.code }).toEqual({ status: 409, code: 'second-person' })
  expect((await view()).learns).toBe(false)
  for (const { id, role } of (await world.request<TeamList>('GET', '/v1/team')).body.people)
    if (role === 'lead') await world.request('DELETE', `/v1/team/${id}`)
  expect((await world.request<MatchingView>('PUT', '/v1/matching', on)).body.learns, 'whoever left the team approves nothing').toBe(true)
})
