import type { Language } from '../../core/language.ts'
import type { Rhythm } from '../../core/metrics/report-time.ts'
import { changed, type Db, many, maybe, sql } from '../platform/db.ts'
import { withdrawLetters } from '../platform/letters.ts'

export interface ReportRow extends Rhythm {
  id: string
  person: string
  language: Language | null
  nextAt: Date
  /** What the link names that ends it: whoever got the letter may. */
  stop: string
}

const columns = sql`r.id, r.person, r.every, r.weekday, r.hour, r.language, r.next_at as "nextAt", r.stop`

export interface ListedReport extends ReportRow {
  lastAt: Date | null
  lastSent: boolean
  lastError: string | null
}

/** Somebody's reports, each with what became of its newest letter. */
export function listReports(db: Db, account: string, person: string): Promise<ListedReport[]> {
  return many(
    db,
    sql<ListedReport>`
      select ${columns}, l.made_at as "lastAt", l.sent_at is not null as "lastSent", l.error as "lastError" from reports r
      left join lateral (select * from letters l where l.account = r.account and l.about = r.id order by l.made_at desc limit 1) l on true
      where r.account = ${account} and r.person = ${person} order by r.made_at`,
  )
}

/** The report, which stays as it is until this transaction ends. */
export function lockReport(db: Db, account: string, report: string): Promise<ReportRow | undefined> {
  return maybe(db, sql<ReportRow>`select ${columns} from reports r where r.account = ${account} and r.id = ${report} for update`)
}

export async function saveReport(db: Db, account: string, report: ReportRow): Promise<void> {
  const { id, person, every, weekday, hour, language, nextAt, stop } = report
  await sql`
    insert into reports (account, id, person, every, weekday, hour, language, next_at, stop)
    values (${account}, ${id}, ${person}, ${every}, ${weekday}, ${hour}, ${language}, ${nextAt}, ${stop})
    on conflict (account, id) do update set next_at = excluded.next_at`.execute(db)
}

/** With what it had still to send. */
export async function removeReport(db: Db, account: string, report: string, person: string | null): Promise<boolean> {
  const gone = await changed(
    db,
    sql`delete from reports where account = ${account} and id = ${report} and (${person}::uuid is null or person = ${person}::uuid)`,
  )
  if (gone > 0) await withdrawLetters(db, account, report)
  return gone > 0
}
