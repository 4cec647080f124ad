import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { close, reply } from './actions.ts'
import { findClaim } from './holder.ts'
import { endSnooze, findSnooze, saveSnooze } from './marks.ts'
import { findMerge, saveMerge } from './merges.ts'
import { endPlanned, findPlanned, type PlanEnd, type Planned, savePlanned } from './planned.ts'
import { saveDraft } from './saved.ts'
import { findState } from './state.ts'
import { lockTimeline } from './timeline.ts'

type Marking = Work<'conversation.marked' | 'snooze.due'>

/** Puts a conversation out of the holder's sight until then, or until the customer writes. Nobody who waits is ever hidden. */
export async function snooze(work: Marking, wanted: { conversation: string; person: string; until: Date | null }): Promise<void> {
  const { db, account, now } = work
  const { conversation, person, until } = wanted
  if (until && until <= now) refuse('bad-input', [{ path: 'until', message: 'has passed already' }])
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const claim = await findClaim(db, account, conversation)
  if (claim?.holder !== 'person' || claim.person !== person) return refuse('not-holder')
  const id = await saveSnooze(db, account, { conversation, claim: claim.id, person, until })
  if (until) work.tellAt(until, 'snooze.due', { conversation, snooze: id })
  work.tell('conversation.marked', { conversation, customer, person, mark: 'snooze' })
}

export async function wake(work: Marking, conversation: string, person: string): Promise<void> {
  const { customer } = (await findState(work.db, work.account, conversation)) ?? refuse('not-found')
  if (await endSnooze(work.db, work.account, conversation, 'woken'))
    work.tell('conversation.marked', { conversation, customer, person, mark: 'snooze' })
}

/** The clock brings a snoozed conversation back. */
export const wakeDue = action<'snooze.due', ['conversation.marked', 'snooze.due']>(
  'conversations.wakeDue',
  ['conversation.marked', 'snooze.due'],
  async (work, fact) => {
    const open = await findSnooze(work.db, work.account, fact.conversation)
    if (open?.id !== fact.snooze || !open.until) return
    if (open.until > work.now) return work.tellAt(open.until, 'snooze.due', fact)
    if (await endSnooze(work.db, work.account, fact.conversation, 'due'))
      work.tell('conversation.marked', { conversation: fact.conversation, customer: open.customer, person: null, mark: 'snooze' })
  },
)

const longestAheadDays = 366

/** Keeps words to be sent at a time. Only the holder plans; what becomes of them is looked at again when their time has come. */
export async function plan(
  work: Work<'conversation.marked' | 'planned.due'>,
  wanted: { conversation: string; person: string; clientId: string; text: string; at: Date },
): Promise<void> {
  const { db, account, now } = work
  const { conversation, person, at } = wanted
  if (at <= now || at.getTime() - now.getTime() > longestAheadDays * 86_400_000)
    refuse('bad-input', [{ path: 'at', message: 'lies within the next 366 days' }])
  const before = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, before.customer)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  const claim = await findClaim(db, account, conversation)
  if (state.closedAt) refuse('closed')
  if (claim?.person !== person) refuse('not-holder')
  const { clientId, text } = wanted
  const id = await savePlanned(db, account, { conversation, person, clientId, text, dueAt: at, afterSeq: state.lastCustomerSeq })
  if (!id) return
  work.tellAt(at, 'planned.due', { conversation, planned: id })
  work.tell('conversation.marked', { conversation, customer: state.customer, person, mark: 'planned' })
}

/** Calls planned words back; they go into the draft again. */
export async function cancelPlanned(work: Work<'conversation.marked'>, wanted: { planned: string; person: string }): Promise<Planned> {
  const found = (await findPlanned(work.db, work.account, wanted.planned)) ?? refuse('not-found')
  if (found.person !== wanted.person) refuse('not-allowed')
  await endPlanned(work.db, work.account, found.id, 'cancelled')
  work.tell('conversation.marked', { conversation: found.conversation, customer: found.customer, person: wanted.person, mark: 'planned' })
  return found
}

/**
 * Sends planned words when their time has come. They were written for a moment: if the customer has written since, the matter is closed
 * or somebody else speaks, they are held back and go into their author's draft, to be looked at first.
 */
export const sendPlanned = action<'planned.due', ['reply.written', 'note.written', 'person.mentioned', 'conversation.marked', 'planned.due']>(
  'conversations.sendPlanned',
  ['reply.written', 'note.written', 'person.mentioned', 'conversation.marked', 'planned.due'],
  async (work, fact) => {
    const { db, account, now } = work
    const due = await findPlanned(db, account, fact.planned)
    if (!due) return
    if (due.dueAt > now) return work.tellAt(due.dueAt, 'planned.due', fact)
    await lockTimeline(db, account, due.customer)
    const end = await endOf(work, due)
    const { conversation, customer, person, clientId, text } = due
    if (end === 'sent') await reply(work, { conversation, person, clientId, text, private: false, mentions: [], evenUnheld: true })
    else await saveDraft(db, account, { conversation, person, mode: 'reply', text })
    await endPlanned(db, account, due.id, end)
    work.tell('conversation.marked', { conversation, customer, person, mark: 'planned' })
  },
)

async function endOf(work: Work, due: Planned): Promise<PlanEnd> {
  const state = await findState(work.db, work.account, due.conversation)
  if (!state || state.closedAt) return 'closed'
  if (state.lastCustomerSeq > due.afterSeq) return 'customer-wrote'
  const claim = await findClaim(work.db, work.account, due.conversation)
  return claim && claim.person !== due.person ? 'held-by-another' : 'sent'
}

/** Two matters that are one: this one ends, as a dated record, and is read inside the other. No message moves, so that it can be undone. */
export async function mergeInto(
  work: Work<'conversation.marked' | 'conversation.closed' | 'claim.ended'>,
  wanted: { conversation: string; into: string; person: string },
): Promise<void> {
  const { db, account } = work
  const { conversation, into, person } = wanted
  if (conversation === into) refuse('conflict')
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  const target = (await findState(db, account, into)) ?? refuse('not-found')
  for (const customer of [...new Set([state.customer, target.customer])].sort()) await lockTimeline(db, account, customer)
  if ((await findMerge(db, account, conversation)) || (await findMerge(db, account, into))) refuse('conflict')
  const claim = await findClaim(db, account, conversation)
  if (claim?.holder === 'person' && claim.person !== person) refuse('already-held')
  await saveMerge(db, account, { conversation, into, person, wasOpen: !state.closedAt })
  await close(work, { conversation, by: 'person', person, resolved: null, reason: 'merged' })
  for (const one of [state, target]) work.tell('conversation.marked', { conversation: one.id, customer: one.customer, person, mark: 'merge' })
}
