import { TranscriptCode, TranscriptWish } from '../../contract/channels.ts'
import { askForTranscript, transcriptFor } from '../channels/transcript.ts'
import { noteSent } from '../channels/transcript-store.ts'
import { findNewest } from '../conversations/state.ts'
import { languageFor } from '../conversations/timeline.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import type { Mail } from '../platform/mail.ts'

/** The conversation by e-mail, to an address that has shown that it is the customer's. */
export function transcriptRoutes(api: Api): void {
  const { mailer, log } = api.platform

  /** Outside of every transaction; when the mail server is away the customer hears it, and tries again. */
  async function send(mail: Mail): Promise<void> {
    await mailer.send(mail).catch((error: Error) => {
      log.warn({ error: error.message }, 'a mail to a customer could not be sent')
      refuse('unavailable')
    })
  }

  api.post(
    '/w/transcript',
    'visitor',
    { says: 'Sends a code to the address that wants the conversation.', body: TranscriptWish, status: 204, perMinute: 5 },
    async ({ visitor, act, body }) => {
      const mail = await act(async ({ db, account }) => {
        const { conversation, language } = await newestOf(db, account, visitor.customer)
        return askForTranscript(db, account, { customer: visitor.customer, conversation, email: body.email, language })
      })
      await send(mail)
    },
  )

  api.post(
    '/w/transcript/code',
    'visitor',
    { says: 'Confirms the address by its code; the conversation is sent there.', body: TranscriptCode, status: 204, perMinute: 10 },
    async ({ visitor, act, body }) => {
      const found = await act(async ({ db, account }) => {
        const { language } = await newestOf(db, account, visitor.customer)
        return transcriptFor(db, account, { customer: visitor.customer, code: body.code, language })
      })
      const { id, mail } = found ?? refuse('wrong-credentials')
      await send(mail)
      await act(({ db, account }) => noteSent(db, account, id))
    },
  )
}

async function newestOf(db: Db, account: string, customer: string) {
  const { id } = (await findNewest(db, account, customer)) ?? refuse('not-found')
  return { conversation: id, language: await languageFor(db, account, id) }
}
