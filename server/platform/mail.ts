import { createTransport } from 'nodemailer'
import type { Log } from './log.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text: whatever stands in it, nothing of it is read as markup. */
  text: string
  html?: string
  /** The same for the same letter, so that a mailbox shows it once. */
  messageId?: string
  /** Where a reader ends such letters with one press (RFC 8058). */
  stopUrl?: string
}

export interface Mailer {
  /** Whether there is a mail server to send by. */
  ready: boolean
  /** Throws when the mail server does not take it. */
  send: (mail: Mail) => Promise<void>
  stop: () => void
}

/** Milliseconds that a mail server may take: together less than a letter's lease. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 }

/** Addresses of customers come from outside: none of them may name a second mailbox or begin another header. */
const isOneAddress = (text: string) => /^[^\s,;:<>()"\\@]+@[^\s,;:<>()"\\@]+$/.test(text)

/** Sends by SMTP; without a mail server the mail goes to the terminal, so that a first try needs no set-up. */
export function makeMailer(smtpUrl: string | null, from: string, log: Log): Mailer {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, ...patience }) : undefined
  return {
    ready: transport !== undefined,
    stop: () => transport?.close(),
    send: async ({ to, subject, text, html, messageId, stopUrl }) => {
      if (!isOneAddress(to)) throw new Error('the recipient is not one e-mail address')
      if (!transport) {
        process.stdout.write(`\n  Mail to ${to} (no SMTP_URL is set): ${subject}\n\n${text.replace(/^/gm, '  ')}\n\n`)
        return
      }
      await transport.sendMail({
        from,
        // As an object it is one address, whatever stands in it; a text would be read as a list of them.
        to: { name: '', address: to },
        subject,
        text,
        ...(html !== undefined && { html }),
        ...(messageId !== undefined && { messageId: `<${messageId}@sambut>` }),
        headers: {
          // RFC 3834: nobody's machine shall answer this.
          'Auto-Submitted': 'auto-generated',
          ...(stopUrl !== undefined && { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
        },
      })
      log.info('a mail was sent')
    },
  }
}
