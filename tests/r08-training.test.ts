import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveFrame } from '../contract/events.ts'
import type { IntentList, SetCheck } from '../contract/understanding.ts'
import { readIntent } from '../core/understanding/intent.ts'
import { flow } from '../server/flow.ts'
import { type Db, many, sql } from '../server/platform/db.ts'
import type { Flow } from '../server/platform/events.ts'
import { findInForce, findModel, findVersionInForce } from '../server/understanding/store.ts'
import { teachUntaught } from '../server/understanding/teaching.ts'
import { furnish } from './world/company.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let lead: string
let team: string
const heard: LiveFrame[] = []

beforeAll(async () => {
  world = await makeWorld({}, twice(flow))
  await furnish(world)
  lead = (await world.makePerson('lead')).cookie
  team = (await world.makePerson('team')).cookie
  world.platform.bell.hear(({ account, frame }) => account === world.account && heard.push(frame))
  await world.settled()
}, 60_000)
afterAll(() => world.stop())

/** What is delivered twice must train once. */
function twice(of: Flow): Flow {
  const learn = of['examples.changed']?.[0]
  if (!learn) throw new Error('nobody learns from examples')
  const again: typeof learn = {
    ...learn,
    run: async (work, facts, delivered) => {
      await learn.run(work, facts, delivered)
      await learn.run(work, facts, delivered)
    },
  }
  return { ...of, 'examples.changed': [again] }
}

const view = async () => (await world.request<IntentList>('GET', '/v1/intents')).body
const put = (path: string, body: unknown, cookie = lead) => world.request('PUT', path, { cookie, body })
const things = ['card', 'loan', 'phone', 'router', 'parcel', 'sofa', 'ticket', 'lamp', 'chair', 'desk']
const forms = {
  late: ['my new % is not here', 'when do I get the %', 'where is that % now', 'the % has not come yet', 'still waiting for a %', 'no % so far'],
  broken: ['the % is broken', 'my % does not work', '% stopped working', 'a fault in my %', 'please repair the %', 'the % has a crack'],
}
const goodSet = Object.entries(forms).flatMap(([intent, some]) =>
  some.flatMap((form) => things.map((thing) => ({ intent, text: form.replace('%', thing) }))),
)
/** Half of what says "late" stands under "broken" and the other way round, so that neither the thing nor the form says which. */
const muddled = goodSet.map(({ text }, index) => ({ intent: (index + Math.floor(index / things.length)) % 2 === 0 ? 'late' : 'broken', text }))
const asSet = (some: { intent: string; text: string }[]) => ({ examples: some.map((one, index) => ({ line: index + 2, ...one })) })
const adoptions = () =>
  world.platform.database.inAccount(world.account, (db) =>
    many(
      db,
      sql<{ version: number; reason: string; by: string | null }>`
        select (facts ->> 'version')::int as version, facts ->> 'reason' as reason, facts ->> 'by' as by from events
        where account = ${world.account} and name = 'model.adopted' order by id`,
    ),
  )

test('the first model of a company is in force, with what it was trained from and how much it reads rightly', async () => {
  const { model, history, proposed, undo, training } = await view()
  expect(model).toMatchObject({ version: 1, examples: 50, heldBack: 10 })
  expect(model.accuracy).toBeGreaterThanOrEqual(0)
  expect(history).toMatchObject([{ version: 1, adopted: { person: null, reason: 'trained' } }])
  expect({ proposed, undo, training }).toEqual({ proposed: null, undo: null, training: null })
})

test('a set with lines that cannot be learnt from is named line by line, and nothing changes', async () => {
  const before = await view()
  const set = asSet([...goodSet, { intent: 'late', text: ' ' }, { intent: 'broken', text: 'No % so far'.replace('%', 'card') }])
  const { body } = await world.request<SetCheck>('POST', '/v1/intents/check', { cookie: lead, body: set })
  expect(body).toMatchObject({ examples: 119, oneLabel: false, byLanguage: { en: expect.any(Number) } })
  expect(body.faults).toEqual([
    { line: 52, code: 'two-intents', other: 123 },
    { line: 122, code: 'empty', other: null },
    { line: 123, code: 'two-intents', other: 52 },
  ])
  expect(body.gone).toEqual(expect.arrayContaining(['return', 'greeting']))
  const refused = await put('/v1/intents', set)
  expect(refused.status).toBe(400)
  expect(refused.body).toMatchObject({ error: { details: expect.arrayContaining([{ path: 'line 122', message: 'empty' }]) } })
  expect((await put('/v1/intents', asSet(goodSet.filter(({ intent }) => intent === 'late')))).status).toBe(400)
  expect((await put('/v1/intents', asSet(goodSet), team)).status).toBe(403)
  await world.settled()
  expect(await view()).toEqual(before)
})

