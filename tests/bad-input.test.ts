import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '../contract/shapes.ts'
import { many, one, sql } from '../server/platform/db.ts'
import { furnish } from './world/company.ts'
import { listOperations, type OpenApi } from './world/openapi.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { type Answer, makeWorld, type World } from './world/world.ts'

let world: World
let visitor: Visitor
let hand: Teammate
let conversation: string
let key: string
beforeAll(async () => {
  world = await makeWorld({ logLevel: 'silent' })
  await furnish(world)
  key = await world.makeKey('events')
  visitor = await visitAs(world, { language: 'en' })
  conversation = (await visitor.write('human please')).body.conversation
  hand = await teammate(world)
  await hand.take(conversation)
  await world.settled()
})
afterAll(() => world.stop())

/** How many rows there are in all tables together, but for what is only on its way: that comes and goes with the clock. */
async function countRows(): Promise<number> {
  const tables = await many(
    world.platform.database.platform,
    sql<{
      name: string
    }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'deliveries'`,
  )
  let rows = 0
  for (const { name } of tables)
    rows += (await one(world.platform.database.platform, sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`)).n
  return rows
}

/** A refusal with this status and code, in the one shape; nothing stored; and the server goes on. */
async function expectRefused(send: () => Promise<Answer>, status: number, code: string | RegExp): Promise<void> {
  const before = await countRows()
  const answer = await send()
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status })
  const { error } = Problem.parse(answer.body)
  expect(error.code).toMatch(code)
  expect(error.message.length).toBeGreaterThan(5)
  await world.settled()
  expect(await countRows()).toBe(before)
  expect((await world.request('GET', '/health/live', { nobody: true })).status).toBe(200)
}

const say = (text: unknown) => () => visitor.ask('POST', '/w/messages', { clientId: randomUUID(), text })
const reply = (text: unknown) => () => hand.ask('POST', `/v1/conversations/${conversation}/messages`, { clientId: randomUUID(), text })
const raw =
  (path: string, body: string, headers: Record<string, string> = {}) =>
  () =>
    world.request('POST', path, { token: visitor.token, body, headers })

const texts: [what: string, text: unknown][] = [
  ['a text of 100 kB', 'x'.repeat(100_000)],
  ['a text with a null character', 'where is\u0000 my parcel'],
  ['a text with an escape character', 'where is \u001b[31m my parcel'],
  ['an unpaired high surrogate', 'hello \ud83d'],
  ['an unpaired low surrogate', '\ude00 hello'],
  ['nothing but blanks', ' \n\t '],
  ['nothing at all', ''],
  ['a number instead of a text', 42],
  ['a list instead of a text', ['where is my parcel']],
  ['an object instead of a text', { toString: 'where' }],
  ['no text', null],
]
for (const [what, text] of texts) {
  test(`${what} is refused, from the customer and from the team alike, and nothing is stored`, async () => {
    await expectRefused(say(text), 400, /^bad-input$/)
    await expectRefused(reply(text), 400, /^bad-input$/)
  })
}

test('unknown fields are refused by name, and none of them sets what only the server may set', async () => {
  const body = { clientId: randomUUID(), text: 'hello', author: 'person', seq: 1, account: randomUUID() }
  await expectRefused(() => visitor.ask('POST', '/w/messages', body), 400, 'bad-input')
  const answer = await visitor.ask<Problem>('POST', '/w/messages', body)
  expect(JSON.stringify(answer.body.error.details)).toMatch(/author/)
  await expectRefused(raw('/w/messages', `{"clientId":"${randomUUID()}","text":"hello","__proto__":{"role":"owner"}}`), 400, /bad-input|broken-json/)
})

test('broken, cut and empty bodies are refused as such', async () => {
  for (const body of ['{"text":', '{"text":"hello"', "{'text':'hello'}", 'NaN', '\u0000', '[1,]'])
    await expectRefused(raw('/w/messages', body), 400, 'broken-json')
  await expectRefused(raw('/w/messages', '', { 'content-type': 'application/json' }), 400, /broken-json|bad-input/)
  await expectRefused(() => world.request('POST', '/w/messages', { token: visitor.token }), 400, /bad-input|broken-json/)
  for (const body of ['null', '[]', '"hello"', '12', 'true']) await expectRefused(raw('/w/messages', body), 400, 'bad-input')
})

