import { type Db, many, maybe, one, sql } from '../platform/db.ts'

interface Asked {
  id: string
  customer: string
  conversation: string
  email: string
  codeHash: string
}

export async function saveAsked(db: Db, account: string, asked: Asked): Promise<void> {
  await sql`
    insert into transcripts (account, id, customer, conversation, email, code_hash)
    values (${account}, ${asked.id}, ${asked.customer}, ${asked.conversation}, ${asked.email}, ${asked.codeHash})`.execute(db)
}

/** How often in the last 24 hours, and of the whole company in the last one. Whoever asks for the same address at the same time waits. */
export async function countAsked(
  db: Db,
  account: string,
  { customer, email }: { customer: string; email: string },
): Promise<{ byCustomer: number; byAddress: number; byCompany: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`transcripts to ${email.toLowerCase()}`}, 0))`.execute(db)
  return one(
    db,
    sql<{ byCustomer: number; byAddress: number; byCompany: number }>`
      select (count(*) filter (where customer = ${customer}))::int as "byCustomer",
        (count(*) filter (where lower(email) = ${email.toLowerCase()}))::int as "byAddress",
        (select count(*)::int from transcripts where account = ${account} and asked_at > clock_timestamp() - interval '1 hour') as "byCompany"
      from transcripts
      where account = ${account} and (customer = ${customer} or lower(email) = ${email.toLowerCase()}) and asked_at > clock_timestamp() - interval '24 hours'`,
  )
}

/** The newest wish of a customer that was not fulfilled. */
export function findAsked(
  db: Db,
  account: string,
  { customer, minutes }: { customer: string; minutes: number },
): Promise<(Asked & { tries: number }) | undefined> {
  return maybe(
    db,
    sql<Asked & { tries: number }>`
      select id, customer, conversation, email, code_hash as "codeHash", tries from transcripts
      where account = ${account} and customer = ${customer} and used_at is null
        and asked_at > clock_timestamp() - make_interval(mins => ${minutes})
      order by asked_at desc limit 1 for update`,
  )
}

export async function noteTry(db: Db, account: string, id: string): Promise<void> {
  await sql`update transcripts set tries = tries + 1 where account = ${account} and id = ${id}`.execute(db)
}

/** Its code works no more. */
export async function noteUsed(db: Db, account: string, id: string): Promise<void> {
  await sql`update transcripts set used_at = clock_timestamp() where account = ${account} and id = ${id}`.execute(db)
}

export interface Said {
  author: 'customer' | 'assistant' | 'person' | 'system'
  name: string | null
  text: string
  at: Date
}

/** What the customer may see of a conversation, as much as a mail holds. */
export function listSaid(db: Db, account: string, conversation: string): Promise<Said[]> {
  return many(
    db,
    sql<Said>`
      select * from (
        select m.author, split_part(p.name, ' ', 1) as name, m.text, m.at, m.seq
        from messages m left join people p on p.account = m.account and p.id = m.person
        where m.account = ${account} and m.conversation = ${conversation} and not m.private order by m.seq desc limit 500
      ) newest order by seq`,
  )
}
