import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import type { MadeApiKey, MadeWebhook } from '../contract/integrations.ts'
import type { ArticleView } from '../contract/knowledge.ts'
import { keyPermissions, type Permission, permissions } from '../server/platform/auth.ts'
import { many, one, sql } from '../server/platform/db.ts'
import { migrate } from '../server/platform/migrate.ts'
import { addCustomer, furnish } from './world/company.ts'
import { listOperations, type Method, type OpenApi } from './world/openapi.ts'
import { teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { type Asking, makeWorld, type World } from './world/world.ts'

const canary = 'kanaarilind'
let world: World
let operations: ReturnType<typeof listOperations>
let askers: Record<string, { asking: Asking; may: readonly Permission[] }>
let visitor: Visitor
let foreign: { account: string; visitor: Visitor; ids: Record<string, string>; lastSeq: number }

beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  await addCustomer(world, { externalId: 'ours', name: 'Ours', orders: [{ number: 'RK-1', total: 10, daysAgo: 3 }] })
  visitor = await visitAs(world, { language: 'en' })
  await visitor.write('How long may I return something after delivery?')
  foreign = await makeForeign()
  const roles = await Promise.all((['lead', 'team', 'analyst'] as const).map(async (role) => [role, (await world.makePerson(role)).cookie] as const))
  const keys = await Promise.all((['events', 'read', 'full'] as const).map(async (scope) => [scope, await world.makeKey(scope)] as const))
  askers = {
    owner: { asking: { cookie: world.owner.cookie }, may: permissions.owner },
    ...Object.fromEntries(roles.map(([role, cookie]) => [role, { asking: { cookie }, may: permissions[role] }])),
    ...Object.fromEntries(keys.map(([scope, key]) => [`key-${scope}`, { asking: { key }, may: keyPermissions[scope] }])),
    visitor: { asking: { token: visitor.token }, may: ['visitor'] },
    nobody: { asking: { nobody: true }, may: [] },
  }
  operations = listOperations((await world.request<OpenApi>('GET', '/openapi.json', { nobody: true })).body)
  await world.settled()
})
afterAll(() => world.stop())

/** Another company on the same server, with one of everything, each carrying the canary. */
async function makeForeign(): Promise<typeof foreign> {
  const { account, owner } = await world.makeAccount()
  const { site, secret } = await one(
    world.platform.database.platform,
    sql<{ site: string; secret: string }>`select site_key as site, identity_secret as secret from accounts where account = ${account}`,
  )
  const theirs: World = {
    ...world,
    account,
    site,
    identitySecret: secret,
    owner,
    request: (method, path, asking = {}) => world.request(method, path, { cookie: owner.cookie, ...asking }),
  }
  await furnish(theirs)
  const customer = await addCustomer(theirs, { externalId: canary, name: canary, orders: [{ number: `RK-${canary}`, total: 99, daysAgo: 2 }] })
  const guest = await visitAs(theirs, { language: 'en' })
  const { body: written } = await guest.write(`human please, my word is ${canary}`)
  await world.settled()
  const hand = await teammate(theirs, { account, name: canary })
  await hand.take(written.conversation)
  await hand.note(written.conversation, canary)
  const { seq } = (await hand.reply(written.conversation, canary)).body as { seq: number }
  const make = async <Body>(path: string, body: unknown) => (await world.request<Body>('POST', path, { cookie: owner.cookie, body })).body
  const article = await make<ArticleView>('/v1/articles', {
    texts: [{ language: 'en', title: canary, body: `${canary} may be returned within 99 days of delivery.` }],
  })
  await world.request('POST', `/v1/articles/${article.id}/publication`, { cookie: owner.cookie })
  const webhook = await make<z.output<typeof MadeWebhook>>('/v1/webhooks', { url: `https://${canary}.example/hook`, events: ['message.received'] })
  const key = await make<z.output<typeof MadeApiKey>>('/v1/api-keys', { name: canary, scope: 'read' })
  const label = await make<{ id: string }>('/v1/labels', { name: canary, colour: 'leaf' })
  const saved = await make<{ id: string }>('/v1/replies', { shortcut: canary, text: canary, own: false })
  const macro = await make<{ id: string }>('/v1/macros', { name: canary, changes: [{ kind: 'note', text: canary }] })
  await world.request('PUT', `/v1/intents/${canary}/examples`, { cookie: owner.cookie, body: { examples: [canary] } })
  await world.settled()
  const ids = {
    conversation: written.conversation,
    message: written.id,
    customer,
    article: article.id,
    webhook: webhook.webhook.id,
    key: key.key.id,
    label: label.id,
    reply: saved.id,
    macro: macro.id,
    person: hand.person,
    account,
  }
  return { account, visitor: guest, ids, lastSeq: seq }
}

