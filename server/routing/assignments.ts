import type { OutcomeCount } from '../../core/routing/beliefs.ts'
import { type MatchCode, playRound, type Round } from '../../core/routing/round.ts'
import { type Db, many, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export interface Assignment {
  conversation: string
  person: string
  code: MatchCode
  holdout: boolean
  intent: string | null
  language: string | null
  probability: number
  valueMinutes: number
  /** Which place of the round this is. */
  nth: number
}

/** What a statement from now on can see at least: whoever joined in a transaction that is not in it may be missed. */
export async function findSeen(db: Db): Promise<string> {
  const { seen } = await one(db, sql<{ seen: string }>`select pg_current_snapshot()::text as seen`)
  return seen
}

/** What came of a round, with the round itself, from which all of it can be decided again, and with what it could see of the queue. */
export async function saveRound(db: Db, account: string, round: Round, seen: string, assignments: readonly Assignment[]): Promise<void> {
  const rows = assignments.map((assignment) => ({ id: newId(), ...assignment }))
  const id = newId()
  await sql`
    with kept as (
      insert into rounds (account, id, round, seen) values (${account}, ${id}, ${JSON.stringify(round)}::jsonb, ${seen}::pg_snapshot)
    )
    insert into assignments (account, id, conversation, person, code, holdout, intent, language, probability, value_minutes, nth, round_id)
    select ${account}, id, conversation, person, code, holdout, intent, language, probability, "valueMinutes", nth, ${id}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, conversation uuid, person uuid, code text, holdout boolean, intent text,
      language text, probability real, "valueMinutes" real, nth int)`.execute(db)
}

/** Who was given a conversation, with what was believed of each who could have been; newest first. */
export async function viewAssignments(db: Db, account: string, conversation: string) {
  const rows = await many(
    db,
    sql<{ id: string; at: Date; person: string; code: MatchCode; probability: number; nth: number; round: Round }>`
      select a.id, a.at, a.person, a.code, a.probability, a.nth, r.round
      from assignments a join rounds r on r.account = a.account and r.id = a.round_id
      where a.account = ${account} and a.conversation = ${conversation} order by a.at desc limit 50`,
  )
  const people = new Map(
    (await many(db, sql<{ id: string; name: string }>`select id, name from people where account = ${account}`)).map((one) => [one.id, one.name]),
  )
  return rows.map(({ id, at, person, code, probability, nth, round }) => {
    const fits = round.places[nth]?.fits ?? []
    const candidates = round.people.flatMap((hand, index) => {
      const fit = fits[index]
      if (!fit) return []
      const { misfit, belief } = fit
      return [{ person: people.get(hand.id) ?? '', chosen: hand.id === person, mean: belief.mean, n: belief.n, misfit }]
    })
    return {
      id,
      at: at.toISOString(),
      person: people.get(person) ?? '',
      because: { code, numbers: { probability, candidates: candidates.length, person: people.get(person) ?? '' } },
      candidates,
      replays: round.people[playRound(round)[nth] ?? -1]?.id === person,
    }
  })
}

/**
 * Value-minutes that each person was offered an hour of work, over the last 8 hours. Whoever asked for a person was given to one before
 * anything was weighed; what came out since is what counts.
 */
export async function listOffered(db: Db, account: string): Promise<[string, number][]> {
  const rows = await many(
    db,
    sql<{ person: string; offered: number }>`
      select a.person,
        (sum(coalesce(nullif(a.value_minutes, 0), s.value_minutes, 0)) / greatest(1, extract(epoch from now() - min(a.at)) / 3600))::float8 as offered
      from assignments a left join lateral (
        select greatest(0, (stake->>'uplift')::float8) * (stake->>'handleMinutes')::float8 as value_minutes
        from stakes where account = a.account and conversation = a.conversation order by seq desc limit 1
      ) s on a.value_minutes = 0
      where a.account = ${account} and a.at > now() - interval '8 hours' group by a.person`,
  )
  return rows.map(({ person, offered }) => [person, offered])
}

/** All outcomes counted so far, from which beliefs are made. */
export function listSkilfulness(db: Db, account: string): Promise<OutcomeCount[]> {
  return many(db, sql<OutcomeCount>`select person, intent, language, n, resolved from skilfulness where account = ${account}`)
}

/** Learning hands back what came of a matter: it counts from the next matching on. */
export async function adoptOutcome(
  db: Db,
  account: string,
  of: { person: string; intent: string; language: string; resolved: boolean },
): Promise<void> {
  await sql`
    insert into skilfulness as s (account, person, intent, language, n, resolved)
    values (${account}, ${of.person}, ${of.intent}, ${of.language}, 1, ${of.resolved ? 1 : 0})
    on conflict (account, person, intent, language) do update set n = s.n + 1, resolved = s.resolved + excluded.resolved`.execute(db)
}
