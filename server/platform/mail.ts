import { createTransport } from 'nodemailer'
import type { Log } from './log.ts'

export interface Mailer {
  sendSignInLink: (email: string, url: string) => Promise<void>
  /** A letter of the house to a customer, marked so that no machine answers it (RFC 3834). */
  send: (letter: { to: string; subject: string; text: string }) => Promise<void>
  stop: () => void
}

/** Sends by SMTP; without a mail server the link goes to the terminal, so that a first try needs no set-up. */
export function makeMailer(smtpUrl: string | null, from: string, log: Log): Mailer {
  const transport = smtpUrl ? createTransport(smtpUrl) : undefined
  return {
    stop: () => transport?.close(),
    send: async ({ to, subject, text }) => {
      if (!transport) return log.warn('a letter to a customer could not go out: no SMTP_URL is set')
      await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
    sendSignInLink: async (email, url) => {
      if (!transport) {
        process.stdout.write(`\n  Sign-in link for ${email} (no SMTP_URL is set):\n  ${url}\n\n`)
        return
      }
      await transport.sendMail({
        from,
        to: email,
        subject: 'Your sign-in link · Sambut',
        text: `${url}\n\nThis link signs you in once, within 15 minutes. If you did not ask for it, ignore this mail.`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      log.info('a sign-in link was sent')
    },
  }
}
