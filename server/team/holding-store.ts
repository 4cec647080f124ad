import { type HoldingRules, startRules } from '../../core/team/holding.ts'
import { type Db, maybe, sql } from '../platform/db.ts'

/** The owner's rules of holding conversations, or those that every company starts with. */
export async function findRules(db: Db, account: string): Promise<HoldingRules> {
  const rules = await maybe(
    db,
    sql<HoldingRules>`
      select answer_minutes::float8 as "answerMinutes", wrap_up_seconds as "wrapUpSeconds", weights from holding_rules where account = ${account}`,
  )
  return rules ?? startRules
}

export async function saveRules(db: Db, account: string, { answerMinutes, wrapUpSeconds, weights }: HoldingRules): Promise<void> {
  await sql`
    insert into holding_rules (account, answer_minutes, wrap_up_seconds, weights)
    values (${account}, ${answerMinutes}, ${wrapUpSeconds}, ${JSON.stringify(weights)}::jsonb)
    on conflict (account) do update set answer_minutes = excluded.answer_minutes, wrap_up_seconds = excluded.wrap_up_seconds, weights = excluded.weights`.execute(
    db,
  )
}

/** Until when this person wraps up what they closed; undefined when they do not. */
export async function findWrapUp(db: Db, account: string, person: string): Promise<Date | undefined> {
  const row = await maybe(
    db,
    sql<{ until: Date | null }>`
      select max(wrap_until) as until from claims where account = ${account} and person = ${person} and wrap_until > clock_timestamp()`,
  )
  return row?.until ?? undefined
}

/** They are ready before the time; false when they did not wrap up anything. */
export async function endWrapping(db: Db, account: string, person: string): Promise<boolean> {
  const ended = await maybe(
    db,
    sql`
      with ended as (
        update claims set wrap_until = clock_timestamp() where account = ${account} and person = ${person} and wrap_until > clock_timestamp() returning 1
      ) select 1 from ended limit 1`,
  )
  return ended !== undefined
}

/** Until when the holder of this claim is not free after closing; null when they are at once. */
export async function findWrapEnd(db: Db, account: string, claim: string): Promise<Date | null> {
  const row = await maybe(db, sql<{ until: Date | null }>`select wrap_until as until from claims where account = ${account} and id = ${claim}`)
  return row?.until ?? null
}
