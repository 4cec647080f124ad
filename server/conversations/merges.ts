import { changed, type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export interface MergeRow {
  id: string
  into: string
  wasOpen: boolean
}

export function findMerge(db: Db, account: string, conversation: string): Promise<MergeRow | undefined> {
  return maybe(
    db,
    sql<MergeRow>`
      select id, into_conversation as into, was_open as "wasOpen" from conversation_merges
      where account = ${account} and conversation = ${conversation} and undone_at is null`,
  )
}

export async function saveMerge(
  db: Db,
  account: string,
  merge: { conversation: string; into: string; person: string; wasOpen: boolean },
): Promise<void> {
  const { conversation, into, person, wasOpen } = merge
  await sql`
    insert into conversation_merges (account, id, conversation, into_conversation, person, was_open)
    values (${account}, ${newId()}, ${conversation}, ${into}, ${person}, ${wasOpen})`.execute(db)
}

export async function undoMerge(db: Db, account: string, conversation: string, person: string): Promise<boolean> {
  return (
    (await changed(
      db,
      sql`
        update conversation_merges set undone_at = clock_timestamp(), undone_by = ${person}
        where account = ${account} and conversation = ${conversation} and undone_at is null`,
    )) > 0
  )
}

/** What is read inside this conversation, earliest first. */
export function listMerged(db: Db, account: string, into: string): Promise<{ id: string; number: number; customer: string | null; at: Date }[]> {
  return many(
    db,
    sql<{ id: string; number: number; customer: string | null; at: Date }>`
      select c.id, c.number, u.name as customer, m.at from conversation_merges m
      join conversations c on c.account = m.account and c.id = m.conversation
      join customers u on u.account = c.account and u.id = c.customer
      where m.account = ${account} and m.into_conversation = ${into} and m.undone_at is null order by m.at`,
  )
}

export function findMergedInto(db: Db, account: string, conversation: string): Promise<{ id: string; number: number } | undefined> {
  return maybe(
    db,
    sql<{ id: string; number: number }>`
      select c.id, c.number from conversation_merges m join conversations c on c.account = m.account and c.id = m.into_conversation
      where m.account = ${account} and m.conversation = ${conversation} and m.undone_at is null`,
  )
}
