import { callbackDue } from '../../core/queue/place.ts'
import { type Db, many, maybe, sql } from '../platform/db.ts'

/** An agreed time that is still to be kept. */
export interface Callback {
  conversation: string
  customer: string
  email: string | null
  phone: string | null
  dueAt: Date
  attempts: number
  calledAt: Date | null
}

const columns = sql`b.conversation, b.customer, b.email, b.phone, b.due_at as "dueAt", b.attempts, b.called_at as "calledAt"`

/** The time that was agreed with this customer; undefined when none is still to be kept. */
export function findCallback(db: Db, account: string, conversation: string): Promise<Callback | undefined> {
  return maybe(
    db,
    sql<Callback>`
      select ${columns} from callbacks b
      where b.account = ${account} and b.conversation = ${conversation} and b.due_at is not null and b.done_at is null`,
  )
}

export interface CallbackRow extends Callback {
  number: number
  name: string | null
  localName: string | null
  language: string | null
}

/** Agreed times that come before this moment, the next one first. */
export function listCallbacks(db: Db, account: string, until: Date): Promise<CallbackRow[]> {
  return many(
    db,
    sql<CallbackRow>`
      select ${columns}, c.number, u.name, u.local_name as "localName", coalesce(c.language, c.language_hint) as language
      from callbacks b
      join conversations c on c.account = b.account and c.id = b.conversation
      join customers u on u.account = c.account and u.id = c.customer
      where b.account = ${account} and b.due_at < ${until} and b.done_at is null order by b.due_at limit 200`,
  )
}

/** Times promised to others and not kept yet. */
export async function listBooked(db: Db, account: string, but: string | null): Promise<Date[]> {
  const rows = await many(
    db,
    sql<{ at: Date }>`
      select due_at as at from callbacks
      where account = ${account} and due_at is not null and done_at is null and conversation is distinct from ${but}::uuid`,
  )
  return rows.map(({ at }) => at)
}

/** Where to reach the customer, as soon as somebody is in. */
export async function saveContact(
  db: Db,
  account: string,
  wish: { conversation: string; customer: string; email: string | null; phone: string | null },
): Promise<void> {
  await sql`
    insert into callbacks (account, conversation, customer, email, phone) values (${account}, ${wish.conversation}, ${wish.customer}, ${wish.email}, ${wish.phone})
    on conflict (account, conversation) do update set email = coalesce(excluded.email, callbacks.email), phone = coalesce(excluded.phone, callbacks.phone),
      asked_at = clock_timestamp(), due_at = case when callbacks.done_at is null then callbacks.due_at end, done_at = null, done_because = null`.execute(
    db,
  )
}

/** The agreed time, and that the place waits for nobody before it; where it stood is kept. */
export async function saveAgreed(db: Db, account: string, conversation: string, at: Date, attempts: number): Promise<void> {
  await sql`
    with agreed as (
      update callbacks set due_at = ${at}, attempts = ${attempts}, called_at = null, done_at = null, done_because = null
      where account = ${account} and conversation = ${conversation} returning customer
    )
    insert into places as p (account, conversation, customer, number, language)
    select ${account}, c.id, c.customer, c.place_number, coalesce(c.language, c.language_hint)
    from conversations c join agreed on true where c.account = ${account} and c.id = ${conversation}
    on conflict (account, conversation) do update set
      waited_since = coalesce(p.waiting_since, p.waited_since), waiting_since = null, limit_at = null, left_at = null, left_because = null,
      told_ahead = null, told_from = null, told_to = null, foretold_at = null`.execute(db)
}

/** The time has come: the place stands in front, and waits from where it had waited. */
export async function markInFront(db: Db, account: string, conversation: string, limitMinutes: number): Promise<void> {
  await sql`
    with called as (
      update callbacks set called_at = coalesce(called_at, clock_timestamp()) where account = ${account} and conversation = ${conversation}
    )
    update places set waiting_since = coalesce(waiting_since, waited_since, clock_timestamp()), priority = ${callbackDue},
      limit_at = clock_timestamp() + make_interval(secs => ${limitMinutes * 60}), served_at = null, left_at = null, left_because = null
    where account = ${account} and conversation = ${conversation}`.execute(db)
}

/** How it ended. At the end of the matter every trace of an open promise ends. */
export async function settleCallback(
  db: Db,
  account: string,
  conversation: string,
  because: 'served' | 'in-front' | 'cancelled' | 'left' | 'closed',
): Promise<boolean> {
  const settled = await maybe(
    db,
    sql`
      update callbacks set done_at = coalesce(done_at, clock_timestamp()), done_because = ${because}
      where account = ${account} and conversation = ${conversation}
        and (${because} = 'closed' or (due_at is not null and done_at is null)) returning 1`,
  )
  return settled !== undefined
}

/** Whether the page has not shown this line, and where an e-mail would find the customer. */
export function findUnread(db: Db, account: string, conversation: string, seq: number): Promise<{ email: string; text: string } | undefined> {
  return maybe(
    db,
    sql<{ email: string; text: string }>`
      select coalesce(b.email, u.email) as email, m.text from messages m
      join conversations c on c.account = m.account and c.id = m.conversation and c.closed_at is null
      join customers u on u.account = m.account and u.id = m.customer
      left join callbacks b on b.account = m.account and b.conversation = m.conversation
      where m.account = ${account} and m.conversation = ${conversation} and m.seq = ${seq} and m.delivery = 'stored' and coalesce(b.email, u.email) is not null`,
  )
}
