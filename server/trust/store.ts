import type { Served } from '../../core/metrics/served.ts'
import type { RoutingFacts } from '../../core/routing/decision.ts'
import { wallMinutes } from '../../core/team/zone.ts'
import type { Past, PastConversation, RealCourse } from '../../core/trust/past.ts'
import { presenceOf } from '../../core/trust/presence.ts'
import { listServed } from '../metrics/store.ts'
import { type Db, many, one, sql } from '../platform/db.ts'
import { listPeople } from '../team/store.ts'
import { findEconomics } from '../value/economics.ts'
import { listEconomics } from '../value/store.ts'

const minute = 60_000

/** How far back a replay, the plan of staff and the audit look. */
export const pastDays = 28

/** The closed conversations of the four weeks before a time (now, unless told) with what is known of each, and who was on. */
export async function findPast(db: Db, account: string, until: Date | null = null): Promise<Past & { from: Date; to: Date }> {
  const { from, to, zone } = await findSpan(db, account, until)
  const wall = (at: Date | number) => wallMinutes(zone, Number(at)) + (Number(at) % minute) / minute
  const served = new Map((await listServed(db, account, { from, to })).map((one) => [one.conversation, one]))
  const claims = await listHeld(db, account, from)
  const taken = new Map([...Map.groupBy(claims, ({ conversation }) => conversation)].map(([id, own]) => [id, own.map(({ since }) => Number(since))]))
  const conversations = (await listRows(db, account, from)).flatMap((row): PastConversation[] => {
    const course = served.get(row.conversation)
    return course ? [toConversation(row, course, { at: wall(course.openedAt), taken: taken.get(row.conversation) ?? [] })] : []
  })
  const changes = (await listPresence(db, account, from)).map(({ person, at, on }) => ({ person, at: wall(at), on }))
  const held = claims.map(({ person, since, until }) => ({ person, from: wall(since), to: wall(until) }))
  const people = (await listPeople(db, account)).filter(({ role }) => role !== 'analyst')
  return {
    from,
    to,
    conversations,
    people: people.map(({ id, languages, skills, capacity }) => ({ person: id, languages, skills, capacity })),
    presence: presenceOf(changes, held, wall(to)),
    economics: await listEconomics(db, account),
    mean: (await findEconomics(db, account, null)).mean,
  }
}

function findSpan(db: Db, account: string, until: Date | null): Promise<{ from: Date; to: Date; zone: string }> {
  return one(
    db,
    sql<{ from: Date; to: Date; zone: string }>`
      select span.to - make_interval(days => ${pastDays}) as from, span.to, time_zone as zone
      from accounts, (select coalesce(${until}::timestamptz, now()) as to) span where account = ${account}`,
  )
}

interface Row {
  conversation: string
  number: number
  language: string
  intent: string
  facts: RoutingFacts
  decided: 'person' | 'assistant' | 'callback'
  lossProbability: number
  lifetimeValue: number
  returning: boolean
  askedLater: boolean
  resolvedByPerson: boolean | null
}

/** What the first decision saw and weighed; whether a person wrote down that it was solved. */
function listRows(db: Db, account: string, from: Date): Promise<Row[]> {
  return many(
    db,
    sql<Row>`
      select c.id as conversation, c.number, coalesce(c.language, c.language_hint, 'unknown') as language, coalesce(c.intent, 'unknown') as intent,
        d.facts, d.decided, coalesce((s.stake ->> 'lossProbability')::float8, 0) as "lossProbability",
        coalesce((s.stake -> 'inputs' -> 'lifetimeValue' ->> 'value')::float8, 0) as "lifetimeValue",
        exists (select 1 from orders o where o.account = c.account and o.customer = c.customer and o.at < c.opened_at) as returning,
        coalesce(c.asked_for_person_at > d.at, false) and not (d.facts ->> 'askedForPerson')::boolean as "askedLater",
        (select resolved from closures k where k.account = c.account and k.conversation = c.id and k.by_kind = 'person' order by k.at desc limit 1)
          as "resolvedByPerson"
      from conversations c
      join lateral (
        select facts, decided, at from decisions d where d.account = c.account and d.conversation = c.id order by d.at limit 1
      ) d on true
      left join lateral (
        select stake from stakes s where s.account = c.account and s.conversation = c.id order by s.seq limit 1
      ) s on true
      where c.account = ${account} and c.opened_at >= ${from} and c.closed_at is not null`,
  )
}

