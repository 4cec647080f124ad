import type { EventName, Events, LiveFrame } from '../../contract/events.ts'
import { type Database, type Db, sql } from './db.ts'
import { failpoint } from './failpoints.ts'

/** Facts that only the clock brings. They are told for later, and break every ring of events. */
export type ClockEvent = Extract<EventName, `${string}.due`>

/**
 * What an action works with: one transaction of one account, its time, and what it may tell.
 * Facts are saved with the change; both commit together or not at all (I12).
 */
export interface Work<Tells extends EventName = EventName> {
  db: Db
  account: string
  /** The database's clock when the transaction began (I17). */
  now: Date
  /** Under which people reach this server; links in letters begin with it. */
  address: string
  tell: <Name extends Exclude<Tells, ClockEvent>>(name: Name, facts: Events[Name]) => void
  /** A timer: the fact is delivered when `at` has come, also after a restart. */
  tellAt: <Name extends Extract<Tells, ClockEvent>>(at: Date, name: Name, facts: Events[Name]) => void
}

/** What a fact's actions may know beside the fact itself. */
export interface Delivered {
  event: number
  at: Date
  attempt: number
  /** What `ask` brought, before the transaction opened. */
  asked?: unknown
}

/** What takes long knows which fact it answers, and may say in passing how far it is: to the account's consoles, at most once, kept nowhere. */
export interface Asking extends Delivered {
  name: EventName
  whisper: (frame: LiveFrame) => void
  /** Aborts when this node stops: whoever then throws the signal's reason is asked anew by the next node, as if for the first time. */
  stopping: AbortSignal
}

/** One verb that answers facts: read, think, write, tell. Safe to repeat. `tells` is checked by the compiler and walked by the ring test. */
export interface Action<On extends EventName = never> {
  name: string
  tells: readonly EventName[]
  /** Goes before everything else that is to be done: the way of a customer to a person. */
  urgent: boolean
  /**
   * What takes long, or asks the world outside: it runs before the transaction opens, so that nobody waits for it; `read` opens a short one.
   */
  ask?: (read: <T>(run: (db: Db) => Promise<T>) => Promise<T>, account: string, asking: Asking) => Promise<unknown>
  run: (work: Work, facts: Events[On], delivered: Delivered) => Promise<void>
}

export function action<On extends EventName, const Tells extends readonly EventName[]>(
  name: string,
  tells: Tells,
  run: (work: Work<Tells[number]>, facts: Events[On], delivered: Delivered) => Promise<void>,
  urgent: 'urgent' | 'in-turn' = 'in-turn',
): Action<On> {
  return { name, tells, run, urgent: urgent === 'urgent' }
}

/** Who acts on which fact. */
export type Flow = { [Name in EventName]?: readonly Action<Name>[] }

export interface Teller {
  /** Runs a command in a transaction of this account; what it tells is saved with it and delivered after the commit. */
  act: <T>(account: string, run: (work: Work) => Promise<T>) => Promise<T>
  /** The same inside a transaction that has begun already. */
  within: <T>(begun: { db: Db; account: string; now: Date }, run: (work: Work) => Promise<T>) => Promise<T>
  /** Says that something was committed: the runner and the live push look at once. */
  committed: () => void
}

export interface TellerParts {
  database: Database
  flow: Flow
  address: string
  committed: () => void
}

export function makeTeller({ database, flow, address, committed }: TellerParts): Teller {
  const within: Teller['within'] = async ({ db, account, now }, run) => {
    const told: Told[] = []
    const work: Work = {
      db,
      account,
      now,
      address,
      tell: (name, facts) => told.push({ name, facts, at: null }),
      tellAt: (at, name, facts) => told.push({ name, facts, at }),
    }
    const result = await run(work)
    await save(db, account, told, flow)
    await failpoint('action.before-commit')
    return result
  }
  return {
    within,
    committed,
    act: async (account, run) => {
      const result = await database.inAccount(account, (db, now) => within({ db, account, now }, run))
      committed()
      return result
    },
  }
}

interface Told {
  name: EventName
  facts: Events[EventName]
  at: Date | null
}

/** One statement saves all facts of a transaction and what is to be done because of them. */
async function save(db: Db, account: string, told: Told[], flow: Flow): Promise<void> {
  if (told.length === 0) return
  const rows = told.map((fact, index) => ({
    index,
    name: fact.name,
    subject: subjectOf(fact.facts) ?? account,
    facts: fact.facts,
    due: fact.at?.toISOString() ?? null,
    actions: (flow[fact.name] ?? []).map((answer) => answer.name),
    urgent: (flow[fact.name] ?? []).map((answer) => answer.urgent),
  }))
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as t(index int, name text, subject uuid, facts jsonb, due timestamptz, actions text[], urgent boolean[])
    ), numbered as materialized (
      select told.*, nextval(pg_get_serial_sequence('events', 'id')) as id from (select * from told order by index) told
    ), saved as (
      insert into events (account, id, name, subject, facts)
      overriding system value
      select ${account}, id, name, subject, facts from numbered order by index
      returning id
    )
    insert into deliveries (account, event, action, urgent, lane, due_at)
    select ${account}, n.id, a.action, a.urgent, n.subject, coalesce(n.due, clock_timestamp())
    from numbered n cross join lateral unnest(n.actions, n.urgent) with ordinality as a(action, urgent, place)
    order by n.index, a.place
  `.execute(db)
}

/** What a fact is about: deliveries to one action keep their order per subject. */
export function subjectOf(facts: Events[EventName]): string | undefined {
  for (const key of ['conversation', 'customer', 'person', 'webhook', 'article'] as const) {
    const value = (facts as Partial<Record<typeof key, unknown>>)[key]
    if (typeof value === 'string') return value
  }
  return undefined
}
