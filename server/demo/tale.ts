import type { EventName, Events } from '../../contract/events.ts'
import type { Language } from '../../core/language.ts'
import { forQueue } from '../../core/routing/decide.ts'
import type { Decision, RoutingFacts } from '../../core/routing/decision.ts'
import type { Reading } from '../../core/understanding/reading.ts'
import type { Entry } from '../../core/value/ledger.ts'
import type { Stake } from '../../core/value/stake.ts'
import { newId } from '../platform/ids.ts'

type Row = Record<string, unknown>

/** The rows of what happened, by table. */
export type Rows = Record<(typeof tables)[number], Row[]>
export const tables = [
  'conversations',
  'messages',
  'readings',
  'stakes',
  'decisions',
  'places',
  'claims',
  'closures',
  'help',
  'efforts',
  'ledger',
  'events',
] as const

export const noRows = (): Rows => Object.fromEntries(tables.map((table) => [table, [] as Row[]])) as Rows

export interface Said {
  author: 'customer' | 'assistant' | 'person' | 'system'
  text: string
  person?: string
  language?: Language | null
  reason?: { code: string; numbers: Record<string, number | string | null> }
  sources?: { article: string; title: string }[]
  asksWhetherSolved?: boolean
}

/** One conversation of the past, written down as the actions would have: each fact with its rows and its event. */
export interface Tale {
  conversation: string
  customer: string
  openedAt: number
  /** Whether the assistant, or a person, has spoken to the customer. */
  spoke: { assistant: boolean; person: boolean }
  lastSeq: () => number
  say: (at: number, said: Said) => number
  read: (at: number, seq: number, reading: Reading) => void
  weigh: (at: number, seq: number, stake: Stake) => void
  decide: (at: number, seq: number, facts: RoutingFacts, decision: Decision, passed: boolean) => void
  claim: (holder: 'assistant' | 'person', person: string | null, from: number) => void
  endClaim: (at: number, because: string) => void
  help: (at: number, seq: number, help: { answersSeq: number; article: string | null; confidence: number }) => void
  judge: (at: number, seq: number, solved: boolean) => void
  place: (place: Row) => void
  book: (at: number, entry: Entry, decision: string | null, once: string) => string
  event: <Name extends EventName>(at: number, name: Name, facts: Events[Name]) => void
  set: (conversation: Row) => void
  rows: Rows
}

export const time = (at: number) => new Date(at).toISOString()

