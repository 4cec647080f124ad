import type { Language } from '../../core/language.ts'
import type { Forecast } from '../../core/queue/forecast.ts'
import type { Place, Priority } from '../../core/queue/place.ts'
import type { Range } from '../../core/queue/wait.ts'
import { weightOf } from '../../core/team/holding.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { findRules } from '../team/holding-store.ts'
import { findWaitLimit } from './limit-store.ts'

export interface PlaceRow extends Place {
  customer: string
  /** What a person adds here over the assistant, in money. */
  uplift: number
  toldAhead: number | null
  toldFrom: number | null
  toldTo: number | null
  toldPeople: number | null
  givenBackBy: string | null
}

/** One matching at a time in an account: two nodes never give away the same person or customer (I5, I6). */
export async function lockMatching(db: Db, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`matching ${account}`}, 0))`.execute(db)
}

export async function listWaiting(db: Db, account: string): Promise<PlaceRow[]> {
  const rows = await many(
    db,
    sql<Omit<PlaceRow, 'waitingSince' | 'limitAt'> & { waitingSince: Date; limitAt: Date | null }>`
      select conversation, customer, number, waiting_since as "waitingSince", limit_at as "limitAt", priority, per_minute as "perMinute", minutes, uplift, language, skill,
        asked_for_person as "askedForPerson", told_ahead as "toldAhead", told_from as "toldFrom", told_to as "toldTo",
        told_people as "toldPeople", given_back_by as "givenBackBy"
      from places where account = ${account} and waiting_since is not null order by priority desc, number`,
  )
  return rows.map((row) => ({ ...row, waitingSince: row.waitingSince.getTime(), limitAt: row.limitAt?.getTime() ?? null }))
}

/** Whoever was served before, or came back too late for the old place, begins a new wait; whoever was not goes on from the first beginning. */
const goesOn = sql`(p.served_at is null and p.number = excluded.number)`

export interface Join {
  conversation: string
  customer: string
  waiting: boolean
  priority: Priority
  perMinute: number
  minutes: number
  uplift: number
  skill: string | null
  askedForPerson: boolean
  waitLimitMinutes: number
}

/**
 * Keeps the place, and lets it wait when a person shall serve. Nothing here makes a place worse: the number stays,
 * the wait counts from its first beginning, the priority only rises (promise 2). True when it began to wait now.
 */
export async function savePlace(db: Db, account: string, join: Join): Promise<{ began: boolean; waiting: boolean }> {
  return one(
    db,
    sql<{ began: boolean; waiting: boolean }>`
      with before as (
        select waiting_since from places where account = ${account} and conversation = ${join.conversation}
      ), kept as (
        insert into places as p (account, conversation, customer, number, waiting_since, limit_at, priority, per_minute, minutes, uplift, language, skill, asked_for_person)
        select ${account}, c.id, c.customer, c.place_number,
          case when ${join.waiting} then clock_timestamp() end,
          case when ${join.waiting} then clock_timestamp() + make_interval(secs => ${join.waitLimitMinutes * 60}) end,
          ${join.priority}, ${join.perMinute}, ${join.minutes}, ${join.uplift}, coalesce(c.language, c.language_hint), ${join.skill}, ${join.askedForPerson}
        from conversations c where c.account = ${account} and c.id = ${join.conversation}
        on conflict (account, conversation) do update set
          number = excluded.number,
          waiting_since = case when ${join.waiting} then coalesce(p.waiting_since, case when ${goesOn} then p.waited_since end, excluded.waiting_since) else p.waiting_since end,
          limit_at = case when ${join.waiting} then coalesce(case when ${goesOn} then p.limit_at end, excluded.limit_at) else p.limit_at end,
          priority = case when ${goesOn} then greatest(p.priority, excluded.priority) else excluded.priority end,
          per_minute = excluded.per_minute, minutes = excluded.minutes, uplift = excluded.uplift,
          language = coalesce(case when ${goesOn} then p.wanted_language end, excluded.language),
          skill = coalesce(case when ${goesOn} then p.wanted_skill end, excluded.skill),
          asked_for_person = (${goesOn} and p.asked_for_person) or excluded.asked_for_person,
          served_at = case when ${join.waiting} then null else p.served_at end,
          foretold_at = case when ${join.waiting} and p.served_at is not null then null else p.foretold_at end,
          left_at = case when ${join.waiting} then null else p.left_at end,
          -- What was told of a wait before says nothing about a new one.
          told_ahead = case when ${goesOn} then p.told_ahead end,
          told_from = case when ${goesOn} then p.told_from end,
          told_to = case when ${goesOn} then p.told_to end,
          told_people = case when ${goesOn} then p.told_people end
        returning waiting_since
      )
      select kept.waiting_since is not null as waiting,
        kept.waiting_since is not null and (select waiting_since from before) is null as began
      from kept`,
  )
}

export async function markServed(db: Db, account: string, conversation: string, person: string): Promise<{ waitedSeconds: number } | undefined> {
  return maybe(
    db,
    sql<{ waitedSeconds: number }>`
      with before as (
        select waiting_since from places where account = ${account} and conversation = ${conversation}
      ), served as (
        update places set served_at = clock_timestamp(), served_by = ${person}, waited_since = coalesce(waiting_since, waited_since), waiting_since = null,
          given_back_by = null, wanted_language = null, wanted_skill = null
        where account = ${account} and conversation = ${conversation} returning 1
      )
      select coalesce(extract(epoch from clock_timestamp() - waiting_since), 0)::float8 as "waitedSeconds" from before, served`,
  )
}

/** Whom the place shall wait for, when a colleague knows better than what was read. */
export interface Wanted {
  language: Language | null
  skill: string | null
}

/** Back to the same place, waiting from where it had waited (promise 2). */
export async function markWaitingAgain(
  db: Db,
  account: string,
  conversation: string,
  givenBackBy: string | null,
  { language, skill }: Wanted = { language: null, skill: null },
): Promise<void> {
  await sql`
    insert into places as p (account, conversation, customer, number, waiting_since, language, skill, wanted_language, wanted_skill, given_back_by)
    select ${account}, c.id, c.customer, c.place_number, clock_timestamp(), coalesce(${language}, c.language, c.language_hint), ${skill}::text,
      ${language}::text, ${skill}::text, ${givenBackBy}
    from conversations c where c.account = ${account} and c.id = ${conversation}
    on conflict (account, conversation) do update set
      waiting_since = coalesce(p.waiting_since, p.waited_since, clock_timestamp()),
      limit_at = coalesce(p.limit_at, clock_timestamp() + make_interval(secs => ${await findWaitLimit(db, account)} * 60)), served_at = null, served_by = null, left_at = null,
      language = coalesce(${language}, p.language), skill = coalesce(${skill}, p.skill),
      wanted_language = coalesce(${language}, p.wanted_language), wanted_skill = coalesce(${skill}, p.wanted_skill),
      given_back_by = ${givenBackBy}, foretold_at = null`.execute(db)
}

/** Out of the queue; false when it did not wait. */
export async function markLeft(db: Db, account: string, conversation: string, because: string): Promise<boolean> {
  const left = await maybe(
    db,
    sql`
      update places set left_at = clock_timestamp(), left_because = ${because}, waited_since = coalesce(waiting_since, waited_since), waiting_since = null
      where account = ${account} and conversation = ${conversation} and waiting_since is not null returning 1`,
  )
  return left !== undefined
}

export interface OwnPlace {
  waitingSince: Date | null
  toldAhead: number | null
  toldFrom: number | null
  toldTo: number | null
  leftAt: Date | null
  leftBecause: string | null
  because: { code: string; numbers: Record<string, number> } | null
}

/** The place of one conversation as its customer sees it. */
export function findPlace(db: Db, account: string, conversation: string): Promise<OwnPlace | undefined> {
  return maybe(
    db,
    sql<OwnPlace>`
      select p.waiting_since as "waitingSince", p.told_ahead as "toldAhead", p.told_from as "toldFrom", p.told_to as "toldTo",
        p.left_at as "leftAt", p.left_because as "leftBecause",
        (select because from place_changes h where h.account = p.account and h.conversation = p.conversation order by at desc limit 1) as because
      from places p where p.account = ${account} and p.conversation = ${conversation}`,
  )
}

/** One announces at a time in an account: who has read an older queue must not have the last word (I7). */
export async function lockAnnouncing(db: Db, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`announcing ${account}`}, 0))`.execute(db)
}

