import { recontactDays } from '../../core/metrics/definitions.ts'
import type { Served } from '../../core/metrics/served.ts'
import { type Db, many, one, sql } from '../platform/db.ts'
import { findPolicy } from '../routing/store.ts'

export interface Period {
  from: Date
  to: Date
  language?: string | undefined
}

/**
 * The conversations first opened in [from, to), newest first, as the figures see them: one row each, however often it was taken up again.
 * Only what the tables keep enters, so that every screen that asks for the same time gets the same rows.
 */
export async function listServed(db: Db, account: string, period: Period): Promise<Served[]> {
  const { policy } = await findPolicy(db, account)
  const rows = await many(db, servedQuery(account, period, policy.returnMinutes))
  return rows.map((row) => ({
    conversation: row.conversation,
    number: row.number,
    openedAt: row.openedAt.getTime(),
    closedAt: time(row.closedAt),
    waitStartedAt: time(row.waitStartedAt),
    answeredByPersonAt: time(row.answeredByPersonAt),
    abandonedAt: time(row.abandonedAt),
    askedForPersonAt: time(row.askedForPersonAt),
    queuedAfterAskMs: row.queuedAfterAskMs,
    assistantSpokeAfterAsk: row.assistantSpokeAfterAsk,
    servedBy: servedBy(row.answeredByPersonAt !== null, row.assistantServed),
    personMs: row.personMs,
    assistantMs: row.assistantMs,
    handedOver: row.handedOver,
    solvedByCustomerWord: row.solvedByCustomerWord,
    recontactWithin7Days: row.recontact,
    effort: row.effort,
    expectedCents: row.expectedCents,
    realisedCents: row.realisedCents,
    costCents: row.costCents,
  }))
}

interface Row {
  conversation: string
  number: number
  openedAt: Date
  closedAt: Date | null
  waitStartedAt: Date | null
  answeredByPersonAt: Date | null
  abandonedAt: Date | null
  askedForPersonAt: Date | null
  queuedAfterAskMs: number | null
  assistantSpokeAfterAsk: boolean
  assistantServed: boolean
  personMs: number
  assistantMs: number
  handedOver: boolean
  solvedByCustomerWord: boolean | null
  recontact: boolean
  effort: number | null
  expectedCents: number
  realisedCents: number | null
  costCents: number
}

/** One statement: what each term of docs/metrics.md is, read from the tables. */
const servedQuery = (account: string, { from, to, language }: Period, returnMinutes: number) => sql<Row>`
  with candidates as (
    select c.id, c.customer, c.number, c.intent, c.closed_at, c.opened_at as newest_opening, c.asked_for_person_at as asked_now,
      exists (select 1 from closures k where k.account = c.account and k.conversation = c.id and k.reopened_at is not null) as reopened
    from conversations c
    where c.account = ${account} and c.opened_at >= ${from} ${language === undefined ? sql`` : sql`and c.language = ${language}`}
  ), opened as (
    -- Taking a matter up again moves opened_at; the period of a conversation is that of its first opening.
    select o.*, case when reopened then least(newest_opening,
      (select min(at) from messages m where m.account = ${account} and m.conversation = o.id)) else newest_opening end as opened_at
    from candidates o where reopened or newest_opening < ${to}
  ), conversation as (
    select o.*, case when reopened then least(asked_now, (
        select min(at) from events e where e.account = ${account} and e.subject = o.id and e.name = 'person.wanted'
      )) else asked_now end as asked_at
    from opened o where opened_at >= ${from} and opened_at < ${to}
  )
  select c.id as conversation, c.number, c.opened_at as "openedAt", c.closed_at as "closedAt",
    wait.started_at as "waitStartedAt", coalesce(words.after_wait, words.first_at) as "answeredByPersonAt",
    ${gaveUp(account, returnMinutes)} as "abandonedAt",
    c.asked_at as "askedForPersonAt", ${queuedAfterAsk(account)} as "queuedAfterAskMs",
    exists (
      select 1 from messages m where m.account = ${account} and m.conversation = c.id and m.author = 'assistant' and m.at > c.asked_at
        and not exists (select 1 from closures k where k.account = ${account} and k.conversation = c.id and k.at between c.asked_at and m.at)
    ) as "assistantSpokeAfterAsk",
    -- It answered, or the matter was its own and it could not; a word of company in the queue is no service.
    exists (
      select 1 from help h where h.account = ${account} and h.conversation = c.id
        and (not h.abstained or exists (select 1 from decisions d where d.account = ${account} and d.conversation = c.id and d.decided = 'assistant'))
    ) as "assistantServed",
    claims."personMs", claims."assistantMs",
    exists (
      select 1 from decisions d where d.account = ${account} and d.conversation = c.id and d.decided = 'assistant'
        and (wait.last_at > d.at or claims.last_person_since > d.at)
    ) as "handedOver",
    ${customersWord(account)} as "solvedByCustomerWord", ${recontact(account)} as recontact,
    (select score from efforts e where e.account = ${account} and e.conversation = c.id and e.score is not null order by e.answered_at desc limit 1) as effort,
    money."expectedCents", money."realisedCents", money."costCents"
  from conversation c
  left join lateral (
    select min(at) filter (where decided <> 'assistant') as started_at, max(at) filter (where decided <> 'assistant') as last_at
    from decisions d where d.account = ${account} and d.conversation = c.id
  ) wait on true
  left join lateral (
    select min(at) as first_at, min(at) filter (where at >= wait.started_at) as after_wait
    from messages m where m.account = ${account} and m.conversation = c.id and m.author = 'person' and not m.private
  ) words on true
  left join places p on p.account = ${account} and p.conversation = c.id
  left join lateral (
    select coalesce(sum(extract(epoch from least(coalesce(wrap_until, ended_at), now()) - since) * 1000) filter (where holder = 'person'), 0)::float8 as "personMs",
      coalesce(sum(extract(epoch from coalesce(ended_at, now()) - since) * 1000) filter (where holder = 'assistant'), 0)::float8 as "assistantMs",
      max(since) filter (where holder = 'person') as last_person_since
    from claims h where h.account = ${account} and h.conversation = c.id
  ) claims on true
  left join lateral (
    select coalesce(sum(cents) filter (where kind = 'expected'), 0)::bigint as "expectedCents",
      case when bool_or(kind in ('realised', 'written-off')) then coalesce(sum(cents) filter (where kind = 'realised'), 0)::bigint end as "realisedCents",
      coalesce(sum(cents) filter (where kind = 'cost'), 0)::bigint as "costCents"
    from ledger l where l.account = ${account} and l.conversation = c.id
  ) money on true
  order by c.opened_at desc, c.number desc`

