import { ahead } from '../../core/queue/order.ts'
import type { Db } from '../platform/db.ts'
import { findWaitLimit } from './limit-store.ts'
import { listWaiting } from './store.ts'

/** How many stand before this conversation now. */
export async function aheadOf(db: Db, account: string, conversation: string, now: Date): Promise<number> {
  const waitLimitMinutes = await findWaitLimit(db, account)
  return ahead(await listWaiting(db, account), conversation, { now: now.getTime(), waitLimitMinutes })
}
