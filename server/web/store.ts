import type { WidgetMessage } from '../../contract/channels.ts'
import type { Language } from '../../core/language.ts'
import { filesOf } from '../conversations/file-store.ts'
import { type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export async function saveVisitor(db: Db, account: string, visitor: { customer: string; hash: string; language: string | null }): Promise<void> {
  await sql`
    insert into visitors (account, id, customer, token_hash, language)
    values (${account}, ${newId()}, ${visitor.customer}, ${visitor.hash}, ${visitor.language})`.execute(db)
}

/** Who this visitor is by now. */
export async function findCustomerOf(db: Db, account: string, visitor: string): Promise<string | undefined> {
  return (await maybe(db, sql<{ customer: string }>`select customer from visitors where account = ${account} and id = ${visitor}`))?.customer
}

/** The customer behind a token of an earlier visit. */
export async function findVisitor(db: Db, account: string, hash: string): Promise<{ id: string; customer: string } | undefined> {
  return maybe(
    db,
    sql<{ id: string; customer: string }>`
      update visitors set seen_at = clock_timestamp() where account = ${account} and token_hash = ${hash} returning id, customer`,
  )
}

export async function moveVisitor(db: Db, account: string, hash: string, customer: string): Promise<void> {
  await sql`update visitors set customer = ${customer} where account = ${account} and token_hash = ${hash}`.execute(db)
}

export interface VisitorProfile {
  name: string | null
  verified: boolean
  language: string | null
}

export function findProfile(db: Db, account: string, customer: string): Promise<VisitorProfile | undefined> {
  return maybe(
    db,
    sql<VisitorProfile>`select name, verified_at is not null as verified, language from customers where account = ${account} and id = ${customer}`,
  )
}

type MessageRow = Omit<WidgetMessage, 'at'> & { at: Date }

/** What the customer may see of their timeline, never private notes: from the start the newest 200, after a number all, so that no gap is left. */
export async function listForCustomer(db: Db, account: string, customer: string, after: number): Promise<WidgetMessage[]> {
  const rows = await many(
    db,
    sql<MessageRow>`
      select * from (
        select m.id, m.seq, case when m.author = 'customer' then m.client_id end as "clientId", m.author, split_part(p.name, ' ', 1) as name, m.text, m.language, m.sources,
          ${filesOf},
          m.asks_whether_solved and not exists (
            select 1 from help h where h.account = m.account and h.customer = m.customer and h.seq = m.seq and h.judged_at is not null) as "asksWhetherSolved",
          m.at
        from messages m left join people p on p.account = m.account and p.id = m.person
        where m.account = ${account} and m.customer = ${customer} and not m.private and m.seq > ${after}
        order by m.seq desc limit ${after > 0 ? null : 200}
      ) newest order by seq`,
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The page has shown it: stored becomes sent, and never goes back (I11). The conversation of the newest that changed. */
export async function markSent(db: Db, account: string, customer: string, upTo: number): Promise<string | undefined> {
  const sent = await many(
    db,
    sql<{ conversation: string; seq: number }>`
      update messages set delivery = 'sent'
      where account = ${account} and customer = ${customer} and seq <= ${upTo} and delivery = 'stored' and author in ('assistant', 'person', 'system') and not private
      returning conversation, seq`,
  )
  return sent.toSorted((a, b) => b.seq - a.seq)[0]?.conversation
}

export interface StateRow {
  conversation: string
  closedAt: Date | null
  asked: boolean
  holder: 'assistant' | 'person' | null
  person: string | null
  waitingSince: Date | null
  leftAt: Date | null
  leftBecause: string | null
  toldAhead: number | null
  toldFrom: number | null
  toldTo: number | null
  because: { code: string; numbers: Record<string, number> } | null
  returnMinutes: number | null
  callbackAt: Date | null
  language: Language | null
  skill: string | null
  now: Date
}

/** Where the customer's newest conversation stands. */
export function findWhereItStands(db: Db, account: string, customer: string): Promise<StateRow | undefined> {
  return maybe(
    db,
    sql<StateRow>`
      select c.id as conversation, c.closed_at as "closedAt", c.asked_for_person_at is not null as asked, k.holder, split_part(p.name, ' ', 1) as person,
        q.waiting_since as "waitingSince", q.left_at as "leftAt", q.left_because as "leftBecause",
        q.told_ahead as "toldAhead", q.told_from as "toldFrom", q.told_to as "toldTo", clock_timestamp() as now, b.due_at as "callbackAt",
        coalesce(c.language, c.language_hint) as language, e.economics->>'skill' as skill,
        (select because from place_changes h where h.account = c.account and h.conversation = c.id order by h.at desc limit 1) as because,
        (select (policy->>'returnMinutes')::float8 from policies v where v.account = c.account order by version desc limit 1) as "returnMinutes"
      from conversations c
      left join claims k on k.account = c.account and k.conversation = c.id and k.ended_at is null
      left join people p on p.account = k.account and p.id = k.person
      left join places q on q.account = c.account and q.conversation = c.id
      left join economics e on e.account = c.account and e.intent = c.intent
      left join callbacks b on b.account = c.account and b.conversation = c.id and b.done_at is null
      where c.account = ${account} and c.customer = ${customer} order by c.opened_at desc limit 1`,
  )
}