/** What a well-formed change looks like; a route that is not named here fails the test below. */
const bodies: Record<string, unknown> = {
  'POST /v1/conversations/{id}/messages': { clientId: 'a-foreign-id', text: 'hello' },
  'POST /v1/conversations/{id}/claim': undefined,
  'DELETE /v1/conversations/{id}/claim': { to: 'queue' },
  'PUT /v1/conversations/{id}/claim/seen': undefined,
  'POST /v1/conversations/{id}/transfer': { person: '00000000-0000-4000-8000-000000000000' },
  'PUT /v1/conversations/{id}/transfer': { accept: true },
  'DELETE /v1/conversations/{id}/transfer': undefined,
  'POST /v1/conversations/{id}/closure': { resolved: true },
  'POST /v1/conversations/{id}/reopening': undefined,
  'POST /v1/conversations/{id}/typing': undefined,
  'POST /v1/conversations/{id}/viewing': undefined,
  'POST /v1/conversations/{id}/merge': { into: '00000000-0000-4000-8000-000000000000' },
  'DELETE /v1/conversations/{id}/merge': undefined,
  'POST /v1/conversations/{id}/planned': { clientId: 'a-foreign-id', text: 'hello', at: new Date(Date.now() + 3_600_000).toISOString() },
  'DELETE /v1/conversations/{id}/planned/{planned}': { heldBack: true },
  'PUT /v1/conversations/{id}/drafts/{mode}': { text: 'hello' },
  'PUT /v1/conversations/{id}/seen': { seq: 1 },
  'PUT /v1/labels/{id}': { name: 'x', colour: 'leaf' },
  'DELETE /v1/labels/{id}': undefined,
  'PUT /v1/macros/{id}': { name: 'x', changes: [{ kind: 'wake' }] },
  'DELETE /v1/macros/{id}': undefined,
  'PUT /v1/replies/{id}': { shortcut: 'x', text: 'x', own: true },
  'DELETE /v1/replies/{id}': undefined,
  'PUT /v1/conversations/{id}/intent': { seq: 1, intent: 'return' },
  'PUT /v1/conversations/{id}/override': { to: 'person' },
  'PUT /v1/conversations/{id}/assignment': { to: 'queue' },
  'DELETE /v1/results/views/{id}': undefined,
  'DELETE /v1/results/reports/{id}': undefined,
  'PATCH /v1/team/{id}': { capacity: 9 },
  'DELETE /v1/team/{id}': undefined,
  'PUT /v1/articles/{id}': { texts: [{ language: 'en', title: 'x', body: 'x' }] },
  'POST /v1/articles/{id}/publication': undefined,
  'DELETE /v1/articles/{id}/publication': undefined,
  'DELETE /w/files/{id}': undefined,
  'DELETE /v1/api-keys/{id}': undefined,
  'DELETE /v1/webhooks/{id}': undefined,
  'POST /v1/webhooks/{id}/replay': { from: '2026-01-01T00:00:00Z' },
}

const ask = (method: Method, path: string, asking: Asking, body?: unknown) =>
  world.request(method, path, { ...asking, ...(body !== undefined && { body }) })
