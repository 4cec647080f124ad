import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of one's own in the shared PostgreSQL: migrated, empty, gone after `drop`. */
export interface OwnDatabase {
  connection: { host: string; user: string; database: string }
  drop: () => Promise<void>
}

export async function makeDatabase(): Promise<OwnDatabase> {
  const { host, user, template } = inject('postgres')
  const database = `t_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ host, user, database: 'postgres' })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await run(`create database ${database} template ${template}`)
  return { connection: { host, user, database }, drop: () => run(`drop database if exists ${database} with (force)`) }
}