test('a whole set takes the place of the examples, the console hears how far the training is, and the page tells its effect', async () => {
  expect((await put('/v1/intents', asSet(goodSet))).status).toBe(204)
  await world.settled()
  const { intents, model, history, undo, effect, training } = await view()
  expect(intents).toEqual([
    { intent: 'late', examples: 60, byLanguage: expect.anything() },
    { intent: 'broken', examples: 60, byLanguage: expect.anything() },
  ])
  expect(model).toMatchObject({ version: 2, examples: 120, heldBack: 24 })
  expect(history).toHaveLength(2)
  expect(effect).toMatchObject({ from: 1, to: 2, unknown: 2, after: { of: 24 } })
  expect({ undo, training }).toEqual({ undo: 1, training: null })
  const told = heard.filter(({ name }) => name === 'training')
  expect(told[0]?.training).toEqual({ share: 0, step: 'learning', examples: 120 })
})

test('customers are read by the new model', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('my lamp is broken, please repair it')
  await world.settled()
  const { body: conversation } = await world.request<{ intent: string | null }>('GET', `/v1/conversations/${body.conversation}`)
  expect(JSON.stringify(conversation)).toContain('"broken"')
})

test('a set that reads worse is not put in force by itself; a person may use it all the same, and go back', async () => {
  await put('/v1/intents', asSet(muddled))
  await world.settled()
  const worse = await view()
  expect(worse).toMatchObject({ model: { version: 2 }, proposed: { version: 3, adopted: null }, effect: { from: 2, to: 3 } })
  expect(worse.effect?.before.share).toBeGreaterThan((worse.effect?.after.share ?? 1) + 0.2)
  expect(worse.effect?.lost.length).toBeGreaterThan(0)

  expect((await put('/v1/intents/model', { version: 3 }, team)).status).toBe(403)
  expect((await put('/v1/intents/model', { version: 99 })).status).toBe(404)
  expect((await put('/v1/intents/model', { version: 3 })).status).toBe(204)
  expect((await put('/v1/intents/model', { version: 3 })).status).toBe(204)
  const chosen = await view()
  expect(chosen).toMatchObject({ model: { version: 3 }, proposed: null, undo: 2 })
  expect(chosen.history[0]?.adopted).toMatchObject({ reason: 'chosen', person: expect.any(String) })
})

test('undoing puts the version before in force again with its examples, and undoing twice goes one further', async () => {
  await put('/v1/intents/model', { version: 2 })
  const back = await view()
  expect(back).toMatchObject({ model: { version: 2 }, undo: 1, proposed: null, training: null })
  const { body } = await world.request<{ examples: string[] }>('GET', '/v1/intents/broken/examples')
  expect(body.examples.toSorted()).toEqual(
    goodSet
      .filter(({ intent }) => intent === 'broken')
      .map(({ text }) => text)
      .toSorted(),
  )
  await put('/v1/intents/model', { version: back.undo })
  const first = await view()
  expect(first).toMatchObject({ model: { version: 1, examples: 50 }, undo: null })
  expect(first.intents.map(({ intent }) => intent)).toContain('greeting')
  expect((await adoptions()).map(({ version, reason, by }) => [version, reason, by !== null])).toEqual([
    [1, 'trained', false],
    [2, 'trained', false],
    [3, 'chosen', true],
    [2, 'back', true],
    [1, 'back', true],
  ])
})

test('whoever goes back while a training is under way is not overrun by it', async () => {
  await put('/v1/intents/greeting/examples', { examples: ['hello', 'hi there', 'good morning', 'hey', 'good evening'] })
  await put('/v1/intents/model', { version: 2 })
  await world.settled()
  expect(await view()).toMatchObject({ model: { version: 2 }, intents: [{ examples: 60 }, { examples: 60 }] })
})

test('ten versions are kept, and always the one in force', async () => {
  for (let round = 0; round < 10; round++) {
    await put('/v1/intents/late/examples', { examples: [...forms.late.map((form) => form.replace('%', `thing ${round}`))] })
    await world.settled()
  }
  const { history, model } = await view()
  expect(history.length).toBeGreaterThanOrEqual(10)
  expect(history.length).toBeLessThanOrEqual(12)
  expect(history.map(({ version }) => version)).toContain(model.version)
}, 60_000)

