import { type Db, maybe, sql } from './db.ts'

const lastRun = new Map<string, number>()

/**
 * The same action is to run again in this account, told later and not begun yet: it will see all that this one would, so that this one
 * need not run. For actions that look at the whole of something, such as the queue. Whatever is told, one of them runs at least every so
 * many milliseconds, so that a long backlog starves nobody.
 */
export async function isOvertaken(db: Db, account: string, run: { action: string; event: number; atLeastEvery: number }): Promise<boolean> {
  const key = `${account} ${run.action}`
  const now = performance.now()
  if (now - (lastRun.get(key) ?? now) < run.atLeastEvery) {
    const later = await maybe(
      db,
      sql`
        select 1 from deliveries where account = ${account} and action = ${run.action} and event > ${run.event}
          and dead_at is null and due_at <= clock_timestamp() and leased_until < clock_timestamp() limit 1`,
    )
    if (later !== undefined) {
      if (!lastRun.has(key)) lastRun.set(key, now)
      return true
    }
  }
  lastRun.set(key, now)
  return false
}
