import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/platform/migrate.ts'
import { startPostgres } from '../../server/platform/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that all test files share; its database is a migrated template. See database.ts. */
    postgres: { host: string; user: string; template: string }
  }
}

/** Starts one PostgreSQL for the whole run, with one migrated database that the test files copy, and stops it at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'sambut-tests-'))
  chmodSync(data, 0o755)
  const postgres = await startPostgres(data, () => {})
  const clear = async () => {
    await postgres.stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const pool = new pg.Pool({ ...postgres.connection, max: 2 })
    await forgetTheDisk(pool)
    await migrate(pool)
    await pool.end()
    project.provide('postgres', {
      host: String(postgres.connection.host),
      user: String(postgres.connection.user),
      template: String(postgres.connection.database),
    })
  } catch (error) {
    await clear()
    throw error
  }
  return clear
}

/** Test data need not survive a power cut, and waiting for the disk is most of the time that making a database takes. */
async function forgetTheDisk(pool: pg.Pool): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await pool.query(`alter system set ${setting} = off`)
  await pool.query('select pg_reload_conf()')
}
