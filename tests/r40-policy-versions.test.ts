import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveFrame } from '../contract/events.ts'
import type { DecisionList, PolicyView } from '../contract/routing.ts'
import type { Problem } from '../contract/shapes.ts'
import type { PolicyVersions, ReplayList, ReplayView } from '../contract/trust.ts'
import { small } from '../core/routing/laboratory/small.ts'
import { many, sql } from '../server/platform/db.ts'
import { startPolicy } from '../server/routing/store.ts'
import { furnish } from './world/company.ts'
import { makePast } from './world/past.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let lead: string
const heard: LiveFrame[] = []

beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  lead = (await world.makePerson('lead', { name: 'Aisyah' })).cookie
  await makePast(world, { days: 8, perDay: 40, people: 2 })
  world.platform.bell.hear(({ frame }) => heard.push(frame))
})
afterAll(() => world.stop())

const { version: _, relaxMinutes: __, ...policy } = startPolicy
const versions = async (cookie = world.owner.cookie) => (await world.request<PolicyVersions>('GET', '/v1/policy/versions', { cookie })).body
const inForce = async () => (await world.request<PolicyView>('GET', '/v1/policy')).body
const put = (path: string, body: unknown, cookie = world.owner.cookie) => world.request<Problem>('PUT', path, { cookie, body })

async function propose(
  change: Partial<typeof policy>,
  words = 'Minutes cost more since the rent rose.',
  cookie = world.owner.cookie,
): Promise<number> {
  const body = { policy: { ...policy, ...change }, words }
  const answer = await world.request<{ draft: number }>('POST', '/v1/policy/drafts', { cookie, body })
  expect(answer.status).toBe(201)
  await world.settled()
  return answer.body.draft
}

test('what is proposed changes nothing until somebody else has approved it, with a trial on the own past to look at', async () => {
  const draft = await propose({ costOfMinute: 2.5 })
  expect(await inForce()).toMatchObject({ version: 1, costOfMinute: 1.34 })
  const [proposed] = (await versions(lead)).drafts
  expect(proposed).toMatchObject({
    draft,
    mine: false,
    words: 'Minutes cost more since the rent rose.',
    differences: [{ field: 'costOfMinute', before: 1.34, after: 2.5 }],
    trial: { state: 'done', stale: false, blocking: [] },
  })
  expect(proposed?.trial?.value?.value).toBeTypeOf('number')
  expect(heard.some(({ name, replay }) => name === 'replaying' && replay && replay.share > 0)).toBe(true)

  const own = await put(`/v1/policy/drafts/${draft}/approval`, { alone: true })
  expect({ status: own.status, code: own.body.error.code }).toEqual({ status: 409, code: 'second-person' })
  expect((await put(`/v1/policy/drafts/${draft}/approval`, { alone: false }, lead)).status).toBe(204)
  expect(await inForce()).toMatchObject({ version: 2, costOfMinute: 2.5, by: 'Person owner' })
  const [newest] = (await versions()).versions
  expect(newest).toMatchObject({ version: 2, by: 'Person owner', approvedBy: 'Aisyah', how: 'approved', untried: false })
  expect((await put(`/v1/policy/drafts/${draft}/approval`, { alone: false }, lead)).status).toBe(404)
})

test('a new message is decided under the new version, and keeps its number', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('How long may I return something?')
  await world.settled()
  const { decisions } = (await world.request<DecisionList>('GET', `/v1/conversations/${body.conversation}/decisions`)).body
  expect(decisions.map(({ policyVersion }) => policyVersion)).toEqual([2])
})

test('a draft that was tried against another version than the one in force is tried anew before it may be approved', async () => {
  const first = await propose({ costOfMinute: 2 })
  const second = await propose({ waitLimitMinutes: 15 })
  expect((await put(`/v1/policy/drafts/${first}/approval`, { alone: false }, lead)).status).toBe(204)
  const stale = await put(`/v1/policy/drafts/${second}/approval`, { alone: false }, lead)
  expect(stale.body.error.code).toBe('not-tried')
  expect((await versions()).drafts[0]?.trial?.stale).toBe(true)
  await world.request('POST', `/v1/policy/drafts/${second}/trial`, { cookie: lead })
  await world.settled()
  expect((await put(`/v1/policy/drafts/${second}/approval`, { alone: false }, lead)).status).toBe(204)
})

test('a draft is turned down with words that stay', async () => {
  const draft = await propose({ costOfMinute: 9 })
  expect((await put(`/v1/policy/drafts/${draft}/rejection`, { words: '  ' }, lead)).status).toBe(400)
  expect((await put(`/v1/policy/drafts/${draft}/rejection`, { words: 'Nine is what we pay a consultant.' }, lead)).status).toBe(204)
  const { drafts, rejected } = await versions()
  expect(drafts).toEqual([])
  expect(rejected[0]).toMatchObject({ draft, rejectedBy: 'Aisyah', words: 'Nine is what we pay a consultant.' })
})

