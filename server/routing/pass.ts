import { decide, forQueue } from '../../core/routing/decide.ts'
import { findClaim } from '../conversations/holder.ts'
import { findState, waitsForPerson } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import { action, type Work } from '../platform/events.ts'
import { keepPlace } from '../queue/actions.ts'
import { findCallback } from '../queue/callback-store.ts'
import { findFacts } from './facts.ts'
import { saveDecision } from './store.ts'

/** The assistant cannot help: a person shall, in the same transaction, at the place that counts from the first message. */
export async function passToPerson(
  work: Work<'conversation.passed' | 'place.taken' | 'queue.moved' | 'wait.due'>,
  of: { conversation: string; customer: string; seq: number },
): Promise<void> {
  const { db, account, now } = work
  const facts = await findFacts(db, account, { ...of, now })
  if (!facts) return
  const seen = { ...facts, assistantCannot: true }
  const decision = decide(seen)
  if (decision.to === 'assistant') return
  const { to, priority, because } = decision
  const id = await saveDecision(db, account, { ...of, event: -now.getTime() }, seen, decision)
  if (!id) return
  const { conversation, customer, seq } = of
  const { index, ...kept } = forQueue(seen, decision)
  const agreed = to === 'callback' && (await findCallback(db, account, conversation)) !== undefined
  await keepPlace(work, { conversation, customer, waiting: !agreed, priority, perMinute: index, ...kept, askedForPerson: false })
  work.tell('conversation.passed', { conversation, customer, seq, decision: id, to, priority, code: because.code })
}

/** The clock: whoever is neither answered nor held nor queued by now gets a person; whatever failed on the way (I8, I19). */
export const catchUnanswered = action<'answer.due', ['conversation.passed', 'place.taken', 'queue.moved', 'wait.due']>(
  'routing.catchUnanswered',
  ['conversation.passed', 'place.taken', 'queue.moved', 'wait.due'],
  async (work, { conversation, customer, seq }) => {
    await lockTimeline(work.db, work.account, customer)
    await passIfStranded(work, { conversation, customer, seq })
  },
  'urgent',
)

/** The caller has locked the timeline. */
export async function passIfStranded(
  work: Work<'conversation.passed' | 'place.taken' | 'queue.moved' | 'wait.due'>,
  of: { conversation: string; customer: string; seq: number },
): Promise<void> {
  const { db, account } = work
  const state = await findState(db, account, of.conversation)
  const claim = await findClaim(db, account, of.conversation)
  if (!state || state.closedAt || claim?.holder === 'person' || state.lastReplySeq > of.seq || state.lastCustomerSeq !== of.seq) return
  if (await waitsForPerson(db, account, of.conversation)) return
  await passToPerson(work, of)
}
