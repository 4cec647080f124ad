import type { NewReplay, ReplayResult } from '../../contract/trust.ts'
import type { Ended } from '../../core/trust/ended.ts'
import type { Amount } from '../../core/trust/past.ts'
import { changed, type Db, many, maybe, one, sql } from '../platform/db.ts'

export interface ReplayRow {
  replay: number
  draft: number | null
  version: number
  asked: NewReplay
  result: ReplayResult | null
  refused: Amount | null
  ended: Ended | null
  by: string | null
  at: Date
  doneAt: Date | null
  failed: boolean
}

export async function saveReplay(
  db: Db,
  account: string,
  of: { draft: number | null; version: number; asked: NewReplay; person: string | null },
): Promise<number> {
  const { replay } = await one(
    db,
    sql<{ replay: number }>`
      insert into replays (account, replay, draft, version, asked, person)
      select ${account}, coalesce(max(replay), 0) + 1, ${of.draft}, ${of.version}, ${JSON.stringify(of.asked)}::jsonb, ${of.person}
      from replays where account = ${account} returning replay`,
  )
  return replay
}

/** What came of it, once: false when that was saved before. */
export async function saveResult(
  db: Db,
  account: string,
  replay: number,
  came: { result: ReplayResult | null; refused: Amount | null; ended: Ended | null },
): Promise<boolean> {
  const rows = await changed(
    db,
    sql`
      update replays set result = ${came.result && JSON.stringify(came.result)}::jsonb, refused = ${came.refused && JSON.stringify(came.refused)}::jsonb,
        ended = ${came.ended}, done_at = clock_timestamp()
      where account = ${account} and replay = ${replay} and done_at is null`,
  )
  return rows > 0
}

/** Given up is what its action could not do in all its attempts. */
const failed = sql`
  (r.done_at is null and exists (
    select 1 from deliveries d join events e on e.account = d.account and e.id = d.event
    where d.account = r.account and d.action = 'trust.replayPast' and d.dead_at is not null and (e.facts ->> 'replay')::int = r.replay)) as failed`

const columns = (result: boolean) => sql`
  r.replay, r.draft, r.version, r.asked, ${result ? sql`r.result` : sql`null::jsonb as result`}, r.refused, r.ended, p.name as by, r.at, r.done_at as "doneAt", ${failed}`

export function findReplay(db: Db, account: string, replay: number): Promise<ReplayRow | undefined> {
  return maybe(
    db,
    sql<ReplayRow>`
      select ${columns(true)} from replays r left join people p on p.account = r.account and p.id = r.person
      where r.account = ${account} and r.replay = ${replay}`,
  )
}

/** Somebody has cancelled it. */
export async function isEnded(db: Db, account: string, replay: number): Promise<boolean> {
  const row = await maybe(db, sql`select 1 from replays where account = ${account} and replay = ${replay} and ended is not null`)
  return row !== undefined
}

/** The last trial of a draft. */
export function findTrial(db: Db, account: string, draft: number): Promise<ReplayRow | undefined> {
  return maybe(
    db,
    sql<ReplayRow>`
      select ${columns(true)} from replays r left join people p on p.account = r.account and p.id = r.person
      where r.account = ${account} and r.draft = ${draft} order by r.replay desc limit 1`,
  )
}

export function listReplays(db: Db, account: string): Promise<ReplayRow[]> {
  return many(
    db,
    sql<ReplayRow>`
      select ${columns(false)} from replays r left join people p on p.account = r.account and p.id = r.person
      where r.account = ${account} order by r.replay desc limit 30`,
  )
}

/** The replay that this fact asked for. */
export async function findAsked(db: Db, account: string, event: number): Promise<ReplayRow | undefined> {
  const { replay } = await one(
    db,
    sql<{ replay: number }>`select (facts ->> 'replay')::int as replay from events where account = ${account} and id = ${event}`,
  )
  return findReplay(db, account, replay)
}