test('multiples that make no ladder are refused with the reason, and nothing is turned round in silence', async () => {
  for (const [priorityFrom, code] of [
    [[3, 1], 'priority-order'],
    [[1, 1], 'priority-order'],
    [[1, 1.24], 'priority-order'],
    [[0, 0], 'bad-input'],
  ] as const) {
    const answer = await world.request<Problem>('POST', '/v1/policy/drafts', {
      cookie: lead,
      body: { policy: { ...policy, priorityFrom }, words: '' },
    })
    expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status: 400, code })
  }
})

test('any earlier version is back with one request, as a new version that says where it comes from', async () => {
  const { version: before } = await inForce()
  expect((await put('/v1/policy/restored', { version: 1 }, lead)).status).toBe(200)
  expect(await inForce()).toMatchObject({ version: before + 1, costOfMinute: 1.34, waitLimitMinutes: 20 })
  expect((await versions()).versions[0]).toMatchObject({ how: 'back', backTo: 1, by: 'Aisyah' })
  expect((await put('/v1/policy/restored', { version: 99 }, lead)).status).toBe(404)
})

test('nobody changes the policy past a colleague who could approve; who is alone may, and it is written down', async () => {
  expect((await put('/v1/policy', policy)).body.error.code).toBe('second-person')
  const alone = await makeWorld()
  await furnish(alone)
  expect((await alone.request('PUT', '/v1/policy', { body: { ...policy, costOfMinute: 3 } })).status).toBe(200)
  const body = { policy: { ...policy, costOfMinute: 4 }, words: '' }
  const { draft } = (await alone.request<{ draft: number }>('POST', '/v1/policy/drafts', { body })).body
  await alone.settled()
  const listed = async () => (await alone.request<PolicyVersions>('GET', '/v1/policy/versions')).body
  expect((await listed()).drafts[0]?.trial?.state).toBe('too-little-past')
  const approve = (confirmed: boolean) => alone.request('PUT', `/v1/policy/drafts/${draft}/approval`, { body: { alone: confirmed } })
  expect((await approve(false)).status).toBe(409)
  expect((await approve(true)).status).toBe(204)
  expect((await listed()).versions.slice(0, 2)).toMatchObject([
    { version: 3, how: 'alone', untried: true },
    { version: 2, how: 'alone', untried: true },
  ])
  const told = await alone.platform.database.inAccount(alone.account, (db) =>
    many(db, sql<{ alone: boolean }>`select (facts ->> 'alone')::boolean as alone from events where name = 'policy.judged' order by id`),
  )
  expect(told).toEqual([{ alone: true }, { alone: true }])
  await alone.stop()
})

test('the own past is played with three more people on one day, and names who would have been served differently and why', async () => {
  const body = { policy, assistant: 'as-it-was', staff: [{ weekday: null, from: '09:00', to: '19:00', people: 3 }] }
  const { replay } = (await world.request<{ replay: number }>('POST', '/v1/replays', { cookie: lead, body })).body
  await world.settled()
  const { state, result } = (await world.request<ReplayView>('GET', `/v1/replays/${replay}`)).body
  expect(state).toBe('done')
  if (result?.kind !== 'past') throw new Error('no replay of the past')
  expect(result.past.days).toBe(8)
  const wait = result.figures.find(({ figure }) => figure === 'wait')
  expect(wait?.difference.value).toBeLessThan(0)
  expect(wait?.real).toBeGreaterThan(1)
  expect(result.before.map(({ dimension }) => dimension)).toContain('value')
  expect(result.differently.count).toBeGreaterThan(0)
  const [first] = result.differently.shown
  expect(first?.before.because.numbers).toMatchObject({ price: expect.any(Number), perMinute: expect.any(Number) })
  const { replays } = (await world.request<ReplayList>('GET', '/v1/replays')).body
  expect(replays[0]).toMatchObject({ replay, state: 'done', by: 'Aisyah' })
})

test('what is wrong in a replay is named by its field, in words and not in patterns', async () => {
  const wrong = async (one: object) => {
    const staff = [{ weekday: 1, from: '09:00', to: '17:00', people: 3, ...one }]
    const answer = await world.request<Problem>('POST', '/v1/replays', { cookie: lead, body: { policy, assistant: 'as-it-was', staff } })
    return answer.body.error.details?.[0]
  }
  expect(await wrong({ from: '25:99' })).toEqual({ path: 'staff.0.from', message: 'must be a time of day such as "08:30"' })
  expect(await wrong({ to: '08:00' })).toEqual({ path: 'staff.0.to', message: 'must end after it begins' })
})

