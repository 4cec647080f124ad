import { nextReport } from '../../core/metrics/report-time.ts'
import { action, type Work } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { findZone } from '../team/preferences.ts'
import { lockReport, type ReportRow, saveMail, saveReport } from './report-store.ts'

/** Row 34: results by e-mail from now on, at an hour of the reader's own day. */
export async function startReport(work: Work<'report.due'>, wanted: Omit<ReportRow, 'id' | 'nextAt'>): Promise<string> {
  const report = { ...wanted, id: newId(), nextAt: work.now }
  await plan(work, report)
  return report.id
}

/** Its time has come: the mail is noted, and the next one is planned. One that was ended or moved meanwhile is not made. */
export const makeReport = action<'report.due', ['report.due']>('metrics.makeReport', ['report.due'], async (work, { report: id, due }) => {
  const report = await lockReport(work.db, work.account, id)
  if (!report || report.nextAt.toISOString() !== due) return
  await saveMail(work.db, work.account, id, report.nextAt)
  await plan(work, report)
})

/** A server that was down for a week sends one report and not seven: the next is counted from now. */
async function plan(work: Work<'report.due'>, report: ReportRow): Promise<void> {
  const timeZone = await findZone(work.db, work.account, report.person)
  const nextAt = new Date(nextReport(report, timeZone, Math.max(work.now.getTime(), report.nextAt.getTime())))
  await saveReport(work.db, work.account, { ...report, nextAt })
  work.tellAt(nextAt, 'report.due', { person: report.person, report: report.id, due: nextAt.toISOString() })
}
