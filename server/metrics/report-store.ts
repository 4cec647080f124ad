import type { Language } from '../../core/language.ts'
import type { Rhythm } from '../../core/metrics/report-time.ts'
import { changed, type Database, type Db, many, maybe, sql } from '../platform/db.ts'

export interface ReportRow extends Rhythm {
  id: string
  person: string
  language: Language | null
  nextAt: Date
}

const columns = sql`r.id, r.person, r.every, r.weekday, r.hour, r.language, r.next_at as "nextAt"`

export interface ListedReport extends ReportRow {
  lastAt: Date | null
  lastSent: boolean
  lastError: string | null
}

/** Somebody's reports, each with what became of its newest mail. */
export function listReports(db: Db, account: string, person: string): Promise<ListedReport[]> {
  return many(
    db,
    sql<ListedReport>`
      select ${columns}, m.due_at as "lastAt", m.sent_at is not null as "lastSent", m.error as "lastError" from reports r
      left join lateral (select * from report_mails m where m.account = r.account and m.report = r.id order by due_at desc limit 1) m on true
      where r.account = ${account} and r.person = ${person} order by r.made_at`,
  )
}

/** The report, which stays as it is until this transaction ends. */
export function lockReport(db: Db, account: string, report: string): Promise<ReportRow | undefined> {
  return maybe(db, sql<ReportRow>`select ${columns} from reports r where r.account = ${account} and r.id = ${report} for update`)
}

export async function saveReport(db: Db, account: string, report: ReportRow): Promise<void> {
  const { id, person, every, weekday, hour, language, nextAt } = report
  await sql`
    insert into reports (account, id, person, every, weekday, hour, language, next_at)
    values (${account}, ${id}, ${person}, ${every}, ${weekday}, ${hour}, ${language}, ${nextAt})
    on conflict (account, id) do update set next_at = excluded.next_at`.execute(db)
}

/** With the mails that it had still to send. */
export async function removeReport(db: Db, account: string, report: string, person: string | null): Promise<boolean> {
  const gone = await changed(
    db,
    sql`delete from reports where account = ${account} and id = ${report} and (${person}::uuid is null or person = ${person}::uuid)`,
  )
  if (gone > 0) await sql`delete from report_mails where account = ${account} and report = ${report} and claimed_at is null`.execute(db)
  return gone > 0
}

/** One mail a report and time, however often it is asked for. */
export async function saveMail(db: Db, account: string, report: string, due: Date): Promise<void> {
  await sql`insert into report_mails (account, report, due_at) values (${account}, ${report}, ${due}) on conflict do nothing`.execute(db)
}

export interface DueMail {
  account: string
  report: string
  due: Date
  attempts: number
}

/** Takes mails that are to go out; nobody else will take them again. */
export function claimMails({ platform }: Database, limit: number): Promise<DueMail[]> {
  return many(
    platform,
    sql<DueMail>`
      with due as (
        select account, report, due_at from report_mails where claimed_at is null and retry_at <= clock_timestamp() and attempts < ${mostAttempts}::int
        order by retry_at limit ${limit} for update skip locked
      )
      update report_mails m set claimed_at = clock_timestamp(), attempts = m.attempts + 1 from due
      where m.account = due.account and m.report = due.report and m.due_at = due.due_at
      returning m.account, m.report, m.due_at as due, m.attempts`,
  )
}

const mostAttempts = 5
const firstWaitSeconds = 60

export async function markSent({ platform }: Database, { account, report, due }: DueMail): Promise<void> {
  await sql`update report_mails set sent_at = clock_timestamp(), error = null where account = ${account} and report = ${report} and due_at = ${due}`.execute(
    platform,
  )
}

/** The mail server did not take it: another attempt later, each after four times as long. */
export async function markRefused({ platform }: Database, { account, report, due, attempts }: DueMail, error: string): Promise<void> {
  await sql`
    update report_mails set claimed_at = null, error = ${error.slice(0, 500)},
      retry_at = clock_timestamp() + make_interval(secs => ${firstWaitSeconds * 4 ** (attempts - 1)})
    where account = ${account} and report = ${report} and due_at = ${due}`.execute(platform)
}
