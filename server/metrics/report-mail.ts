import { reportPeriod } from '../../core/metrics/report-time.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Mail } from '../platform/mail.ts'
import type { Platform } from '../platform/platform.ts'
import { hmacHex, isSame, sharedSecret } from '../platform/secrets.ts'
import { findZone } from '../team/preferences.ts'
import { findPerson } from '../team/store.ts'
import { compare } from './compare.ts'
import { writeLetter } from './letter.ts'
import { claimMails, type DueMail, lockReport, markRefused, markSent } from './report-store.ts'

const pollMilliseconds = 5_000
const atOnce = 20

/** Carries reports out, outside of any transaction; each mail is claimed first, so that two nodes, or a node twice, send it once. */
export function startReportMail(platform: Platform): { stop: () => Promise<void> } {
  let round: Promise<void> | undefined
  const look = () => {
    round ??= sendReports(platform)
      .catch((error: Error) => platform.log.warn({ error: error.message }, 'reports could not be looked for; they are tried again'))
      .finally(() => {
        round = undefined
      })
  }
  const poll = setInterval(look, pollMilliseconds)
  return {
    stop: async () => {
      clearInterval(poll)
      await round
    },
  }
}

/** Sends what is due now. */
export async function sendReports(platform: Platform): Promise<void> {
  for (const mail of await claimMails(platform.database, atOnce)) {
    try {
      const letter = await compose(platform, mail)
      if (letter) await platform.mailer.send(letter)
      await markSent(platform.database, mail)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      platform.log.warn({ report: mail.report, attempt: mail.attempts, error: message }, 'a report could not be sent')
      await markRefused(platform.database, mail, message)
    }
  }
}

/** Nothing when nobody wants it any more. */
async function compose(platform: Platform, { account, report: id, due }: DueMail): Promise<Mail | undefined> {
  const stopUrl = await stopUrlOf(platform, account, id)
  return platform.database.inAccount(account, async (db, now) => {
    const report = await lockReport(db, account, id)
    const person = report && (await findPerson(db, account, report.person))
    if (!report || !person) return undefined
    const timeZone = await findZone(db, account, person.id)
    const { from, to, before } = reportPeriod(report.every, timeZone, due.getTime())
    const period = { from: new Date(from), to: new Date(to), language: report.language ?? undefined }
    const results = await compare(db, account, period, { before: new Date(before), now })
    const { name } = await findAccount(db, account)
    const openUrl = `${addressOf(platform)}/console/results`
    const words = writeLetter({ results, account: name, language: person.language, timeZone, every: report.every, openUrl, stopUrl })
    return { ...words, to: person.email, messageId: `${id}.${due.getTime()}`, stopUrl }
  })
}

const addressOf = ({ config }: Platform) => config.publicUrl ?? `http://localhost:${config.port}`

async function proofOf({ database, config }: Platform, account: string, report: string): Promise<string> {
  return hmacHex(await sharedSecret(database, config.secret), `stop-report ${account} ${report}`)
}

async function stopUrlOf(platform: Platform, account: string, report: string): Promise<string> {
  return `${addressOf(platform)}/reports/${account}/${report}/${await proofOf(platform, account, report)}`
}

/** Whether a link was one of ours, whole and for this report. */
export async function isStopLink(
  platform: Platform,
  { account, report, proof }: { account: string; report: string; proof: string },
): Promise<boolean> {
  return isSame(proof, await proofOf(platform, account, report))
}
