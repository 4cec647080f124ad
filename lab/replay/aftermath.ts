import type { z } from 'zod'
import { ConversationPage, Timeline, type TimelineEntry } from '../../contract/conversations.ts'
import { Invariants, Results } from '../../contract/metrics.ts'
import type { Sent } from './customer.ts'
import type { Door } from './http.ts'
import { isGapFree, type Kept } from './measure.ts'
import type { Told } from './places.ts'

/** What the console's API says afterwards of one acknowledged message and its conversation. */
export interface Found extends Kept {
  conversation: string
  language: string
  servedBy: 'person' | 'assistant' | 'nobody'
  /** From the customer's message to the person who joined, by the server's clock. */
  waitedSeconds: number | null
  closed: boolean
}

const atOnce = 8

export async function findAll(door: Door, cookie: string, sent: readonly Sent[]): Promise<Found[]> {
  const found: Found[] = []
  const left = [...sent]
  const work = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const { acknowledged } = one
      if (acknowledged) found.push(judge(one, acknowledged, await readTimeline(door, cookie, acknowledged.conversation)))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return found
}

function judge(sent: Sent, { id, conversation }: NonNullable<Sent['acknowledged']>, entries: TimelineEntry[]): Found {
  const copies = entries.filter((entry) => entry.clientId === sent.clientId || (entry.author === 'customer' && entry.text === sent.line.text))
  const own = copies[0]
  const joined = entries.find(({ reason }) => reason?.code === 'person-joined')
  const assistant = entries.some(({ author }) => author === 'assistant')
  return {
    conversation,
    copies: copies.length,
    sameId: own?.id === id,
    gapFree: isGapFree(entries.map(({ seq }) => seq)),
    language: own?.reading?.language ?? own?.language ?? 'not read',
    servedBy: joined ? 'person' : assistant ? 'assistant' : 'nobody',
    waitedSeconds: joined && own ? (Date.parse(joined.at) - Date.parse(own.at)) / 1000 : null,
    closed: entries.some(({ reason }) => reason?.code === 'closed' || reason?.code === 'solved-yes'),
  }
}

async function readTimeline(door: Door, cookie: string, conversation: string): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  for (;;) {
    const after = entries.at(-1)?.seq ?? 0
    const page = Timeline.parse((await door.insist('GET', `/v1/conversations/${conversation}/timeline?after=${after}&limit=200`, { cookie })).body)
    entries.push(...page.entries)
    if (!page.more) return entries
  }
}

export async function listWaiting(door: Door, cookie: string): Promise<Told[]> {
  const { rows } = await lookAtInbox(door, cookie, 'waiting', 200)
  return rows.flatMap(({ id, place }) => (place ? [{ conversation: id, ahead: place.ahead, priority: place.priority }] : []))
}

export async function countOpen(door: Door, cookie: string): Promise<z.infer<typeof ConversationPage>['counts']> {
  return (await lookAtInbox(door, cookie, 'all', 1)).counts
}

async function lookAtInbox(door: Door, cookie: string, view: 'waiting' | 'all', limit: number): Promise<ConversationPage> {
  return ConversationPage.parse((await door.insist('GET', `/v1/conversations?view=${view}&limit=${limit}`, { cookie })).body)
}

export interface Worth {
  currency: string
  customerEffort: { value: number | null; n: number }
  valueKept: number | null
  cost: number | null
}

/** From the results page, for the time of the run alone. */
export async function findWorth(door: Door, cookie: string, from: Date): Promise<Worth> {
  const results = Results.parse((await door.insist('GET', `/v1/results?from=${encodeURIComponent(from.toISOString())}`, { cookie })).body)
  const figure = (metric: string) => results.figures.find((one) => one.metric === metric)
  const effort = figure('customer-effort')
  return {
    currency: results.currency,
    customerEffort: { value: effort?.value ?? null, n: effort?.n ?? 0 },
    valueKept: figure('value-kept')?.value ?? null,
    cost: figure('cost')?.value ?? null,
  }
}

/** What must always hold, as the server counts it in its own database; undefined when this person may not ask. */
export async function findViolations(door: Door, cookie: string): Promise<Record<string, number> | undefined> {
  const answer = await door.insist('GET', '/health/invariants', { cookie })
  const read = Invariants.safeParse(answer.body)
  return read.success
    ? Object.fromEntries(read.data.checks.filter(({ violations }) => violations > 0).map(({ name, violations }) => [name, violations]))
    : undefined
}
