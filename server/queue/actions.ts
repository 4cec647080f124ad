import type { Priority } from '../../core/queue/place.ts'
import { hasRoom, relaxesAfter } from '../../core/team/capacity.ts'
import { writeSystemLine } from '../conversations/actions.ts'
import { endClaim, findClaim, openClaim } from '../conversations/holder.ts'
import { findState, waitsForPerson } from '../conversations/state.ts'
import { hasSystemLine, lockTimeline } from '../conversations/timeline.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { noteGone } from '../team/presence.ts'
import { findPerson, hasSkill, listServers } from '../team/store.ts'
import { findCallback, settleCallback } from './callback-store.ts'
import { listRelaxing } from './limit-store.ts'
import { findLanguageSkill, findTakes, lockMatching, markLeft, markServed, markWaitingAgain, savePlace, type Wanted } from './store.ts'
import { saveHandedOver } from './transfer-store.ts'

/** The place is durable before the assistant says a word (row 10). */
export const join = action<'conversation.routed', ['place.kept', 'place.taken', 'queue.moved', 'wait.due', 'reply.written']>(
  'queue.join',
  ['place.kept', 'place.taken', 'queue.moved', 'wait.due', 'reply.written'],
  async (work, { conversation, customer, seq, to, priority, index, minutes, uplift, code }) => {
    // Whoever agreed on a time and finds nobody here yet is not put into the queue before it.
    const agreed = to === 'callback' && (await findCallback(work.db, work.account, conversation)) !== undefined
    const waiting = to !== 'assistant' && !agreed
    const joined = await keepPlace(work, {
      conversation,
      customer,
      waiting,
      priority,
      perMinute: index,
      minutes,
      uplift,
      askedForPerson: code === 'asked-for-person',
    })
    const line = lineFor(code, to)
    if (line && !(await hasSystemLine(work.db, work.account, conversation, line))) await writeSystemLine(work, { conversation, customer, code: line })
    work.tell('place.kept', { conversation, customer, seq, waiting: joined.waiting, joined: joined.began })
  },
  'urgent',
)

/** Whoever asked for a person, or must have one, hears at once that it was understood; the house says it, not the assistant. */
function lineFor(code: string, to: string): string | null {
  if (code === 'asked-for-person') return to === 'callback' ? 'person-wanted-callback' : 'person-wanted'
  return code === 'vulnerable' ? 'safe-hands' : null
}

/** Keeps the place; when a person shall serve, it waits from now on, or goes on waiting. */
export async function keepPlace(
  work: Work<'place.taken' | 'queue.moved' | 'wait.due'>,
  place: {
    conversation: string
    customer: string
    waiting: boolean
    priority: Priority
    perMinute: number
    minutes: number
    uplift: number
    askedForPerson: boolean
  },
): Promise<{ began: boolean; waiting: boolean }> {
  const { db, account } = work
  const { conversation, customer } = place
  await lockTimeline(db, account, customer)
  const claim = await findClaim(db, account, conversation)
  const { skill } = await findLanguageSkill(db, account, conversation)
  const [relaxing] = await listRelaxing(db, account)
  const { waitLimitMinutes } = relaxing
  const waiting = place.waiting && claim?.holder !== 'person'
  const kept = await savePlace(db, account, {
    ...place,
    waiting,
    skill,
    waitLimitMinutes,
  })
  if (kept.began) {
    work.tell('place.taken', { conversation, customer })
    work.tell('queue.moved', {})
    for (const minutes of [...relaxesAfter(relaxing), waitLimitMinutes]) {
      work.tellAt(new Date(work.now.getTime() + minutes * 60_000), 'wait.due', { conversation })
    }
  }
  return kept
}

export type Serving = 'claim.opened' | 'claim.due' | 'place.served' | 'reply.written' | 'queue.moved'

/** A person gets the conversation; the assistant falls silent in the same transaction. False when somebody has it already. */
export async function serve(
  work: Work<Serving>,
  place: { conversation: string; customer: string },
  person: string,
  how: { byHand: boolean } = { byHand: false },
): Promise<boolean> {
  const { db, account } = work
  const { conversation, customer } = place
  await lockTimeline(db, account, customer)
  const state = await findState(db, account, conversation)
  if (!state || state.closedAt) return false
  const takes = await findTakes(db, account, conversation)
  const claim = await openClaim(work, { conversation, customer, holder: 'person', person }, { takes, seen: how.byHand })
  if (claim) await settleCallback(db, account, conversation, 'served')
  const served = await markServed(db, account, conversation, person)
  if (!claim) return false
  const name = (await findPerson(db, account, person))?.name ?? ''
  await writeSystemLine(work, { conversation, customer, code: 'person-joined', numbers: { name } })
  work.tell('place.served', { conversation, customer, person, waitedSeconds: served?.waitedSeconds ?? 0 })
  work.tell('queue.moved', {})
  return true
}

/** A person of the team takes the conversation over by hand. */
export async function takeOver(work: Work<Serving>, conversation: string, person: string): Promise<void> {
  const { db, account } = work
  await lockMatching(db, account)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  if (state.closedAt) refuse('closed')
  const claim = await findClaim(db, account, conversation)
  if (claim?.holder === 'person' && claim.person === person) return
  const me = (await listServers(db, account)).find((server) => server.id === person)
  if (me && me.load + 1 > me.capacity) refuse('no-room')
  if (!(await serve(work, { conversation, customer: state.customer }, person, { byHand: true }))) refuse('already-held')
}