test('a scenario file with a wrong key is refused in one line that names it, a right one is played', async () => {
  const wrong = await world.request<Problem>('POST', '/v1/replays', { cookie: lead, body: { scenario: { ...small, patienceMinutes: 'long' } } })
  expect(wrong.status).toBe(400)
  expect(wrong.body.error.details?.[0]?.message).toBe('patienceMinutes: must be a number, but is "long"')
  const { replay } = (await world.request<{ replay: number }>('POST', '/v1/replays', { cookie: lead, body: { scenario: small } })).body
  await world.settled()
  const { result, title } = (await world.request<ReplayView>('GET', `/v1/replays/${replay}`)).body
  expect(title.scenario).toBe('small')
  expect(result).toMatchObject({
    kind: 'scenario',
    name: 'small',
    days: 20,
    bounds: { oracleOfMaximum: { value: expect.any(Number) } },
    policies: expect.arrayContaining([expect.objectContaining({ policy: 'sambut' })]),
  })
})

test('a run is stopped by whoever may start one, and what waited behind it is played', async () => {
  const start = async (scenario: unknown) =>
    (await world.request<{ replay: number }>('POST', '/v1/replays', { cookie: lead, body: { scenario } })).body.replay
  const long = await start({ ...small, load: null, arrivalsPerHour: [16_000, 17_000, 16_000], team: [{ ...small.team[0], count: 1500 }] })
  const waiting = await start(small)
  const behind = await start(small)
  const cancel = (replay: number, cookie: string) => put(`/v1/replays/${replay}/cancellation`, {}, cookie)
  const teammate = (await world.makePerson('team')).cookie
  expect((await cancel(long, teammate)).status).toBe(403)
  for (const replay of [long, waiting]) expect((await cancel(replay, lead)).status).toBe(204)
  const stateOf = async (replay: number) => (await world.request<ReplayView>('GET', `/v1/replays/${replay}`)).body.state
  expect(await stateOf(long)).toBe('cancelled')
  await world.settled()
  expect([await stateOf(long), await stateOf(waiting), await stateOf(behind)]).toEqual(['cancelled', 'cancelled', 'done'])
  expect((await cancel(behind, lead)).status).toBe(204)
  expect(await stateOf(behind)).toBe('done')
  expect((await cancel(9999, lead)).status).toBe(404)
})

test('a server that stops ends a run at once, and the next one plays it', async () => {
  const own = await makeWorld()
  await furnish(own)
  const asked = { scenario: { ...small, load: null, arrivalsPerHour: [16_000, 17_000, 16_000], team: [{ ...small.team[0], count: 1500 }] } }
  const { replay } = (await own.request<{ replay: number }>('POST', '/v1/replays', { body: asked })).body
  const leased = () =>
    many(
      own.platform.database.platform,
      sql<{ attempts: number }>`select attempts from deliveries where action = 'trust.replayPast' and lease is not null`,
    )
  while ((await leased()).length === 0) own.platform.runner.kick()
  await own.platform.runner.stop()
  const state = await many(
    own.platform.database.platform,
    sql<{ attempts: number; lease: string | null }>`select attempts, lease from deliveries where action = 'trust.replayPast'`,
  )
  expect(state).toEqual([{ attempts: 0, lease: null }])
  expect((await own.request<ReplayView>('GET', `/v1/replays/${replay}`)).body.state).toBe('under-way')
  await own.stop()
})

test('the kill switch pressed at one server holds at the other from that answer on: within a second the assistant is silent', async () => {
  const other = await world.anotherNode()
  const inFlight = await visitAs(world, { language: 'en' })
  await inFlight.write('hello')
  expect((await other.request('PUT', '/v1/policy/pause', { cookie: lead, body: { paused: true } })).status).toBe(200)
  expect(await inForce()).toMatchObject({ assistantPaused: true })
  for (const text of ['How long may I return something after delivery?', 'hello', 'where is my parcel']) {
    const visitor = await visitAs(world, { language: 'en' })
    const { body } = await visitor.write(text)
    await world.settled()
    await other.platform.runner.idle()
    const { decisions } = (await world.request<DecisionList>('GET', `/v1/conversations/${body.conversation}/decisions`)).body
    expect(decisions.map(({ because, to }) => [because.code, to])).toEqual([['assistant-paused', decisions[0]?.to]])
    expect(decisions[0]?.to).not.toBe('assistant')
  }
  const spokenLater = await world.platform.database.inAccount(world.account, (db) =>
    many(
      db,
      sql`
        select 1 from messages m join pauses p on p.account = m.account and p.resumed_at is null
        where m.account = ${world.account} and m.author = 'assistant' and m.at > p.paused_at + interval '1 second'`,
    ),
  )
  expect(spokenLater).toEqual([])
})
