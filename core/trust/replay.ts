import type { Decision, Policy } from '../routing/decision.ts'
import { audit, type Bounds, type Breach, breachesOf, decilesOf, type FairGroup, type Observed } from './fairness.ts'
import { type Amount, amountOf, dayOf, type Past, type PastConversation, playableOf } from './past.ts'
import { meanOf, type Played, playOnce, realOf, realValue } from './played.ts'
import { type Part, type Ratio, ratio, ratioDifference } from './ratio.ts'
import { dayAgain, frameOf, stageOf } from './replay-day.ts'
import type { Setting } from './setting.ts'

export const replayFigures = ['reached', 'value', 'personMinutes', 'cost', 'wait', 'serviceLevel', 'abandonment', 'unserved', 'byAssistant'] as const
/** Value kept, work and its cost a day; of those who needed a person, how many one came to; mean wait in minutes of those who waited; the others are shares. */
export type ReplayFigure = (typeof replayFigures)[number]

export interface Compared {
  figure: ReplayFigure
  /** Null where what really happened does not say. */
  real: number | null
  before: Ratio
  after: Ratio
  difference: Ratio
}

/** A conversation that would be served differently, with the numbers of its first decision under both. */
export interface Differently {
  conversation: string
  number: number
  at: number
  intent: string
  language: string
  real: Real
  before: Served
  after: Served
}
export interface Served {
  because: Decision['because']
  to: Decision['to']
  priority: number
  byAssistant: number
  byPerson: number
  wait: number | null
  value: number
}
/** What really came of it, its value weighed as the plays weigh theirs, and what the ledger has booked by now. */
export interface Real {
  by: 'person' | 'assistant' | 'nobody'
  wait: number | null
  value: number
  booked: number
}

export interface Replay {
  past: Amount
  seeds: number
  patienceMinutes: number
  figures: Compared[]
  /** What the ledger has booked of the same conversations by now, a day. */
  booked: number
  before: FairGroup[]
  after: FairGroup[]
  breaches: { before: Breach[]; after: Breach[] }
  differently: { count: number; shown: Differently[] }
}

interface Conversation {
  past: PastConversation
  day: number
  realValue: number
  before: Played
  after: Played
}

/**
 * Row 40: the account's own past under the policy in force and under another, with the rules of the server, the same customers and the
 * same dice for both. Yields the share that is done. The caller has seen that the past is enough.
 */
export function* replay(past: Past, of: { before: Setting; after: Setting; seeds: readonly number[]; bounds: Bounds }): Generator<number, Replay> {
  const frame = frameOf(past)
  const played: Conversation[] = []
  const days = [...Map.groupBy(playableOf(past), ({ at }) => dayOf(at))].sort(([a], [b]) => a - b)
  for (const [done, [day, some]] of days.entries()) {
    const conversations = some.toSorted((a, b) => a.at - b.at || a.number - b.number)
    const stages = [of.before, of.after].map((setting) => ({
      setting,
      stage: stageOf(past, frame, setting, day),
      sums: [] as (Played | undefined)[],
    }))
    for (const seed of of.seeds) {
      const again = dayAgain(conversations, frame, day, seed)
      for (const { setting, stage, sums } of stages) playOnce({ conversations, stage, day: again, setting, answerMinutes: frame.answerMinutes }, sums)
    }
    for (const [c, one] of conversations.entries()) {
      const [before, after] = stages.map(({ sums }) => sums[c])
      if (before && after)
        played.push({
          past: one,
          day,
          realValue: realValue(one, frame.intents[frame.intentOf.get(one.intent) ?? 0] ?? past.mean),
          before: meanOf(before, of.seeds.length),
          after: meanOf(after, of.seeds.length),
        })
    }
    yield (done + 1) / days.length
  }
  const groups = groupsOf(past.conversations)
  const before = audit(observedOf(played, groups, 'before'), of.bounds)
  const after = audit(observedOf(played, groups, 'after'), of.bounds)
  const differently = played.filter(isServedDifferently).sort((a, b) => distance(b) - distance(a))
  return {
    past: amountOf(past),
    seeds: of.seeds.length,
    patienceMinutes: frame.patienceMinutes,
    figures: replayFigures.map((figure) => compare(figure, played, of.before.policy, of.after.policy)),
    booked: played.reduce((sum, { past: { real } }) => sum + real.realised, 0) / Math.max(1, days.length),
    before,
    after,
    breaches: { before: breachesOf(before), after: breachesOf(after) },
    differently: { count: differently.length, shown: differently.slice(0, mostShown).map(toDifferently) },
  }
}

const mostShown = 100

type Sum = (played: Omit<Played, 'first' | 'unserved'> & { unserved?: number }) => { sum: number; of: number } | null

/** What each figure adds up, and over what; null as the count stands for the days. */
function sumOf(figure: ReplayFigure, policy: Policy): Sum {
  const perDay = (sum: number) => ({ sum, of: 0 })
  switch (figure) {
    case 'reached':
      return ({ served, waited, abandoned, unserved, byAssistant }) => ({
        sum: served,
        // What really happened does not tell who was told that nobody can come: whoever waited and was not helped otherwise.
        of: unserved === undefined ? waited * (1 - byAssistant) : served + abandoned + unserved,
      })
    case 'value':
      return ({ value }) => perDay(value)
    case 'personMinutes':
      return ({ personMinutes }) => perDay(personMinutes)
    case 'cost':
      return ({ personMinutes }) => perDay(personMinutes * policy.costOfMinute)
    case 'wait':
      return ({ wait, waited }) => ({ sum: wait, of: waited })
    case 'serviceLevel':
      return ({ inTime, waited }) => ({ sum: inTime, of: waited })
    case 'abandonment':
      return ({ abandoned, waited }) => ({ sum: abandoned, of: waited })
    case 'unserved':
      return ({ unserved }) => (unserved === undefined ? null : { sum: unserved, of: 1 })
    case 'byAssistant':
      return ({ byAssistant }) => ({ sum: byAssistant, of: 1 })
  }
}

