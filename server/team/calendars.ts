import type { Calendars, PersonCalendar, TimeOff } from '../../core/team/calendar.ts'
import type { Hours } from '../../core/team/hours.ts'
import { changed, type Db, many, sql } from '../platform/db.ts'

export type CalendarKind = 'language' | 'skill' | 'person'

export interface CalendarRow {
  kind: CalendarKind
  subject: string
  hours: Hours | null
  timeOff: TimeOff[]
}

export function listCalendars(db: Db, account: string): Promise<CalendarRow[]> {
  return many(
    db,
    sql<CalendarRow>`select kind, subject, hours, time_off as "timeOff" from calendars where account = ${account} order by kind, subject`,
  )
}

/** Everything that says when somebody is there, as the rules read it; in one query, for it is asked with every look at a page. */
export async function findCalendars(db: Db, account: string): Promise<Calendars> {
  const all = await many(
    db,
    sql<Omit<CalendarRow, 'kind'> & { kind: CalendarKind | 'company' }>`
      select kind, subject, hours, time_off as "timeOff" from calendars where account = ${account}
      union all
      select 'company', '', hours, '[]' from hours where account = ${account}`,
  )
  const rows = all.flatMap((row) => (row.kind === 'company' ? [] : [{ ...row, kind: row.kind }]))
  return {
    company: all.find(({ kind }) => kind === 'company')?.hours ?? null,
    languages: hoursOf(rows, 'language'),
    skills: hoursOf(rows, 'skill'),
    people: Object.fromEntries(
      rows.filter(({ kind }) => kind === 'person').map(({ subject, hours, timeOff }): [string, PersonCalendar] => [subject, { hours, timeOff }]),
    ),
  }
}

function hoursOf(rows: readonly CalendarRow[], kind: CalendarKind): Record<string, Hours> {
  return Object.fromEntries(rows.flatMap((row) => (row.kind === kind && row.hours ? [[row.subject, row.hours]] : [])))
}

export async function saveCalendar(db: Db, account: string, { kind, subject, hours, timeOff }: CalendarRow): Promise<void> {
  await sql`
    insert into calendars (account, kind, subject, hours, time_off)
    values (${account}, ${kind}, ${subject}, ${hours ? JSON.stringify(hours) : null}::jsonb, ${JSON.stringify(timeOff)}::jsonb)
    on conflict (account, kind, subject) do update set hours = excluded.hours, time_off = excluded.time_off, at = clock_timestamp()`.execute(db)
}

/** Back to the company's hours; false when there was no calendar of their own. */
export async function removeCalendar(db: Db, account: string, kind: CalendarKind, subject: string): Promise<boolean> {
  return (await changed(db, sql`delete from calendars where account = ${account} and kind = ${kind} and subject = ${subject}`)) > 0
}
