import { action, type Work } from '../platform/events.ts'
import { close } from './actions.ts'
import { findClaim } from './holder.ts'
import { findState, waitsForPerson } from './state.ts'
import { lockTimeline } from './timeline.ts'

/** After an answer of the assistant that nobody reacts to, the conversation ends by the clock; whether it helped stays unknown. */
const silentMinutes = 30

/** Told when the assistant has spoken. */
export function watchSilence(work: Work<'silence.due'>, conversation: string, seq: number): void {
  work.tellAt(new Date(work.now.getTime() + silentMinutes * 60_000), 'silence.due', { conversation, seq })
}

/** Closes what nobody waits for. Whoever waits for a person, or is served by one, is never closed by the clock. */
export const closeSilent = action<'silence.due', ['conversation.closed', 'claim.ended']>(
  'conversations.closeSilent',
  ['conversation.closed', 'claim.ended'],
  async (work, { conversation, seq }) => {
    const { db, account } = work
    const before = await findState(db, account, conversation)
    if (!before) return
    await lockTimeline(db, account, before.customer)
    const state = await findState(db, account, conversation)
    if (!state || state.closedAt || state.lastReplySeq !== seq || state.lastCustomerSeq > seq || state.askedForPersonAt) return
    const claim = await findClaim(db, account, conversation)
    if (claim?.holder === 'person' || (await waitsForPerson(db, account, conversation))) return
    await close(work, { conversation, by: 'clock', person: null, resolved: null, reason: 'silence' })
  },
)
