import { type Db, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** A customer of whom nothing is known but, perhaps, the language of the page. */
export async function makeAnonymous(db: Db, account: string, { language }: { language: string | null }): Promise<string> {
  const id = newId()
  await sql`insert into customers (account, id, language) values (${account}, ${id}, ${language})`.execute(db)
  return id
}

export async function findByExternalId(db: Db, account: string, externalId: string): Promise<string | undefined> {
  const row = await maybe(db, sql<{ id: string }>`select id from customers where account = ${account} and external_id = ${externalId}`)
  return row?.id
}

/** The customer with this id of the owner's own system; made at first sight, once however many ask at the same time. */
export async function findOrMakeByExternalId(db: Db, account: string, externalId: string): Promise<string> {
  const known = await findByExternalId(db, account, externalId)
  if (known) return known
  await sql`
    insert into customers (account, id, external_id) values (${account}, ${newId()}, ${externalId})
    on conflict (account, external_id) where external_id is not null do nothing`.execute(db)
  const { id } = await one(db, sql<{ id: string }>`select id from customers where account = ${account} and external_id = ${externalId}`)
  return id
}

/** The customer behind an anonymous id that an event tool gave; made at first sight. */
export async function findOrMakeByAnonymousId(db: Db, account: string, anonymousId: string): Promise<string> {
  const known = await findByAnonymousId(db, account, anonymousId)
  if (known) return known
  const customer = await makeAnonymous(db, account, { language: null })
  const won = await saveAnonymousId(db, account, anonymousId, customer)
  if (won) return customer
  await sql`delete from customers where account = ${account} and id = ${customer}`.execute(db)
  return (await findByAnonymousId(db, account, anonymousId)) ?? customer
}

export async function findByAnonymousId(db: Db, account: string, anonymousId: string): Promise<string | undefined> {
  const row = await maybe(
    db,
    sql<{ customer: string }>`select customer from anonymous_ids where account = ${account} and anonymous_id = ${anonymousId}`,
  )
  return row?.customer
}

/** False when the id belongs to somebody already. */
export async function saveAnonymousId(db: Db, account: string, anonymousId: string, customer: string): Promise<boolean> {
  const saved = await maybe(
    db,
    sql`insert into anonymous_ids (account, anonymous_id, customer) values (${account}, ${anonymousId}, ${customer}) on conflict do nothing returning 1`,
  )
  return saved !== undefined
}

/** What decides how an anonymous customer becomes a known one. */
export interface Identity {
  externalId: string | null
  /** Messages in the timeline so far. */
  messages: number
  /** Browsers that may read the timeline. */
  visitors: number
}

export function findIdentity(db: Db, account: string, customer: string): Promise<Identity | undefined> {
  return maybe(
    db,
    sql<Identity>`
      select external_id as "externalId", last_seq as messages,
        (select count(*)::int from visitors v where v.account = c.account and v.customer = c.id) as visitors
      from customers c where account = ${account} and id = ${customer}`,
  )
}

/** The anonymous customer is known from now on. */
export async function saveExternalId(db: Db, account: string, customer: string, externalId: string): Promise<void> {
  await sql`update customers set external_id = ${externalId} where account = ${account} and id = ${customer} and external_id is null`.execute(db)
}

export async function saveVerified(db: Db, account: string, customer: string): Promise<void> {
  await sql`update customers set verified_at = coalesce(verified_at, clock_timestamp()) where account = ${account} and id = ${customer}`.execute(db)
}

/** Saves traits, each with its source and time; the newer one wins, an empty one is removed. The profile follows. */
export async function saveTraits(
  db: Db,
  account: string,
  customer: string,
  traits: { name: string; value: string | null }[],
  of: { source: string; at: Date },
): Promise<void> {
  if (traits.length === 0) return
  const rows = sql`jsonb_to_recordset(${JSON.stringify(traits)}::jsonb) as t(name text, value text)`
  await sql`
    delete from traits where account = ${account} and customer = ${customer} and at <= ${of.at}
      and name in (select name from ${rows} where value is null)`.execute(db)
  await sql`
    insert into traits (account, customer, name, value, source, at)
    select ${account}, ${customer}, name, value, ${of.source}, ${of.at} from ${rows} where value is not null
    on conflict (account, customer, name) do update set value = excluded.value, source = excluded.source, at = excluded.at
    where traits.at <= excluded.at`.execute(db)
  await refreshProfile(db, account, customer)
}

/** The columns that lists and rules read follow the traits; what no trait names stays. */
export async function refreshProfile(db: Db, account: string, customer: string): Promise<void> {
  await sql`
    update customers c set
      name = coalesce(t.name, c.name), local_name = coalesce(t.local_name, c.local_name), email = coalesce(t.email, c.email),
      phone = coalesce(t.phone, c.phone), country = coalesce(t.country, c.country), language = coalesce(t.language, c.language),
      segment = coalesce(t.segment, c.segment)
    from (
      select max(value) filter (where name = 'name') as name, max(value) filter (where name = 'localName') as local_name,
        max(value) filter (where name = 'email') as email, max(value) filter (where name = 'phone') as phone,
        max(value) filter (where name = 'country') as country, max(value) filter (where name = 'language') as language,
        max(value) filter (where name = 'segment') as segment
      from traits where account = ${account} and customer = ${customer}
    ) t
    where c.account = ${account} and c.id = ${customer}`.execute(db)
}

export interface TrackedEvent {
  customer: string
  messageId: string
  kind: 'identify' | 'track' | 'page'
  name: string
  properties: Record<string, unknown>
  source: string
  at: Date
}

/** Stores an event once; false when this message id was stored before. */
export async function saveTracked(db: Db, account: string, event: TrackedEvent): Promise<boolean> {
  const saved = await maybe(
    db,
    sql`
      insert into tracked (account, id, customer, message_id, kind, name, properties, source, at)
      values (${account}, ${newId()}, ${event.customer}, ${event.messageId}, ${event.kind}, ${event.name}, ${JSON.stringify(event.properties)}::jsonb, ${event.source}, ${event.at})
      on conflict (account, message_id) do nothing returning 1`,
  )
  return saved !== undefined
}

export async function isTracked(db: Db, account: string, messageId: string): Promise<boolean> {
  return (await maybe(db, sql`select 1 from tracked where account = ${account} and message_id = ${messageId}`)) !== undefined
}

/** Two batches of one account wait for each other, so that they never lock the same customers crosswise. */
export async function waitForOtherBatches(db: Db, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`events of ${account}`}, 0))`.execute(db)
}