test('another content type than JSON is refused', async () => {
  for (const type of ['application/xml', 'text/csv', 'application/x-www-form-urlencoded', 'image/png'])
    await expectRefused(raw('/w/messages', '{"clientId":"12345678","text":"hello"}', { 'content-type': type }), 415, 'wrong-type')
})

test('a body of 300 kB is refused before it is read to the end', async () => {
  await expectRefused(raw('/w/messages', JSON.stringify({ clientId: randomUUID(), text: 'x'.repeat(300_000) })), 413, 'too-large')
  await expectRefused(
    () =>
      world.request('POST', '/v1/batch', {
        key,
        body: { batch: [{ type: 'track', userId: 'u', event: 'E', properties: { x: 'x'.repeat(300_000) } }] },
      }),
    413,
    'too-large',
  )
})

test('a body a hundred thousand levels deep harms nobody', async () => {
  await expectRefused(raw('/w/messages', `${'['.repeat(100_000)}${']'.repeat(100_000)}`), 400, /bad-input|broken-json/)
})

test('ids that are none are refused, ids of nobody are not found', async () => {
  for (const id of ['1', 'null', "' or 1=1 --", '../../etc/passwd', '%00', 'ffffffff-ffff-ffff-ffff'])
    await expectRefused(() => hand.ask('GET', `/v1/conversations/${encodeURIComponent(id)}`), 400, 'bad-input')
  await expectRefused(() => hand.ask('GET', `/v1/conversations/${randomUUID()}`), 404, 'not-found')
  await expectRefused(() => hand.ask('POST', `/v1/conversations/${randomUUID()}/claim`), 404, 'not-found')
  await expectRefused(() => visitor.ask('POST', '/w/effort', { conversation: randomUUID(), score: 3 }), 404, 'not-found')
  await expectRefused(() => visitor.ask('POST', '/w/solution', { seq: 999, solved: true }), 404, 'not-found')
  await expectRefused(() => world.request('GET', '/v1/no-such-thing', {}), 404, 'not-found')
})

test('tokens, keys and sessions that are none open nothing', async () => {
  for (const token of ['x', 'v1.0.0', `v1.${'0'.repeat(32)}.${'a'.repeat(32)}`, 'é'.repeat(50)].map(encodeURIComponent)) {
    await expectRefused(() => world.request('GET', '/w/timeline', { token }), 401, 'not-signed-in')
    await expectRefused(() => world.request('GET', '/v1/customers', { key: token }), 401, 'not-signed-in')
    await expectRefused(() => world.request('GET', '/v1/customers', { cookie: `better-auth.session_token=${token}` }), 401, 'not-signed-in')
  }
})

test('one bad event in a batch stores none of it, and says which one it was', async () => {
  const batch = [
    { type: 'track', userId: 'u-1', event: 'Good', messageId: 'good' },
    { type: 'track', userId: 'u-1', event: '', messageId: 'bad' },
  ]
  await expectRefused(() => world.request('POST', '/v1/batch', { key, body: { batch } }), 400, 'bad-input')
  const { body } = await world.request<Problem>('POST', '/v1/batch', { key, body: { batch } })
  expect(body.error.details?.[0]?.path).toMatch(/batch.*1/)
})

const nasty = [
  '',
  '\u0000',
  '\ud800',
  '-1',
  '1e400',
  '99999999999999999999',
  '9007199254740993',
  '2147483648',
  "'; drop table customers; --",
  '%',
  '_',
  '\\',
  'x_y',
  '1.2',
  '{}',
  'ไทย',
  'true',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
]
const asText = (value: string) => (value === '\ud800' ? '%ED%A0%80' : encodeURIComponent(value))

test('no value of any query or path parameter of any route brings the server to an error of its own', async () => {
  const operations = listOperations((await world.request<OpenApi>('GET', '/openapi.json', { nobody: true })).body).filter(
    ({ method, path }) => method === 'GET' && path !== '/w/stream',
  )
  for (const { path, operation } of operations)
    for (const { name, in: place } of operation.parameters ?? [])
      for (const value of nasty) {
        const filled = (place === 'path' ? path.replace(`{${name}}`, asText(value)) : path)
          .replace('{id}', conversation)
          .replace('{metric}', 'conversations')
          .replace('{intent}', 'return')
        const url = place === 'query' ? `${filled}?${path === '/v1/search' && name !== 'q' ? 'q=x&' : ''}${name}=${asText(value)}` : filled
        const answer = await world.request('GET', url, path.startsWith('/w/') ? { token: visitor.token } : {})
        expect(answer.status, `GET ${url} ${JSON.stringify(answer.body).slice(0, 200)}`).not.toBe(500)
        if (answer.status >= 400) expect(Problem.safeParse(answer.body).success, url).toBe(true)
      }
}, 120_000)

