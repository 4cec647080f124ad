import { findMerge, undoMerge } from '../conversations/merges.ts'
import { findNewest, findState, reopen } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { takeOver } from '../queue/actions.ts'
import { lockMatching } from '../queue/store.ts'

/** Opens a closed matter again, into the hands of whoever asks. A customer has one open matter at a time. */
export async function openAgain(work: Work, conversation: string, person: string): Promise<void> {
  const { db, account } = work
  await lockMatching(db, account)
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  if (!state.closedAt) refuse('conflict')
  const newest = await findNewest(db, account, customer)
  if (newest && !newest.closedAt) refuse('conflict')
  await reopen(db, account, conversation, 'person', true)
  work.tell('conversation.opened', { conversation, customer, reopened: true })
  await takeOver(work, conversation, person)
}

/** Undoes a merge. What was open goes on, unless it goes on already or its customer has another open matter. */
export async function separate(work: Work, conversation: string, person: string): Promise<void> {
  const { db, account } = work
  await lockMatching(db, account)
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const merge = (await findMerge(db, account, conversation)) ?? refuse('not-found')
  await undoMerge(db, account, conversation, person)
  const state = await findState(db, account, conversation)
  const newest = await findNewest(db, account, customer)
  if (merge.wasOpen && state?.closedAt && newest?.closedAt) await openAgain(work, conversation, person)
  const into = await findState(db, account, merge.into)
  for (const one of [state, into]) if (one) work.tell('conversation.marked', { conversation: one.id, customer: one.customer, person, mark: 'merge' })
}
