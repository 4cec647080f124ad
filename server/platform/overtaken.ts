import { type Db, maybe, sql } from './db.ts'

export interface Rush {
  action: string
  event: number
  /** Milliseconds: whatever is told, one run begins at the latest so long after the one before has ended. */
  atLeastEvery: number
  /** Lets one run at a time in this account, on all servers; until the transaction ends. */
  lock?: () => Promise<void>
}

/**
 * For actions that look at the whole of something, such as the queue. Undefined, and nothing is run, while the same action is still to
 * run in this account for something told later: that run will see all that this one would.
 */
export async function unlessOvertaken<T>(db: Db, account: string, rush: Rush, run: () => Promise<T>): Promise<T | undefined> {
  const key = `${account} ${rush.action}`
  if (isInTime(key, rush) && (await isToldLater(db, account, rush, 'idle'))) return undefined
  await rush.lock?.()
  // Whoever waits for the lock behind this one runs after it: they see more.
  if (isInTime(key, rush) && (await isToldLater(db, account, rush, 'any'))) return undefined
  running.set(key, (running.get(key) ?? 0) + 1)
  try {
    return await run()
  } finally {
    const others = (running.get(key) ?? 1) - 1
    if (others > 0) running.set(key, others)
    else running.delete(key)
    lastEnd.set(key, performance.now())
  }
}

const running = new Map<string, number>()
const lastEnd = new Map<string, number>()

/** A long backlog starves nobody: time counts from the end of a run, for one that takes long would otherwise make each the next. */
function isInTime(key: string, { atLeastEvery }: Rush): boolean {
  if (running.has(key)) return true
  const now = performance.now()
  if (!lastEnd.has(key)) lastEnd.set(key, now)
  return now - (lastEnd.get(key) ?? now) < atLeastEvery
}

async function isToldLater(db: Db, account: string, { action, event }: Rush, hands: 'idle' | 'any'): Promise<boolean> {
  const later = await maybe(
    db,
    sql`
      select 1 from deliveries where account = ${account} and action = ${action} and event > ${event} and dead_at is null
        and due_at <= clock_timestamp() and retry_at <= clock_timestamp() and (${hands === 'any'} or leased_until < clock_timestamp()) limit 1`,
  )
  return later !== undefined
}
