import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evidence, MetricName, Results } from '../contract/metrics.ts'
import { figureOf } from '../core/metrics/figures.ts'
import { one, sql } from '../server/platform/db.ts'
import { furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let kadri: Teammate
let analyst: Teammate
/** Conversations of the day by what happened in them. */
const day: Record<'atOnce' | 'late' | 'gaveUp' | 'solved' | 'silent' | 'handedOver', string> = {
  atOnce: '',
  late: '',
  gaveUp: '',
  solved: '',
  silent: '',
  handedOver: '',
}

beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  kadri = await teammate(world, { capacity: 50 })
  analyst = await teammate(world, { role: 'analyst' })
  await liveTheDay()
})
afterAll(() => world.stop())

const question = 'How long may I return something after delivery?'
const visit = () => visitAs(world, { language: 'en' })

async function write(visitor: Visitor, text: string): Promise<string> {
  const { body } = await visitor.write(text)
  await world.settled()
  return body.conversation
}

async function judge(visitor: Visitor, solved: boolean): Promise<void> {
  const answer = (await visitor.look()).messages.find((message) => message.asksWhetherSolved)
  await visitor.ask('POST', '/w/solution', { seq: answer?.seq, solved })
  await world.settled()
}

async function serve(conversation: string): Promise<void> {
  await kadri.take(conversation)
  await kadri.reply(conversation, 'Here I am.')
  await kadri.close(conversation)
}

/** The clock cannot be hurried: what should have happened earlier is moved back, as if the wait had begun then. */
async function waitedSince(conversation: string, seconds: number): Promise<void> {
  const db = world.platform.database.platform
  await sql`update decisions set at = at - make_interval(secs => ${seconds}) where conversation = ${conversation}`.execute(db)
}

async function liveTheDay(): Promise<void> {
  const [atOnce, late, gaveUp, solved, silent, handedOver] = [
    await visit(),
    await visit(),
    await visit(),
    await visit(),
    await visit(),
    await visit(),
  ]
  day.atOnce = await write(atOnce, 'human please')
  await serve(day.atOnce)
  await atOnce.ask('POST', '/w/effort', { conversation: day.atOnce, score: 7 })

  day.late = await write(late, 'human please')
  await waitedSince(day.late, 100)
  await serve(day.late)
  await late.ask('POST', '/w/effort', { conversation: day.late, score: 4 })

  day.gaveUp = await write(gaveUp, 'human please')
  await gaveUp.ask('DELETE', '/w/place')
  await world.settled()
  await sql`update places set left_at = left_at - interval '3 hours' where conversation = ${day.gaveUp}`.execute(world.platform.database.platform)

  day.solved = await write(solved, question)
  await judge(solved, true)

  day.silent = await write(silent, question)
  await sql`update deliveries set due_at = now() where lane = ${day.silent} and action = 'conversations.closeSilent'`.execute(
    world.platform.database.platform,
  )
  await world.settled()

  day.handedOver = await write(handedOver, question)
  await judge(handedOver, false)
  await serve(day.handedOver)
  await queuedAfterAsking(400)
}

/** However fast this machine is: each request was in the queue so many milliseconds after it was made. */
async function queuedAfterAsking(milliseconds: number): Promise<void> {
  await sql`
    update conversations c set asked_for_person_at = coalesce(p.waiting_since, p.waited_since) - make_interval(secs => ${milliseconds / 1000}) from places p
    where p.conversation = c.id and c.asked_for_person_at is not null`.execute(world.platform.database.platform)
}

const results = async (who: Teammate = analyst, query = '') => (await who.ask<Results>('GET', `/v1/results${query}`)).body
const find = (all: Results, metric: MetricName) => all.figures.find((each) => each.metric === metric)
const evidenceOf = async (metric: MetricName, query = '') =>
  (await analyst.ask<Evidence>('GET', `/v1/results/${metric}/conversations${query}`)).body.rows
