import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evidence, Results } from '../../contract/metrics.ts'
import { metrics } from '../../core/metrics/definitions.ts'
import { figureOf } from '../../core/metrics/figures.ts'
import type { Served } from '../../core/metrics/served.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { type Db, sql } from '../platform/db.ts'
import { type Story, saveStory, servedOf } from './make.ts'
import { makeEvidence, makeFigures, readCursor } from './results.ts'
import { listServed } from './store.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

const hour = 3_600_000
const day = 24 * hour
/** Long ago, so that every time to return has passed and nothing of other tests lies in between. */
const past = (Math.floor(Date.now() / day) - 200) * day

const seconds = fc.integer({ min: 0, max: 4000 })
const story: fc.Arbitrary<Story> = fc.record({
  openedAt: fc.integer({ min: 0, max: 20 * 3600 }).map((offset) => offset * 1000),
  language: fc.constantFrom('en', 'th'),
  decisions: fc.uniqueArray(fc.record({ at: seconds, decided: fc.constantFrom('person', 'assistant', 'callback') }), {
    maxLength: 3,
    selector: ({ at }) => at,
  }),
  claims: fc
    .array(fc.record({ holder: fc.constantFrom('person', 'assistant'), from: seconds, length: seconds }), { maxLength: 2 })
    .map((claims) => claims.map(({ holder, from, length }) => ({ holder, from, to: from + length }))),
  messages: fc.array(fc.record({ author: fc.constantFrom('customer', 'assistant', 'person'), at: seconds, private: fc.boolean() }), { maxLength: 5 }),
  help: fc.uniqueArray(fc.record({ at: seconds, abstained: fc.boolean(), solved: fc.constantFrom(true, false, null) }), {
    maxLength: 2,
    selector: ({ at }) => at,
  }),
  place: fc.option(
    fc.record({ waitedFrom: fc.option(seconds), left: fc.option(fc.record({ at: seconds, because: fc.constantFrom('left', 'solved') })) }),
  ),
  asked: fc.option(seconds),
  closed: fc.option(
    fc.record({
      at: fc.integer({ min: 4001, max: 8000 }),
      by: fc.constantFrom('customer', 'person', 'clock'),
      resolved: fc.constantFrom(true, false, null),
    }),
  ),
  effort: fc.option(fc.integer({ min: 1, max: 7 })),
  ledger: fc.array(
    fc.record({ kind: fc.constantFrom('expected', 'realised', 'written-off', 'cost'), cents: fc.integer({ min: -500, max: 90_000 }) }),
    { maxLength: 4 },
  ),
})

test('whatever happened, the figures see what the tables say and every figure is what its evidence adds up to', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 5 }), async (stories) => {
      const from = past + run++ * day
      const saved = await inAccount(async (db) => {
        const all = []
        for (const one of stories) {
          const placed = { ...one, openedAt: from + one.openedAt }
          all.push([(await saveStory(db, world.account, placed, world.owner.person)).conversation, servedOf(placed)] as const)
        }
        return new Map(all)
      })
      const served = await inAccount((db) => listServed(db, world.account, { from: new Date(from), to: new Date(from + day) }))
      expect(served.length).toBe(stories.length)
      for (const { conversation, number, ...seen } of served) {
        expect(number).toBeGreaterThan(1000)
        expect(seen).toEqual(saved.get(conversation))
      }
    }),
    { numRuns: 15 },
  )

  for (const language of [undefined, 'th']) {
    const period = new URLSearchParams({
      from: new Date(past).toISOString(),
      to: new Date(past + run * day).toISOString(),
      ...(language && { language }),
    })
    const { body } = await world.request<Results>('GET', `/v1/results?${period}`)
    expect(body.figures.map((each) => each.metric)).toEqual([...metrics])
    for (const { metric, value, n, series } of body.figures) {
      const evidence = await allEvidence(metric, period)
      expect(figureOf(metric, evidence), metric).toEqual({ value, n })
      expect(series.reduce((sum, part) => sum + part.n, 0)).toBe(n)
    }
  }
})

