import { createTransport } from 'nodemailer'
import type { Log } from './log.ts'

export interface Mailer {
  sendSignInLink: (email: string, url: string) => Promise<void>
  stop: () => void
}

/** Sends by SMTP; without a mail server the link goes to the terminal, so that a first try needs no set-up. */
export function makeMailer(smtpUrl: string | null, from: string, log: Log): Mailer {
  const transport = smtpUrl ? createTransport(smtpUrl) : undefined
  return {
    stop: () => transport?.close(),
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
