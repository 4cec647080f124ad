import type { Language } from '../../core/language.ts'
import { type Db, maybe, sql } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'

export interface NewPerson {
  name: string
  email: string
  role: 'owner' | 'lead' | 'team' | 'analyst'
  languages: Language[]
  skills?: string[]
  capacity?: number
  simulated?: boolean
}

/** A new person of the team. Their user, by which they sign in, is made when the e-mail is not known yet. */
export async function addPerson(platform: Platform, db: Db, account: string, person: NewPerson, userId: string): Promise<string> {
  const id = newId()
  await sql`
    insert into people (account, id, user_id, name, email, role, languages, skills, capacity, language, simulated)
    values (${account}, ${id}, ${userId}, ${person.name}, ${person.email}, ${person.role}, ${person.languages}, ${person.skills ?? []},
      ${person.capacity ?? 3}, ${person.languages[0] ?? 'en'}, ${person.simulated ?? false})`.execute(db)
  platform.log.info({ account, role: person.role }, 'a person was added')
  return id
}

/** A new colleague, or one who had left and comes back under the same address. */
export async function invite(platform: Platform, db: Db, account: string, person: NewPerson): Promise<string> {
  const known = await maybe(
    db,
    sql<{ id: string; left: boolean }>`
      select id, removed_at is not null as left from people where account = ${account} and lower(email) = lower(${person.email}) for update`,
  )
  if (known && !known.left) refuse('conflict')
  if (known) {
    const { name, role, languages, skills = null, capacity = null } = person
    await sql`
      update people set removed_at = null, removed_by = null, name = ${name}, role = ${role}, languages = ${languages}::text[],
        skills = coalesce(${skills}::text[], skills), capacity = coalesce(${capacity}::int, capacity)
      where account = ${account} and id = ${known.id}`.execute(db)
    return known.id
  }
  const userId = await platform.makeUser({ name: person.name, email: person.email })
  return addPerson(platform, db, account, person, userId)
}
