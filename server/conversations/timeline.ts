import type { Language } from '../../core/language.ts'
import { type Db, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** One entry to be written at the end of a customer's timeline. */
export interface Entry {
  account: string
  customer: string
  conversation: string
  author: 'customer' | 'assistant' | 'person' | 'system'
  text: string
  clientId?: string | null
  person?: string | null
  private?: boolean
  language?: string | null
  reason?: { code: string; numbers: Record<string, number | string | null> } | null
  sources?: { article: string; title: string }[]
  asksWhetherSolved?: boolean
}

export interface Written {
  id: string
  seq: number
  at: Date
  conversation: string
}

/** One writer after the other: whoever changes a timeline, or who holds its conversation, locks the customer first (I3, I5). */
export async function lockTimeline(db: Db, account: string, customer: string): Promise<void> {
  await one(db, sql`select 1 from customers where account = ${account} and id = ${customer} for no key update`)
}

/** The same for many; always in one order, so that two who lock many do not wait for each other. */
export async function lockTimelines(db: Db, account: string, customers: readonly string[]): Promise<void> {
  await sql`select 1 from customers where account = ${account} and id = any(${customers}::uuid[]) order by id for no key update`.execute(db)
}

/** Writes at the end of the timeline: numbers have no gaps, because the customer's row lock orders the writers (I3). */
export async function write(db: Db, entry: Entry): Promise<Written> {
  const { account, customer, conversation } = entry
  return one(
    db,
    sql<Written>`
      with turn as (
        update customers set last_seq = last_seq + 1 where account = ${account} and id = ${customer} returning last_seq as seq
      ), written as (
        insert into messages (account, customer, seq, id, conversation, client_id, author, person, private, text, language, reason, sources, asks_whether_solved)
        select ${account}, ${customer}, seq, ${newId()}, ${conversation}, ${entry.clientId ?? null}, ${entry.author}, ${entry.person ?? null},
          ${entry.private ?? false}, ${entry.text}, ${entry.language ?? null}, ${entry.reason ? JSON.stringify(entry.reason) : null}::jsonb,
          ${JSON.stringify(entry.sources ?? [])}::jsonb, ${entry.asksWhetherSolved ?? false}
        from turn
        returning id, seq, at, conversation
      ), noted as (
        update conversations c set
          last_at = written.at,
          last_customer_seq = case when ${entry.author} = 'customer' then written.seq else c.last_customer_seq end,
          last_reply_seq = case when ${entry.author} in ('assistant', 'person') and not ${entry.private ?? false} then written.seq else c.last_reply_seq end
        from written where c.account = ${account} and c.id = ${conversation}
      )
      select id, seq, at, conversation from written`,
  )
}

/** A line of the house for each of these customers, who are all different: as `write`, in one statement. The seq of each, in their order. */
export async function writeLines(
  db: Db,
  account: string,
  lines: readonly { conversation: string; customer: string; text: string; language: Language; reason: Entry['reason'] }[],
): Promise<number[]> {
  const rows = lines.map((line) => ({ id: newId(), ...line }))
  const { rows: written } = await sql<{ conversation: string; seq: number }>`
    with lines as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(id uuid, conversation uuid, customer uuid, text text, language text, reason jsonb)
    ), turn as (
      update customers u set last_seq = last_seq + 1 from lines l where u.account = ${account} and u.id = l.customer returning u.id as customer, u.last_seq as seq
    ), written as (
      insert into messages (account, customer, seq, id, conversation, author, text, language, reason)
      select ${account}, l.customer, t.seq, l.id, l.conversation, 'system', l.text, l.language, l.reason from lines l join turn t on t.customer = l.customer
      returning conversation, seq, at
    ), noted as (
      update conversations c set last_at = w.at from written w where c.account = ${account} and c.id = w.conversation
    )
    select conversation, seq from written`.execute(db)
  const seqs = new Map(written.map(({ conversation, seq }) => [conversation, seq]))
  return lines.map(({ conversation }) => seqs.get(conversation) ?? 0)
}

/** The message that this client id was given before, if it was: sent again, it is acknowledged again and stored once (I2). */
export function findByClientId(db: Db, account: string, customer: string, clientId: string): Promise<Written | undefined> {
  return maybe(
    db,
    sql<Written>`select id, seq, at, conversation from messages where account = ${account} and customer = ${customer} and client_id = ${clientId}`,
  )
}

/** The language to speak with this customer: what was read, else what the page said, else the account's own. */
export async function languageFor(db: Db, account: string, conversation: string): Promise<Language> {
  const { language } = await one(
    db,
    sql<{ language: Language }>`
      select coalesce(c.language, c.language_hint, a.language) as language
      from conversations c join accounts a on a.account = c.account
      where c.account = ${account} and c.id = ${conversation}`,
  )
  return language
}

/** What the customer wrote with this number. */
export async function findText(db: Db, account: string, customer: string, seq: number): Promise<string> {
  const { text } = await one(
    db,
    sql<{ text: string }>`select text from messages where account = ${account} and customer = ${customer} and seq = ${seq}`,
  )
  return text
}

/** Whether the house has said this already since the matter was opened. */
export async function hasSystemLine(db: Db, account: string, conversation: string, code: string): Promise<boolean> {
  const said = await maybe(
    db,
    sql`
      select 1 from messages m join conversations c on c.account = m.account and c.id = m.conversation and m.at >= c.opened_at
      where m.account = ${account} and m.conversation = ${conversation} and m.author = 'system' and m.reason->>'code' = ${code} limit 1`,
  )
  return said !== undefined
}

/** Whether these words are the always-visible control's, not typed. */
export async function wasPressed(db: Db, account: string, customer: string, seq: number): Promise<boolean> {
  const row = await maybe(
    db,
    sql`select 1 from messages where account = ${account} and customer = ${customer} and seq = ${seq} and author = 'customer' and reason->>'code' = 'control'`,
  )
  return row !== undefined
}
