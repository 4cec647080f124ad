import type { Stratum } from '../../core/learning/lift.ts'
import type { PlayedRound } from '../../core/learning/off-policy.ts'
import type { Aftermath, OutcomeRule } from '../../core/learning/outcome.ts'
import { settlesAfterDays } from '../../core/learning/outcome.ts'
import { type Db, many, maybe, sql } from '../platform/db.ts'

export interface Unsettled extends Aftermath {
  closure: string
  conversation: string
  person: string
  intent: string
  language: string
  assignment: string | null
}

/** Closures after a person's hands that are old enough and not settled yet; of one conversation, or of all. */
export function listUnsettled(db: Db, account: string, conversation: string | null): Promise<Unsettled[]> {
  return many(
    db,
    sql<Unsettled>`
      select cl.id as closure, cl.conversation, k.person, coalesce(c.intent, '') as intent, coalesce(c.language, '') as language, a.id as assignment,
        cl.resolved as said, e.score as effort,
        coalesce(cl.reopened_at < cl.at + make_interval(days => ${settlesAfterDays}), false) or exists (
          select 1 from conversations o where o.account = cl.account and o.customer = c.customer and o.id <> c.id and o.intent = c.intent
            and o.opened_at > cl.at and o.opened_at < cl.at + make_interval(days => ${settlesAfterDays})) as "cameBack"
      from closures cl
      join conversations c on c.account = cl.account and c.id = cl.conversation
      join lateral (select person from claims where account = cl.account and conversation = cl.conversation and holder = 'person' and since <= cl.at
        order by since desc limit 1) k on k.person is not null
      left join lateral (select id from assignments where account = cl.account and conversation = cl.conversation and person = k.person and at <= cl.at
        order by at desc limit 1) a on true
      left join efforts e on e.account = cl.account and e.closure = cl.id
      where cl.account = ${account} and (${conversation}::uuid is null or cl.conversation = ${conversation}::uuid)
        and cl.at <= now() - make_interval(days => ${settlesAfterDays})
        and not exists (select 1 from outcomes o where o.account = cl.account and o.closure = cl.id)
      order by cl.at`,
  )
}

/** Saves an outcome once; false when it was known before. */
export async function saveOutcome(
  db: Db,
  account: string,
  of: Unsettled,
  { resolved, rule }: { resolved: boolean; rule: OutcomeRule },
): Promise<boolean> {
  const saved = await maybe(
    db,
    sql`
      insert into outcomes (account, closure, conversation, person, intent, language, resolved, rule, assignment)
      values (${account}, ${of.closure}, ${of.conversation}, ${of.person}, ${of.intent}, ${of.language}, ${resolved}, ${rule}, ${of.assignment})
      on conflict (account, closure) do nothing returning 1`,
  )
  return saved !== undefined
}

/** Outcomes of what was matched by learning and of the holdout, by intent; where somebody could be chosen at all. */
export async function listStrata(db: Db, account: string): Promise<Stratum[]> {
  const rows = await many(
    db,
    sql<{ learntN: number; learntResolved: number; holdoutN: number; holdoutResolved: number }>`
      select count(*) filter (where a.code = 'learnt')::int as "learntN", count(*) filter (where a.code = 'learnt' and o.resolved)::int as "learntResolved",
        count(*) filter (where a.code = 'holdout')::int as "holdoutN", count(*) filter (where a.code = 'holdout' and o.resolved)::int as "holdoutResolved"
      from outcomes o join assignments a on a.account = o.account and a.id = o.assignment
      where o.account = ${account} group by o.intent`,
  )
  return rows.map((row) => ({
    learnt: { n: row.learntN, resolved: row.learntResolved },
    holdout: { n: row.holdoutN, resolved: row.holdoutResolved },
  }))
}

/**
 * The rounds of the latest outcomes, where somebody was drawn, with all of their places: with many in a line other places say what was
 * left. A matter that was closed twice counts with what became of it in the end.
 */
export function listPlayedRounds(db: Db, account: string, outcomes: number): Promise<PlayedRound[]> {
  return many(
    db,
    sql<PlayedRound>`
      with latest as (
        select o.assignment, o.at, a.round_id, jsonb_build_object('person', o.person, 'intent', o.intent, 'language', o.language, 'resolved', o.resolved) as outcome
        from outcomes o join assignments a on a.account = o.account and a.id = o.assignment
        where o.account = ${account} and a.code in ('learnt', 'holdout') order by o.at desc limit ${outcomes}
      ), last as (
        select distinct on (assignment) assignment, outcome from latest order by assignment, at desc
      )
      select r.round, (
        select jsonb_agg(jsonb_build_object('nth', a.nth, 'person', a.person, 'probability', a.probability, 'intent', coalesce(a.intent, ''),
          'language', coalesce(a.language, ''), 'outcome', l.outcome) order by a.nth)
        from assignments a left join last l on l.assignment = a.id where a.account = ${account} and a.round_id = r.id
      ) as places
      from rounds r where r.account = ${account} and r.id in (select round_id from latest)`,
  )
}