test('no body sent to any route brings the server to an error of its own, and a refused one stores nothing', async () => {
  const operations = listOperations((await world.request<OpenApi>('GET', '/openapi.json', { nobody: true })).body).filter(
    ({ operation }) => operation.requestBody,
  )
  expect(operations.length).toBeGreaterThan(20)
  for (const { method, path, operation } of operations) {
    // What the route before accepted may still be at work.
    await world.settled()
    const before = await countRows()
    let refused = true
    for (const body of [
      'null',
      '[]',
      '{}',
      '"x"',
      '{"x":1}',
      '{"text":{}}',
      '{"a":{"b":{"c":[[[[]]]]}}}',
      '{"seq":1e30,"solved":true,"clientId":"12345678","text":"\\ud800"}',
      '{"constructor":{"prototype":{}}}',
    ]) {
      const answer = await world.request(method, path.replace('{id}', conversation).replace('{intent}', 'return'), {
        body,
        ...credentials(operation['x-permission']),
      })
      expect(answer.status, `${method} ${path} ${body} ${JSON.stringify(answer.body)}`).not.toBe(500)
      if (answer.status >= 400) Problem.parse(answer.body)
      else refused = false
    }
    if (refused) expect(await countRows(), `${method} ${path}`).toBe(before)
  }
}, 120_000)

test('a null character is refused wherever it hides: in ids, names, addresses and properties', async () => {
  const hidden = 'hidden\u0000here'
  await expectRefused(() => visitor.ask('POST', '/w/messages', { clientId: hidden, text: 'hello' }), 400, 'bad-input')
  await expectRefused(() => visitor.ask('POST', '/w/callback', { phone: hidden }), 400, 'bad-input')
  await expectRefused(() => world.request('POST', '/v1/track', { key, body: { userId: hidden, event: 'E' } }), 400, 'bad-input')
  await expectRefused(() => world.request('POST', '/v1/track', { key, body: { userId: 'u', event: 'E', messageId: hidden } }), 400, 'bad-input')
  await expectRefused(
    () => world.request('POST', '/v1/track', { key, body: { userId: 'u', event: 'E', properties: { deep: [{ x: hidden }] } } }),
    400,
    'bad-input',
  )
  await expectRefused(() => world.request('POST', '/w/visits', { nobody: true, body: { site: hidden } }), 400, 'bad-input')
  await expectRefused(
    () =>
      world.request('POST', '/w/visits', {
        nobody: true,
        body: { site: world.site, user: { id: hidden, signature: 'x' } },
      }),
    400,
    'bad-input',
  )
})

test('ids of a client’s own that no database can hold are refused', async () => {
  for (const clientId of ['an-id-\ud83d-cut', '\ude00-cut-at-the-start']) {
    await expectRefused(() => visitor.ask('POST', '/w/messages', { clientId, text: 'hello' }), 400, 'bad-input')
    await expectRefused(() => visitor.ask('POST', '/w/person', { clientId }), 400, 'bad-input')
    await expectRefused(() => hand.ask('POST', `/v1/conversations/${conversation}/messages`, { clientId, text: 'hello' }), 400, 'bad-input')
  }
})

test('numbers too large for the database are refused, not stumbled over', async () => {
  for (const seq of [2 ** 31, 2 ** 53, 1e300]) {
    expect((await visitor.ask('POST', '/w/solution', { seq, solved: true })).status).toBeLessThan(500)
    expect((await hand.ask('PUT', `/v1/conversations/${conversation}/intent`, { seq, intent: 'return' })).status).toBeLessThan(500)
  }
})

const credentials = (permission: string | undefined) =>
  permission === 'visitor' ? { token: visitor.token } : permission === 'events' ? { key } : permission === 'anyone' ? { nobody: true } : {}
