import type { Language } from '../../core/language.ts'
import { weightOf } from '../../core/team/holding.ts'
import { type Db, many, sql } from '../platform/db.ts'
import { findRules } from '../team/holding-store.ts'

/** What a conversation that waits takes of whoever serves it (null: all that is left), and what it is about. */
export interface Weighty {
  conversation: string
  intent: string | null
  takes: number | null
}

/** An agreed call takes everything of a person, whatever its channel. */
const channel = sql`case when b.called_at is not null and b.done_because is distinct from 'closed' then 'callback' else c.channel end`

/** One for each conversation that waits. */
export async function listWeighty(db: Db, account: string): Promise<Weighty[]> {
  const rules = await findRules(db, account)
  const rows = await many(
    db,
    sql<{ conversation: string; intent: string | null; channel: string }>`
      select c.id as conversation, c.intent, ${channel} as channel
      from places p join conversations c on c.account = p.account and c.id = p.conversation
      left join callbacks b on b.account = c.account and b.conversation = c.id
      where p.account = ${account} and p.waiting_since is not null`,
  )
  return rows.map(({ conversation, intent, channel: name }) => {
    const weight = weightOf(rules, name)
    return { conversation, intent, takes: weight === 'all' ? null : weight }
  })
}

/** Which of these are open, wait, and are in nobody's hands; with the language to speak in. The caller has locked their timelines. */
export function listServable(db: Db, account: string, conversations: readonly string[]): Promise<{ conversation: string; language: Language }[]> {
  return many(
    db,
    sql<{ conversation: string; language: Language }>`
      select c.id as conversation, coalesce(c.language, c.language_hint, a.language) as language
      from conversations c
      join accounts a on a.account = c.account
      join places p on p.account = c.account and p.conversation = c.id and p.waiting_since is not null
      where c.account = ${account} and c.id = any(${conversations}::uuid[]) and c.closed_at is null
        and not exists (select 1 from claims k where k.account = c.account and k.conversation = c.id and k.holder = 'person' and k.ended_at is null)`,
  )
}

/** All of these are served now, and what was agreed with them is kept; how long each waited, by conversation. Rows are locked in one order. */
export async function markAllServed(
  db: Db,
  account: string,
  served: readonly { conversation: string; person: string }[],
): Promise<Map<string, number>> {
  const rows = await many(
    db,
    sql<{ conversation: string; waitedSeconds: number }>`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(served)}::jsonb) as g(conversation uuid, person uuid)
      ), settled as (
        update callbacks b set done_at = clock_timestamp(), done_because = 'served' from given g
        where b.account = ${account} and b.conversation = g.conversation and b.due_at is not null and b.done_at is null
      ), before as (
        select p.conversation, p.waiting_since from places p
        where p.account = ${account} and p.conversation in (select conversation from given) order by p.conversation for no key update
      ), served as (
        update places p set served_at = clock_timestamp(), served_by = g.person, waited_since = coalesce(p.waiting_since, p.waited_since),
          waiting_since = null, given_back_by = null, wanted_language = null, wanted_skill = null
        from given g join before b on b.conversation = g.conversation
        where p.account = ${account} and p.conversation = g.conversation
      )
      select conversation, coalesce(extract(epoch from clock_timestamp() - waiting_since), 0)::float8 as "waitedSeconds" from before`,
  )
  return new Map(rows.map(({ conversation, waitedSeconds }) => [conversation, waitedSeconds]))
}