test('the pages of the evidence are the whole of it, however they are cut', () => {
  const served: fc.Arbitrary<Served[]> = fc.uniqueArray(
    fc
      .tuple(story, fc.integer({ min: 1, max: 40 }))
      .map(([one, number]) => ({ conversation: `c${number}`, number, ...servedOf({ ...one, openedAt: one.openedAt - (one.openedAt % hour) }) })),
    { maxLength: 12, selector: ({ number }) => number },
  )
  fc.assert(
    fc.property(served, fc.constantFrom(...metrics), fc.integer({ min: 1, max: 5 }), (all, metric, limit) => {
      const now = past
      const rows = []
      let after = null
      do {
        const page = makeEvidence(metric, all, now, { after, limit })
        rows.push(...page.rows)
        after = page.cursor === null ? null : readCursor(page.cursor)
      } while (after)
      expect(rows.map((row) => row.conversation).toSorted()).toEqual(all.map((one) => one.conversation).toSorted())
      const [figure] = makeFigures({ served: all, before: [], steps: [new Date(0)], now }).filter((each) => each.metric === metric)
      const again = figureOf(metric, rows)
      expect(again.n).toBe(figure?.n)
      if (again.value === null || figure?.value == null) expect(again.value).toBe(figure?.value)
      else expect(again.value).toBeCloseTo(figure.value, 6)
    }),
  )
})

const plain: Story = {
  openedAt: 0,
  language: 'en',
  decisions: [],
  claims: [],
  messages: [{ author: 'customer', at: 0, private: false }],
  help: [],
  place: null,
  asked: null,
  closed: null,
  effort: null,
  ledger: [],
}

test('a matter that the customer takes up again was not resolved, and stays in the period in which it was opened first', async () => {
  const openedAt = past - 30 * day
  const { conversation } = await inAccount(async (db) => {
    const saved = await saveStory(
      db,
      world.account,
      { ...plain, openedAt, help: [{ at: 60, abstained: false, solved: true }], closed: { at: 100, by: 'customer', resolved: true } },
      world.owner.person,
    )
    const again = new Date(openedAt + 3 * day)
    await sql`update closures set reopened_at = ${again}, reopened_by = 'customer' where conversation = ${saved.conversation}`.execute(db)
    await sql`update conversations set opened_at = ${again} where id = ${saved.conversation}`.execute(db)
    return saved
  })
  const [one] = await servedIn(openedAt)
  expect(one).toMatchObject({ conversation, openedAt, recontactWithin7Days: true })
  expect(await servedIn(openedAt + 3 * day)).toEqual([])
})

test('whoever writes about the same matter within a week came back; about another matter, or later, they did not', async () => {
  const openedAt = past - 90 * day
  const helped: Story = { ...plain, openedAt, closed: { at: 100, by: 'clock', resolved: null } }
  const writeAgain = async (after: number, intent: string | null) => {
    await inAccount(async (db) => {
      await sql`delete from conversations where account = ${world.account} and opened_at < ${new Date(past - 60 * day)}`.execute(db)
      const first = await saveStory(db, world.account, helped, world.owner.person)
      const next = await saveStory(db, world.account, { ...plain, openedAt: openedAt + after }, world.owner.person)
      await sql`delete from messages where customer = ${next.customer}`.execute(db)
      await sql`
        insert into messages (account, customer, seq, id, conversation, author, text, at)
        values (${world.account}, ${first.customer}, 2, ${next.conversation}, ${next.conversation}, 'customer', 'again', ${new Date(openedAt + after)})`.execute(
        db,
      )
      await sql`update conversations set customer = ${first.customer}, intent = ${intent} where id = ${next.conversation}`.execute(db)
    })
    return (await servedIn(openedAt)).at(-1)?.recontactWithin7Days
  }
  expect(await writeAgain(6 * day, 'return')).toBe(true)
  expect(await writeAgain(6 * day, null)).toBe(true)
  expect(await writeAgain(6 * day, 'invoice')).toBe(false)
  expect(await writeAgain(8 * day, 'return')).toBe(false)
})

