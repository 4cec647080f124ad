import { endClaim, findClaim } from '../conversations/holder.ts'
import { findState } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { listServers } from '../team/store.ts'
import { type GivingBack, serve, waitAgain } from './actions.ts'
import { lockMatching } from './store.ts'

/** The lead moves a conversation: into a person's hands, or back into the queue at its old place. Where it is already, it stays. */
export async function reassign(work: Work<GivingBack>, conversation: string, to: { person: string | null }): Promise<void> {
  const { db, account } = work
  await lockMatching(db, account)
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const state = (await findState(db, account, conversation)) ?? refuse('not-found')
  if (state.closedAt) refuse('closed')
  const claim = await findClaim(db, account, conversation)
  const holder = claim?.holder === 'person' ? claim.person : null
  if (to.person === null) {
    if (holder === null) return
    await endClaim(work, conversation, 'given-back')
    return waitAgain(work, { conversation, customer, person: holder, line: 'back-in-queue' })
  }
  if (holder === to.person) return
  const colleague = (await listServers(db, account)).find((server) => server.id === to.person) ?? refuse('not-found')
  if (colleague.presence !== 'on') refuse('off-duty')
  if (colleague.load + 1 > colleague.capacity) refuse('no-room')
  if (holder !== null) await endClaim(work, conversation, 'passed-on')
  await serve(work, { conversation, customer }, colleague.id)
}
