import { type Db, many, one, sql } from '../platform/db.ts'
import type { Work } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { refreshProfile } from './store.ts'

export type MergeTells = 'message.received' | 'person.wanted' | 'claim.ended' | 'conversation.closed'

export interface Merging {
  from: string
  into: string
}

/**
 * Row 1: two timelines become one. Everything of `from` moves behind what `into` has, in its order and without a gap (I3);
 * `from` is gone afterwards, so that whoever still holds its id fails and tries anew instead of writing where nobody reads.
 */
export async function merge(work: Work<MergeTells>, merging: Merging): Promise<void> {
  const { db, account } = work
  const locked = await stopAndLock(db, account, merging)
  if (!locked) return
  const open = await listOpen(db, account, merging)
  const [kept, other] = open
  if (kept && other) await closeMerged(work, merging.into, other)
  await renumber(db, account, merging, locked.offset)
  await moveRest(db, account, merging)
  await correctWaitingFacts(db, account, merging, locked.offset)
  await moveProfile(db, account, merging)
  if (kept && other) await absorb(work, merging.into, kept, other)
}

/**
 * Both timelines are locked while no action works on the one that moves: an action that began before would go on with the old
 * numbers. Actions lock their delivery before the customer, and so does this; the savepoint gives the customers back when something
 * new came in between, or both would wait for each other.
 */
