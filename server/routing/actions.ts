import { decide, forQueue } from '../../core/routing/decide.ts'
import type { Policy, RoutingFacts } from '../../core/routing/decision.ts'
import { stepsOf } from '../../core/routing/policy-bounds.ts'
import { claims } from '../../core/routing/weighing.ts'
import { findClaim, silenceAssistant } from '../conversations/holder.ts'
import { findState, listUnanswered } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { leave } from '../queue/actions.ts'
import { saveDemand } from './demands.ts'
import { findFacts } from './facts.ts'
import { findPolicy, lockPolicy, saveDecision, saveOverride, savePause, savePolicy } from './store.ts'

/** Rows 4 and 7: who serves, decided anew with every message of a customer whom no person serves yet. */
export const route = action<'person.wanted' | 'stake.weighed', ['conversation.routed']>(
  'routing.route',
  ['conversation.routed'],
  async (work, { conversation, customer, seq }, { event }) => {
    // Whoever sends it to somebody by hand in this moment is heard: their word is seen, or stands after this.
    await lockTimeline(work.db, work.account, customer)
    const facts = await findFacts(work.db, work.account, { conversation, customer, seq, now: work.now })
    if (!facts) return
    await decideAndTell(work, { conversation, customer, seq, event }, facts)
  },
  'urgent',
)

async function decideAndTell(
  work: Work<'conversation.routed'>,
  of: { conversation: string; customer: string; seq: number; event: number },
  facts: RoutingFacts,
): Promise<void> {
  const decision = decide(facts)
  const id = await saveDecision(work.db, work.account, of, facts, decision)
  if (!id) return
  await saveDemand(work.db, work.account, { conversation: of.conversation, decision: id }, claims(facts))
  if (decision.because.code === 'vulnerable') await silenceAssistant(work.db, work.account, of.conversation)
  const { conversation, customer, seq } = of
  const { to, priority, because } = decision
  const kept = forQueue(facts, decision)
  work.tell('conversation.routed', { conversation, customer, seq, decision: id, to, priority, ...kept, code: because.code })
}

/** A person's word is final: the conversation goes where they say, and stays there. Only the customer's own wish for a person stands above it. */
export async function override(
  work: Work<'conversation.routed' | 'place.left' | 'queue.moved' | 'reply.written'>,
  conversation: string,
  to: 'person' | 'assistant',
  person: string,
): Promise<void> {
  const { db, account, now } = work
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  if (state.closedAt) refuse('closed')
  const claim = await findClaim(db, account, conversation)
  if (claim?.holder === 'person') refuse('already-held')
  if (to === 'assistant' && state.askedForPersonAt) refuse('conflict')
  await saveOverride(db, account, conversation, to, person)
  if (to === 'assistant') await leave(work, conversation, 'override')
  const of = { conversation, customer, seq: state.lastCustomerSeq }
  const facts = await findFacts(db, account, { ...of, now })
  // A hand's decision answers no event: its time keeps it apart from the others.
  if (facts) await decideAndTell(work, { ...of, event: -now.getTime() }, facts)
}

/** Each change of the policy is a new version; what was decided keeps the version that decided it. */
export async function changePolicy(
  work: Work<'policy.changed' | 'policy.replaced'>,
  policy: Omit<Policy, 'version'>,
  person: string | null,
): Promise<number> {
  await lockPolicy(work.db, work.account)
  const { policy: before } = await findPolicy(work.db, work.account)
  const matchingLearns = policy.matchingLearns ?? before.matchingLearns
  const version = await savePolicy(work.db, work.account, { ...policy, matchingLearns, relaxMinutes: stepsOf(policy, before) }, person)
  work.tell('policy.changed', { version })
  work.tell('policy.replaced', { version })
  return version
}

/**
 * Kill switch: from this transaction on the assistant decides and says nothing. It is short however many are in flight: each of those is
 * given to people by a clock of its own that has come already, so that no customer's lock can keep the switch from holding.
 */
export async function pauseAssistant(work: Work<'policy.changed' | 'answer.due'>, paused: boolean, person: string | null): Promise<void> {
  const { db, account, now } = work
  await savePause(db, account, paused, person)
  if (paused) for (const stranded of await listUnanswered(db, account)) work.tellAt(now, 'answer.due', stranded)
  const { policy } = await findPolicy(db, account)
  work.tell('policy.changed', { version: policy.version })
}
