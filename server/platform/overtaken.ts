import { type Db, maybe, sql } from './db.ts'

/**
 * The same action is to run again in this account, told later and not begun yet: it will see all that this one would, so that this one
 * need not run. For actions that look at the whole of something, such as the queue.
 */
export async function isOvertaken(db: Db, account: string, action: string, event: number): Promise<boolean> {
  const later = await maybe(
    db,
    sql`
      select 1 from deliveries where account = ${account} and action = ${action} and event > ${event}
        and dead_at is null and due_at <= clock_timestamp() and leased_until < clock_timestamp() limit 1`,
  )
  return later !== undefined
}