const isAllowed = (may: readonly Permission[], permission: string | undefined) => permission === 'anyone' || may.includes(permission as Permission)
const tablesWithAccount = () =>
  many(
    world.platform.database.platform,
    sql<{ name: string; walled: boolean }>`
      select c.relname as name, c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid) as walled
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  )

/** A sum over everything that the other company has, but for what is only on its way: its own clock moves that. */
async function fingerprint(): Promise<string> {
  const sums = []
  for (const { name } of (await tablesWithAccount()).filter((table) => table.name !== 'deliveries')) {
    const { sum } = await one(
      world.platform.database.platform,
      sql<{
        sum: string | null
      }>`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.table(name)} t where account = ${foreign.account}`,
    )
    sums.push(`${name} ${sum}`)
  }
  return sums.join('\n')
}

test('whoever asks for what belongs to another company hears that there is no such thing, on every route, in every role', async () => {
  const reading = operations.filter(({ method, path }) => method === 'GET' && path.includes('{id}'))
  expect(reading.length).toBeGreaterThan(6)
  for (const { path, operation } of reading)
    for (const [role, { asking, may }] of Object.entries(askers))
      for (const [what, id] of Object.entries(foreign.ids)) {
        const answer = await ask('GET', path.replace('{id}', id), asking)
        const refused = isAllowed(may, operation['x-permission']) ? [404] : [401, 403]
        expect(refused, `GET ${path} of a foreign ${what} as ${role}: ${answer.status}`).toContain(answer.status)
        expect(JSON.stringify(answer.body)).not.toContain(canary)
      }
}, 120_000)

test('nothing of another company can be changed by its id, on every route, in every role', async () => {
  const before = await fingerprint()
  const changing = operations.filter(({ method, path }) => method !== 'GET' && path.includes('{id}'))
  expect(changing.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(bodies).sort())
  for (const { method, path, operation } of changing)
    for (const [role, { asking, may }] of Object.entries(askers))
      for (const [what, id] of Object.entries(foreign.ids)) {
        const answer = await ask(
          method,
          path.replace('{id}', id).replace('{planned}', id).replace('{mode}', 'reply'),
          asking,
          bodies[`${method} ${path}`],
        )
        const refused = isAllowed(may, operation['x-permission']) ? [404] : [401, 403]
        expect(refused, `${method} ${path} of a foreign ${what} as ${role}: ${answer.status}`).toContain(answer.status)
        expect(JSON.stringify(answer.body)).not.toContain(canary)
      }
  await world.settled()
  expect(await fingerprint()).toBe(before)
}, 120_000)

test('lists, searches, figures and ledgers hold nothing of another company', async () => {
  const queries = ['', `?search=${canary}`, `?q=${canary}&language=en`, `?customer=${foreign.ids['customer']}`, '?view=closed']
  const lists = operations.filter(
    ({ method, path }) => method === 'GET' && !path.includes('{id}') && !['/w/stream', '/openapi.json', '/docs', '/health/ready'].includes(path),
  )
  for (const { path } of lists)
    for (const query of queries)
      for (const { asking } of Object.values(askers)) {
        const answer = await ask('GET', path.replace('{intent}', canary).replace('{metric}', 'conversations') + query, asking)
        expect(JSON.stringify(answer.body), `GET ${path}${query}`).not.toContain(canary)
        expect(answer.status, `GET ${path}${query}`).toBeLessThan(500)
        for (const id of Object.values(foreign.ids))
          expect(JSON.stringify(answer.body).replaceAll(String(foreign.ids['customer']), (own) => (query.includes(own) ? '' : own))).not.toContain(id)
      }
}, 120_000)

test("a customer's token opens their own timeline alone: not another's conversation, answer, article or page", async () => {
  const { ids, lastSeq } = foreign
  expect((await visitor.ask('POST', '/w/effort', { conversation: ids['conversation'], score: 7 })).status).toBe(404)
  expect((await visitor.ask('POST', '/w/solution', { seq: lastSeq + 1000, solved: true })).status).toBe(404)
  expect((await visitor.ask('GET', `/w/articles/${ids['article']}`)).status).toBe(404)
  // A token of the other company's page does not open anything on ours: it begins a visit of its own.
  const crossed = await visitAs(world, { token: foreign.visitor.token })
  expect(JSON.stringify(crossed.visited)).not.toContain(canary)
  expect(crossed.customer).not.toBe(foreign.visitor.customer)
  const { account } = await one(
    world.platform.database.platform,
    sql<{ account: string }>`select account from customers where id = ${crossed.customer}`,
  )
  expect(account).toBe(world.account)
})

test('a colleague who is named across companies is nobody', async () => {
  const { body } = await visitor.write('human please')
  await world.settled()
  const hand = await teammate(world)
  await hand.take(body.conversation)
  const answer = await hand.ask('DELETE', `/v1/conversations/${body.conversation}/claim`, { to: 'person', person: foreign.ids['person'] })
  expect(answer.status).toBe(404)
})

test('a query that forgot its where sees one company alone, in every table', async () => {
  const tables = await tablesWithAccount()
  expect(tables.length).toBeGreaterThan(30)
  let shared = 0
  for (const { name } of tables) {
    const all = await many(world.platform.database.platform, sql<{ account: string }>`select distinct account from ${sql.table(name)}`)
    if (all.length > 1) shared += 1
    for (const account of [world.account, foreign.account]) {
      const seen = await world.platform.database.inAccount(account, (db) => many(db, sql<{ account: string }>`select * from ${sql.table(name)}`))
      expect(
        [...new Set(seen.map((row) => row.account))].filter((one) => one !== account),
        name,
      ).toEqual([])
    }
  }
  // The test is worth something only where both companies have rows.
  expect(shared).toBeGreaterThan(15)
})

test('a change that forgot its where touches one company alone, and nothing can be written into another', async () => {
  const before = await fingerprint()
  const rolledBack = new Error('rolled back')
  // The audit trail refuses every deletion, also of its own company.
  for (const { name } of (await tablesWithAccount()).filter((table) => table.name !== 'audit')) {
    await world.platform.database
      .inAccount(world.account, async (db) => {
        await sql`delete from ${sql.table(name)}`.execute(db)
        const left = await many(world.platform.database.platform, sql`select 1 from ${sql.table(name)} where account = ${foreign.account}`)
        const there = await many(db, sql`select 1 from ${sql.table(name)}`)
        expect({ name, there: there.length, left: left.length >= 0 }).toEqual({ name, there: 0, left: true })
        throw rolledBack
      })
      .catch((error: unknown) => {
        if (error !== rolledBack) throw error
      })
  }
  const smuggle = world.platform.database.inAccount(world.account, (db) =>
    sql`insert into customers (account, id, name) values (${foreign.account}, ${randomUUID()}, 'smuggled')`.execute(db),
  )
  await expect(smuggle).rejects.toThrow(/row-level security/)
  expect(await fingerprint()).toBe(before)
})

test('what belongs to no company, such as sessions and secrets, is out of reach of every query of a company', async () => {
  const others = await many(
    world.platform.database.platform,
    sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'account')`,
  )
  expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(['sessions', 'secrets', 'users']))
  for (const { name } of others)
    await expect(
      world.platform.database.inAccount(world.account, (db) => sql`select 1 from ${sql.table(name)}`.execute(db)),
      name,
    ).rejects.toThrow(/permission denied/)
})

