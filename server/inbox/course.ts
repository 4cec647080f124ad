import type { FloorCourse } from '../../contract/queue.ts'
import { type Db, many, sql } from '../platform/db.ts'

type Point = FloorCourse['points'][number]

/** How many steps a picture of the floor has: enough to see its shape, few enough to count them at once. */
const steps = 48

/** The floor over the last hours, in even steps up to now: told by the places and claims of then, not by what is known since. */
export async function listCourse(db: Db, account: string, hours: number): Promise<Point[]> {
  const stepSeconds = (hours * 3600) / steps
  const rows = await many(
    db,
    sql<Omit<Point, 'at'> & { at: Date }>`
      with steps as (
        select now() - make_interval(secs => nth * ${stepSeconds}::float8) as at from generate_series(0, ${steps}::int) nth
      ), waits as (
        select p.conversation, coalesce(p.waiting_since, p.waited_since) as since, coalesce(p.served_at, p.left_at, 'infinity') as until
        from places p
        where p.account = ${account} and coalesce(p.waiting_since, p.waited_since) is not null
          and coalesce(p.served_at, p.left_at, 'infinity') > now() - make_interval(hours => ${hours}::int)
      ), weighed as (
        select w.*, (s.stake->>'atRisk')::float8 as at_risk from waits w
        left join lateral (select stake from stakes where account = ${account} and conversation = w.conversation order by seq desc limit 1) s on true
      ), held as (
        select person, since, coalesce(ended_at, 'infinity') as until from claims
        where account = ${account} and holder = 'person' and coalesce(ended_at, 'infinity') > now() - make_interval(hours => ${hours}::int)
      )
      select steps.at, w.waiting, w.at_risk as "atRisk", w.longest as "longestWaitSeconds", h.held, h.busy
      from steps
      cross join lateral (
        select count(*)::int as waiting, coalesce(sum(at_risk), 0)::float8 as at_risk,
          coalesce(extract(epoch from steps.at - min(since)), 0)::float8 as longest
        from weighed where since <= steps.at and until > steps.at) w
      cross join lateral (select count(*)::int as held, count(distinct person)::int as busy from held where since <= steps.at and until > steps.at) h
      order by steps.at`,
  )
  return rows.map(({ at, ...point }) => ({ ...point, at: at.toISOString() }))
}
