import { hasRoom } from '../../core/team/capacity.ts'
import { reply } from '../conversations/actions.ts'
import { endClaim, findClaim } from '../conversations/holder.ts'
import { findState } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { listServers } from '../team/store.ts'
import { type Serving, serve } from './actions.ts'
import { lockMatching } from './store.ts'
import { endTransfer, findTransfer, saveTransfer, type Transfer, type TransferEnd } from './transfer-store.ts'

/** A colleague who has not answered by then is busy with something else. */
const answerSeconds = 60

/** Row 12: asks a colleague to take over. Until they say yes, the holder keeps the conversation, and the customer notices nothing. */
export async function askColleague(
  work: Work<'transfer.asked' | 'transfer.answered' | 'transfer.due' | 'reply.written' | 'note.written'>,
  { conversation, from, to, note }: { conversation: string; from: string; to: string; note: string | null },
): Promise<void> {
  const { db, account, now } = work
  await lockMatching(db, account)
  const { customer } = (await findState(db, account, conversation)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  const claim = await findClaim(db, account, conversation)
  if (claim?.person !== from) refuse('not-holder')
  const colleague = (await listServers(db, account)).find(({ id }) => id === to) ?? refuse('not-found')
  if (to === from) refuse('conflict')
  if (!hasRoom(colleague)) refuse('no-room')
  const before = await findTransfer(db, account, conversation)
  if (before?.to === to) return
  if (before) await finish(work, before, 'withdrawn')
  const answerBy = new Date(now.getTime() + answerSeconds * 1000)
  const transfer = await saveTransfer(db, account, { conversation, from, to, note, answerBy })
  if (note) await reply(work, { conversation, person: from, clientId: `transfer-${transfer}`, text: note, private: true })
  work.tell('transfer.asked', { conversation, customer, transfer, from, person: to })
  work.tellAt(answerBy, 'transfer.due', { conversation, transfer })
}

/** The colleague says yes, and holds it from this moment on; or no, and nothing changes. */
export async function answerTransfer(
  work: Work<Serving | 'claim.ended' | 'transfer.answered'>,
  conversation: string,
  person: string,
  accept: boolean,
): Promise<void> {
  const { db, account } = work
  await lockMatching(db, account)
  const transfer = await findTransfer(db, account, conversation)
  if (transfer?.to !== person) return refuse('not-found')
  await lockTimeline(db, account, transfer.customer)
  if (!accept) return finish(work, transfer, 'declined')
  const claim = await findClaim(db, account, conversation)
  if (claim?.person !== transfer.from) refuse('conflict')
  const me = (await listServers(db, account)).find(({ id }) => id === person)
  if (!me || !hasRoom(me)) refuse('no-room')
  await endClaim(work, conversation, 'passed-on')
  await serve(work, transfer, person, { byHand: true })
  await finish(work, transfer, 'accepted')
}

/** The holder keeps it after all. */
export async function withdrawTransfer(work: Work<'transfer.answered'>, conversation: string, person: string): Promise<void> {
  const { db, account } = work
  await lockMatching(db, account)
  const transfer = await findTransfer(db, account, conversation)
  if (transfer?.from !== person) return refuse('not-found')
  await finish(work, transfer, 'withdrawn')
}

/** The clock: no answer is a no. */
export const expireTransfer = action<'transfer.due', ['transfer.answered']>(
  'queue.expireTransfer',
  ['transfer.answered'],
  async (work, { conversation, transfer }) => {
    await lockMatching(work.db, work.account)
    const open = await findTransfer(work.db, work.account, conversation)
    if (open?.id === transfer) await finish(work, open, 'expired')
  },
)

async function finish(work: Work<'transfer.answered'>, transfer: Transfer, answer: TransferEnd): Promise<void> {
  const { id, conversation, customer, from, to } = transfer
  await endTransfer(work.db, work.account, id, answer)
  work.tell('transfer.answered', { conversation, customer, transfer: id, from, person: to, answer })
}