/** What sees over the wall, with the reason; each has a test of its own that asks it as another company and as none. */
const overTheWall = {
  messages_that_say: 'row security keeps the role of the app from the index of terms; see the migration and server/inbox/search.test.ts',
}

test("a function that sees over the wall is known by name, and one that a migration makes is nobody's to call after the next start", async () => {
  const db = world.platform.database.platform
  const list = async () =>
    (
      await many(db, sql<{ name: string }>`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`)
    ).map(({ name }) => name)
  expect(await list()).toEqual(Object.keys(overTheWall))
  await sql`create function planted_words() returns setof text language sql security definer as 'select text from messages'`.execute(db)
  onTestFinished(async () => {
    await sql`drop function planted_words`.execute(db)
  })
  expect(await list()).toContain('planted_words')
  const ask = () => world.platform.database.inAccount(world.account, (work) => many(work, sql`select planted_words()`))
  expect((await ask()).length).toBeGreaterThan(0)
  await sql`revoke execute on function messages_that_say from sambut_app`.execute(db)
  await migrate(world.platform.database.pool)
  await expect(ask()).rejects.toThrow(/permission denied/)
  const said = sql`select * from messages_that_say('''return'''::tsquery, '{}', '{%return%}')`
  expect((await world.platform.database.inAccount(world.account, (work) => many(work, said))).length).toBeGreaterThan(0)
})

test('a table that a migration makes without the wall is caught, and the next start builds it', async () => {
  const open = async () => (await tablesWithAccount()).filter(({ walled }) => !walled).map(({ name }) => name)
  expect(await open()).toEqual([])
  const db = world.platform.database.platform
  await sql`create table planted (account uuid not null, words text)`.execute(db)
  await sql`insert into planted values (${world.account}, 'ours'), (${foreign.account}, ${canary})`.execute(db)
  await sql`grant select on planted to sambut_app`.execute(db)
  expect(await open()).toEqual(['planted'])
  const read = () => world.platform.database.inAccount(world.account, (work) => many(work, sql<{ words: string }>`select words from planted`))
  expect(await read()).toHaveLength(2)
  await migrate(world.platform.database.pool)
  expect(await open()).toEqual([])
  expect((await read()).map(({ words }) => words)).toEqual(['ours'])
})
