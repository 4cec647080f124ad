import { one, sql } from '../../server/platform/db.ts'
import { changePresence } from '../../server/team/presence.ts'
import type { Company } from './company.ts'

/** So many customers wait while nobody is on duty; their places are made without the messages that brought them. */
export async function fillQueue({ nodes, account }: Company, waiting: number): Promise<void> {
  await nodes[0].database.inAccount(account, (db) =>
    sql`
      with made as (
        insert into customers (account, id) select ${account}, gen_random_uuid() from generate_series(1, ${waiting}) returning id
      ), opened as (
        insert into conversations (account, id, customer, channel, language) select ${account}, gen_random_uuid(), id, 'web', 'en' from made
        returning id, customer, place_number
      )
      insert into places (account, conversation, customer, number, waiting_since, limit_at, per_minute, minutes, language)
      select ${account}, id, customer, place_number, clock_timestamp(), clock_timestamp() + interval '20 minutes', 1, 6, 'en' from opened`.execute(
      db,
    ),
  )
}

/** Everybody comes on duty at once, on both servers; how long until so many customers are served, in seconds. */
export async function burst(company: Company, expected: number): Promise<number> {
  const { nodes, account, people } = company
  const began = performance.now()
  await Promise.all(people.map((person, nth) => nodes[nth % 2 === 0 ? 0 : 1].act(account, (work) => changePresence(work, person, 'on'))))
  while ((await countAssignments(company)) < expected) {
    if (performance.now() - began > 120_000) throw new Error(`only ${await countAssignments(company)} of ${expected} were served in two minutes`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return (performance.now() - began) / 1000
}

/** Assignments: conversations that matching gave to a person. */
export async function countAssignments({ nodes, account }: Company): Promise<number> {
  const { n } = await one(nodes[0].database.platform, sql<{ n: number }>`select count(*)::int as n from assignments where account = ${account}`)
  return n
}
