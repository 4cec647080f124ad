import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Log } from './log.ts'
import { prepareStatements } from './prepared.ts'

export { sql } from 'kysely'

/** A connection inside a transaction of one account: row security lets it see that account alone. */
export type Db = Transaction<unknown>

export interface Database {
  /** Runs in one transaction of one account, as the role that row security binds. `now` is the database's clock at its beginning (I17). Rolls back when `run` throws. */
  inAccount<T>(account: string, run: (db: Db, now: Date) => Promise<T>): Promise<T>
  /** One statement across accounts without a transaction around it. */
  platform: Kysely<unknown>
  /** Runs while no other node runs the same: for what happens once in the life of a database. */
  alone<T>(what: string, run: () => Promise<T>): Promise<T>
  pool: pg.Pool
  close(): Promise<void>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** Opens the pool. Times come back as Date, 64-bit integers as number (all of ours stay below 2^53). */
export function openDatabase(connection: pg.PoolConfig, poolSize: number, log: Log): Database {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'sambut',
    options: '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC -c jit=off -c enable_seqscan=off',
  })
  prepareStatements(pool)
  // Our own good-bye: the server may hang up before the last connections have said theirs.
  let closing = false
  pool.on('error', (error) => closing || log.warn({ error: error.message }, 'a database connection was lost'))
  // The pool listens to idle connections alone. One that is lost inside a transaction, between two statements, must not end the
  // server: its next statement fails, and what it did is rolled back.
  pool.on('connect', (client) =>
    client.on('error', (error) => closing || log.warn({ error: error.message }, 'a database connection was lost in use')),
  )
  const platform = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })

  return {
    pool,
    platform,
    alone: (what, run) => runAlone(pool, what, run),
    inAccount: (account, run) => {
      if (!uuid.test(account)) throw new Error('an account is a UUID in lower case')
      return platform.transaction().execute(async (db) => {
        const { now } = await one(
          db,
          sql<{ now: Date }>`select set_config('role', 'sambut_app', true), set_config('app.account', ${account}, true), clock_timestamp() as now`,
        )
        return run(db, now)
      })
    },
    close: () => {
      closing = true
      return platform.destroy()
    },
  }
}

async function runAlone<T>(pool: pg.Pool, what: string, run: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [what])
    return await run()
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [what])
    await client.query('reset statement_timeout')
    client.release()
  }
}

/** All rows of a query. */
export async function many<Row>(db: Kysely<unknown>, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(db)).rows
}

/** The first row, or undefined. */
export async function maybe<Row>(db: Kysely<unknown>, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(db)).rows[0]
}

/** The first row; throws when there is none, because the caller knows that there must be one. */
export async function one<Row>(db: Kysely<unknown>, query: RawBuilder<Row>): Promise<Row> {
  const row = (await query.execute(db)).rows[0]
  if (row === undefined) throw new Error('a row that must be there is missing')
  return row
}

/** How many rows a statement changed. */
export async function changed(db: Kysely<unknown>, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(db)).numAffectedRows ?? 0)
}
