import type { Stake } from '../value/stake.ts'
import { type Matter, type Said, shorten } from './matter.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { namedOrders, type Order, orderAtHand } from './order-at-hand.ts'

export type Because = { code: string; numbers: Record<string, number | string | null> }

/** All that the card may see. Times in epoch ms of the database's clock. */
export interface HandoverFacts {
  now: number
  /** The last decision for a person; null when somebody took the conversation over by hand. */
  decision: { because: Because; at: number } | null
  customer: { name: string | null; verified: boolean; sinceYear: number | null; language: string | null; orders: number }
  intent: { is: string | null; confidence: number }
  said: readonly Said[]
  matter: Matter
  /** The customer's own, newest first. */
  orders: readonly Order[]
  help: readonly Help[]
  callback: { contact: string; at: number } | null
  wait: { since: number; until: number | null } | null
  /** What they were told of their place, oldest first. */
  told: readonly { at: number; ahead: number; range: Range | null }[]
  stake: Stake | null
  articles: readonly { id: string; title: string; text: string }[]
}

/** One turn of the assistant: what was asked, and what it found. */
export interface Help {
  at: number
  asked: string
  article: { id: string; title: string } | null
  solved: boolean | null
}

export interface Range {
  from: number
  to: number
}

export interface Handover {
  because: Because
  who: HandoverFacts['customer']
  matter: { intent: string | null; confidence: number } & Matter
  order: Order | null
  tried: { what: string; article: string | null; at: number; helped: boolean | null }[]
  promises: { code: 'person' | 'wait' | 'callback'; text: string | null; at: number }[]
  moods: { at: number; score: number }[]
  stake: Pick<Stake, 'total' | 'atRisk' | 'toGain' | 'uplift' | 'perMinute'> | null
  waited: { minutes: number; told: Range | null } | null
  places: { at: number; ahead: number }[]
  nextStep: NextStep
  articles: { id: string; title: string; text: string }[]
}

/** Row 12: everything at hand when a person takes over, from what is known and what the customer said; nothing is invented. */
export function composeHandover(facts: HandoverFacts): Handover {
  const { said, stake, told, help } = facts
  const order = orderAtHand(facts.orders, said, facts.now)
  return {
    because: facts.decision?.because ?? { code: 'taken-over', numbers: {} },
    who: facts.customer,
    matter: { intent: facts.intent.is, confidence: facts.intent.confidence, ...facts.matter },
    order: order?.order ?? null,
    tried: help.flatMap(tried),
    promises: promisesOf(facts),
    moods: said.flatMap(({ at, reading }) => (reading ? [{ at, score: reading.mood.is.score }] : [])),
    stake: stake && { total: stake.total, atRisk: stake.atRisk, toGain: stake.toGain, uplift: stake.uplift, perMinute: stake.perMinute },
    waited: waitedOf(facts),
    places: stepsOf(told),
    nextStep: nextStep({
      intent: facts.intent.is,
      vulnerable: said.some(({ reading }) => reading?.vulnerable.is ?? false),
      callback: facts.callback?.contact ?? null,
      order,
      named: namedOrders(said).at(-1) ?? null,
      orders: facts.orders.length,
      saidSomething: facts.matter.quote !== null && facts.intent.is !== 'greeting',
    }),
    articles: facts.articles
      .filter(({ id }) => !help.some((one) => one.article?.id === id && one.solved === false))
      .map((article) => ({ ...article })),
  }
}

/** An answer is named by its article; a question that found none, by the customer's words. */
function tried({ at, asked, article, solved }: Help): Handover['tried'] {
  if (article) return [{ what: article.title, article: article.id, at, helped: solved }]
  const what = shorten(asked, longestQuestion, 'en')
  return what === '' ? [] : [{ what, article: null, at, helped: false }]
}

const longestQuestion = 120

/** What we said that we would do, oldest first: a person comes, a time was told, somebody calls back. */
function promisesOf({ decision, told, callback }: HandoverFacts): Handover['promises'] {
  const first = told.find(({ range }) => range !== null)
  const promises: Handover['promises'] = []
  if (decision) promises.push({ code: 'person', text: null, at: decision.at })
  if (first?.range) promises.push({ code: 'wait', text: `${first.range.from}–${first.range.to}`, at: first.at })
  if (callback) promises.push({ code: 'callback', text: callback.contact, at: callback.at })
  return promises.sort((a, b) => a.at - b.at)
}

/** What they were told again without having moved is no step. */
function stepsOf(told: HandoverFacts['told']): Handover['places'] {
  return told.filter(({ ahead }, index) => ahead !== told[index - 1]?.ahead).map(({ at, ahead }) => ({ at, ahead }))
}

/** Minutes to one decimal; what counts is the range that was told first. */
function waitedOf({ now, wait, told }: HandoverFacts): Handover['waited'] {
  if (!wait) return null
  const minutes = Math.max(0, (wait.until ?? now) - wait.since) / 60_000
  return { minutes: Math.round(minutes * 10) / 10, told: told.find(({ range }) => range !== null)?.range ?? null }
}
