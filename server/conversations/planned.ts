import { changed, type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export interface Planned {
  id: string
  conversation: string
  customer: string
  person: string
  clientId: string
  text: string
  dueAt: Date
  afterSeq: number
}

export type PlanEnd = 'sent' | 'cancelled' | 'customer-wrote' | 'closed' | 'held-by-another'

/** Keeps words for later, once per client id; undefined when they are kept already. */
export async function savePlanned(db: Db, account: string, planned: Omit<Planned, 'id' | 'customer'>): Promise<string | undefined> {
  const { conversation, person, clientId, text, dueAt, afterSeq } = planned
  const row = await maybe(
    db,
    sql<{ id: string }>`
      insert into planned_replies (account, id, conversation, person, client_id, text, due_at, after_seq)
      values (${account}, ${newId()}, ${conversation}, ${person}, ${clientId}, ${text}, ${dueAt}, ${afterSeq})
      on conflict (account, conversation, client_id) do nothing returning id`,
  )
  return row?.id
}

/** Words that wait for their time. */
export function findPlanned(db: Db, account: string, id: string): Promise<Planned | undefined> {
  return maybe(
    db,
    sql<Planned>`
      select r.id, r.conversation, c.customer, r.person, r.client_id as "clientId", r.text, r.due_at as "dueAt", r.after_seq as "afterSeq"
      from planned_replies r join conversations c on c.account = r.account and c.id = r.conversation
      where r.account = ${account} and r.id = ${id} and r.ended_at is null`,
  )
}

export async function endPlanned(db: Db, account: string, id: string, because: PlanEnd): Promise<void> {
  await sql`
    update planned_replies set ended_at = clock_timestamp(), ended_because = ${because}
    where account = ${account} and id = ${id} and ended_at is null`.execute(db)
}

/** What waits, and what was held back within the last week, newest last. */
export function listPlanned(
  db: Db,
  account: string,
  conversation: string,
): Promise<{ id: string; person: string; text: string; dueAt: Date; because: Exclude<PlanEnd, 'sent' | 'cancelled'> | null }[]> {
  return many(
    db,
    sql<{ id: string; person: string; text: string; dueAt: Date; because: Exclude<PlanEnd, 'sent' | 'cancelled'> | null }>`
      select id, person, text, due_at as "dueAt", ended_because as because from planned_replies
      where account = ${account} and conversation = ${conversation}
        and (ended_at is null or (ended_because not in ('sent', 'cancelled') and ended_at > now() - interval '7 days'))
      order by due_at`,
  )
}

/** Held-back words that somebody has dealt with. */
export async function dismissPlanned(db: Db, account: string, id: string, person: string): Promise<boolean> {
  return (
    (await changed(
      db,
      sql`
        update planned_replies set ended_because = 'cancelled'
        where account = ${account} and id = ${id} and person = ${person} and ended_because not in ('sent', 'cancelled')`,
    )) > 0
  )
}