export function beginTale(of: { customer: string; language: Language; openedAt: number; lastSeq: number; page: string | null }): Tale {
  const conversation = newId()
  const { customer, openedAt } = of
  const rows = noRows()
  const about = { conversation, customer }
  const spoke = { assistant: false, person: false }
  let seq = of.lastSeq
  let open: Row | undefined

  const record: Row = {
    id: conversation,
    customer,
    number: 0,
    channel: 'web',
    language: null,
    language_hint: of.language,
    intent: null,
    intent_confidence: null,
    opened_at: time(openedAt),
    place_number: 0,
    closed_at: null,
    asked_for_person_at: null,
    last_customer_seq: 0,
    last_reply_seq: 0,
    last_at: time(openedAt),
    page: of.page,
  }
  rows.conversations.push(record)

  const event: Tale['event'] = (at, name, facts) => {
    rows.events.push({ name, subject: 'conversation' in facts ? facts.conversation : customer, facts, at: time(at) })
  }
  event(openedAt, 'conversation.opened', { ...about, reopened: false })

  function say(at: number, said: Said): number {
    seq += 1
    const { author, text, person = null, language = null, reason = null, sources = [], asksWhetherSolved = false } = said
    rows.messages.push({
      customer,
      seq,
      id: newId(),
      conversation,
      client_id: author === 'customer' ? `past-${conversation}-${seq}` : null,
      author,
      person,
      private: false,
      text,
      language,
      reason,
      sources,
      asks_whether_solved: asksWhetherSolved,
      delivery: author === 'customer' ? 'stored' : 'sent',
      at: time(at),
    })
    record['last_at'] = time(at)
    if (author === 'customer') record['last_customer_seq'] = seq
    if (author === 'assistant' || author === 'person') record['last_reply_seq'] = seq
    if (author === 'assistant' || author === 'person') spoke[author] = true
    if (author === 'customer') event(at, 'message.received', { ...about, seq })
    else event(at, 'reply.written', { ...about, seq, by: author, person })
    return seq
  }

  return {
    ...about,
    openedAt,
    spoke,
    rows,
    say,
    event,
    lastSeq: () => seq,
    read: (at, of, reading) => {
      rows.readings.push({ customer, seq: of, conversation, reading, intent: reading.intent.is, mood: reading.mood.is.score, at: time(at) })
      event(at, 'message.understood', {
        ...about,
        seq: of,
        intent: reading.intent.is,
        wantsPerson: reading.wantsPerson.is,
        vulnerable: reading.vulnerable.is,
      })
    },
    weigh: (at, of, stake) => {
      rows.stakes.push({ id: newId(), conversation, customer, seq: of, stake, at: time(at) })
      event(at, 'stake.weighed', { ...about, seq: of })
    },
    decide: (at, of, facts, decision, passed) => {
      const { to, priority, company, because } = decision
      const id = newId()
      // No event was answered: like a decision by hand it is kept apart by its time.
      rows.decisions.push({
        id,
        conversation,
        customer,
        seq: of,
        decided: to,
        priority,
        company,
        because,
        facts,
        policy_version: facts.policy.version,
        event: -Math.round(at),
        at: time(at),
      })
      const told = { ...about, seq: of, decision: id, to, priority, code: because.code }
      if (passed) event(at, 'conversation.passed', told)
      else event(at, 'conversation.routed', { ...told, ...forQueue(facts, decision) })
    },
    claim: (holder, person, from) => {
      open = {
        id: newId(),
        conversation,
        customer,
        holder,
        person,
        since: time(from),
        lease_until: time(from + 75_000),
        ended_at: null,
        ended_because: null,
      }
      rows.claims.push(open)
      event(from, 'claim.opened', { ...about, claim: String(open['id']), holder, person })
    },
    endClaim: (at, because) => {
      if (!open) return
      Object.assign(open, { ended_at: time(at), lease_until: time(at), ended_because: because })
      open = undefined
    },
    help: (at, of, { answersSeq, article, confidence }) => {
      rows.help.push({
        customer,
        seq: of,
        conversation,
        answers_seq: answersSeq,
        article,
        confidence,
        abstained: article === null,
        solved: null,
        judged_at: null,
        at: time(at),
      })
      event(at, 'help.given', { ...about, seq: of, article, abstained: article === null })
    },
    judge: (at, of, solved) => {
      const help = rows.help.find((one) => one['seq'] === of)
      if (help) Object.assign(help, { solved, judged_at: time(at) })
      event(at, 'help.judged', { ...about, seq: of, solved })
    },
    place: (place) => {
      rows.places.push({ ...emptyPlace, conversation, customer, number: 0, kept_at: time(openedAt + 300), ...place })
    },
    book: (at, { kind, cents, rule, settles, numbers }, decision, once) => {
      const id = newId()
      rows.ledger.push({ id, conversation, settles, kind, cents, decision, rule, numbers, once, at: time(at) })
      event(at, 'value.booked', { conversation, kind, cents })
      return id
    },
    set: (values) => {
      Object.assign(record, values)
    },
  }
}

/** All columns that a place of the past may have, so that every row has the same ones. */
const emptyPlace = {
  waiting_since: null,
  limit_at: null,
  priority: 0,
  per_minute: 0,
  minutes: 6,
  uplift: 0,
  language: null,
  skill: null,
  asked_for_person: false,
  served_at: null,
  served_by: null,
  waited_since: null,
  left_at: null,
  left_because: null,
  told_ahead: null,
  told_from: null,
  told_to: null,
}