/** Left by their own choice, or closed by themselves while they waited, and the time to return has passed. */
const gaveUp = (account: string, returnMinutes: number) => sql`
  case when p.left_at is null or p.left_because = 'solved' then null
    when p.left_because = 'left' and (c.closed_at is not null or p.left_at <= now() - make_interval(secs => ${returnMinutes * 60})) then p.left_at
    when exists (
      select 1 from closures k where k.account = ${account} and k.conversation = c.id and k.reopened_at is null
        and k.by_kind = 'customer' and k.resolved is distinct from true
    ) then p.left_at end`

const waitSince = sql`coalesce(p.waited_since, p.waiting_since)`

/** Milliseconds from the request to standing in the queue, or to a person: 0 for whoever waited or was served already. */
const queuedAfterAsk = (account: string) => sql`
  case when c.asked_at is null then null
    when exists (
      select 1 from claims h where h.account = ${account} and h.conversation = c.id and h.holder = 'person'
        and h.since <= c.asked_at and (h.ended_at is null or h.ended_at > c.asked_at)
    ) then 0
    else (extract(epoch from least(
      case when ${waitSince} >= c.asked_at then ${waitSince}
        -- Waited already when they asked.
        when not c.reopened and (p.waiting_since is not null or p.left_at >= c.asked_at or p.served_at >= c.asked_at) then c.asked_at
        -- The wait of an earlier opening says nothing about this request: what was decided does.
        when c.reopened and ${waitSince} is not null
          then (select min(at) from decisions d where d.account = ${account} and d.conversation = c.id and d.decided <> 'assistant' and d.at >= c.asked_at) end,
      (select min(since) from claims h where h.account = ${account} and h.conversation = c.id and h.holder = 'person' and h.since > c.asked_at)
    ) - c.asked_at) * 1000)::float8 end`

/** The customer's last own word on whether it was solved: about an answer, or by closing. */
const customersWord = (account: string) => sql`(
  select solved from (
    select judged_at as at, solved from help h where h.account = ${account} and h.conversation = c.id and h.solved is not null
    union all
    select at, resolved from closures k where k.account = ${account} and k.conversation = c.id and k.by_kind = 'customer' and k.resolved is not null
  ) said order by at desc limit 1)`

/** Took the matter up again, or wrote elsewhere about the same one. Where a matter is not known it counts as the same: nothing is claimed in doubt. */
const recontact = (account: string) => sql`(
  exists (
    select 1 from closures k where k.account = ${account} and k.conversation = c.id and k.reopened_by = 'customer'
      and k.reopened_at <= k.at + make_interval(days => ${recontactDays})
  ) or (c.closed_at is not null and exists (
    select 1 from messages m join conversations o on o.account = m.account and o.id = m.conversation
    where m.account = ${account} and m.customer = c.customer and m.author = 'customer' and m.conversation <> c.id
      and m.at > c.closed_at and m.at <= c.closed_at + make_interval(days => ${recontactDays})
      and (o.intent = c.intent or o.intent is null or c.intent is null)
  )))`

const time = (at: Date | null) => at?.getTime() ?? null

function servedBy(person: boolean, assistant: boolean): Served['servedBy'] {
  if (person) return assistant ? 'both' : 'person'
  return assistant ? 'assistant' : null
}

/** Where each day (or hour) of a period begins on the account's own clock; the first one begins with the period. */
export async function listSteps(db: Db, account: string, { from, to }: Period, step: 'hour' | 'day'): Promise<Date[]> {
  const rows = await many(
    db,
    sql<{ at: Date }>`
      select greatest(local at time zone a.time_zone, ${from}) as at
      from accounts a, generate_series(date_trunc(${step}, ${from}::timestamptz at time zone a.time_zone), ${to}::timestamptz at time zone a.time_zone, ${`1 ${step}`}::interval) local
      where a.account = ${account} and local at time zone a.time_zone < ${to} order by 1`,
  )
  return rows.map((row) => row.at)
}

/** Names of the customers of these conversations. */
export async function listNames(db: Db, account: string, conversations: string[]): Promise<Map<string, string | null>> {
  const rows = await many(
    db,
    sql<{ id: string; name: string | null }>`
      select c.id, coalesce(u.name, u.local_name, u.email) as name
      from conversations c join customers u on u.account = c.account and u.id = c.customer
      where c.account = ${account} and c.id = any(${conversations}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The database's clock: verdicts that need seven days go by it (I17). */
export async function findNow(db: Db): Promise<Date> {
  return (await one(db, sql<{ now: Date }>`select now() as now`)).now
}
