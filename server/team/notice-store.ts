import type { NoticeKind, NoticesRead } from '../../contract/team.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export interface NoticeRow {
  id: string
  kind: NoticeKind
  conversation: string | null
  number: number | null
  customer: string | null
  at: Date
  read: boolean
}

const most = 50

/** The newest, and how many of all are not read yet. */
export async function listNotices(db: Db, account: string, person: string): Promise<{ notices: NoticeRow[]; unread: number }> {
  const notices = await many(
    db,
    sql<NoticeRow>`
      select n.id, n.kind, n.conversation, c.number, coalesce(u.name, u.local_name) as customer, n.at, n.read_at is not null as read
      from notices n
      left join conversations c on c.account = n.account and c.id = n.conversation
      left join customers u on u.account = c.account and u.id = c.customer
      where n.account = ${account} and n.person = ${person} order by n.at desc limit ${most}`,
  )
  const { unread } = await one(
    db,
    sql<{ unread: number }>`select count(*)::int as unread from notices where account = ${account} and person = ${person} and read_at is null`,
  )
  return { notices, unread }
}

/** False when this was told already. */
export async function saveNotice(
  db: Db,
  account: string,
  notice: { person: string; kind: NoticeKind; conversation: string | null; once: string },
): Promise<boolean> {
  const { person, kind, conversation, once } = notice
  const made = await maybe(
    db,
    sql`
      insert into notices (account, id, person, kind, conversation, once) values (${account}, ${newId()}, ${person}, ${kind}, ${conversation}, ${once})
      on conflict do nothing returning 1`,
  )
  return made !== undefined
}

export async function markRead(db: Db, account: string, person: string, which: NoticesRead): Promise<void> {
  const some =
    'upTo' in which
      ? sql`at <= ${which.upTo}::timestamptz`
      : 'notice' in which
        ? sql`id = ${which.notice}`
        : sql`conversation = ${which.conversation}`
  await sql`update notices set read_at = clock_timestamp() where account = ${account} and person = ${person} and read_at is null and ${some}`.execute(
    db,
  )
}

/** Who watches over the waiting customers now. */
export async function listLeadsOn(db: Db, account: string): Promise<string[]> {
  const rows = await many(
    db,
    sql<{ id: string }>`select id from people where account = ${account} and presence = 'on' and role in ('owner', 'lead') order by id`,
  )
  return rows.map((row) => row.id)
}
