import type { NoticeKind } from '../../contract/team.ts'
import { action, type Work } from '../platform/events.ts'
import { saveNotice } from './notice-store.ts'

/** Tells somebody of something, once; their open consoles hear it at once. */
export async function notify(
  work: Work<'notice.made'>,
  notice: { person: string; kind: NoticeKind; conversation: string | null; once: string },
): Promise<void> {
  const { person, kind, conversation } = notice
  if (await saveNotice(work.db, work.account, notice)) work.tell('notice.made', { person, kind, conversation })
}

/** Whoever gets a customer is told; opening the conversation reads it. */
export const noteAssigned = action<'claim.opened', ['notice.made']>(
  'team.noteAssigned',
  ['notice.made'],
  async (work, { holder, person, conversation, claim }) => {
    if (holder === 'person' && person) await notify(work, { person, kind: 'assigned', conversation, once: `claim ${claim}` })
  },
)

/** Whoever is called by name in a note is told of it. */
export const noteMentioned = action<'person.mentioned', ['notice.made']>(
  'team.noteMentioned',
  ['notice.made'],
  async (work, { person, conversation, customer, seq }) => {
    await notify(work, { person, kind: 'mentioned', conversation, once: `mention ${customer} ${seq}` })
  },
)
