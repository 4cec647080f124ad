import { languages } from '../../core/language.ts'
import { type Config, readConfig } from '../../server/platform/config.ts'
import { sql } from '../../server/platform/db.ts'
import { newId } from '../../server/platform/ids.ts'
import type { Platform } from '../../server/platform/platform.ts'

/** A company whose customers and people two servers fight over. */
export interface Company {
  nodes: readonly [Platform, Platform]
  account: string
  people: string[]
}

export const nodeSettings: Config = {
  ...readConfig(['--port', '0', '--no-demo'], { LOG_LEVEL: 'error' }),
  secret: 'a secret of a company that lives for minutes',
  poolSize: 12,
}

/** Makes a company with so many people, who speak one to three languages and hold so many conversations at once. They come on duty later. */
export async function makeCompany(nodes: Company['nodes'], team: { people: number; capacity: number }): Promise<Company> {
  const account = newId()
  const people = Array.from({ length: team.people }, () => newId())
  await nodes[0].database.inAccount(account, async (db) => {
    await sql`insert into accounts (account, name, site_key, identity_secret) values (${account}, 'Race', ${`race-${account}`}, 'secret')`.execute(db)
    for (const [nth, person] of people.entries()) {
      const speaks = languages.filter((_, at) => (at + nth) % languages.length < 1 + (nth % 3))
      await sql`
        insert into people (account, id, user_id, name, email, role, languages, skills, capacity, simulated)
        values (${account}, ${person}, ${newId()}, ${`Person ${nth}`}, ${`${person}@example.test`}, 'team', ${['en', ...speaks]}::text[],
          ${nth % 2 === 0 ? ['returns'] : []}::text[], ${team.capacity}, true)`.execute(db)
    }
  })
  return { nodes, account, people }
}

/** Until everything told so far has been acted upon, on both. What came in from one while the other was asked is waited for too. */
export async function settled({ nodes }: Company): Promise<void> {
  for (const node of [...nodes, ...nodes]) await node.runner.idle()
}
