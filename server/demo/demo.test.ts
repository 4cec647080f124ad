import { afterAll, beforeAll, expect, test } from 'vitest'
import { CannedReply, type Label, Macro } from '../../contract/conversations.ts'
import { fill } from '../../core/conversations/variables.ts'
import { makeDatabase, type OwnDatabase } from '../../tests/world/database.ts'
import { makeApp } from '../app.ts'
import { flow } from '../flow.ts'
import { checkInvariants } from '../metrics/invariants.ts'
import { readConfig } from '../platform/config.ts'
import { type Db, many, one, sql } from '../platform/db.ts'
import type { Api } from '../platform/http.ts'
import { type Platform, startPlatform } from '../platform/platform.ts'
import { current } from './routes.ts'
import { seedDemo } from './seed.ts'
import { findDemo } from './store.ts'
import { startDemo } from './stream.ts'

let database: OwnDatabase
let platform: Platform
let api: Api
let account: string
const size = { customers: 30, history: 30 }
const steps: string[] = []

beforeAll(async () => {
  database = await makeDatabase()
  platform = await startPlatform(
    { ...readConfig([], {}), logLevel: 'silent', secret: 'a secret for tests that everybody may know' },
    database.connection,
    flow,
  )
  await seedDemo(platform, (step) => steps.push(step), size)
  api = await makeApp(platform)
  account = (await findDemo(platform))?.account ?? ''
})
afterAll(async () => {
  await api.server.close()
  await platform.stop()
  await database.drop()
})

const inAccount = <T>(run: (db: Db) => Promise<T>) => platform.database.inAccount(account, run)

test('the demo company has articles in every language, a team of twelve, and customers who fit their country', async () => {
  const made = await inAccount((db) =>
    one(
      db,
      sql<Record<string, number>>`
        select (select count(*)::int from articles where published_at is not null) as articles, (select count(*)::int from article_texts) as texts,
          (select count(*)::int from people) as people, (select count(*)::int from people where simulated and presence = 'on') as simulated,
          (select count(*)::int from customers) as customers, (select count(distinct language)::int from customers) as languages,
          (select count(*)::int from economics) as economics, (select count(*)::int from intent_models) as models, (select count(*)::int from policies) as policies`,
    ),
  )
  expect(made).toEqual({ articles: 43, texts: 258, people: 12, simulated: 7, customers: 30, languages: 6, economics: 20, models: 1, policies: 1 })
  expect(steps.length).toBeGreaterThan(4)
  const speakers = await inAccount((db) =>
    many(
      db,
      sql<{
        language: string
        n: number
      }>`select spoken as language, count(*)::int as n from people, unnest(languages) spoken where role <> 'analyst' group by 1`,
    ),
  )
  expect(
    speakers
      .filter((one) => one.n >= 2)
      .map((one) => one.language)
      .sort(),
  ).toEqual(['en', 'et', 'id', 'ms', 'th', 'zh'])
  const written = await inAccount((db) => many(db, sql<{ local: string }>`select local_name as local from customers where language in ('th', 'zh')`))
  expect(written.every(({ local }) => /^[\u0e00-\u0e7f ]+$|^[\u4e00-\u9fff]+$/.test(local))).toBe(true)
})

test('the team of the demo company has saved replies, macros and labels, and all of them can be used', async () => {
  const { cookie } = await signIn('kadri@rumahkodu.example')
  const list = async <T>(name: string) => (await ask('GET', `/v1/${name}`, { cookie })).json<Record<string, T[]>>()[name] ?? []
  const [labels, replies, macros] = [await list<Label>('labels'), await list<CannedReply>('replies'), await list<Macro>('macros')]
  expect([labels.length, replies.length, macros.length]).toEqual([5, 6, 3])
  expect(labels.some((label) => label.used > 0)).toBe(true)
  for (const reply of replies) expect(CannedReply.safeParse(reply).success).toBe(true)
  for (const macro of macros) expect(Macro.safeParse(macro).success).toBe(true)
  const facts = { 'customer.name': null, 'customer.first-name': null, 'me.name': 'Kadri Tamm', 'me.first-name': 'Kadri', number: '7' }
  const words = [...replies.map((reply) => reply.text), ...macros.flatMap((macro) => macro.changes.flatMap((one) => ('text' in one ? one.text : [])))]
  for (const text of words) expect(text).toContain('{{')
  for (const text of words) expect(fill(text, facts)).not.toContain('{{')
  expect(macros.flatMap((macro) => macro.changes.flatMap((one) => (one.kind === 'label' ? one.label : [])))).toSatisfy((used: string[]) =>
    used.every((id) => labels.some((label) => label.id === id)),
  )
})