test('the last seven days are shown by the day on the clock of its opening hours, with the seven before', async () => {
  const now = Date.now()
  await inAccount(async (db) => {
    for (const age of [1, 2, 9]) await saveStory(db, world.account, { ...plain, openedAt: now - age * day }, world.owner.person)
  })
  const { body, status } = await world.request<Results>('GET', '/v1/results')
  expect(status).toBe(200)
  expect(body.currency).toBe('EUR')
  const [conversations] = body.figures
  expect(conversations).toMatchObject({ metric: 'conversations', unit: 'count', value: 2, n: 2, before: 1 })
  expect(conversations?.series.length).toBe(8)
  // Midnight in Singapore is 16:00 in Greenwich.
  for (const { at } of conversations?.series.slice(1) ?? []) expect(at).toMatch(/T16:00:00/)

  const short = await world.request<Results>('GET', `/v1/results?${new URLSearchParams({ from: new Date(now - 2 * day).toISOString() })}`)
  expect(short.body.figures[0]?.series.length).toBeGreaterThanOrEqual(48)

  const hours = { timeZone: 'Asia/Kathmandu', week: { 1: [{ from: '09:00', to: '17:00' }] }, holidays: [] }
  expect((await world.request('PUT', '/v1/hours', { body: hours })).status).toBe(200)
  const moved = (await world.request<Results>('GET', '/v1/results')).body.figures[0]
  expect(moved?.series.length).toBe(8)
  for (const { at } of moved?.series.slice(1) ?? []) expect(at).toMatch(/T18:15:00/)
  // A zone that the database does not know leaves the days where they were.
  await world.request('PUT', '/v1/hours', { body: { ...hours, timeZone: '+05:30' } })
  const still = (await world.request<Results>('GET', '/v1/results')).body.figures[0]
  for (const { at } of still?.series.slice(1) ?? []) expect(at).toMatch(/T18:15:00/)
})

test('a period that makes no sense, a foreign cursor and an unknown figure are refused; other companies see nothing', async () => {
  const bad = ['?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z', '?from=2020-02-02T00:00:00Z', '?from=yesterday']
  for (const query of bad) expect((await world.request('GET', `/v1/results${query}`)).status).toBe(400)
  expect((await world.request('GET', '/v1/results/cost/conversations?cursor=1;drop')).status).toBe(400)
  expect((await world.request('GET', '/v1/results/happiness/conversations')).status).toBe(400)
  expect((await world.request('GET', '/v1/results', { nobody: true })).status).toBe(401)
  const other = await world.makeAccount()
  const { body } = await world.request<Results>('GET', '/v1/results', { cookie: other.owner.cookie })
  expect(body.figures.every(({ n, before }) => n === 0 && (before === null || before === 0))).toBe(true)
})

const inAccount = <T>(run: (db: Db) => Promise<T>) => world.platform.database.inAccount(world.account, run)

const servedIn = (from: number) => inAccount((db) => listServed(db, world.account, { from: new Date(from), to: new Date(from + day) }))

async function allEvidence(metric: string, period: URLSearchParams): Promise<Evidence['rows']> {
  const rows: Evidence['rows'] = []
  let cursor: string | null = null
  do {
    const query: URLSearchParams = new URLSearchParams({ ...Object.fromEntries(period), limit: '30', ...(cursor !== null && { cursor }) })
    const { body }: { body: Evidence } = await world.request<Evidence>('GET', `/v1/results/${metric}/conversations?${query}`)
    rows.push(...body.rows)
    cursor = body.cursor
  } while (cursor !== null)
  return rows
}
