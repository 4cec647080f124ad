import type { Language } from '../../core/language.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { failpoint } from '../platform/failpoints.ts'
import { say } from '../platform/words.ts'
import { attach, namesOf } from './file-store.ts'
import { end, endClaim, findClaim, markSeen } from './holder.ts'
import { endSnooze, saveMentions } from './marks.ts'
import { type Closing, findNewest, findState, open, reopen, saveClosure } from './state.ts'
import { findByClientId, languageFor, lockTimeline, type Written, write, writeLines } from './timeline.ts'

export interface Incoming {
  customer: string
  channel: string
  clientId: string
  text: string
  languageHint: Language | null
  page: string | null
  /** Ids of files that this customer has sent before and no message carries yet. */
  files?: readonly string[]
}

/** Whatever fails, after this a message is in somebody's hands (I8). */
const answerSeconds = 30
/** A closed conversation goes on when the customer writes again within this; later it is a new matter. */
const sameMatterHours = 24
/** Within this the place of before is kept (row 10). */
const samePlaceMinutes = 120

/** Stores a customer's message, once per client id (I2); opens or re-opens the conversation that it belongs to. */
export async function receive(work: Work<'conversation.opened' | 'message.received' | 'answer.due'>, incoming: Incoming): Promise<Written> {
  const { db, account } = work
  const { customer, clientId, text } = incoming
  await lockTimeline(db, account, customer)
  const before = await findByClientId(db, account, customer, clientId)
  if (before) return before

  const conversation = await conversationFor(work, incoming)
  await endSnooze(db, account, conversation, 'customer-wrote')
  const { files = [] } = incoming
  // Whoever cannot show files, shows their names.
  const words = text.trim() === '' ? await namesOf(db, account, customer, files) : text
  const written = await write(db, { account, customer, conversation, author: 'customer', text: words, clientId })
  await attach(db, { account, customer, message: written.id, files })
  work.tell('message.received', { conversation, customer, seq: written.seq })
  work.tellAt(new Date(work.now.getTime() + answerSeconds * 1000), 'answer.due', { conversation, customer, seq: written.seq })
  await failpoint('message.before-commit')
  return written
}

/** The open conversation of this customer, or the last one again, or a new one. The caller has locked the timeline. */
export async function conversationFor(work: Work<'conversation.opened'>, incoming: Omit<Incoming, 'clientId' | 'text' | 'files'>): Promise<string> {
  const { db, account, now } = work
  const newest = await findNewest(db, account, incoming.customer)
  if (newest && !newest.closedAt) return newest.id
  const closedMinutes = newest?.closedAt ? (now.getTime() - newest.closedAt.getTime()) / 60_000 : Number.POSITIVE_INFINITY
  if (newest && closedMinutes < sameMatterHours * 60) {
    await reopen(db, account, newest.id, 'customer', closedMinutes <= samePlaceMinutes)
    work.tell('conversation.opened', { conversation: newest.id, customer: newest.customer, reopened: true })
    return newest.id
  }
  const conversation = await open(db, account, incoming)
  work.tell('conversation.opened', { conversation, customer: incoming.customer, reopened: false })
  return conversation
}

export interface PersonsWords {
  conversation: string
  person: string
  clientId: string
  text: string
  private: boolean
  mentions?: readonly string[]
  /** Planned words are sent also when their author has put the conversation down and nobody else holds it. */
  evenUnheld?: boolean
}

/** A person replies, or leaves a private note. Only the holder replies (single speaker); everybody of the team may leave notes. */
export async function reply(work: Work<'reply.written' | 'note.written' | 'person.mentioned'>, words: PersonsWords): Promise<Written> {
  const { db, account } = work
  const state = (await findState(db, account, words.conversation)) ?? refuse('not-found')
  const { customer, id: conversation } = state
  await lockTimeline(db, account, customer)
  const before = await findByClientId(db, account, customer, words.clientId)
  if (before) return before
  if (!words.private) {
    const claim = await findClaim(db, account, conversation)
    if (state.closedAt) refuse('closed')
    const speaks = claim ? claim.person === words.person : words.evenUnheld
    if (!speaks) refuse('not-holder')
  }
  const { text, clientId, person, private: isPrivate } = words
  await markSeen(db, account, conversation, person)
  const written = await write(db, { account, customer, conversation, author: 'person', person, text, clientId, private: isPrivate })
  if (isPrivate) {
    work.tell('note.written', { conversation, customer, seq: written.seq, person })
    const called = await saveMentions(db, account, { conversation, message: written.id, by: person, people: words.mentions ?? [] })
    for (const one of called) work.tell('person.mentioned', { conversation, customer, seq: written.seq, person: one, by: person })
  } else work.tell('reply.written', { conversation, customer, seq: written.seq, by: 'person', person })
  return written
}

/** A line of the house itself, in the customer's language; the team reads its code in their own. */
export async function writeSystemLine(
  work: Work<'reply.written'>,
  line: { conversation: string; customer: string; code: string; numbers?: Record<string, number | string | null> },
): Promise<Written> {
  const { db, account } = work
  const { conversation, customer, code, numbers = {} } = line
  const language = await languageFor(db, account, conversation)
  const text = say(language, `timeline:system.${code}`, numbers)
  const written = await write(db, { account, customer, conversation, author: 'system', text, language, reason: { code, numbers } })
  work.tell('reply.written', { conversation, customer, seq: written.seq, by: 'system', person: null })
  return written
}

/** The same line for many customers at once, each in their language. */
export async function writeSystemLines(
  work: Work<'reply.written'>,
  lines: readonly { conversation: string; customer: string; language: Language; code: string; numbers: Record<string, number | string | null> }[],
): Promise<void> {
  const texts = lines.map(({ conversation, customer, language, code, numbers }) => {
    return { conversation, customer, language, text: say(language, `timeline:system.${code}`, numbers), reason: { code, numbers } }
  })
  const seqs = await writeLines(work.db, work.account, texts)
  for (const [nth, { conversation, customer }] of lines.entries())
    work.tell('reply.written', { conversation, customer, seq: seqs[nth] ?? 0, by: 'system', person: null })
}

/** Closes as a dated record with its author. False when it was closed already. */
export async function close(work: Work<'conversation.closed' | 'claim.ended'>, closing: Closing): Promise<boolean> {
  const { db, account } = work
  const { conversation, by, person, resolved, reason } = closing
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, state.customer)
  if (!(await saveClosure(db, account, closing))) return false
  await endClaim(work, conversation, 'closed')
  work.tell('conversation.closed', { conversation, customer: state.customer, by, person, resolved, reason })
  return true
}

/** The clock asks whether the holder's console still beats; if not, the customer goes back to the same place. */
export const checkLease = action<'claim.due', ['claim.lapsed', 'claim.due']>(
  'conversations.checkLease',
  ['claim.lapsed', 'claim.due'],
  async (work, fact) => {
    const { db, account } = work
    const claim = await findClaim(db, account, fact.conversation)
    if (claim?.id !== fact.claim) return
    await lockTimeline(db, account, claim.customer)
    const held = await findClaim(db, account, fact.conversation)
    if (held?.id !== fact.claim) return
    if (held.leaseUntil > work.now) {
      work.tellAt(held.leaseUntil, 'claim.due', fact)
      return
    }
    await end(db, account, held.id, 'lapsed')
    work.tell('claim.lapsed', { conversation: held.conversation, customer: held.customer, claim: held.id, person: held.person })
  },
)
