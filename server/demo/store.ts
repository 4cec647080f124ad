import type { permissions } from '../platform/auth.ts'
import { type Db, many, maybe, sql } from '../platform/db.ts'
import type { Platform } from '../platform/platform.ts'
import type { Known } from './character.ts'

export interface DemoAccount {
  account: string
  site: string
  identitySecret: string
}

/** The demo company, when there is one. */
export function findDemo(platform: Platform): Promise<DemoAccount | undefined> {
  return maybe(
    platform.database.platform,
    sql<DemoAccount>`select account, site_key as site, identity_secret as "identitySecret" from accounts where demo order by made_at limit 1`,
  )
}

export async function hasAccount(platform: Platform): Promise<boolean> {
  return (await maybe(platform.database.platform, sql`select 1 from accounts limit 1`)) !== undefined
}

export async function isDemo(db: Db, account: string): Promise<boolean> {
  return (await maybe(db, sql`select 1 from accounts where account = ${account} and demo`)) !== undefined
}

export interface SignIn {
  id: string
  userId: string
  role: keyof typeof permissions
}

/** Somebody whom a visitor of the demo may be: never one of the simulated. */
export function findSignIn(db: Db, account: string, email: string): Promise<SignIn | undefined> {
  return maybe(
    db,
    sql<SignIn>`select id, user_id as "userId", role from people where account = ${account} and lower(email) = lower(${email}) and not simulated`,
  )
}

export async function saveCompany(db: Db, company: { account: string; name: string; site: string; identitySecret: string }): Promise<void> {
  const { account, name, site, identitySecret } = company
  await sql`
    insert into accounts (account, name, currency, time_zone, site_key, identity_secret, demo)
    values (${account}, ${name}, 'EUR', 'Asia/Singapore', ${site}, ${identitySecret}, true)`.execute(db)
}

/** How many rows go to the database at a time: enough to be quick, few enough to stay far below the statement's time limit. */
const atOnce = 2000

/**
 * Brings in many rows of one table at a time, for the history of the demo company alone: the columns are those of the first row,
 * their types those of the table.
 */
export async function saveRows<Row extends object>(db: Db, account: string, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = JSON.stringify(rows.slice(from, from + atOnce))
    await sql`
      insert into ${sql.table(table)} (account, ${columns})
      select ${account}, ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(db)
  }
}

export async function putOnDuty(db: Db, account: string): Promise<void> {
  await sql`update people set presence = 'on', presence_since = clock_timestamp(), free_since = clock_timestamp() where account = ${account} and simulated`.execute(
    db,
  )
}

/** Marks what was about these matters; not all of it, as people do. */
export async function saveLabels(db: Db, account: string, label: string, intents: readonly string[]): Promise<void> {
  await sql`
    insert into conversation_labels (account, conversation, label, at)
    select account, id, ${label}, opened_at from conversations where account = ${account} and intent = any(${[...intents]}) and number % 3 > 0`.execute(
    db,
  )
}

/** Their timelines end where the history ends: the next message gets the next number. */
export async function saveLastSeqs(db: Db, account: string, last: ReadonlyMap<string, number>): Promise<void> {
  const rows = JSON.stringify([...last].map(([id, seq]) => ({ id, seq })))
  await sql`
    update customers c set last_seq = l.seq from jsonb_to_recordset(${rows}::jsonb) as l(id uuid, seq int)
    where c.account = ${account} and c.id = l.id`.execute(db)
}

/** Place numbers in the order of opening, as they are drawn when customers write. */
export async function drawNumbers(db: Db, many: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`select nextval('conversation_numbers') as number from generate_series(1, ${many})`.execute(db)
  return rows.map((row) => row.number)
}

/** Returning customers of the stream: known ones who have not written for a day, so that they bring a matter of their own. */
export function listKnown(db: Db, account: string): Promise<Known[]> {
  return many(
    db,
    sql<Known>`
      select c.external_id as "externalId", c.name, c.email, c.language, c.segment,
        coalesce((select array_agg(o.number order by o.at desc) from orders o where o.account = c.account and o.customer = c.id), '{}') as orders
      from customers c
      where c.account = ${account} and c.external_id is not null and not exists (
        select 1 from conversations v where v.account = c.account and v.customer = c.id and coalesce(v.closed_at, now()) > now() - interval '1 day')
      order by c.external_id`,
  )
}

/** A conversation in the hands of a simulated colleague. */
export interface Held {
  claim: string
  conversation: string
  customer: string
  person: string
  /** Names of the colleague and, in their own script where it is read, of the customer. */
  me: string
  name: string | null
  language: string | null
  intent: string | null
  /** How often the colleague has spoken since they took it. */
  said: number
  unanswered: boolean
}

export function listHeld(db: Db, account: string, claim: string | null = null): Promise<Held[]> {
  return many(
    db,
    sql<Held>`
      select k.id as claim, k.conversation, k.customer, k.person, p.name as me, coalesce(c.language, c.language_hint) as language, c.intent,
        case when coalesce(c.language, c.language_hint) in ('zh', 'th') then coalesce(u.local_name, u.name) else u.name end as name,
        (select count(*)::int from messages m where m.account = k.account and m.conversation = k.conversation and m.person = k.person and not m.private and m.at >= k.since) as said,
        c.last_customer_seq > c.last_reply_seq as unanswered
      from claims k
      join people p on p.account = k.account and p.id = k.person and p.simulated
      join conversations c on c.account = k.account and c.id = k.conversation
      join customers u on u.account = k.account and u.id = k.customer
      where k.account = ${account} and k.ended_at is null and (${claim}::uuid is null or k.id = ${claim}) order by k.since`,
  )
}