async function stopAndLock(db: Db, account: string, merging: Merging): Promise<{ offset: number } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`merges of ${account}`}, 0))`.execute(db)
  const fenced = new Set<number>()
  for (let round = 0; round < 50; round += 1) {
    await fence(db, account, merging.from, fenced)
    await sql`savepoint both_locked`.execute(db)
    const locked = await lockBoth(db, account, merging)
    if ((await listUnfenced(db, account, merging.from, fenced)).length === 0) return locked
    await sql`rollback to savepoint both_locked`.execute(db)
  }
  throw new Error('a timeline never came to rest, so that it could not be merged')
}

/** Takes back what the runner claimed, and keeps it from claiming the rest until this commits: then it reads the right numbers. */
async function fence(db: Db, account: string, customer: string, fenced: Set<number>): Promise<void> {
  for (let found = await listUnfenced(db, account, customer, fenced); found.length > 0; found = await listUnfenced(db, account, customer, fenced)) {
    await sql`
      update deliveries set lease = null, leased_until = '-infinity'
      where account = ${account} and id in (select id from deliveries where account = ${account} and id = any(${found}::bigint[]) order by id for update)`.execute(
      db,
    )
    for (const id of found) fenced.add(id)
  }
}

async function listUnfenced(db: Db, account: string, customer: string, fenced: Set<number>): Promise<number[]> {
  const rows = await many(
    db,
    sql<{ id: number }>`
      select id from deliveries where account = ${account} and dead_at is null and (lane = ${customer}
        or lane in (select id from conversations where account = ${account} and customer = ${customer}))`,
  )
  return rows.map((row) => row.id).filter((id) => !fenced.has(id))
}

async function lockBoth(db: Db, account: string, { from, into }: Merging): Promise<{ offset: number } | undefined> {
  const rows = await many(
    db,
    sql<{ id: string; last: number }>`
      select id, last_seq as last from customers where account = ${account} and id in (${from}, ${into}) order by id for update`,
  )
  const target = rows.find((row) => row.id === into)
  return rows.length === 2 && target ? { offset: target.last } : undefined
}

interface Open {
  id: string
  customer: string
  asked: boolean
  claim: string | null
  holder: 'assistant' | 'person' | null
  person: string | null
  unanswered: boolean
}

/** The open conversations of both. The one that goes on comes first: whom a person serves, who asked for one, who came earlier. */
function listOpen(db: Db, account: string, { from, into }: Merging): Promise<Open[]> {
  return many(
    db,
    sql<Open>`
      select c.id, c.customer, c.asked_for_person_at is not null as asked, k.id as claim, k.holder, k.person,
        c.last_customer_seq > c.last_reply_seq as unanswered
      from conversations c left join claims k on k.account = c.account and k.conversation = c.id and k.ended_at is null
      where c.account = ${account} and c.customer in (${from}, ${into}) and c.closed_at is null
      order by (k.holder = 'person') desc nulls last, (c.asked_for_person_at is not null) desc, c.opened_at`,
  )
}

/** A customer has one open conversation: the other one ends as a dated record. */
async function closeMerged(work: Work<'claim.ended' | 'conversation.closed'>, customer: string, other: Open): Promise<void> {
  const { db, account } = work
  await sql`update conversations set closed_at = clock_timestamp() where account = ${account} and id = ${other.id}`.execute(db)
  await sql`
    insert into closures (account, id, conversation, by_kind, resolved, reason)
    values (${account}, ${newId()}, ${other.id}, 'clock', null, 'merged')`.execute(db)
  if (other.claim && other.holder) {
    await sql`update claims set ended_at = clock_timestamp(), ended_because = 'passed-on' where account = ${account} and id = ${other.claim}`.execute(
      db,
    )
    const { claim, holder, person } = other
    work.tell('claim.ended', { conversation: other.id, customer, claim, holder, person, because: 'passed-on' })
  }
  work.tell('conversation.closed', { conversation: other.id, customer, by: 'clock', person: null, resolved: null, reason: 'merged' })
}

async function renumber(db: Db, account: string, { from, into }: Merging, offset: number): Promise<void> {
  // Ids that clients gave are unique per timeline; should both know the same one, the later message loses it.
  await sql`
    update messages set client_id = null where account = ${account} and customer = ${from} and client_id in (
      select client_id from messages where account = ${account} and customer = ${into} and client_id is not null)`.execute(db)
  await sql`
    update files set client_id = id::text where account = ${account} and customer = ${from} and client_id in (
      select client_id from files where account = ${account} and customer = ${into})`.execute(db)
  await sql`update messages set customer = ${into}, seq = seq + ${offset}::int where account = ${account} and customer = ${from}`.execute(db)
  await sql`update readings set customer = ${into}, seq = seq + ${offset}::int where account = ${account} and customer = ${from}`.execute(db)
  await sql`update help set customer = ${into}, seq = seq + ${offset}::int, answers_seq = answers_seq + ${offset}::int where account = ${account} and customer = ${from}`.execute(
    db,
  )
  await sql`update decisions set customer = ${into}, seq = seq + ${offset}::int where account = ${account} and customer = ${from}`.execute(db)
  // Unique by conversation and number: a detour below zero keeps two rows from meeting on the way.
  await sql`update stakes set seq = -seq - ${offset}::int where account = ${account} and customer = ${from}`.execute(db)
  await sql`update stakes set seq = -seq, customer = ${into} where account = ${account} and customer = ${from}`.execute(db)
  await sql`
    update conversations set customer = ${into},
      last_customer_seq = case when last_customer_seq = 0 then 0 else last_customer_seq + ${offset}::int end,
      last_reply_seq = case when last_reply_seq = 0 then 0 else last_reply_seq + ${offset}::int end
    where account = ${account} and customer = ${from}`.execute(db)
  await sql`
    update customers set last_seq = last_seq + (select last_seq from customers where account = ${account} and id = ${from})
    where account = ${account} and id = ${into}`.execute(db)
}

const tables = ['visitors', 'tracked', 'anonymous_ids', 'orders', 'claims', 'places', 'callbacks', 'efforts', 'files', 'transcripts'] as const

async function moveRest(db: Db, account: string, { from, into }: Merging): Promise<void> {
  for (const table of tables)
    await sql`update ${sql.table(table)} set customer = ${into} where account = ${account} and customer = ${from}`.execute(db)
}

/** Facts that are still to be acted upon, timers too, speak of the numbers of before. */
async function correctWaitingFacts(db: Db, account: string, { from, into }: Merging, offset: number): Promise<void> {
  await sql`
    update events e set facts = e.facts
      || case when e.facts ? 'customer' then jsonb_build_object('customer', ${into}::text) else '{}' end
      || case when e.facts ? 'seq' then jsonb_build_object('seq', (e.facts->>'seq')::int + ${offset}::int) else '{}' end
    where e.account = ${account} and exists (select 1 from deliveries d where d.account = e.account and d.event = e.id)
      and (e.facts->>'customer' = ${from}
        or (not e.facts ? 'customer' and e.subject in (
          select m.conversation from messages m where m.account = ${account} and m.customer = ${into} and m.seq > ${offset}::int)))`.execute(db)
}

async function moveProfile(db: Db, account: string, { from, into }: Merging): Promise<void> {
  await sql`
    insert into traits (account, customer, name, value, source, at)
    select account, ${into}, name, value, source, at from traits where account = ${account} and customer = ${from}
    on conflict (account, customer, name) do update set value = excluded.value, source = excluded.source, at = excluded.at
    where traits.at < excluded.at`.execute(db)
  await sql`delete from traits where account = ${account} and customer = ${from}`.execute(db)
  await sql`
    with gone as (delete from customers where account = ${account} and id = ${from} returning *)
    update customers c set name = coalesce(c.name, gone.name), local_name = coalesce(c.local_name, gone.local_name), email = coalesce(c.email, gone.email),
      phone = coalesce(c.phone, gone.phone), country = coalesce(c.country, gone.country), language = coalesce(c.language, gone.language),
      segment = coalesce(c.segment, gone.segment), since = least(c.since, gone.since)
    from gone where c.account = ${account} and c.id = ${into}`.execute(db)
  await refreshProfile(db, account, into)
}

/** What was said in the conversation that ended goes on in the other, with a wish for a person that was heard there. */
async function absorb(work: Work<'message.received' | 'person.wanted'>, customer: string, kept: Open, other: Open): Promise<void> {
  const { db, account } = work
  for (const table of ['messages', 'readings', 'help'] as const)
    await sql`update ${sql.table(table)} set conversation = ${kept.id} where account = ${account} and conversation = ${other.id}`.execute(db)
  const { seq } = await one(
    db,
    sql<{ seq: number }>`
      update conversations c set
        asked_for_person_at = coalesce(asked_for_person_at, case when ${other.asked} then clock_timestamp() end),
        last_customer_seq = coalesce((select max(seq) from messages m where m.account = c.account and m.conversation = c.id and m.author = 'customer'), 0),
        last_reply_seq = coalesce((select max(seq) from messages m where m.account = c.account and m.conversation = c.id
          and m.author in ('assistant', 'person') and not m.private), 0)
      where account = ${account} and id = ${kept.id} returning last_customer_seq as seq`,
  )
  if (other.asked && !kept.asked) {
    await sql`
      update claims set ended_at = clock_timestamp(), ended_because = 'person-wanted'
      where account = ${account} and conversation = ${kept.id} and holder = 'assistant' and ended_at is null`.execute(db)
    work.tell('person.wanted', { conversation: kept.id, customer, seq, by: 'words' })
  } else if (other.unanswered) {
    const last = await one(
      db,
      sql<{ seq: number }>`select max(seq) as seq from messages where account = ${account} and customer = ${customer} and author = 'customer'`,
    )
    work.tell('message.received', { conversation: kept.id, customer, seq: last.seq })
  }
}
