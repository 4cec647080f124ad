import type { OutcomeCount } from '../../core/routing/beliefs.ts'
import { type MatchCode, playRound, type Round } from '../../core/routing/round.ts'
import { type Db, many, sql } from '../platform/db.ts'
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
  round: Round
}

export async function saveAssignment(db: Db, account: string, of: Assignment): Promise<void> {
  await sql`
    insert into assignments (account, id, conversation, person, code, holdout, intent, language, probability, value_minutes, nth, round)
    values (${account}, ${newId()}, ${of.conversation}, ${of.person}, ${of.code}, ${of.holdout}, ${of.intent}, ${of.language},
      ${of.probability}, ${of.valueMinutes}, ${of.nth}, ${JSON.stringify(of.round)}::jsonb)`.execute(db)
}

/** Who was given a conversation, with what was believed of each who could have been; newest first. */
export async function viewAssignments(db: Db, account: string, conversation: string) {
  const rows = await many(
    db,
    sql<{ id: string; at: Date; person: string; code: MatchCode; probability: number; nth: number; round: Round }>`
      select id, at, person, code, probability, nth, round from assignments
      where account = ${account} and conversation = ${conversation} order by at desc limit 50`,
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

/** The intent of each of these conversations. */
export async function listIntents(db: Db, account: string, conversations: readonly string[]): Promise<[string, string | null][]> {
  const rows = await many(
    db,
    sql<{
      id: string
      intent: string | null
    }>`select id, intent from conversations where account = ${account} and id = any(${conversations}::uuid[])`,
  )
  return rows.map(({ id, intent }) => [id, intent])
}

/** Value-minutes that each person was offered an hour of work, over the last 8 hours. */
export async function listOffered(db: Db, account: string): Promise<[string, number][]> {
  const rows = await many(
    db,
    sql<{ person: string; offered: number }>`
      select person, (sum(value_minutes) / greatest(1, extract(epoch from now() - min(at)) / 3600))::float8 as offered
      from assignments where account = ${account} and at > now() - interval '8 hours' group by person`,
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