/** What is told of a place; what was foretold first since this wait began stands until it ends. */
export interface Told {
  conversation: string
  ahead: number
  range: Range | null
  forecast: Forecast | null
  people: number
  because: unknown
}

/** What was told to each, of those who still wait. Rows are locked in one order. Gives back whose place still waits. */
export async function saveTold(db: Db, account: string, told: readonly Told[]): Promise<Set<string>> {
  const rows = told.map(({ conversation, ahead, range, forecast, people, because }) => ({
    id: newId(),
    conversation,
    ahead,
    from: range?.from ?? null,
    to: range?.to ?? null,
    people,
    mean: forecast?.mean ?? null,
    spread: forecast?.spread ?? null,
    because,
  }))
  const said = await many(
    db,
    sql<{ conversation: string }>`
      with told as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as t(id uuid, conversation uuid, ahead int, "from" real, "to" real, people int, mean real, spread real, because jsonb)
      ), waiting as (
        select p.conversation from places p
        where p.account = ${account} and p.conversation in (select conversation from told) and p.waiting_since is not null
        order by p.conversation for no key update
      ), said as (
        update places p set told_ahead = t.ahead, told_from = t."from", told_to = t."to", told_people = t.people,
          foretold_mean = case when p.foretold_at is null then t.mean else p.foretold_mean end,
          foretold_spread = case when p.foretold_at is null then t.spread else p.foretold_spread end,
          foretold_at = coalesce(p.foretold_at, case when t.mean is not null then clock_timestamp() end)
        from told t join waiting w on w.conversation = t.conversation
        where p.account = ${account} and p.conversation = t.conversation
      ), noted as (
        insert into place_changes (account, id, conversation, ahead, range_from, range_to, because)
        select ${account}, t.id, t.conversation, t.ahead, t."from", t."to", nullif(t.because, 'null'::jsonb)
        from told t join waiting w on w.conversation = t.conversation
      )
      select conversation from waiting`,
  )
  return new Set(said.map(({ conversation }) => conversation))
}

