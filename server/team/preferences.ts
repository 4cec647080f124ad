import { Preferences } from '../../contract/team.ts'
import { type Db, one, sql } from '../platform/db.ts'

/** How a person likes their screens; what they never chose has its default. */
export async function findPreferences(db: Db, account: string, person: string): Promise<Preferences> {
  const row = await one(db, sql<{ preferences: unknown }>`select preferences from people where account = ${account} and id = ${person}`)
  return Preferences.parse(row.preferences)
}

export async function savePreferences(db: Db, account: string, person: string, preferences: Preferences): Promise<void> {
  await sql`update people set preferences = ${JSON.stringify(preferences)}::jsonb where account = ${account} and id = ${person}`.execute(db)
}

/** The zone of a person's day: their own, or the company's. */
export async function findZone(db: Db, account: string, person: string): Promise<string> {
  const row = await one(
    db,
    sql<{ zone: string }>`
      select coalesce(p.preferences->>'timeZone', a.time_zone) as zone from people p join accounts a on a.account = p.account
      where p.account = ${account} and p.id = ${person}`,
  )
  return row.zone
}
