import type { Priority } from '../../core/queue/place.ts'
import type { Relaxing } from '../../core/team/capacity.ts'
import { type Db, many, maybe, sql } from '../platform/db.ts'

/** Nobody waits longer than the owner allows, whatever the stake; read here because the queue stands before routing. */
export async function findWaitLimit(db: Db, account: string): Promise<number> {
  const row = await maybe(
    db,
    sql<{
      minutes: number
    }>`select (policy->>'waitLimitMinutes')::float8 as minutes from policies where account = ${account} order by version desc limit 1`,
  )
  return row?.minutes ?? defaultWaitLimitMinutes
}

const defaultWaitLimitMinutes = 20

/** The steps in which demands are given up, of the policy in force and of the one before it. */
export async function listRelaxing(db: Db, account: string): Promise<[inForce: Relaxing, before: Relaxing | undefined]> {
  const [inForce, before] = await many(
    db,
    sql<Relaxing>`
      select (policy->>'waitLimitMinutes')::float8 as "waitLimitMinutes", policy->'relaxMinutes' as "relaxMinutes"
      from policies where account = ${account} order by version desc limit 2`,
  )
  return [plain(inForce) ?? { waitLimitMinutes: defaultWaitLimitMinutes }, plain(before)]
}

/** What is not there is null in the database. */
const plain = (row: Relaxing | undefined): Relaxing | undefined => row && { ...row, relaxMinutes: row.relaxMinutes ?? undefined }

/** Since when everybody waits, and the limit that each was promised, in minutes. */
export function listLimits(db: Db, account: string, but: Priority): Promise<{ conversation: string; since: Date; limitMinutes: number }[]> {
  return many(
    db,
    sql<{ conversation: string; since: Date; limitMinutes: number }>`
      select conversation, waiting_since as since, extract(epoch from limit_at - waiting_since)::float8 / 60 as "limitMinutes" from places
      where account = ${account} and waiting_since is not null and limit_at > waiting_since and priority <> ${but}`,
  )
}

/** Whether whoever waits has waited to the limit; undefined when they do not wait. */
export function findWait(db: Db, account: string, conversation: string): Promise<{ isOver: boolean } | undefined> {
  return maybe(
    db,
    sql<{ isOver: boolean }>`
      select limit_at <= clock_timestamp() as "isOver" from places
      where account = ${account} and conversation = ${conversation} and waiting_since is not null`,
  )
}

/** Since when a customer waits and until when they were promised an answer; undefined when they do not wait. */
export function findLimit(db: Db, account: string, conversation: string): Promise<{ since: Date; limit: Date } | undefined> {
  return maybe(
    db,
    sql<{ since: Date; limit: Date }>`
      select waiting_since as since, limit_at as limit from places
      where account = ${account} and conversation = ${conversation} and waiting_since is not null and limit_at is not null`,
  )
}

/** Holds those who wait to a limit that is shorter than theirs; gives back whom. An agreed time that has come is not counted by it. */
export function shortenLimits(
  db: Db,
  account: string,
  { limitMinutes, but }: { limitMinutes: number; but: Priority },
): Promise<{ conversation: string }[]> {
  return many(
    db,
    // A limit is set by a clock that is read a moment after the beginning of the wait.
    sql<{ conversation: string }>`
      update places set limit_at = waiting_since + make_interval(secs => ${limitMinutes * 60})
      where account = ${account} and waiting_since is not null and priority <> ${but}
        and limit_at > waiting_since + make_interval(secs => ${limitMinutes * 60}) + interval '1 second'
      returning conversation`,
  )
}
