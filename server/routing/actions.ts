import { decide } from '../../core/routing/decide.ts'
import type { Floor, Policy, RoutingFacts } from '../../core/routing/decision.ts'
import { findClaim, silenceAssistant } from '../conversations/holder.ts'
import { findState } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { findPlace, listWaiting } from '../queue/store.ts'
import { findWhetherIn } from '../team/presence.ts'
import { listServers } from '../team/store.ts'
import { findReading } from '../understanding/store.ts'
import { findStake } from '../value/store.ts'
import { findOverride, findPolicy, isPaused, saveDecision, saveOverride, savePause, savePolicy } from './store.ts'

/** Rows 4 and 7: who serves, decided anew with every message of a customer whom no person serves yet. */
export const route = action<'person.wanted' | 'stake.weighed', ['conversation.routed']>(
  'routing.route',
  ['conversation.routed'],
  async (work, { conversation, customer, seq }, { event }) => {
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
  if (decision.because.code === 'vulnerable') await silenceAssistant(work.db, work.account, of.conversation)
  const { conversation, customer, seq } = of
  const { to, priority, because } = decision
  work.tell('conversation.routed', { conversation, customer, seq, decision: id, to, priority, code: because.code })
}

/** All that the decision may see; undefined when there is nothing to decide: closed, or a person serves already. */
export async function findFacts(
  db: Db,
  account: string,
  of: { conversation: string; customer: string; seq: number; now: Date },
): Promise<RoutingFacts | undefined> {
  const state = await findState(db, account, of.conversation)
  const claim = await findClaim(db, account, of.conversation)
  if (!state || state.closedAt || claim?.holder === 'person') return undefined
  const reading = await findReading(db, account, of.customer, of.seq)
  const place = await findPlace(db, account, of.conversation)
  const stake = await findStake(db, account, of.conversation)
  const { policy } = await findPolicy(db, account)
  const { isIn } = await findWhetherIn(db, account, of.now)
  return {
    askedForPerson: state.askedForPersonAt !== null,
    vulnerable: reading?.vulnerable.is ?? false,
    override: await findOverride(db, account, of.conversation),
    assistantPaused: await isPaused(db, account),
    teamIsIn: isIn,
    promisedPerson: place?.waitingSince != null,
    stake: stake
      ? {
          total: stake.total,
          atRisk: stake.atRisk,
          toGain: stake.toGain,
          uplift: stake.uplift,
          perMinute: stake.perMinute,
          handleMinutes: stake.handleMinutes,
        }
      : null,
    floor: await findFloor(db, account, of.conversation),
    policy,
  }
}

/** Who is on, what room they have, and what waits beside this conversation. */
export async function findFloor(db: Db, account: string, but: string | null): Promise<Floor> {
  const on = (await listServers(db, account)).filter((person) => person.presence === 'on')
  const waiting = (await listWaiting(db, account)).filter((place) => place.conversation !== but)
  return {
    peopleOn: on.length,
    freeCapacity: on.reduce((room, person) => room + Math.max(0, person.capacity - person.load), 0),
    waiting: waiting.map((place) => ({ perMinute: place.perMinute, handleMinutes: place.perMinute > 0 ? place.uplift / place.perMinute : 0 })),
  }
}

/** A person's word is final: the conversation goes where they say, and stays there. */
export async function override(work: Work<'conversation.routed'>, conversation: string, to: 'person' | 'assistant', person: string): Promise<void> {
  const { db, account, now } = work
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  if (state.closedAt) refuse('closed')
  await lockTimeline(db, account, state.customer)
  await saveOverride(db, account, conversation, to, person)
  const of = { conversation, customer: state.customer, seq: state.lastCustomerSeq }
  const facts = await findFacts(db, account, { ...of, now })
  // A hand's decision answers no event: its time keeps it apart from the others.
  if (facts) await decideAndTell(work, { ...of, event: -now.getTime() }, facts)
}

/** Each change of the policy is a new version; what was decided keeps the version that decided it. */
export async function changePolicy(work: Work<'policy.changed'>, policy: Omit<Policy, 'version'>, person: string | null): Promise<void> {
  const version = await savePolicy(work.db, work.account, policy, person)
  work.tell('policy.changed', { version })
}

/** Kill switch: from this transaction on the assistant decides and says nothing; everybody goes to people. */
export async function pauseAssistant(work: Work<'policy.changed'>, paused: boolean, person: string | null): Promise<void> {
  await savePause(work.db, work.account, paused, person)
  const { policy } = await findPolicy(work.db, work.account)
  work.tell('policy.changed', { version: policy.version })
}
