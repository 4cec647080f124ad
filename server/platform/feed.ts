import type { EventName, Events } from '../../contract/events.ts'
import { type Database, many, one, sql } from './db.ts'
import type { Log } from './log.ts'

/** A saved fact as those see it who watch: `cursor` is where it stands in the one order that all readers share. */
export interface Seen {
  account: string
  cursor: string
  name: EventName
  facts: Events[EventName]
  at: Date
}

export interface Feed {
  kick: () => void
  /** Hears every fact of an account from now on; gives back how to stop. */
  watch: (account: string, heard: (seen: Seen[]) => void) => () => void
  /** What an account missed since `cursor`; null when it is too much to be worth it. */
  since: (account: string, cursor: string) => Promise<Seen[] | null>
  cursor: () => string
  stop: () => Promise<void>
}

const pollMilliseconds = 1000
const settleMilliseconds = 15
const most = 1000

/**
 * One reader of the event log per node, fanned out in memory. The table and a cursor are the truth; kicks only make it quick,
 * so that a lost NOTIFY delays nobody by more than the poll.
 */
export async function startFeed(database: Database, log: Log): Promise<Feed> {
  const watchers = new Map<string, Set<(seen: Seen[]) => void>>()
  let at = await newest(database)
  let reading: Promise<void> | undefined
  let again = false
  let stopped = false
  let settling: NodeJS.Timeout | undefined

  async function read(): Promise<void> {
    try {
      do {
        again = false
        const { seen, more, behind } = await after(database, at)
        if (more) again = true
        const last = seen.at(-1)
        if (last) at = last.cursor
        fanOut(seen)
        if (behind) settleSoon()
      } while (again && !stopped)
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.message : String(error) }, 'the live feed could not read; it tries again')
    } finally {
      reading = undefined
    }
  }

  /** A transaction that began earlier still runs: what stands behind it shows up when it ends. */
  function settleSoon(): void {
    settling ??= setTimeout(() => {
      settling = undefined
      kick()
    }, settleMilliseconds)
  }

  function kick(): void {
    if (stopped) return
    if (reading) again = true
    else reading = read()
  }

  function fanOut(seen: Seen[]): void {
    for (const [account, facts] of Map.groupBy(seen, (fact) => fact.account)) for (const heard of watchers.get(account) ?? []) heard(facts)
  }

  const poll = setInterval(kick, pollMilliseconds)
  return {
    kick,
    cursor: () => at,
    watch: (account, heard) => {
      const all = watchers.get(account) ?? new Set()
      watchers.set(account, all.add(heard))
      return () => all.delete(heard)
    },
    since: async (account, cursor) => {
      if (!isCursor(cursor)) return null
      const { seen, more } = await after(database, cursor, account)
      return more ? null : seen
    },
    stop: async () => {
      stopped = true
      clearInterval(poll)
      clearTimeout(settling)
      await reading
    },
  }
}

type Row = { account: string; id: number; xid: string; name: EventName; facts: Events[EventName]; at: Date; settled: boolean }

/** What stands after a cursor and is settled: below the oldest running transaction. `behind`: something stands there that is not yet. */
async function after(database: Database, cursor: string, account?: string): Promise<{ seen: Seen[]; more: boolean; behind: boolean }> {
  const [xid, id] = parse(cursor)
  const rows = await many(
    database.platform,
    sql<Row>`
      select account, id, xid::text as xid, name, facts, at, xid < pg_snapshot_xmin(pg_current_snapshot()) as settled from events
      where (xid, id) > (${xid}::xid8, ${id}) ${account ? sql`and account = ${account}` : sql``} and name not like '%.due'
      order by events.xid, events.id limit ${most}`,
  )
  const settled = rows.filter((row) => row.settled)
  const seen = settled.map(({ id: number, xid: transaction, settled: _, ...fact }) => ({ ...fact, cursor: `${transaction}.${number}` }))
  return { seen, more: seen.length === most, behind: settled.length < rows.length }
}

async function newest(database: Database): Promise<string> {
  const row = await one(database.platform, sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`)
  return `${row.xid}.0`
}

const largestXid = 2n ** 64n

/** A cursor is ours when it has our form and lies where transactions can be; anything else is answered by "look anew". */
function isCursor(cursor: string): boolean {
  const [, xid] = /^(\d{1,20})\.\d{1,18}$/.exec(cursor) ?? []
  return xid !== undefined && BigInt(xid) > 2n && BigInt(xid) < largestXid
}

function parse(cursor: string): [string, string] {
  const [xid = '0', id = '0'] = cursor.split('.')
  return [xid, id]
}