test('the past of the demo company keeps every promise that the product keeps', async () => {
  const checks = await inAccount((db) => checkInvariants(db, account))
  expect(checks.filter((check) => check.violations > 0)).toEqual([])
  const past = await inAccount((db) =>
    one(
      db,
      sql<Record<string, number>>`
        select count(*)::int as conversations, count(*) filter (where closed_at is null or closed_at > now() or closed_at <= opened_at)::int as odd,
          count(*) filter (where not exists (select 1 from messages m where m.conversation = c.id and m.at = c.last_at))::int as unsaid,
          (select count(*)::int from messages a join messages b on b.customer = a.customer and b.seq = a.seq + 1 and b.at < a.at) as backwards,
          (select count(*)::int from orders where number !~ '^RK-[0-9]{5}$' or at > now()) as orders
        from conversations c`,
    ),
  )
  expect(past).toMatchObject({ odd: 0, unsaid: 0, backwards: 0, orders: 0 })
  expect(past['conversations']).toBeGreaterThan(10)
})

test('every decision of the past replays to the same one, and what was booked is realised, open or written off', async () => {
  const { cookie } = await signIn('kadri@rumahkodu.example')
  const conversations = await inAccount((db) => many(db, sql<{ id: string }>`select id from conversations`))
  for (const { id } of conversations) {
    const { decisions } = (await ask('GET', `/v1/conversations/${id}/decisions`, { cookie })).json<{ decisions: { replays: boolean }[] }>()
    expect(decisions.length).toBeGreaterThan(0)
    expect(decisions.every((decision) => decision.replays)).toBe(true)
  }
  const { balance } = (await ask('GET', '/v1/ledger', { cookie })).json<{ balance: Record<'booked' | 'realised' | 'open' | 'writtenOff', number> }>()
  expect(balance.booked).toBeCloseTo(balance.realised + balance.open + balance.writtenOff, 2)
  expect(balance.booked).toBeGreaterThan(0)
})

test('making the demo company again changes nothing', async () => {
  const before = await fingerprint()
  await seedDemo(platform, () => expect.unreachable('nothing is made'), size)
  expect(await fingerprint()).toEqual(before)
})

test('one click signs in as one of the team, and puts them on duty; a simulated colleague is nobody’s', async () => {
  const { people } = (await ask('GET', '/v1/demo/people')).json<{ people: { name: string; email: string; role: string }[] }>()
  expect(people.map((person) => person.role)).toEqual(['owner', 'lead', 'team', 'team', 'analyst'])
  const { cookie } = await signIn('nattaya@rumahkodu.example')
  const me = (await ask('GET', '/v1/me', { cookie })).json<{ person: { name: string; presence: string } }>()
  expect(me.person).toMatchObject({ name: 'Nattaya Kittikul', presence: 'on' })
  expect((await ask('POST', '/v1/demo/session', { body: { email: 'marten@rumahkodu.example' } })).statusCode).toBe(404)
})

test('simulated customers come by the widget, colleagues serve them, and at speed 0 nobody comes', async () => {
  const address = await api.server.listen({ port: 0, host: '127.0.0.1' })
  const demo = await startDemo(platform, address)
  current.demo = demo
  const { cookie } = await signIn('kadri@rumahkodu.example')
  const said = () =>
    inAccount((db) =>
      one(
        db,
        sql<{ customer: number; colleague: number }>`
          select count(*) filter (where author = 'customer')::int as customer, count(*) filter (where author = 'person')::int as colleague
          from messages where at > (select made_at from accounts limit 1)`,
      ),
    )
  const fast = await ask('PUT', '/v1/demo', { cookie, body: { speed: 20 } })
  expect(fast.json()).toMatchObject({ speed: 20, running: true })
  await expect
    .poll(said, { timeout: 25_000 })
    .toMatchObject({ customer: expect.toSatisfy((n: number) => n > 3), colleague: expect.toSatisfy((n: number) => n > 0) })

  demo.setSpeed(0)
  expect(demo.state()).toMatchObject({ speed: 0, running: false })
  // Who was on the way already still comes; then a look is as the one before it, though at speed 20 somebody came every second or two.
  const looks: number[] = []
  const look = () => looks.push(demo.state().customersSoFar) > 1 && looks.at(-1) === looks.at(-2)
  await expect.poll(look, { interval: 4000, timeout: 30_000 }).toBe(true)
  await demo.stop()
  current.demo = null
})

function ask(method: 'GET' | 'POST' | 'PUT', url: string, { cookie, body }: { cookie?: string; body?: object } = {}) {
  return api.server.inject({ method, url, headers: { ...(cookie && { cookie }) }, ...(body && { payload: body }) })
}

async function signIn(email: string): Promise<{ cookie: string }> {
  const answer = await ask('POST', '/v1/demo/session', { body: { email } })
  expect(answer.statusCode).toBe(204)
  return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' }
}

function fingerprint() {
  return inAccount((db) =>
    one(
      db,
      sql`select (select count(*) from accounts) as accounts, (select count(*) from people) as people, (select count(*) from customers) as customers,
        (select count(*) from orders) as orders, (select count(*) from messages) as messages, (select count(*) from events) as events, (select count(*) from ledger) as ledger`,
    ),
  )
}
