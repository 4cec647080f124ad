import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PolicyView } from '../../contract/routing.ts'
import type { NoticeList } from '../../contract/team.ts'
import type { PolicyVersions } from '../../contract/trust.ts'
import { watchedDays } from '../../core/trust/worse.ts'
import { furnish } from '../../tests/world/company.ts'
import { makePast } from '../../tests/world/past.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { many, sql } from '../platform/db.ts'
import { savePolicy, startPolicy } from '../routing/store.ts'

let world: World
let lead: string
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  lead = (await world.makePerson('lead', { name: 'Aisyah' })).cookie
  await decide(1, { oldest: 60, newest: 51, denied: 0.1, cents: 400 })
})
afterAll(() => world.stop())

const { version: _, ...numbers } = startPolicy
const db = () => world.platform.database.platform
const versions = async () => (await world.request<PolicyVersions>('GET', '/v1/policy/versions', { cookie: lead })).body
const inForce = async () => (await world.request<PolicyView>('GET', '/v1/policy')).body
const notices = async (cookie: string) => (await world.request<NoticeList>('GET', '/v1/me/notices', { cookie })).body

/** A version that came into force so many days ago. */
async function putInForce(costOfMinute: number, daysAgo: number): Promise<number> {
  const policy = { ...numbers, costOfMinute }
  const version = await world.platform.database.inAccount(world.account, (own) => savePolicy(own, world.account, policy, world.owner.person))
  await sql`update policies set at = now() - make_interval(days => ${daysAgo}) where version = ${version}`.execute(db())
  return version
}

/** Thirty conversations a day under a version: a share of customers deny that it was solved, and money is kept in each. */
async function decide(version: number, of: { oldest: number; newest: number; denied: number; cents: number }): Promise<void> {
  await makePast(world, { days: of.oldest, newest: of.newest, perDay: 30, people: 1, policy: { ...startPolicy, version } })
  const own = sql`select conversation from decisions where policy_version = ${version}`
  await sql`
    update closures set by_kind = 'customer', resolved = false
    where conversation in (select id from conversations where id in (${own}) and number / 2 % 10 < ${10 * of.denied})`.execute(db())
  await sql`
    insert into ledger (account, id, conversation, kind, cents, rule, once, at)
    select account, gen_random_uuid(), id, 'realised', ${of.cents} + 50 * (number % 7), 'person-said-solved', 'solved:' || id, closed_at
    from conversations where id in (${own})`.execute(db())
}

/** The clock looks at this version, at several servers at once. */
async function look(version: number, at: Pick<World, 'platform'>[] = [world]): Promise<void> {
  await Promise.all(at.map(({ platform }) => platform.act(world.account, async (work) => work.tellAt(work.now, 'version.due', { version }))))
  for (const { platform } of at) await platform.runner.idle()
  await world.settled()
}

test('a version that does as well as the one before it is left in force, and nobody is bothered', async () => {
  const version = await putInForce(1.5, 50)
  await decide(version, { oldest: 49, newest: 40, denied: 0.1, cents: 400 })
  await look(version)
  expect((await versions()).drafts).toEqual([])
  expect((await notices(world.owner.cookie)).notices).toEqual([])
})

test('a version that does worse beyond chance is proposed for return, with its reason in numbers, and stays in force until people decide', async () => {
  const version = await putInForce(3, 39)
  await decide(version, { oldest: 38, newest: 30, denied: 0.6, cents: 150 })
  await look(version)
  const { drafts, live } = await versions()
  expect(live).toBe(version)
  expect(drafts).toMatchObject([
    {
      by: null,
      mine: false,
      differences: [{ field: 'costOfMinute', before: 3, after: 1.5 }],
      warning: { version, before: version - 1, worse: [{ figure: 'value' }, { figure: 'resolved' }] },
    },
  ])
  const [value, resolved] = drafts[0]?.warning?.worse ?? []
  expect(value).toMatchObject({ by: expect.closeTo(-2.5, 0), n: 270, nBefore: 300 })
  expect(resolved?.before).toBeCloseTo(0.9, 1)
  expect(resolved?.now).toBeCloseTo(0.4, 1)
  for (const worse of [value, resolved]) expect(worse?.to).toBeLessThan(0)
})

test('its owners are told of it and can put the notice aside; whoever does not own it is not', async () => {
  const { notices: told, unread } = await notices(world.owner.cookie)
  expect(told).toMatchObject([{ kind: 'policy', conversation: null, number: null, customer: null, read: false }])
  expect(unread).toBe(1)
  expect((await notices(lead)).notices).toEqual([])
  await world.request('PUT', '/v1/me/notices/read', { body: { notice: told[0]?.id } })
  expect((await notices(world.owner.cookie)).unread).toBe(0)
})

test('what was turned down is not proposed again, and a version that is in force no more is not looked at', async () => {
  const { drafts, live } = await versions()
  await look(live)
  expect((await versions()).drafts).toEqual(drafts)
  const rejection = { cookie: lead, body: { words: 'It was the week of the strike.' } }
  expect((await world.request('PUT', `/v1/policy/drafts/${drafts[0]?.draft}/rejection`, rejection)).status).toBe(204)
  await look(live)
  const after = await versions()
  expect(after.drafts).toEqual([])
  expect(after.rejected[0]).toMatchObject({ words: 'It was the week of the strike.', warning: { version: live } })
  expect((await notices(world.owner.cookie)).notices).toHaveLength(1)
  const next = await putInForce(1.5, 29)
  await look(live)
  expect(await inForce()).toMatchObject({ version: next })
  expect((await versions()).drafts).toEqual([])
})

test('two servers that look at the same moment propose it once, and a second person brings the earlier numbers back', async () => {
  const before = (await inForce()).version
  await decide(before, { oldest: 28, newest: 20, denied: 0.1, cents: 400 })
  const version = await putInForce(4, 19)
  await decide(version, { oldest: 18, newest: 10, denied: 0.1, cents: 100 })
  await look(version, [world, await world.anotherNode()])
  const { drafts } = await versions()
  expect(drafts).toMatchObject([{ warning: { version, before, worse: [{ figure: 'value' }] } }])
  expect((await notices(world.owner.cookie)).notices).toHaveLength(2)
  const approval = { cookie: lead, body: { alone: false } }
  expect((await world.request('PUT', `/v1/policy/drafts/${drafts[0]?.draft}/approval`, approval)).status).toBe(204)
  expect(await inForce()).toMatchObject({ version: version + 1, costOfMinute: 1.5 })
  expect((await versions()).versions[0]).toMatchObject({ how: 'approved', approvedBy: 'Aisyah', warning: { version, before } })
})

test('each new version is looked at once a day for four weeks, from the day on which its first conversations are a week old', async () => {
  const { version } = await inForce()
  const due = await many(
    db(),
    sql<{ days: number }>`
      select round(extract(epoch from d.due_at - p.at) / 86400)::int as days
      from deliveries d join events e on e.account = d.account and e.id = d.event join policies p on p.account = d.account and p.version = ${version}
      where d.action = 'trust.checkVersion' and (e.facts ->> 'version')::int = ${version} order by 1`,
  )
  expect(due.map(({ days }) => days)).toEqual(Array.from({ length: watchedDays }, (_, day) => 9 + day))
})