const counted = (rows: Evidence['rows']) => rows.filter((row) => row.counts).map((row) => row.conversation)

test('of four waits that ended, two were answered within 20 seconds and one was given up', async () => {
  const all = await results()
  expect(find(all, 'service-level')).toMatchObject({ value: 0.5, n: 4 })
  expect(find(all, 'abandonment')).toMatchObject({ value: 0.25, n: 4 })
})

test('the average speed of answer is the mean of the answered waits alone', async () => {
  const asa = find(await results(), 'average-speed-of-answer')
  expect(asa?.n).toBe(3)
  expect(asa?.value).toBeGreaterThan(100 / 3)
  expect(asa?.value).toBeLessThan(100 / 3 + 20)
})

test('of three conversations that the assistant served, one was handed over', async () => {
  expect(find(await results(), 'handover-rate')).toMatchObject({ value: 1 / 3, n: 3 })
})

test('silence is not a resolution: who said yes counts, who came to a person counts against it, who fell silent counts on neither side', async () => {
  expect(find(await results(), 'verified-resolution')).toMatchObject({ value: 0.5, n: 2 })
  const rows = await evidenceOf('verified-resolution')
  expect(rows.find((row) => row.conversation === day.silent)).toMatchObject({ counts: false, value: null })
  expect(rows.find((row) => row.conversation === day.solved)).toMatchObject({ counts: true, value: 1 })
  expect(rows.find((row) => row.conversation === day.handedOver)).toMatchObject({ counts: true, value: 0 })
  const { resolved } = await one(
    world.platform.database.platform,
    sql<{ resolved: boolean | null }>`select resolved from closures where conversation = ${day.silent}`,
  )
  expect(resolved).toBeNull()
})

test('the effort score is the mean of the answers, and shows how many there are', async () => {
  expect(find(await results(), 'customer-effort')).toMatchObject({ value: 5.5, n: 2 })
  expect(counted(await evidenceOf('customer-effort')).sort()).toEqual([day.atOnce, day.late].sort())
})

test('every request for a person was honoured; one that was queued late was not', async () => {
  expect(find(await results(), 'person-requests-honoured')).toMatchObject({ value: 1, n: 3 })
  await queuedAfterAsking(1200)
  expect(find(await results(), 'person-requests-honoured')).toMatchObject({ value: 0, n: 3 })
  await queuedAfterAsking(400)
})

test('every figure leads to its conversations, and they add up to it', async () => {
  const all = await results()
  const query = `?from=${encodeURIComponent(all.from)}&to=${encodeURIComponent(all.to)}`
  const again = await results(analyst, query)
  for (const { metric, value, n } of again.figures) {
    const rows = await evidenceOf(metric, query)
    const recomputed = figureOf(metric, rows)
    expect({ metric, n: recomputed.n }).toEqual({ metric, n })
    if (value === null) expect(recomputed.value).toBeNull()
    else expect(recomputed.value).toBeCloseTo(value, 6)
    expect(rows).toHaveLength(6)
  }
})

test('a small page leads to the same conversations as a large one', async () => {
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Evidence = (await analyst.ask<Evidence>('GET', `/v1/results/conversations/conversations?limit=2${cursor && `&cursor=${cursor}`}`))
      .body
    seen.push(...page.rows.map((row) => row.conversation))
    cursor = page.cursor
  }
  expect(seen.sort()).toEqual(Object.values(day).sort())
})

test('two people looking at the same time see the same figures', async () => {
  const query = `?from=${encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString())}&to=${encodeURIComponent(new Date().toISOString())}`
  expect(await results(analyst, query)).toEqual(await results(kadri, query))
})

test('a day without conversations claims nothing', async () => {
  const { figures } = await results(analyst, '?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z')
  for (const { metric, value, n } of figures) expect({ metric, value, n }).toEqual({ metric, value: metric === 'conversations' ? 0 : null, n: 0 })
})