/** The waits of four weeks that people ended, the latest first: what was foretold when they began, and how they came. Minutes. */
export function listForetold(db: Db, account: string): Promise<(Forecast & { waited: number })[]> {
  return many(
    db,
    sql<Forecast & { waited: number }>`
      select foretold_mean::float8 as mean, foretold_spread::float8 as spread, extract(epoch from served_at - foretold_at)::float8 / 60 as waited
      from places where account = ${account} and served_at > clock_timestamp() - interval '28 days'
        and foretold_at is not null and served_at >= foretold_at and foretold_mean > 0
      order by served_at desc limit 1000`,
  )
}

/** Starting figure until conversations have been handled here: about 6 minutes (industry tables). It counts as ten of them. */
const handlePrior = { minutes: 6, n: 10 }

/** How long people held conversations in the last 7 days, and how many that stands on. */
export function findHandleTime(db: Db, account: string): Promise<{ minutes: number; n: number }> {
  return one(
    db,
    sql<{ minutes: number; n: number }>`
      select (${handlePrior.n * handlePrior.minutes}::float8 + coalesce(sum(extract(epoch from coalesce(wrap_until, ended_at) - since)), 0)::float8 / 60)
        / (${handlePrior.n}::float8 + count(*)) as minutes, count(*)::int as n
      from claims where account = ${account} and holder = 'person' and ended_because = 'closed' and ended_at > now() - interval '7 days'`,
  )
}

