import { nextReport, reportPeriod } from '../../core/metrics/report-time.ts'
import { findAccount } from '../platform/accounts.ts'
import { action, type Work } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { saveLetter } from '../platform/letters.ts'
import { newProof } from '../platform/secrets.ts'
import { findZone } from '../team/preferences.ts'
import { listPeople, type PersonRow } from '../team/store.ts'
import { compare } from './compare.ts'
import { writeLetter } from './letter.ts'
import { lockReport, type ReportRow, removeReport, saveReport } from './report-store.ts'

/** Row 34: results by e-mail from now on, at an hour of the reader's own day. */
export async function startReport(work: Work<'report.due'>, wanted: Omit<ReportRow, 'id' | 'nextAt' | 'stop'>): Promise<string> {
  const report = { ...wanted, id: newId(), nextAt: work.now, stop: newProof() }
  await plan(work, report)
  return report.id
}

/** Its time has come: the letter is written, and the next one is planned. One that was ended or moved meanwhile is not made; whoever left the team is told nothing more. */
export const makeReport = action<'report.due', ['report.due']>('metrics.makeReport', ['report.due'], async (work, { report: id, due }) => {
  const report = await lockReport(work.db, work.account, id)
  if (!report || report.nextAt.toISOString() !== due) return
  const reader = (await listPeople(work.db, work.account)).find(({ id }) => id === report.person)
  if (!reader) return void (await removeReport(work.db, work.account, report.id, null))
  await write(work, report, reader)
  await plan(work, report)
})

async function write({ db, account, now, address }: Work<'report.due'>, report: ReportRow, reader: PersonRow): Promise<void> {
  const timeZone = await findZone(db, account, reader.id)
  const { from, to, before } = reportPeriod(report.every, timeZone, report.nextAt.getTime())
  const period = { from: new Date(from), to: new Date(to), language: report.language ?? undefined }
  const results = await compare(db, account, period, { before: new Date(before), now })
  const { name } = await findAccount(db, account)
  const stopUrl = `${address}/reports/${account}/${report.id}/${report.stop}`
  const openUrl = `${address}/console/results`
  const { subject, text, html } = writeLetter({ results, account: name, language: reader.language, timeZone, every: report.every, openUrl, stopUrl })
  await saveLetter(db, account, {
    once: `report ${report.id} ${report.nextAt.toISOString()}`,
    about: report.id,
    recipient: reader.email,
    subject,
    body: text,
    html,
    stopUrl,
  })
}

/** A server that was down for a week sends one report and not seven: the next is counted from now. */
async function plan(work: Work<'report.due'>, report: ReportRow): Promise<void> {
  const timeZone = await findZone(work.db, work.account, report.person)
  const nextAt = new Date(nextReport(report, timeZone, Math.max(work.now.getTime(), report.nextAt.getTime())))
  await saveReport(work.db, work.account, { ...report, nextAt })
  work.tellAt(nextAt, 'report.due', { person: report.person, report: report.id, due: nextAt.toISOString() })
}
