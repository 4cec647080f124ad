import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Texts of statements are few: they come from our code, and values are parameters. What is beyond this is planned each time. */
const most = 1000
const names = new Map<string, string>()

/**
 * Connections of this pool prepare each statement with parameters once and keep its plan: for our short queries
 * parsing and planning cost PostgreSQL more than running them.
 */
export function prepareStatements(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const plain = client.query.bind(client) as (...all: unknown[]) => unknown
    // pg's own signature has a dozen overloads; all but (text, values) go through untouched.
    client.query = ((...all: unknown[]) => {
      const [text, values, ...rest] = all
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
      return name === undefined ? plain(...all) : plain({ name, text, values }, ...rest)
    }) as typeof client.query
  })
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= most) return known
  const name = `s${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}
