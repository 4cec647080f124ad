import { languageFor } from '../conversations/timeline.ts'
import { findAccount } from '../platform/accounts.ts'
import { action } from '../platform/events.ts'
import { saveLetter } from '../platform/letters.ts'
import { say } from '../platform/words.ts'
import { findUnread } from './callback-store.ts'

/** What it says is about now. */
const worthMinutes = 30

/** The clock: what concerns an agreed time and was not shown, because the page is closed, goes out by e-mail. */
export const writeLetter = action<'letter.due', []>('queue.writeLetter', [], async ({ db, account, now }, { conversation, seq }) => {
  const unread = await findUnread(db, account, conversation, seq)
  if (!unread) return
  const language = await languageFor(db, account, conversation)
  const { name: company } = await findAccount(db, account)
  await saveLetter(db, account, {
    once: `${conversation} ${seq}`,
    recipient: unread.email,
    subject: say(language, 'queue:letter.subject', { company }),
    body: say(language, 'queue:letter.body', { company, line: unread.text }),
    until: new Date(now.getTime() + worthMinutes * 60_000),
  })
})
