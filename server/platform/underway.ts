import { type Db, maybe, sql } from './db.ts'

/** What this account's action still has to do, or gave up: the newest of either; `failed` when it is a dead letter. */
export function findUnderWay(db: Db, account: string, action: string): Promise<{ since: Date; failed: boolean } | undefined> {
  return maybe(
    db,
    sql<{ since: Date; failed: boolean }>`
      select due_at as since, dead_at is not null as failed from deliveries
      where account = ${account} and action = ${action} and due_at <= clock_timestamp() + interval '1 second'
      order by id desc limit 1`,
  )
}