/** How many wait, but this one. */
export async function countWaiting(db: Db, account: string, but: string | null): Promise<number> {
  const { n } = await one(
    db,
    sql<{ n: number }>`
      select count(*)::int as n from places where account = ${account} and waiting_since is not null and conversation is distinct from ${but}::uuid`,
  )
  return n
}

export interface Joins extends Pick<Place, 'priority' | 'language' | 'skill'> {
  n: number
}

/** How many come before others lately: those who began to wait in the last hour, by priority and what they need. */
export function listJoins(db: Db, account: string): Promise<Joins[]> {
  return many(
    db,
    sql<Joins>`
      select priority, language, skill, count(*)::int as n from places
      where account = ${account} and coalesce(waiting_since, waited_since) > clock_timestamp() - interval '1 hour' group by priority, language, skill`,
  )
}

/** A starting figure counts as this many customers who gave up. */
const patiencePrior = { minutes: 20, left: 10 }

/**
 * Mean patience of those who wait, in minutes, from the last 7 days: all that was waited over how many gave up (maximum likelihood
 * with those served as censored), with a starting figure of 20 minutes that fades as customers leave.
 */
export async function findPatience(db: Db, account: string): Promise<number> {
  const { waited, left } = await findWaits(db, account)
  return (patiencePrior.minutes * patiencePrior.left + waited) / (patiencePrior.left + left.impatient)
}

/** Minutes waited in the last 7 days, and how many waits ended without a person. */
async function findWaits(db: Db, account: string): Promise<{ waited: number; left: { all: number; impatient: number } }> {
  const { waited, all, impatient } = await one(
    db,
    sql<{ waited: number; all: number; impatient: number }>`
      select coalesce(sum(extract(epoch from coalesce(served_at, left_at, clock_timestamp()) - coalesce(waiting_since, waited_since))), 0)::float8 / 60 as waited,
        count(*) filter (where left_at is not null and waiting_since is null and served_at is null)::int as all,
        count(*) filter (where left_because = 'left' and waiting_since is null and served_at is null)::int as impatient
      from places where account = ${account} and coalesce(waiting_since, waited_since) > clock_timestamp() - interval '7 days'`,
  )
  return { waited: Math.max(0, waited), left: { all, impatient } }
}

/** Which share of those who wait stops waiting in a minute without having met a person: out of patience, or helped meanwhile. */
export async function findLeaving(db: Db, account: string): Promise<number> {
  const { waited, left } = await findWaits(db, account)
  return (patiencePrior.left + left.all) / (patiencePrior.minutes * patiencePrior.left + waited)
}

export async function findLanguageSkill(db: Db, account: string, conversation: string): Promise<{ language: Language | null; skill: string | null }> {
  return one(
    db,
    sql<{ language: Language | null; skill: string | null }>`
      select coalesce(c.language, c.language_hint) as language, e.economics->>'skill' as skill
      from conversations c left join economics e on e.account = c.account and e.intent = c.intent
      where c.account = ${account} and c.id = ${conversation}`,
  )
}

/** What this conversation takes of whoever serves it; null: all that is left. An agreed call takes everything, whatever its channel. */
export async function findTakes(db: Db, account: string, conversation: string): Promise<number | null> {
  const { channel } = await one(
    db,
    sql<{ channel: string }>`
      select case when b.called_at is not null and b.done_because is distinct from 'closed' then 'callback' else c.channel end as channel
      from conversations c left join callbacks b on b.account = c.account and b.conversation = c.id
      where c.account = ${account} and c.id = ${conversation}`,
  )
  const weight = weightOf(await findRules(db, account), channel)
  return weight === 'all' ? null : weight
}
