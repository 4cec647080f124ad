import { callbackStep, graceMinutes, type Slot, slotMs, slots } from '../../core/queue/slots.ts'
import { attendance, type Calendars, shifts } from '../../core/team/calendar.ts'
import type { Need } from '../../core/team/capacity.ts'
import type { Server } from '../../core/team/person.ts'
import { writeSystemLine } from '../conversations/actions.ts'
import { findClaim } from '../conversations/holder.ts'
import { findState } from '../conversations/state.ts'
import { languageFor, lockTimeline } from '../conversations/timeline.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { findCalendars } from '../team/calendars.ts'
import { listServers } from '../team/store.ts'
import { type Callback, findCallback, listBooked, markInFront, saveAgreed, saveContact, settleCallback } from './callback-store.ts'
import { findWaitLimit } from './limit-store.ts'
import { findLanguageSkill, lockMatching, markWaitingAgain } from './store.ts'

/** Times are offered for a week ahead, a screenful at once. */
const offerMs = 7 * 24 * 60 * 60_000
const mostSlots = 12
/** A page that is open has shown a line long before. */
const unreadSeconds = 20

/** When somebody can be promised to this customer; without a conversation yet, to anybody. */
export async function findSlots(db: Db, account: string, conversation: string | null, now: Date): Promise<Slot[]> {
  const need = conversation ? await findLanguageSkill(db, account, conversation) : { language: null, skill: null }
  return slotsFrom(await findTeam(db, account, conversation), need, now)
}

interface Team {
  people: Server[]
  calendars: Calendars
  booked: number[]
}

async function findTeam(db: Db, account: string, conversation: string | null): Promise<Team> {
  const booked = await listBooked(db, account, conversation)
  return { people: await listServers(db, account), calendars: await findCalendars(db, account), booked: booked.map((at) => at.getTime()) }
}

function slotsFrom({ people, calendars, booked }: Team, need: Need, now: Date): Slot[] {
  const until = now.getTime() + offerMs
  return slots({ shifts: shifts(need, people, calendars, { from: now.getTime(), to: until }), booked, now: now.getTime(), until, most: mostSlots })
}

type Agreeing = 'callback.agreed' | 'callback.due' | 'queue.moved' | 'reply.written'

export interface CallbackWish {
  conversation: string
  at: Date
  email: string | null
  phone: string | null
}

/** Row 13: the customer takes one of the times that were offered. Their place is kept until then; the same time asked for again is the same. */
export async function agreeCallback(work: Work<Agreeing>, { conversation, at, email, phone }: CallbackWish): Promise<void> {
  const { db, account, now } = work
  await lockMatching(db, account)
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  if (state.closedAt) refuse('closed')
  if ((await findClaim(db, account, conversation))?.holder === 'person') refuse('already-held')
  const before = await findCallback(db, account, conversation)
  await saveContact(db, account, { conversation, customer, email, phone })
  if (before?.dueAt.getTime() === at.getTime()) return
  if (at.getTime() <= now.getTime()) refuse('past-time')
  if (at.getTime() % slotMs !== 0) refuse('off-grid')
  const free = await findSlots(db, account, conversation, now)
  if (!free.some((slot) => slot.at === at.getTime())) refuse('slot-taken')
  await agree(work, { conversation, customer, at, attempts: 0, line: 'callback-agreed' })
}

async function agree(
  work: Work<Agreeing>,
  { conversation, customer, at, attempts, line }: { conversation: string; customer: string; at: Date; attempts: number; line: string },
): Promise<{ seq: number }> {
  const { db, account } = work
  await saveAgreed(db, account, conversation, at, attempts)
  const time = await sayTime(db, account, conversation, at)
  work.tell('callback.agreed', { conversation, customer, at: at.toISOString() })
  work.tell('queue.moved', {})
  work.tellAt(at, 'callback.due', { conversation, at: at.toISOString(), called: false })
  return writeSystemLine(work, { conversation, customer, code: line, numbers: { time, at: at.toISOString() } })
}

/** The customer would rather wait than be called back: the same place, from now on. */
export async function cancelCallback(work: Work<'place.taken' | 'queue.moved' | 'reply.written'>, conversation: string): Promise<void> {
  const { db, account } = work
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  if (!(await settleCallback(db, account, conversation, 'cancelled'))) return
  await markWaitingAgain(db, account, conversation, null)
  await writeSystemLine(work, { conversation, customer, code: 'callback-cancelled' })
  work.tell('place.taken', { conversation, customer })
  work.tell('queue.moved', {})
}

type Calling = Agreeing | 'callback.called' | 'callback.missed' | 'place.taken' | 'letter.due'

/** The clock: an agreed time has come, or the time in which it should have been kept is over. */
export const keepAgreed = action<'callback.due', Calling[]>(
  'queue.keepAgreed',
  ['callback.agreed', 'callback.called', 'callback.missed', 'callback.due', 'letter.due', 'place.taken', 'queue.moved', 'reply.written'],
  async (work, { conversation, at, called }) => {
    const { db, account } = work
    await lockMatching(db, account)
    const known = await findCallback(db, account, conversation)
    if (!known) return
    await lockTimeline(db, account, known.customer)
    const callback = await findCallback(db, account, conversation)
    // Another time was agreed since, or this one was answered before.
    if (callback?.dueAt.toISOString() !== at || (callback.calledAt !== null) !== called) return
    await keep(work, callback)
  },
  'urgent',
)

async function keep(work: Work<Calling>, callback: Callback): Promise<void> {
  const { db, account, now } = work
  const { conversation, customer, attempts } = callback
  const need = await findLanguageSkill(db, account, conversation)
  const team = await findTeam(db, account, conversation)
  const { isIn } = attendance(need, team.people, team.calendars, now.getTime())
  const next = slotsFrom(team, need, new Date(Math.max(now.getTime(), callback.dueAt.getTime())))[0]?.at ?? null
  const step = callbackStep({ isIn, called: callback.calledAt !== null, attempts, next })
  if (step === 'agree-anew' && next !== null) {
    const { seq } = await agree(work, { conversation, customer, at: new Date(next), attempts: attempts + 1, line: 'callback-late' })
    work.tell('callback.missed', { conversation, customer, next: new Date(next).toISOString() })
    return watchPage(work, { conversation, customer, seq })
  }
  await markInFront(db, account, conversation, await findWaitLimit(db, account))
  if (step === 'stay-in-front') await settleCallback(db, account, conversation, 'in-front')
  else work.tellAt(new Date(now.getTime() + graceMinutes * 60_000), 'callback.due', { conversation, at: callback.dueAt.toISOString(), called: true })
  const { seq } = await writeSystemLine(work, { conversation, customer, code: step === 'call' ? 'callback-now' : 'callback-in-front' })
  if (step === 'call') work.tell('callback.called', { conversation, customer })
  else work.tell('callback.missed', { conversation, customer, next: null })
  work.tell('place.taken', { conversation, customer })
  work.tell('queue.moved', {})
  watchPage(work, { conversation, customer, seq })
}

function watchPage(work: Work<'letter.due'>, line: { conversation: string; customer: string; seq: number }): void {
  work.tellAt(new Date(work.now.getTime() + unreadSeconds * 1000), 'letter.due', line)
}

/** The time in the customer's language, on the clock of the company, which is named: where the customer is, nobody knows. */
async function sayTime(db: Db, account: string, conversation: string, at: Date): Promise<string> {
  const { timeZone } = await findAccount(db, account)
  return new Intl.DateTimeFormat(await languageFor(db, account, conversation), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at)
}
