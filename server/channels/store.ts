import type { Appearance } from '../../contract/channels.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'

export async function findAppearance(db: Db, account: string): Promise<Appearance | undefined> {
  const row = await maybe(
    db,
    sql<{ appearance: Appearance }>`select appearance from appearances where account = ${account} order by version desc limit 1`,
  )
  return row?.appearance
}

/** A new version; whoever saves at the same time waits for it. */
export async function saveAppearance(db: Db, account: string, appearance: Appearance, person: string | null): Promise<number> {
  await sql`select 1 from accounts where account = ${account} for update`.execute(db)
  const { version } = await one(
    db,
    sql<{ version: number }>`
      insert into appearances (account, version, appearance, person)
      select ${account}, coalesce(max(version), 0) + 1, ${JSON.stringify(appearance)}::jsonb, ${person} from appearances where account = ${account}
      returning version`,
  )
  return version
}

/** Who changed the appearance when, the newest twenty. */
export function listAppearanceVersions(db: Db, account: string): Promise<{ version: number; person: string | null; at: Date }[]> {
  return many(
    db,
    sql<{ version: number; person: string | null; at: Date }>`
      select v.version, p.name as person, v.at from appearances v left join people p on p.account = v.account and p.id = v.person
      where v.account = ${account} order by v.version desc limit 20`,
  )
}
