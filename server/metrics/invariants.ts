import type { RawBuilder } from 'kysely'
import { topPriority } from '../../core/queue/place.ts'
import { type Db, many, sql } from '../platform/db.ts'

export interface Check {
  name: string
  violations: number
  /** Ids of what broke it, at most five. */
  examples: string[]
}

/** What must hold whatever happens, counted in the database: run by the owner, and after every fault test. */
export async function checkInvariants(db: Db, account: string): Promise<Check[]> {
  const checks: Check[] = []
  for (const [name, broken] of Object.entries(invariants)) {
    const rows = await many(
      db,
      sql<{ example: string; n: number }>`
      select example, count(*) over ()::int as n from (${broken(account)}) broken(example) order by example limit 5`,
    )
    checks.push({ name, violations: rows[0]?.n ?? 0, examples: rows.map((row) => row.example) })
  }
  return checks
}

/** Work that is on its way has this long to reach the next hand (I8). */
const graceSeconds = 30
/** How far back the checks look that would otherwise read the whole past. */
const lookBack = sql`now() - interval '1 day'`

/** Each query gives one row for each violation, and nothing when all is well. */
const invariants: Record<string, (account: string) => RawBuilder<{ example: string }>> = {
  'I2-exactly-once': (account) => sql`
    select customer || ' ' || client_id from messages
    where account = ${account} and client_id is not null group by customer, client_id having count(*) > 1`,

  'I3-order': (account) => sql`
    select u.id::text from customers u left join messages m on m.account = u.account and m.customer = u.id
    where u.account = ${account}
    group by u.id, u.last_seq
    having count(m.seq) <> u.last_seq or coalesce(min(m.seq), 1) <> 1 or coalesce(max(m.seq), 0) <> u.last_seq or count(distinct m.seq) <> count(m.seq)`,

  'I5-one-holder': (account) => sql`
    select distinct conversation::text from (
      select conversation, since, max(coalesce(ended_at, 'infinity')) over (
        partition by conversation order by since, ended_at, id rows between unbounded preceding and 1 preceding
      ) as held_until
      from claims where account = ${account} and (ended_at is null or ended_at > since)
    ) held where since < held_until`,

  // Replays taking and putting down. Measured by the capacity of now: lowering it shows what was taken before, for a day.
  'I6-capacity': (account) => sql`
    select distinct load.person::text from (
      select person, sum(change) over (partition by person order by at, change rows unbounded preceding) as held, at, change
      from (
        select person, since as at, coalesce(takes, 1) as change from claims
        where account = ${account} and holder = 'person' and coalesce(ended_at, 'infinity') > ${lookBack}
        union all
        select person, ended_at, -coalesce(takes, 1) from claims where account = ${account} and holder = 'person' and ended_at > ${lookBack}
      ) moves
    ) load join people p on p.account = ${account} and p.id = load.person
    where load.change > 0 and load.held > p.capacity`,

  'I7-announced-place': announcedPlaces,
  'I7-served-in-order': servedOutOfOrder,

  'I8-no-lost-customer': lostCustomers,

  'I9-person-at-once': (account) => sql`
    select distinct asked.conversation::text || ' ' || m.seq from (
      select id as conversation, asked_for_person_at as at from conversations where account = ${account} and asked_for_person_at is not null
      union all
      select subject, at from events where account = ${account} and name = 'person.wanted'
    ) asked
    join messages m on m.account = ${account} and m.conversation = asked.conversation and m.author = 'assistant' and m.at > asked.at
    where not exists (select 1 from closures k where k.account = ${account} and k.conversation = asked.conversation and k.at between asked.at and m.at)`,

  // A message without its fact, or a fact without its message.
  'I12-atomic': (account) => sql`
    select m.conversation::text || ' ' || m.seq from messages m
    where m.account = ${account} and m.at > ${lookBack} and not exists (
      select 1 from events e where e.account = m.account and e.subject = m.conversation and e.name = ${eventOfMessage} and (e.facts->>'seq')::int = m.seq
    )
    union all
    select e.subject::text || ' ' || (e.facts->>'seq') from events e
    where e.account = ${account} and e.at > ${lookBack} and e.name in ('message.received', 'reply.written', 'note.written') and not exists (
      select 1 from messages m where m.account = e.account and m.customer = (e.facts->>'customer')::uuid and m.seq = (e.facts->>'seq')::int
    )`,

  // Booked = realised + open + written off: nothing settles what was not booked, and what is written off leaves nothing open.
  'ledger-balance': (account) => sql`
    select s.id::text from ledger s left join ledger e on e.account = s.account and e.id = s.settles and e.kind = 'expected' and e.conversation = s.conversation
    where s.account = ${account} and s.kind in ('realised', 'written-off') and e.id is null
    union all
    select e.id::text from ledger e join ledger s on s.account = e.account and s.settles = e.id
    where e.account = ${account} and e.kind = 'expected'
    group by e.id, e.cents having bool_or(s.kind = 'written-off') and sum(s.cents) <> e.cents
    union all
    select id::text from ledger where account = ${account} and kind in ('expected', 'cost') and settles is not null`,
}

const eventOfMessage = sql`case when m.author = 'customer' then 'message.received' when m.private then 'note.written' else 'reply.written' end`

/**
 * I8: whoever waits for an answer is in exactly one pair of hands: a person's whose console lives, the queue's (an agreed time
 * that is still to come counts as a place there), or the assistant's within its time. The assistant beside the queue counts as the queue. Who left by their own
 * choice after writing waits for nothing.
 */
