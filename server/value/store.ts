import type { Economics } from '../../core/value/economics.ts'
import type { EntryKind } from '../../core/value/ledger.ts'
import type { Stake } from '../../core/value/stake.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export async function listEconomics(db: Db, account: string): Promise<Economics[]> {
  const rows = await many(db, sql<{ economics: Economics }>`select economics from economics where account = ${account} order by intent`)
  return rows.map((row) => row.economics)
}

export async function saveEconomics(db: Db, account: string, economics: Economics): Promise<void> {
  await sql`
    insert into economics (account, intent, economics) values (${account}, ${economics.intent}, ${JSON.stringify(economics)}::jsonb)
    on conflict (account, intent) do update set economics = excluded.economics, at = now()`.execute(db)
}

/** How often each intent was brought in the last 30 days. */
export async function countIntents(db: Db, account: string): Promise<Map<string, number>> {
  const rows = await many(
    db,
    sql<{ intent: string; n: number }>`
      select intent, count(*)::int as n from conversations
      where account = ${account} and intent is not null and opened_at > now() - interval '30 days' group by intent`,
  )
  return new Map(rows.map((row) => [row.intent, row.n]))
}

/** How often this customer brought the same matter within 30 days before this conversation. */
export async function countRepeats(db: Db, account: string, conversation: string): Promise<number> {
  const { n } = await one(
    db,
    sql<{ n: number }>`
      select count(*)::int as n from conversations c join conversations o on o.account = c.account and o.customer = c.customer
        and o.intent = c.intent and o.id <> c.id and o.opened_at > c.opened_at - interval '30 days' and o.opened_at < c.opened_at
      where c.account = ${account} and c.id = ${conversation}`,
  )
  return n
}

export async function saveStake(db: Db, account: string, of: { conversation: string; customer: string; seq: number }, stake: Stake): Promise<void> {
  await sql`
    insert into stakes (account, id, conversation, customer, seq, stake)
    values (${account}, ${newId()}, ${of.conversation}, ${of.customer}, ${of.seq}, ${JSON.stringify(stake)}::jsonb)
    on conflict (account, conversation, seq) do update set stake = excluded.stake`.execute(db)
}

export async function findStake(db: Db, account: string, conversation: string): Promise<Stake | undefined> {
  const row = await maybe(
    db,
    sql<{ stake: Stake }>`select stake from stakes where account = ${account} and conversation = ${conversation} order by seq desc limit 1`,
  )
  return row?.stake
}

export interface LedgerEntry {
  conversation: string
  settles: string | null
  kind: EntryKind
  cents: number
  decision: string | null
  rule: string
  numbers: Record<string, number>
  /** The same fact books once, however often it is delivered. */
  once: string
}

/** Books an entry once; false when it was booked before. */
export async function book(db: Db, account: string, entry: LedgerEntry): Promise<boolean> {
  const booked = await maybe(
    db,
    sql`
      insert into ledger (account, id, conversation, settles, kind, cents, decision, rule, numbers, once)
      values (${account}, ${newId()}, ${entry.conversation}, ${entry.settles}, ${entry.kind}, ${entry.cents}, ${entry.decision}, ${entry.rule},
        ${JSON.stringify(entry.numbers)}::jsonb, ${entry.once})
      on conflict (account, once) do nothing returning 1`,
  )
  return booked !== undefined
}

/** Expectations of a conversation that are not settled in full, oldest first. Locked until the end of the transaction: a purchase, a closure and the clock may settle at once. */
export async function listOpen(
  db: Db,
  account: string,
  conversation: string,
): Promise<{ id: string; once: string; cents: number; settled: number; at: Date }[]> {
  await many(db, sql`select 1 from ledger where account = ${account} and conversation = ${conversation} and kind = 'expected' order by id for update`)
  return many(
    db,
    sql<{ id: string; once: string; cents: number; settled: number; at: Date }>`
      select e.id, e.once, e.cents, coalesce(sum(s.cents), 0)::bigint as settled, e.at from ledger e
      left join ledger s on s.account = e.account and s.settles = e.id
      where e.account = ${account} and e.conversation = ${conversation} and e.kind = 'expected'
      group by e.id, e.once, e.cents, e.at having e.cents <> coalesce(sum(s.cents), 0) order by e.at`,
  )
}

export async function listLedger(db: Db, account: string, limit: number) {
  return many(
    db,
    sql<{
      id: string
      conversation: string
      number: number
      kind: EntryKind
      cents: number
      decision: 'person' | 'assistant' | 'callback' | null
      rule: string
      at: Date
    }>`
      select l.id, l.conversation, c.number, l.kind, l.cents, l.decision, l.rule, l.at
      from ledger l join conversations c on c.account = l.account and c.id = l.conversation
      where l.account = ${account} order by l.at desc limit ${limit}`,
  )
}

export function sumLedger(db: Db, account: string): Promise<{ kind: EntryKind; cents: number }[]> {
  return many(
    db,
    sql<{ kind: EntryKind; cents: number }>`select kind, sum(cents)::bigint as cents from ledger where account = ${account} group by kind`,
  )
}

export async function findLedgerStart(db: Db, account: string): Promise<Date | null> {
  return (await one(db, sql<{ since: Date | null }>`select min(at) as since from ledger where account = ${account}`)).since
}