/** Which version decided first about each conversation opened since then, and what it had kept so many days after: money, from the ledger. */
export function listAged(db: Db, account: string, from: Date, days: number): Promise<{ conversation: string; version: number; value: number }[]> {
  return many(
    db,
    sql<{ conversation: string; version: number; value: number }>`
      select c.id as conversation, d.policy_version as version, (coalesce((
        select sum(l.cents) from ledger l
        where l.account = c.account and l.conversation = c.id and l.kind = 'realised' and l.at < d.at + make_interval(days => ${days})
      ), 0) / 100)::float8 as value
      from conversations c
      join lateral (
        select policy_version, at from decisions d where d.account = c.account and d.conversation = c.id order by d.at limit 1
      ) d on true
      where c.account = ${account} and c.opened_at >= ${from}`,
  )
}

function listPresence(db: Db, account: string, from: Date): Promise<{ person: string; at: Date; on: boolean }[]> {
  return many(
    db,
    sql<{ person: string; at: Date; on: boolean }>`
      select facts ->> 'person' as person, at, facts ->> 'presence' = 'on' as on from events
      where account = ${account} and name = 'presence.changed' and at >= ${from} order by at, id`,
  )
}

function listHeld(db: Db, account: string, from: Date): Promise<{ conversation: string; person: string; since: Date; until: Date }[]> {
  return many(
    db,
    sql<{ conversation: string; person: string; since: Date; until: Date }>`
      select c.id as conversation, h.person, h.since, coalesce(h.ended_at, now()) as until from conversations c
      join claims h on h.account = c.account and h.conversation = c.id and h.holder = 'person'
      where c.account = ${account} and c.opened_at >= ${from} and h.since >= ${from}`,
  )
}

function toConversation(row: Row, served: Served, { at, taken }: { at: number; taken: number[] }): PastConversation {
  const { conversation, number, language, intent, facts, lossProbability, lifetimeValue, returning, askedLater } = row
  return {
    conversation,
    number,
    at,
    language,
    intent,
    facts,
    lossProbability,
    lifetimeValue,
    returning,
    askedLater,
    real: courseOf(row, served, taken),
  }
}

/** Silence is no answer: what nobody said stays unknown, and is thrown in a replay. */
function courseOf({ decided, resolvedByPerson }: Row, served: Served, taken: number[]): RealCourse {
  const { waitStartedAt, answeredByPersonAt, abandonedAt, closedAt, servedBy, solvedByCustomerWord, handedOver } = served
  const until = answeredByPersonAt ?? abandonedAt ?? closedAt
  const lastTaken = Math.max(...taken.filter((since) => answeredByPersonAt !== null && since <= answeredByPersonAt))
  const alone = servedBy === 'assistant'
  return {
    toAssistant: decided === 'assistant',
    handedOver,
    wait: waitStartedAt === null || until === null ? null : Math.max(0, until - waitStartedAt) / minute,
    served: answeredByPersonAt !== null,
    answerMinutes: answeredByPersonAt === null || !Number.isFinite(lastTaken) ? null : (answeredByPersonAt - lastTaken) / minute,
    abandoned: answeredByPersonAt === null && abandonedAt !== null,
    byAssistant: alone && solvedByCustomerWord === true,
    personMinutes: served.personMs / minute,
    assistantMinutes: served.assistantMs / minute,
    solvedByAssistant: handedOver ? false : alone ? solvedByCustomerWord : null,
    solvedByPerson: answeredByPersonAt === null ? null : resolvedByPerson,
    realised: (served.realisedCents ?? 0) / 100,
  }
}
