import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '../contract/shapes.ts'
import type { FairnessView, PolicyVersions } from '../contract/trust.ts'
import { startBounds } from '../core/trust/fairness.ts'
import { many, sql } from '../server/platform/db.ts'
import { startPolicy } from '../server/routing/store.ts'
import { addCustomer, furnish } from './world/company.ts'
import { makePast } from './world/past.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let lead: string
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  lead = (await world.makePerson('lead')).cookie
  await makePast(world, { days: 8, perDay: 40, people: 3, waits: { en: 1, th: 9 } })
})
afterAll(() => world.stop())

const audit = async () => (await world.request<FairnessView>('GET', '/v1/fairness')).body
const { version: _, ...policy } = startPolicy
const propose = async (change: Partial<typeof policy>) => {
  const body = { policy: { ...policy, ...change }, words: 'tried' }
  const { draft } = (await world.request<{ draft: number }>('POST', '/v1/policy/drafts', { body })).body
  await world.settled()
  return draft
}
const approve = (draft: number) => world.request<Problem>('PUT', `/v1/policy/drafts/${draft}/approval`, { cookie: lead, body: { alone: false } })

test('a language whose customers really waited longer is named with the difference, its interval and the bound', async () => {
  const { conversations, breaches, groups, versions } = await audit()
  expect(conversations).toBe(320)
  expect(versions).toEqual([1])
  const thai = breaches.find(({ group, figure }) => group === 'th' && figure === 'wait')
  expect(thai).toMatchObject({ dimension: 'language', bound: 3 })
  expect(thai?.difference).toBeGreaterThan(6)
  expect(thai?.difference).toBeLessThan(10)
  expect(thai?.half).toBeLessThan(2)
  expect(breaches.filter(({ dimension }) => dimension !== 'language')).toEqual([])
  expect(groups.filter(({ dimension }) => dimension === 'value')).toHaveLength(10)
})

test('a version whose own decisions were unfair cannot come back, and the refusal says by how much', async () => {
  const draft = await propose({ costOfMinute: 1.5 })
  expect((await approve(draft)).status).toBe(204)
  const answer = await world.request<Problem>('PUT', '/v1/policy/restored', { cookie: lead, body: { version: 1 } })
  expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status: 409, code: 'unfair' })
  expect(answer.body.error.details?.map(({ path }) => path)).toContain('language.th.wait')
  expect(answer.body.error.details?.[0]?.message).toMatch(/^differs by -?[\d.]+ ± [\d.]+, where 3 is allowed$/)
})

test('a draft that would serve groups too differently is kept from going live, with the numbers beside it', async () => {
  // A company that allows no value to wait for its turn: whoever has little at stake goes to the assistant far more often.
  const tight = { ...startBounds, value: { wait: 3, assistant: 0.05, handover: null } }
  expect((await world.request('PUT', '/v1/fairness/bounds', { cookie: lead, body: tight })).status).toBe(403)
  expect((await world.request('PUT', '/v1/fairness/bounds', { body: tight })).status).toBe(204)
  const draft = await propose({ costOfMinute: 2.5 })
  const answer = await approve(draft)
  expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status: 409, code: 'unfair' })
  const { drafts, live } = (await world.request<PolicyVersions>('GET', '/v1/policy/versions')).body
  expect(live).toBe(2)
  const [blocked] = drafts[0]?.trial?.blocking ?? []
  expect(blocked).toMatchObject({ dimension: 'value', figure: 'assistant', bound: 0.05 })
  expect(Math.abs(blocked?.difference ?? 0) - (blocked?.half ?? 0)).toBeGreaterThan(0.05)
})

/** What a decision may see and weigh; whatever else came in would have to be named here first. */
const known = new Set(
  `rules askedForPerson vulnerable override assistantPaused teamIsIn assistantCannot promisedPerson stake floor policy
  total atRisk toGain gain resolvedByPerson resolvedByAssistant handleMinutes
  peopleOn capacity freeCapacity waiting meanHandleMinutes patienceMinutes demand flow queue seenMinutes
  version costOfMinute priorityFrom waitLimitMinutes relaxMinutes returnMinutes matchingLearns`.split(/\s+/),
)
/** Words of what must not be weighed, wherever they stand in a name. */
const protectedWords =
  /^(language|country|nation|nationality|origin|ethnicity|race|religion|gender|sex|age|birth|birthday|name|email|phone|address|disability|segment)s?$/

const namesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, one]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(one)])

test('no protected attribute of a customer enters the decision or what is weighed for it', async () => {
  await addCustomer(world, { externalId: 'somchai', name: 'Somchai', orders: [{ number: 'RK-9', total: 400, daysAgo: 30 }] })
  for (const [language, text] of [
    ['th', 'อยากคืนสินค้า'],
    ['en', 'I am done with you, cancel everything'],
    ['et', 'soovin kauba tagastada'],
  ] as const)
    await (await visitAs(world, { language })).write(text)
  await world.settled()
  const seen = await world.platform.database.inAccount(world.account, async (db) => ({
    facts: await many(db, sql<{ facts: unknown }>`select facts from decisions where account = ${world.account} order by at desc limit 20`),
    inputs: await many(
      db,
      sql<{ inputs: object }>`select stake -> 'inputs' as inputs from stakes where account = ${world.account} order by at desc limit 3`,
    ),
  }))
  const names = new Set(seen.facts.flatMap(({ facts }) => namesIn(facts)))
  expect([...names].filter((name) => !known.has(name))).toEqual([])
  const weighed = seen.inputs.flatMap(({ inputs }) => Object.keys(inputs))
  expect(weighed).toContain('lifetimeValue')
  const words = [...names, ...weighed].flatMap((name) => name.split(/[^a-zA-Z]|(?=[A-Z])/).map((word) => word.toLowerCase()))
  expect(words.filter((word) => protectedWords.test(word))).toEqual([])
})

test('what a version decided is held against it however long ago it was replaced', async () => {
  const db = world.platform.database.platform
  const back = sql`interval '40 days'`
  await sql`update conversations set opened_at = opened_at - ${back}, closed_at = closed_at - ${back}`.execute(db)
  for (const [table, column] of [
    ['decisions', 'at'],
    ['stakes', 'at'],
    ['messages', 'at'],
    ['closures', 'at'],
    ['policies', 'at'],
  ] as const)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} - ${back}`.execute(db)
  await sql`update claims set since = since - ${back}, ended_at = ended_at - ${back}`.execute(db)
  expect((await audit()).conversations, 'nothing of it is of the last four weeks').toBe(0)
  const answer = await world.request<Problem>('PUT', '/v1/policy/restored', { cookie: lead, body: { version: 1 } })
  expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status: 409, code: 'unfair' })
  expect(answer.body.error.details?.map(({ path }) => path)).toContain('language.th.wait')
})