test('a company whose model is of a form that is read no more gets a new one at the next start', async () => {
  const { account, owner } = await world.makeAccount()
  const examples = goodSet.slice(40, 80)
  for (const intent of ['late', 'broken'])
    await world.request('PUT', `/v1/intents/${intent}/examples`, {
      cookie: owner.cookie,
      body: { examples: examples.filter((one) => one.intent === intent).map(({ text }) => text) },
    })
  await world.settled()
  await world.platform.database.inAccount(account, (db) =>
    sql`
      with spoilt as (update intent_models set model = 'old' where account = ${account} returning version)
      insert into intent_models select account, 50, null, 'old', examples, examples_hash, example_count, accuracy, held_back, by_intent
      from intent_models where account = ${account} limit 1`.execute(db),
  )
  await world.platform.database.inAccount(account, (db) =>
    sql`insert into model_adoptions (account, nth, version, reason) values (${account}, 50, 50, 'back')`.execute(db),
  )
  await teachUntaught(world.platform)
  await world.settled()
  const { body } = await world.request<IntentList>('GET', '/v1/intents', { cookie: owner.cookie })
  expect(body.model.version).toBe(51)
  await teachUntaught(world.platform)
  await world.settled()
  expect((await world.request<IntentList>('GET', '/v1/intents', { cookie: owner.cookie })).body.model.version).toBe(51)

  // Going back to one that cannot be read makes it anew from its examples.
  expect((await world.request('PUT', '/v1/intents/model', { cookie: owner.cookie, body: { version: 50 } })).status).toBe(204)
  await world.settled()
  expect((await world.request<IntentList>('GET', '/v1/intents', { cookie: owner.cookie })).body.model.version).toBe(52)
})

test('while the model in force cannot be read, the one before it reads on, and what is wrong with it is named', async () => {
  const { account, owner } = await world.makeAccount()
  const body = asSet(goodSet.slice(40, 80))
  expect((await world.request('PUT', '/v1/intents', { cookie: owner.cookie, body })).status).toBeLessThan(300)
  await world.settled()
  const inAccount = <T>(work: (db: Db) => Promise<T>) => world.platform.database.inAccount(account, work)
  const version = await inAccount((db) => findVersionInForce(db, account))
  await inAccount((db) =>
    sql`
      insert into intent_models select account, 50, null, substr(model, 1, length(model) - 64), examples, examples_hash, example_count, accuracy,
        held_back, by_intent from intent_models where account = ${account} and version = ${version}`.execute(db),
  )
  await inAccount((db) =>
    sql`insert into model_adoptions (account, nth, version, instead_of, reason) values (${account}, 50, 50, ${version}, 'chosen')`.execute(db),
  )
  const { stored } = await inAccount((db) => findInForce(db, account))
  expect(stored).toMatchObject({ ok: false, code: 'damaged' })
  const model = await inAccount((db) => findModel(db, account))
  expect(model && readIntent(model, 'my lamp does not work').intent.is).toBe('broken')

  await inAccount((db) => sql`update model_adoptions set instead_of = null where account = ${account} and nth = 50`.execute(db))
  expect(await inAccount((db) => findModel(db, account))).toBeNull()
})

test('a message that a person says is none of the matters teaches what lies outside of them', async () => {
  await put('/v1/intents', asSet(goodSet))
  await world.settled()
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('is the lamp of Aladdin broken in the film')
  await world.settled()
  expect(
    (await world.request('PUT', `/v1/conversations/${body.conversation}/intent`, { cookie: team, body: { seq: body.seq, intent: null } })).status,
  ).toBe(204)
  await world.settled()
  const { intents, model } = await view()
  expect(intents.map(({ intent }) => intent)).toEqual(['late', 'broken', 'oos'])
  expect(model.examples).toBe(121)
  // Said otherwise later, the last word counts.
  const correct = (intent: string | null) =>
    world.request('PUT', `/v1/conversations/${body.conversation}/intent`, { cookie: team, body: { seq: body.seq, intent } })
  await correct('broken')
  await world.settled()
  expect((await view()).intents).toEqual([
    expect.objectContaining({ intent: 'late', examples: 60 }),
    expect.objectContaining({ intent: 'broken', examples: 61 }),
  ])
  await correct('oos')
  await world.settled()
  const [now, sure] = await world.platform.database.inAccount(world.account, async (db) => {
    const learnt = await findModel(db, world.account)
    if (!learnt) throw new Error('there is no model')
    return [readIntent(learnt, 'is the lamp of Aladdin broken in the film'), readIntent(learnt, 'my lamp is broken')]
  })
  expect(now?.intent.is).toBeNull()
  expect(sure?.intent.is).toBe('broken')
})
