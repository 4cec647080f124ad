import { decide } from '../../core/routing/decide.ts'
import type { Work } from '../platform/events.ts'
import { keepPlace } from '../queue/actions.ts'
import { findFacts } from './actions.ts'
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
  await keepPlace(work, { conversation, customer, waiting: true, priority, askedForPerson: false })
  work.tell('conversation.passed', { conversation, customer, seq, decision: id, to, priority, code: because.code })
}