/** The holder's console fell silent: back to the same place (promise 2). */
export const putBack = action<'claim.lapsed', ['place.taken', 'queue.moved', 'reply.written', 'presence.changed', 'presence.due']>(
  'queue.putBack',
  ['place.taken', 'queue.moved', 'reply.written', 'presence.changed', 'presence.due'],
  async (work, { conversation, customer, person }) => {
    await lockTimeline(work.db, work.account, customer)
    const state = await findState(work.db, work.account, conversation)
    const claim = await findClaim(work.db, work.account, conversation)
    if (!state || state.closedAt || claim || (await waitsForPerson(work.db, work.account, conversation))) return
    if (person) await noteGone(work, person)
    await waitAgain(work, { conversation, customer, person, line: 'back-in-queue' })
  },
)

/** Back to the same place; the customer is told why. */
export async function waitAgain(
  work: Work<'place.taken' | 'queue.moved' | 'reply.written'>,
  {
    conversation,
    customer,
    person,
    line,
    wanted,
  }: { conversation: string; customer: string; person: string | null; line: 'back-in-queue' | 'asked-another' | 'handed-on'; wanted?: Wanted },
): Promise<void> {
  await lockTimeline(work.db, work.account, customer)
  await markWaitingAgain(work.db, work.account, conversation, person, wanted)
  await writeSystemLine(work, { conversation, customer, code: line })
  work.tell('place.taken', { conversation, customer })
  work.tell('queue.moved', {})
}

export type GivingBack = Serving | 'claim.ended' | 'place.taken'

/** The holder puts a conversation down: into the queue at the same place, for whom it needs, or into a colleague's hands. */
export async function giveBack(
  work: Work<GivingBack>,
  conversation: string,
  person: string,
  to: { person: string | null; wanted?: Wanted; note?: string | null },
): Promise<void> {
  const { db, account } = work
  await lockMatching(db, account)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  const { customer } = state
  await lockTimeline(db, account, customer)
  const claim = await findClaim(db, account, conversation)
  if (claim?.person !== person) refuse('not-holder')
  const { wanted, note = null } = to
  // Nobody would ever be the right one, and the place would only wait for its skill to be given up.
  if (wanted?.skill && !(await hasSkill(db, account, wanted.skill))) refuse('no-such-skill')
  await saveHandedOver(db, account, { conversation, from: person, to: to.person, ...(wanted ?? { language: null, skill: null }), note })
  if (to.person === null) {
    await endClaim(work, conversation, 'given-back')
    return waitAgain(work, { conversation, customer, person, line: 'handed-on', ...(wanted && { wanted }) })
  }
  const colleague = (await listServers(db, account)).find((server) => server.id === to.person) ?? refuse('not-found')
  if (!hasRoom(colleague)) refuse('no-room')
  await endClaim(work, conversation, 'passed-on')
  await serve(work, { conversation, customer }, colleague.id)
}

/** The holder leaves the rest to the assistant; allowed only while the customer has not asked for a person. */
export async function giveToAssistant(work: Work<'claim.ended' | 'reply.written'>, conversation: string, person: string): Promise<void> {
  const { db, account } = work
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  const claim = await findClaim(db, account, conversation)
  if (claim?.person !== person) refuse('not-holder')
  if (state.askedForPersonAt) refuse('conflict')
  await endClaim(work, conversation, 'given-back')
  await writeSystemLine(work, { conversation, customer: state.customer, code: 'assistant-again' })
}

/** Only the customer's own yes takes them out of the queue; for two hours they may return to the same place. */
export async function leave(
  work: Work<'place.left' | 'queue.moved' | 'reply.written'>,
  conversation: string,
  because: 'left' | 'solved' | 'override',
): Promise<void> {
  const { db, account } = work
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, state.customer)
  await settleCallback(db, account, conversation, 'left')
  if (!(await markLeft(db, account, conversation, because))) return
  if (because === 'left') await writeSystemLine(work, { conversation, customer: state.customer, code: 'place-left' })
  work.tell('place.left', { conversation, customer: state.customer, because })
  work.tell('queue.moved', {})
}

/** A matter that is closed waits no longer. */
export const clear = action<'conversation.closed', ['queue.moved']>('queue.clear', ['queue.moved'], async (work, { conversation, customer }) => {
  await lockTimeline(work.db, work.account, customer)
  await settleCallback(work.db, work.account, conversation, 'closed')
  if (await markLeft(work.db, work.account, conversation, 'closed')) work.tell('queue.moved', {})
})

/** Row 10: back to the same place within the time that the owner grants. */
export async function comeBack(work: Work<'place.taken' | 'place.returned' | 'queue.moved' | 'reply.written'>, conversation: string): Promise<void> {
  const { db, account } = work
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  if (state.closedAt) refuse('closed')
  await lockTimeline(db, account, state.customer)
  const claim = await findClaim(db, account, conversation)
  if (claim?.holder === 'person') return
  await markWaitingAgain(db, account, conversation, null)
  await writeSystemLine(work, { conversation, customer: state.customer, code: 'place-returned' })
  work.tell('place.returned', { conversation, customer: state.customer })
  work.tell('place.taken', { conversation, customer: state.customer })
  work.tell('queue.moved', {})
}
