import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../core/language.ts'
import { counterfactual, decide } from '../core/routing/decide.ts'
import type { RoutingFacts } from '../core/routing/decision.ts'
import { one, sql } from '../server/platform/db.ts'
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

test('the team sees the decision, its numbers, the policy version and what would have changed it', async () => {
  await lead.comeOn()
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('How long may I return something after delivery?')
  await world.settled()
  const answer = await lead.ask<{ decisions: Record<string, unknown>[] }>('GET', `/v1/conversations/${body.conversation}/decisions`)
  expect(answer.body.decisions[0]).toMatchObject({
    because: { code: 'not-worth-a-person', numbers: { perMinute: expect.any(Number), price: expect.any(Number) } },
    counterfactual: { numbers: { price: expect.any(Number) } },
    policyVersion: 1,
    replays: true,
  })
})

test('the stake is a sum of named terms, and every number has a source', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('This is the third time my parcel has not arrived, I am so angry!!')
  await world.settled()
  const { weighed } = await lead.open(body.conversation)
  const sum = (side: string) => (weighed?.terms ?? []).filter((term) => term.side === side).reduce((total, term) => total + term.money, 0)
  expect(sum('risk')).toBeCloseTo(weighed?.atRisk ?? Number.NaN, 6)
  expect(sum('gain')).toBeCloseTo(weighed?.toGain ?? Number.NaN, 6)
  expect(Object.values(weighed?.inputs ?? {}).every((input) => input.source.kind.length > 0)).toBe(true)
})

test('changing the cited factor changes the decision', async () => {
  const { facts } = await one(
    world.platform.database.platform,
    sql<{ facts: RoutingFacts }>`select facts from decisions where because->>'code' = 'not-worth-a-person' order by at desc limit 1`,
  )
  const { stake } = facts
  if (!stake) throw new Error('a weighed decision has a stake')
  const more = Number(counterfactual(facts)?.numbers.person) - Number(decide(facts).because.numbers.person) + 0.01
  const dearer = { ...facts, stake: { ...stake, toGain: stake.toGain + more, gain: stake.gain + more } }
  expect(decide(facts).to).toBe('assistant')
  expect(decide(dearer)).toMatchObject({ to: 'person', because: { code: 'worth-a-person' } })
})

for (const language of languages) {
  test(`the customer reads the reason in ${language}, and that a person can always be asked for`, async () => {
    const visitor = await visitAs(world, { language })
    await visitor.write({ en: 'hello', ms: 'selamat pagi', id: 'halo', th: 'สวัสดี', zh: '你好', et: 'tere' }[language])
    await world.settled()
    const { body } = await visitor.ask<{ sentences: string[] }>('GET', '/w/explanation')
    expect(body.sentences.length).toBeGreaterThanOrEqual(2)
    expect(body.sentences.at(-1)).toMatch({ en: /person/, ms: /seseorang/, id: /petugas/, th: /เจ้าหน้าที่/, zh: /人工/, et: /inimest/ }[language])
  })
}

test('who may not read conversations sees no reason either', async () => {
  const other = await world.makeAccount()
  const page = await lead.list('all')
  const answer = await world.request('GET', `/v1/conversations/${page.rows[0]?.id}/decisions`, { cookie: other.owner.cookie })
  expect(answer.status).toBe(404)
})
