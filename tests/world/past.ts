import { chance } from '../../core/chance.ts'
import { decide } from '../../core/routing/decide.ts'
import { type Policy, type RoutingFacts, rulesInForce } from '../../core/routing/decision.ts'
import { makeStake } from '../../core/trust/make.ts'
import { saveRows } from '../../server/demo/store.ts'
import { newId } from '../../server/platform/ids.ts'
import { startPolicy } from '../../server/routing/store.ts'
import type { World } from './world.ts'

export interface PastOf {
  /** The oldest day, counted back from today, and the newest: yesterday, unless told. */
  days: number
  newest?: number
  perDay: number
  people: number
  /** How many minutes the customers of this language waited; two, unless told. */
  waits?: Record<string, number>
  policy?: Policy
  seed?: number
}

type Row = Record<string, unknown>

const hour = 3_600_000
const day = 24 * hour

/** Closed conversations of the days before today, decided by the rules, in two languages alike but for their waits; and who was on. */
export async function makePast(world: World, of: PastOf): Promise<void> {
  const members = await Promise.all(
    Array.from({ length: of.people }, () => world.makePerson('team', { languages: ['en', 'th'], skills: ['sales', 'complaints'], capacity: 1 })),
  )
  const rows = tell(
    of,
    members.map(({ person }) => person),
  )
  await world.platform.database.inAccount(world.account, async (db) => {
    for (const [table, some] of Object.entries(rows)) await saveRows(db, world.account, table, some)
  })
}

function tell(of: PastOf, people: string[]): Record<string, Row[]> {
  const dice = chance(of.seed ?? 7)
  const rows: Record<string, Row[]> = {
    customers: [],
    conversations: [],
    stakes: [],
    decisions: [],
    messages: [],
    claims: [],
    closures: [],
    events: [],
  }
  const add = (table: string, row: Row) => rows[table]?.push(row)
  const midnight = Math.floor(Date.now() / day) * day
  for (let back = of.newest ?? 1; back <= of.days; back++) {
    const opens = midnight - back * day + 2 * hour
    for (const person of people) {
      add('events', presence(person, 'on', opens))
      add('events', presence(person, 'off', opens + 8 * hour))
    }
    for (let index = 0; index < of.perDay; index++) {
      const language = dice.next() < 0.6 ? 'en' : 'th'
      const waited = (of.waits?.[language] ?? 2) * (0.5 + dice.next()) * 60_000
      const person = people[index % Math.max(1, people.length)] ?? null
      conversation(add, {
        openedAt: opens + dice.next() * 7.5 * hour,
        language,
        waited,
        person,
        uplift: dice.exponential(14),
        policy: of.policy ?? startPolicy,
      })
    }
  }
  return rows
}

function conversation(
  add: (table: string, row: Row) => void,
  of: { openedAt: number; language: string; waited: number; person: string | null; uplift: number; policy: Policy },
): void {
  const { openedAt, language, waited, person, uplift, policy } = of
  const [customer, id] = [newId(), newId()]
  const about = { conversation: id, customer }
  const stake = makeStake(uplift)
  const facts: RoutingFacts = {
    rules: rulesInForce,
    askedForPerson: false,
    vulnerable: false,
    override: null,
    assistantPaused: false,
    teamIsIn: true,
    promisedPerson: false,
    stake,
    floor: {
      peopleOn: 1,
      capacity: 1,
      freeCapacity: 0,
      waiting: 0,
      meanHandleMinutes: 6,
      patienceMinutes: 10,
      demand: { flow: [], queue: [], seenMinutes: 0 },
    },
    policy,
  }
  const decision = decide(facts)
  const answered = openedAt + waited
  const closed = answered + 6 * 60_000
  const inputs = { lifetimeValue: { value: uplift * 20, source: { kind: 'owner' } } }
  add('customers', { id: customer, name: 'Somchai', last_seq: 2, made_at: time(openedAt) })
  add('conversations', {
    id,
    customer,
    // Beyond whatever the sequence draws for those who write in the test.
    number: nextNumber(),
    place_number: nextNumber(),
    channel: 'web',
    language,
    intent: 'return',
    opened_at: time(openedAt),
    closed_at: time(closed),
    last_customer_seq: 1,
    last_reply_seq: 2,
    last_at: time(closed),
  })
  add('stakes', {
    id: newId(),
    ...about,
    seq: 1,
    stake: { ...stake, uplift, perMinute: uplift / 6, lossProbability: 0.1, inputs },
    at: time(openedAt),
  })
  const { to, priority, because } = decision
  add('decisions', {
    id: newId(),
    ...about,
    seq: 1,
    decided: to,
    priority,
    because,
    facts,
    policy_version: policy.version,
    event: 1,
    at: time(openedAt),
  })
  const isAssistant = to === 'assistant'
  add('messages', message(about, 1, 'customer', null, openedAt))
  add('messages', message(about, 2, isAssistant ? 'assistant' : 'person', isAssistant ? null : person, isAssistant ? openedAt + 1000 : answered))
  if (!isAssistant && person)
    add('claims', {
      id: newId(),
      ...about,
      holder: 'person',
      person,
      since: time(answered),
      lease_until: time(closed),
      ended_at: time(closed),
      ended_because: 'closed',
    })
  add('closures', {
    id: newId(),
    conversation: id,
    at: time(closed),
    by_kind: isAssistant ? 'clock' : 'person',
    resolved: isAssistant ? null : true,
    reason: 'solved',
  })
}

const presence = (person: string, state: 'on' | 'off', at: number): Row => ({
  name: 'presence.changed',
  subject: person,
  facts: { person, presence: state },
  at: time(at),
})

const message = (about: { conversation: string; customer: string }, seq: number, author: string, person: string | null, at: number): Row => ({
  ...about,
  seq,
  id: newId(),
  author,
  person,
  private: false,
  text: 'text',
  delivery: 'stored',
  sources: [],
  asks_whether_solved: false,
  at: time(at),
})

const time = (at: number) => new Date(at).toISOString()

let lastNumber = 1_000_000
const nextNumber = () => (lastNumber += 1)