function lostCustomers(account: string): RawBuilder<{ example: string }> {
  return sql`
    select c.id::text from conversations c
    join messages m on m.account = c.account and m.customer = c.customer and m.seq = c.last_customer_seq
    left join places p on p.account = c.account and p.conversation = c.id
    left join callbacks b on b.account = c.account and b.conversation = c.id and b.done_at is null and coalesce(b.due_at, now()) > now() - ${grace}
    left join claims h on h.account = c.account and h.conversation = c.id and h.ended_at is null
    cross join lateral (
      select h.holder = 'person' and h.lease_until > now() - ${grace} as by_person,
        p.waiting_since is not null or b.asked_at is not null as queued,
        h.holder = 'assistant' and h.lease_until > now() - ${grace} as by_assistant
    ) hands
    where c.account = ${account} and c.closed_at is null and c.last_customer_seq > c.last_reply_seq
      and m.at < now() - ${grace} and (p.left_at is null or p.left_at < m.at)
      and (case when coalesce(by_person, false) then 1 else 0 end + case when queued then 1 when coalesce(by_assistant, false) then 1 else 0 end) <> 1`
}

/** I7: an announced position that grew without a stated reason. A new wait is told from its beginning, once the one before has ended. */
function announcedPlaces(account: string): RawBuilder<{ example: string }> {
  return sql`
    select conversation::text from (
      select conversation, at, ahead, because->>'code' as code, lag(ahead) over told as before, lag(at) over told as before_at
      from place_changes where account = ${account} and at > ${lookBack} window told as (partition by conversation order by at, id)
    ) told
    where ahead > before and (
      code is null or code = 'moved-up' or code = 'place-kept' and not exists (
        select 1 from events e where e.account = ${account} and e.subject = told.conversation and e.at between told.before_at and told.at
          and e.name in ('place.served', 'place.left', 'conversation.closed', 'callback.agreed')
      )
    )`
}

/**
 * I7: somebody was given to a person by matching while another waited who came first by number and by time, of equal priority, language
 * and skill. It compares the last service of each with the last wait of the other, as far as its demand stayed what it was, and with
 * what the round could see. Excused: whom a colleague gave back, when that same colleague took somebody in that round.
 */
function servedOutOfOrder(account: string): RawBuilder<{ example: string }> {
  return sql`
    with served as materialized (
      select p.conversation, p.number, p.priority, p.language, p.skill, p.waited_since, p.served_at, r.seen,
        (select min(e.xid) from events e where e.account = ${account} and e.subject = p.conversation and e.at >= p.served_at and e.name = 'place.served') as xid
      from places p join assignments a on a.account = p.account and a.conversation = p.conversation and a.person = p.served_by
        and a.at between p.served_at and p.served_at + interval '2 seconds'
      join rounds r on r.account = a.account and r.id = a.round_id and r.seen is not null
      where p.account = ${account} and p.served_at > ${lookBack} and p.waiting_since is null and p.priority <= ${topPriority}
        and not exists (
          select 1 from events e where e.account = ${account} and e.subject = p.conversation and not pg_visible_in_snapshot(e.xid, r.seen)
            and e.name in ('conversation.routed', 'place.kept')
        )
    ), waited as materialized (
      select p.conversation, p.number, p.priority, p.language, p.skill, coalesce(p.waiting_since, p.waited_since) as since, last.xid,
        -- A colleague to whom it was passed on serves it later: the wait ended when it was served first.
        coalesce(gone.at, case when p.waiting_since is null then coalesce(p.served_at, p.left_at) else 'infinity' end) as ended, gone.xid as ended_by
      from places p cross join lateral (
        select e.at, e.xid from events e
        where e.account = ${account} and e.subject = p.conversation and e.name = 'place.taken' order by e.at desc limit 1
      ) last
      left join lateral (
        select e.at, e.xid from events e where e.account = ${account} and e.subject = p.conversation and e.at > last.at
          and e.name in ('place.served', 'place.left', 'conversation.closed') order by e.at limit 1
      ) gone on true
      where p.account = ${account} and coalesce(p.waiting_since, p.waited_since) > ${lookBack}
    )
    select distinct w.conversation::text || ' ' || s.conversation::text from served s
    join waited w on w.priority = s.priority and w.language is not distinct from s.language and w.skill is not distinct from s.skill
      and w.number < s.number and w.since <= s.waited_since and pg_visible_in_snapshot(w.xid, s.seen)
      -- Whom the same matching serves is told of a moment after all of them were noted.
      and s.served_at < w.ended and not coalesce(w.ended_by = s.xid, false)
    where not exists (
      select 1 from events e where e.account = ${account} and e.subject = w.conversation and not pg_visible_in_snapshot(e.xid, s.seen)
        and e.name in ('conversation.routed', 'place.kept', 'place.taken', 'callback.agreed', 'callback.called')
    ) and not exists (
      select 1 from rounds r join assignments q on q.account = r.account and q.round_id = r.id
      join claims k on k.account = ${account} and k.conversation = w.conversation and k.person = q.person
        and k.ended_at <= s.served_at and k.ended_because in ('given-back', 'unseen', 'lapsed')
      where r.account = ${account} and r.seen::text = s.seen::text
    )`
}

const grace = sql`make_interval(secs => ${graceSeconds})`
