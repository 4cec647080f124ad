import { type Db, maybe, sql } from '../platform/db.ts'
import { action } from '../platform/events.ts'

/** Nobody waits longer than the owner allows, whatever the stake; read here because the queue stands before routing. */
export async function findWaitLimit(db: Db, account: string): Promise<number> {
  const row = await maybe(
    db,
    sql<{ minutes: number }>`select (policy->>'waitLimitMinutes')::float8 as minutes from policies where account = ${account} order by version desc limit 1`,
  )
  return row?.minutes ?? defaultWaitLimitMinutes
}

const defaultWaitLimitMinutes = 20

/** The clock: this customer has waited to the limit. From here on they stand in front (bounded wait). */
export const checkWait = action<'wait.due', ['wait.overrun']>('queue.checkWait', ['wait.overrun'], async (work, { conversation }) => {
  const waits = await maybe(
    work.db,
    sql`select 1 from places where account = ${work.account} and conversation = ${conversation} and waiting_since is not null and limit_at <= clock_timestamp()`,
  )
  if (waits) work.tell('wait.overrun', { conversation })
})
