import { action } from '../platform/events.ts'
import { listLeadsOn } from '../team/notice-store.ts'
import { notify } from '../team/notices.ts'
import { findLimit } from './limit-store.ts'

/** So long before a limit the lead hears of it; of a short limit it is the last third. */
const nearMinutes = 5

/** A wait has begun: the lead is told while there is still time to keep what was promised. */
export const watchPromise = action<'place.taken', ['promise.due']>('queue.watchPromise', ['promise.due'], async (work, { conversation }) => {
  const wait = await findLimit(work.db, work.account, conversation)
  if (!wait) return
  const near = Math.min(nearMinutes * 60_000, (wait.limit.getTime() - wait.since.getTime()) / 3)
  const at = new Date(Math.max(work.now.getTime(), wait.limit.getTime() - near))
  work.tellAt(at, 'promise.due', { conversation, limit: wait.limit.toISOString() })
})

/** The limit is near and the customer still waits: whoever leads the floor now is told, once for each limit. */
export const warnOfPromise = action<'promise.due', ['notice.made']>('queue.warnOfPromise', ['notice.made'], async (work, { conversation, limit }) => {
  const wait = await findLimit(work.db, work.account, conversation)
  if (wait?.limit.toISOString() !== limit) return
  for (const person of await listLeadsOn(work.db, work.account))
    await notify(work, { person, kind: 'promise', conversation, once: `promise ${conversation} ${limit}` })
})
