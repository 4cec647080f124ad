import { type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** A conversation as the actions of all slices see it. */
export interface ConversationState {
  id: string
  customer: string
  number: number
  placeNumber: number
  channel: string
  language: string | null
  intent: string | null
  intentConfidence: number
  openedAt: Date
  closedAt: Date | null
  askedForPersonAt: Date | null
  lastCustomerSeq: number
  lastReplySeq: number
}

const columns = sql`
  c.id, c.customer, c.number, c.place_number as "placeNumber", c.channel, c.language, c.intent,
  coalesce(c.intent_confidence, 0)::float8 as "intentConfidence", c.opened_at as "openedAt",
  c.closed_at as "closedAt", c.asked_for_person_at as "askedForPersonAt",
  c.last_customer_seq as "lastCustomerSeq", c.last_reply_seq as "lastReplySeq"`

export function findState(db: Db, account: string, conversation: string): Promise<ConversationState | undefined> {
  return maybe(db, sql<ConversationState>`select ${columns} from conversations c where account = ${account} and id = ${conversation}`)
}

/** The newest conversation of a customer, open or closed. */
export function findNewest(db: Db, account: string, customer: string): Promise<ConversationState | undefined> {
  return maybe(
    db,
    sql<ConversationState>`select ${columns} from conversations c where account = ${account} and customer = ${customer} order by opened_at desc limit 1`,
  )
}

export async function open(
  db: Db,
  account: string,
  opening: { customer: string; channel: string; languageHint: string | null; page: string | null },
): Promise<string> {
  const id = newId()
  await sql`
    insert into conversations (account, id, customer, channel, language_hint, page)
    values (${account}, ${id}, ${opening.customer}, ${opening.channel}, ${opening.languageHint}, ${opening.page})`.execute(db)
  return id
}

/**
 * A closed conversation goes on. The place number stays when the customer is back in time, else a new one is drawn. Whoever asked for a
 * person in this matter need not ask again (promises 1 and 3).
 */
export async function reopen(db: Db, account: string, conversation: string, by: string, keepPlace: boolean): Promise<void> {
  await sql`
    with record as (
      update closures set reopened_at = clock_timestamp(), reopened_by = ${by}
      where account = ${account} and conversation = ${conversation} and reopened_at is null
    )
    update conversations set closed_at = null, opened_at = clock_timestamp(),
      place_number = case when ${keepPlace} then place_number else nextval('conversation_numbers') end
    where account = ${account} and id = ${conversation}`.execute(db)
}

/** Marks a request for a person; the first one of this opening counts. True when this was the first. */
export async function markAskedForPerson(db: Db, account: string, conversation: string): Promise<boolean> {
  const first = await maybe(
    db,
    sql`update conversations set asked_for_person_at = clock_timestamp()
        where account = ${account} and id = ${conversation} and asked_for_person_at is null and closed_at is null returning 1`,
  )
  return first !== undefined
}

export async function saveUnderstood(
  db: Db,
  account: string,
  conversation: string,
  read: { language: string | null; intent: string | null; confidence: number },
): Promise<void> {
  await sql`
    update conversations set language = coalesce(${read.language}, language),
      intent = coalesce(${read.intent}, intent), intent_confidence = case when ${read.intent}::text is null then intent_confidence else ${read.confidence}::real end
    where account = ${account} and id = ${conversation}`.execute(db)
}

/** A conversation that was about this is about none of the matters, as far as one knows. */
export async function forgetIntent(db: Db, account: string, conversation: string, intent: string): Promise<void> {
  await sql`update conversations set intent = null, intent_confidence = null
    where account = ${account} and id = ${conversation} and intent = ${intent}`.execute(db)
}

export interface Closing {
  conversation: string
  by: 'assistant' | 'person' | 'customer' | 'clock'
  person: string | null
  /** null: nobody said. Silence never counts as resolved. */
  resolved: boolean | null
  reason: string
}

/** Closes as a dated record; false when it was closed already. */
export async function saveClosure(db: Db, account: string, { conversation, by, person, resolved, reason }: Closing): Promise<boolean> {
  const closed = await maybe(
    db,
    sql`update conversations set closed_at = clock_timestamp() where account = ${account} and id = ${conversation} and closed_at is null returning 1`,
  )
  if (!closed) return false
  await sql`
    insert into closures (account, id, conversation, by_kind, by_person, resolved, reason)
    values (${account}, ${newId()}, ${conversation}, ${by}, ${person}, ${resolved}, ${reason})`.execute(db)
  return true
}

/** The queue's own word, read here because the queue stands later in the line: does this conversation wait for a person, or for an agreed time? */
export async function waitsForPerson(db: Db, account: string, conversation: string): Promise<boolean> {
  const waits = await maybe(
    db,
    sql`
      select 1 from places where account = ${account} and conversation = ${conversation} and waiting_since is not null
      union all
      select 1 from callbacks where account = ${account} and conversation = ${conversation} and due_at is not null and done_at is null`,
  )
  return waits !== undefined
}

/** Open matters whose last words are the customer's, that nobody of the team holds and that do not wait. */
export function listUnanswered(db: Db, account: string): Promise<{ conversation: string; customer: string; seq: number }[]> {
  return many(
    db,
    sql<{ conversation: string; customer: string; seq: number }>`
      select c.id as conversation, c.customer, c.last_customer_seq as seq from conversations c
      where c.account = ${account} and c.closed_at is null and c.last_customer_seq > c.last_reply_seq
        and not exists (select 1 from claims k where k.account = c.account and k.conversation = c.id and k.holder = 'person' and k.ended_at is null)
        and not exists (select 1 from places p where p.account = c.account and p.conversation = c.id and p.waiting_since is not null)
        and not exists (select 1 from callbacks b where b.account = c.account and b.conversation = c.id and b.due_at is not null and b.done_at is null)
      order by c.opened_at`,
  )
}
