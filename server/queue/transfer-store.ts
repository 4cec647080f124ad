import { type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export type TransferEnd = 'accepted' | 'declined' | 'expired' | 'withdrawn'

/** A colleague is asked, and has not answered yet. */
export interface Transfer {
  id: string
  conversation: string
  customer: string
  from: string
  to: string
  note: string | null
  answerBy: Date
}

const columns = sql`t.id, t.conversation, c.customer, t.from_person as "from", t.to_person as "to", t.note, t.answer_by as "answerBy"`
const asked = sql`transfers t join conversations c on c.account = t.account and c.id = t.conversation`

export function findTransfer(db: Db, account: string, conversation: string): Promise<Transfer | undefined> {
  return maybe(
    db,
    sql<Transfer>`select ${columns} from ${asked} where t.account = ${account} and t.conversation = ${conversation} and t.answered_at is null`,
  )
}

export interface TransferRow extends Transfer {
  number: number
  name: string | null
  fromName: string
  toName: string
}

/** What this person is asked, and what they have asked; only while the asker still holds it. */
export function listTransfers(db: Db, account: string, person: string): Promise<TransferRow[]> {
  return many(
    db,
    sql<TransferRow>`
      select ${columns}, c.number, coalesce(u.name, u.local_name) as name, f.name as "fromName", o.name as "toName"
      from ${asked}
      join customers u on u.account = c.account and u.id = c.customer
      join people f on f.account = t.account and f.id = t.from_person
      join people o on o.account = t.account and o.id = t.to_person
      join claims k on k.account = t.account and k.conversation = t.conversation and k.person = t.from_person and k.ended_at is null
      where t.account = ${account} and t.answered_at is null and (t.to_person = ${person} or t.from_person = ${person}) order by t.asked_at`,
  )
}

export async function saveTransfer(
  db: Db,
  account: string,
  transfer: { conversation: string; from: string; to: string; note: string | null; answerBy: Date },
): Promise<string> {
  const id = newId()
  await sql`
    insert into transfers (account, id, conversation, from_person, to_person, note, answer_by)
    values (${account}, ${id}, ${transfer.conversation}, ${transfer.from}, ${transfer.to}, ${transfer.note}, ${transfer.answerBy})`.execute(db)
  return id
}

/** Handed over without being asked: into the queue, or straight into a colleague's hands. */
export async function saveHandedOver(
  db: Db,
  account: string,
  done: { conversation: string; from: string; to: string | null; skill: string | null; language: string | null; note: string | null },
): Promise<void> {
  await sql`
    insert into transfers (account, id, conversation, from_person, to_person, skill, language, note, answered_at, answer)
    values (${account}, ${newId()}, ${done.conversation}, ${done.from}, ${done.to}, ${done.skill}, ${done.language}, ${done.note}, clock_timestamp(),
      ${done.to === null ? 'queued' : 'accepted'})`.execute(db)
}

export async function endTransfer(db: Db, account: string, id: string, answer: TransferEnd): Promise<void> {
  await sql`update transfers set answered_at = clock_timestamp(), answer = ${answer} where account = ${account} and id = ${id} and answered_at is null`.execute(
    db,
  )
}
