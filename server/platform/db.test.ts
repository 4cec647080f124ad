import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase, type OwnDatabase } from '../../tests/world/database.ts'
import { type Database, one, openDatabase, sql } from './db.ts'
import { newId } from './ids.ts'
import { makeLog } from './log.ts'

let own: OwnDatabase
let database: Database
beforeAll(async () => {
  own = await makeDatabase()
  database = openDatabase(own.connection, 3, makeLog('silent'))
})
afterAll(async () => {
  await database.close()
  await own.drop()
})

test('a connection that is lost in the middle of something fails that alone: the server lives on', async () => {
  const gone = new Promise<void>((resolve) => database.pool.once('acquire', (client) => client.once('end', () => resolve())))
  const lost = database.inAccount(newId(), async (db) => {
    const { pid } = await one(db, sql<{ pid: number }>`select pg_backend_pid() as pid`)
    await sql`select pg_terminate_backend(${pid})`.execute(database.platform)
    await gone
    await sql`select 1`.execute(db)
  })
  await expect(lost).rejects.toThrow()
  expect(await one(database.platform, sql<{ n: number }>`select 1 as n`)).toEqual({ n: 1 })
})
