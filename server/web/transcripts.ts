import { TranscriptCode, TranscriptWish } from '../../contract/channels.ts'
import { askForTranscript, sendTranscript } from '../channels/transcript.ts'
import { findNewest } from '../conversations/state.ts'
import { languageFor } from '../conversations/timeline.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'

/** The conversation by e-mail, to an address that has shown that it is the customer's. */
export function transcriptRoutes(api: Api): void {
  api.post(
    '/w/transcript',
    'visitor',
    { says: 'Sends a code to the address that wants the conversation.', body: TranscriptWish, status: 204, perMinute: 5 },
    ({ visitor, act, body }) =>
      act(async (work) => {
        const newest = await newestOf(work.db, work.account, visitor.customer)
        await askForTranscript(work, { customer: visitor.customer, email: body.email, ...newest })
      }),
  )

  api.post(
    '/w/transcript/code',
    'visitor',
    { says: 'Confirms the address by its code; the conversation is sent there.', body: TranscriptCode, status: 204, perMinute: 10 },
    async ({ visitor, act, body }) => {
      const isRight = await act(async (work) => {
        const { language } = await newestOf(work.db, work.account, visitor.customer)
        return sendTranscript(work, { customer: visitor.customer, code: body.code, language })
      })
      // Refused only now: the try has been counted.
      if (!isRight) refuse('wrong-credentials')
    },
  )
}

async function newestOf(db: Db, account: string, customer: string) {
  const { id } = (await findNewest(db, account, customer)) ?? refuse('not-found')
  return { conversation: id, language: await languageFor(db, account, id) }
}