const daily = new Set<ReplayFigure>(['value', 'personMinutes', 'cost'])

function compare(figure: ReplayFigure, played: readonly Conversation[], before: Policy, after: Policy): Compared {
  const parts = (of: (one: Conversation) => ReturnType<Sum>) => byDay(figure, played, of)
  const was = parts((one) => sumOf(figure, before)(one.before))
  const is = parts((one) => sumOf(figure, after)(one.after))
  const real = parts((one) => sumOf(figure, before)({ ...realOf(one.past), value: one.realValue }))
  const says = { before: sayable(figure, played, 'before'), after: sayable(figure, played, 'after') }
  return {
    figure,
    real: ratio(real).value,
    before: says.before ? ratio(was) : unsaid,
    after: says.after ? ratio(is) : unsaid,
    difference: says.before && says.after ? ratioDifference(is, was) : unsaid,
  }
}

const unsaid: Ratio = { value: null, half: null }
const ofWaiting = new Set<ReplayFigure>(['wait', 'serviceLevel', 'abandonment'])

/** Where nobody is reached there is no wait to speak of: a mean of nothing would read as no wait at all. */
const sayable = (figure: ReplayFigure, played: readonly Conversation[], which: 'before' | 'after') =>
  !ofWaiting.has(figure) || played.some((one) => one[which].served > 0)

function byDay(figure: ReplayFigure, played: readonly Conversation[], of: (one: Conversation) => ReturnType<Sum>): Part[] {
  const parts = new Map<number, Part>()
  for (const one of played) {
    const part = parts.get(one.day) ?? { cluster: one.day, sum: 0, of: daily.has(figure) ? 1 : 0 }
    const adds = of(one)
    if (adds !== null) parts.set(one.day, { ...part, sum: part.sum + adds.sum, of: part.of + adds.of })
  }
  return [...parts.values()]
}

/** By conversation: the language, the decile of the customer's value, and whether they had bought before. */
export function groupsOf(conversations: readonly PastConversation[]): ReadonlyMap<string, Observed['groups']> {
  const deciles = decilesOf(conversations.map(({ lifetimeValue }) => lifetimeValue))
  return new Map(
    conversations.map(({ conversation, language, returning }, index) => [
      conversation,
      { language, value: String(deciles[index] ?? 1), history: returning ? 'returning' : 'new' },
    ]),
  )
}

/** What really happened, for the audit of live decisions. */
export function observedLive(conversations: readonly PastConversation[]): Observed[] {
  const groups = groupsOf(conversations)
  return conversations.flatMap((past) => observation(past, realOf(past), groups))
}

function observedOf(played: readonly Conversation[], groups: ReadonlyMap<string, Observed['groups']>, which: 'before' | 'after'): Observed[] {
  return played.flatMap((one) => observation(one.past, one[which], groups))
}

function observation(
  { conversation, at }: PastConversation,
  { wait, waited, toAssistant, handedOver }: Pick<Played, 'wait' | 'waited' | 'toAssistant' | 'handedOver'>,
  groups: ReadonlyMap<string, Observed['groups']>,
): Observed[] {
  const own = groups.get(conversation)
  if (own === undefined) return []
  const figures = { wait: { sum: wait, of: waited }, assistant: { sum: toAssistant, of: 1 }, handover: { sum: handedOver, of: toAssistant } }
  return [{ cluster: Math.floor(at / 60), groups: own, figures }]
}

/** Another hand, a person where there was none or none where there was one, or two minutes more or less of waiting. */
function isServedDifferently({ before, after }: Conversation): boolean {
  if (before.first.to !== after.first.to || before.first.priority !== after.first.priority) return true
  if (Math.abs(before.served - after.served) >= 0.5) return true
  const waits = Math.abs(before.wait / Math.max(1e-9, before.waited) - after.wait / Math.max(1e-9, after.waited))
  return Math.abs(before.byAssistant - after.byAssistant) >= 0.5 || (before.waited >= 0.5 && after.waited >= 0.5 && waits >= 2)
}

const distance = ({ before, after }: Conversation) => Math.abs(after.value - before.value) + Math.abs(after.wait - before.wait) * 0.1

function toDifferently({ past, realValue: value, before, after }: Conversation): Differently {
  const { conversation, number, at, intent, language, real } = past
  const alone = real.toAssistant && !real.handedOver && !real.abandoned
  const by = real.served ? 'person' : alone ? 'assistant' : 'nobody'
  return {
    conversation,
    number,
    at,
    intent,
    language,
    real: { by, wait: real.wait, value, booked: real.realised },
    before: toServed(before),
    after: toServed(after),
  }
}

function toServed({ first, byAssistant, served, wait, waited, value }: Played): Served {
  const { because, to, priority } = first
  return { because, to, priority, byAssistant, byPerson: served, wait: waited > 0 ? wait / waited : null, value }
}
