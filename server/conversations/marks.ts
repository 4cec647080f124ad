import type { Urgency } from '../../contract/conversations.ts'
import { changed, type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** Puts a label on, or takes it off; false when there is no such label. */
export async function saveLabelled(
  db: Db,
  account: string,
  mark: { conversation: string; label: string; person: string | null; on: boolean },
): Promise<boolean> {
  const { conversation, label, person, on } = mark
  const known = await maybe(db, sql`select 1 from labels where account = ${account} and id = ${label} for share`)
  if (!known) return false
  if (on)
    await sql`
      insert into conversation_labels (account, conversation, label, person) values (${account}, ${conversation}, ${label}, ${person})
      on conflict do nothing`.execute(db)
  else await sql`delete from conversation_labels where account = ${account} and conversation = ${conversation} and label = ${label}`.execute(db)
  return true
}

/** A dated record; none when it is so already. */
export async function saveUrgency(db: Db, account: string, mark: { conversation: string; urgency: Urgency; person: string | null }): Promise<void> {
  const { conversation, urgency, person } = mark
  await sql`
    insert into urgencies (account, conversation, nth, urgency, person)
    select ${account}, ${conversation}, coalesce(max(nth), 0) + 1, ${urgency}, ${person}
    from urgencies where account = ${account} and conversation = ${conversation}
    having coalesce((array_agg(urgency order by nth desc))[1], 'normal') <> ${urgency}`.execute(db)
}

export async function saveFollower(db: Db, account: string, mark: { conversation: string; person: string; on: boolean }): Promise<void> {
  const { conversation, person, on } = mark
  if (on)
    await sql`insert into followers (account, conversation, person) values (${account}, ${conversation}, ${person}) on conflict do nothing`.execute(
      db,
    )
  else await sql`delete from followers where account = ${account} and conversation = ${conversation} and person = ${person}`.execute(db)
}

export async function listFollowers(db: Db, account: string, conversation: string): Promise<string[]> {
  const rows = await many(
    db,
    sql<{ person: string }>`select person from followers where account = ${account} and conversation = ${conversation} order by at`,
  )
  return rows.map((row) => row.person)
}

export async function saveSeen(db: Db, account: string, mark: { conversation: string; person: string; seq: number }): Promise<void> {
  const { conversation, person, seq } = mark
  await sql`
    insert into seen_marks (account, conversation, person, seq) values (${account}, ${conversation}, ${person}, ${seq})
    on conflict (account, conversation, person) do update set seq = excluded.seq, at = clock_timestamp()`.execute(db)
}

/** Who was called by name in a note; the same message calls once. Gives back who was called now. */
export async function saveMentions(
  db: Db,
  account: string,
  note: { conversation: string; message: string; by: string; people: readonly string[] },
): Promise<string[]> {
  const { conversation, message, by, people } = note
  const called: string[] = []
  for (const person of new Set(people)) {
    const row = await maybe(
      db,
      sql`
        insert into mentions (account, id, conversation, person, by_person, message) values (${account}, ${newId()}, ${conversation}, ${person}, ${by}, ${message})
        on conflict do nothing returning 1`,
    )
    if (row) called.push(person)
  }
  return called
}

export interface Snooze {
  id: string
  customer: string
  until: Date | null
}

/** One open snooze a conversation; a new one takes the place of the old. */
export async function saveSnooze(
  db: Db,
  account: string,
  snooze: { conversation: string; claim: string; person: string; until: Date | null },
): Promise<string> {
  const { conversation, claim, person, until } = snooze
  await endSnooze(db, account, conversation, 'replaced')
  const id = newId()
  await sql`
    insert into snoozes (account, id, conversation, claim, person, until)
    values (${account}, ${id}, ${conversation}, ${claim}, ${person}, ${until})`.execute(db)
  return id
}

export async function endSnooze(
  db: Db,
  account: string,
  conversation: string,
  because: 'replaced' | 'due' | 'woken' | 'customer-wrote',
): Promise<boolean> {
  const rows = await changed(
    db,
    sql`update snoozes set ended_at = clock_timestamp(), ended_because = ${because} where account = ${account} and conversation = ${conversation} and ended_at is null`,
  )
  return rows > 0
}

export function findSnooze(db: Db, account: string, conversation: string): Promise<Snooze | undefined> {
  return maybe(
    db,
    sql<Snooze>`
      select z.id, c.customer, z.until from snoozes z join conversations c on c.account = z.account and c.id = z.conversation
      where z.account = ${account} and z.conversation = ${conversation} and z.ended_at is null`,
  )
}
