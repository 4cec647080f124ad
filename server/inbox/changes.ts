import type { Change, ChangesDone } from '../../contract/conversations.ts'
import { fill, firstName } from '../../core/conversations/variables.ts'
import { close, reply, writeSystemLine } from '../conversations/actions.ts'
import { snooze, wake } from '../conversations/desk.ts'
import { findClaim } from '../conversations/holder.ts'
import { saveFollower, saveLabelled, saveUrgency } from '../conversations/marks.ts'
import { findState } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import type { Db } from '../platform/db.ts'
import { Refusal, refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { giveBack, giveToAssistant, takeOver } from '../queue/actions.ts'
import { reassign } from '../queue/reassign.ts'
import { lockMatching } from '../queue/store.ts'
import { override } from '../routing/actions.ts'
import { findPerson } from '../team/store.ts'
import { findRow } from './rows.ts'

export interface Wanted {
  conversation: string
  person: string
  changes: readonly Change[]
  /** Names the words that are said, so that the same request says them once. */
  clientId: string
}

/** A key, a macro or a selection: each conversation in a transaction of its own, all its changes or none. */
export async function changeEach(
  act: <T>(run: (work: Work) => Promise<T>) => Promise<T>,
  wanted: Omit<Wanted, 'conversation'> & { conversations: readonly string[] },
): Promise<ChangesDone> {
  const outcome: ChangesDone = { done: [], refused: [] }
  for (const conversation of new Set(wanted.conversations)) {
    try {
      await act((work) => change(work, { ...wanted, conversation }))
      outcome.done.push(conversation)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcome.refused.push({ conversation, code: error.code })
    }
  }
  return outcome
}

export async function change(work: Work, wanted: Wanted): Promise<void> {
  // Whoever gives customers to people takes this lock before any other (the order of locks).
  if (wanted.changes.some((one) => one.kind === 'assign' || one.kind === 'assign-person')) await lockMatching(work.db, work.account)
  for (const [index, one] of wanted.changes.entries()) await apply(work, wanted, one, `${wanted.clientId}-${index}`)
}

async function apply(work: Work, { conversation, person }: Wanted, one: Change, clientId: string): Promise<void> {
  switch (one.kind) {
    case 'label':
    case 'urgency':
    case 'follow':
      return mark(work, conversation, person, one)
    case 'snooze':
      return snooze(work, { conversation, person, until: one.until === null ? null : new Date(one.until) })
    case 'snooze-for':
      return snooze(work, { conversation, person, until: new Date(work.now.getTime() + one.hours * 3_600_000) })
    case 'wake':
      return wake(work, conversation, person)
    case 'assign':
      return assign(work, conversation, person, one.to)
    case 'assign-person':
      return assignTo(work, conversation, person, one.person)
    case 'resolve':
      return resolve(work, conversation, person, one.resolved)
    case 'reply':
    case 'note':
      await reply(work, {
        conversation,
        person,
        clientId,
        text: await filledIn(work.db, work.account, one.text, conversation, person),
        private: one.kind === 'note',
      })
  }
}

async function mark(work: Work, conversation: string, person: string, one: Extract<Change, { kind: 'label' | 'urgency' | 'follow' }>): Promise<void> {
  const { db, account } = work
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  if (one.kind === 'label') {
    if (!(await saveLabelled(db, account, { conversation, label: one.label, person, on: one.on }))) refuse('not-found')
  } else if (one.kind === 'urgency') await saveUrgency(db, account, { conversation, urgency: one.urgency, person })
  else await saveFollower(db, account, { conversation, person, on: one.on })
  const kinds = { label: 'label', urgency: 'urgency', follow: 'follower' } as const
  work.tell('conversation.marked', { conversation, customer, person, mark: kinds[one.kind] })
}

async function assign(work: Work, conversation: string, person: string, to: 'me' | 'queue' | 'assistant'): Promise<void> {
  if (to === 'me') return takeOver(work, conversation, person)
  if (to === 'queue') return giveBack(work, conversation, person, { person: null })
  await giveToAssistant(work, conversation, person)
  await override(work, conversation, 'assistant', person)
}

/** Into a colleague's hands: from one's own, or from nobody's. Only into those of somebody who is there, has room, and still has to look at it. */
async function assignTo(work: Work, conversation: string, person: string, colleague: string): Promise<void> {
  if (colleague === person) return takeOver(work, conversation, person)
  const claim = await findClaim(work.db, work.account, conversation)
  if (claim?.holder !== 'person') return reassign(work, conversation, { person: colleague })
  if (claim.person !== colleague) await giveBack(work, conversation, person, { person: colleague })
}

/** Closes the matter as a dated record; only its holder does, or anybody when nobody holds it. */
export async function resolve(
  work: Work,
  conversation: string,
  person: string,
  resolved: boolean,
  reason = resolved ? 'solved' : 'other',
): Promise<void> {
  const { db, account } = work
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  const claim = await findClaim(db, account, conversation)
  if (claim?.holder === 'person' && claim.person !== person) refuse('already-held')
  if (!state.closedAt) await writeSystemLine(work, { conversation, customer, code: 'closed' })
  if (!(await close(work, { conversation, by: 'person', person, resolved, reason }))) refuse('closed')
}

async function filledIn(db: Db, account: string, text: string, conversation: string, person: string): Promise<string> {
  const row = (await findRow(db, account, conversation, person)) ?? refuse('not-found')
  const me = (await findPerson(db, account, person))?.name ?? null
  return fill(text, {
    'customer.name': row.customer.name,
    'customer.first-name': firstName(row.customer.name),
    'me.name': me,
    'me.first-name': firstName(me),
    number: String(row.number),
  })
}
