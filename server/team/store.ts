import type { Language } from '../../core/language.ts'
import type { Hours } from '../../core/team/hours.ts'
import type { Presence, Server } from '../../core/team/person.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'

export interface PersonRow {
  id: string
  name: string
  email: string
  role: 'owner' | 'lead' | 'team' | 'analyst'
  languages: Language[]
  skills: string[]
  capacity: number
  presence: Presence
  presenceSince: Date
  load: number
  simulated: boolean
  language: Language
  freeSince: Date
}

const columns = sql`
  p.id, p.name, p.email, p.role, p.languages, p.skills, p.capacity, p.presence, p.presence_since as "presenceSince", p.simulated, p.language,
  p.free_since as "freeSince",
  (select (case when bool_or(takes is null) then greatest(p.capacity, count(*)) else coalesce(sum(takes), 0) end)::float8 from (
    select takes from claims c where c.account = p.account and c.person = p.id and c.ended_at is null
    union all
    select takes from claims c where c.account = p.account and c.person = p.id and c.wrap_until > clock_timestamp()
  ) held) as load`

export function listPeople(db: Db, account: string): Promise<PersonRow[]> {
  return many(db, sql<PersonRow>`select ${columns} from people p where p.account = ${account} and p.removed_at is null order by p.name`)
}

export function findPerson(db: Db, account: string, person: string): Promise<PersonRow | undefined> {
  return maybe(db, sql<PersonRow>`select ${columns} from people p where p.account = ${account} and p.id = ${person}`)
}

/** The people who serve, as routing sees them. */
export async function listServers(db: Db, account: string): Promise<Server[]> {
  const people = await listPeople(db, account)
  return people
    .filter((person) => person.role !== 'analyst')
    .map(({ id, presence, languages, skills, capacity, load, freeSince }) => ({
      id,
      presence,
      languages,
      skills,
      capacity,
      load,
      freeSince: freeSince.getTime(),
    }))
}

/** The name of everybody, by id. */
export async function listNames(db: Db, account: string): Promise<[string, string][]> {
  const rows = await many(db, sql<{ id: string; name: string }>`select id, name from people where account = ${account}`)
  return rows.map(({ id, name }) => [id, name])
}

/** The presence of before; undefined when nothing changed. */
export async function savePresence(db: Db, account: string, person: string, presence: Presence): Promise<Presence | undefined> {
  const changed = await maybe(
    db,
    sql<{ before: Presence }>`
      update people p set presence = ${presence}, presence_since = clock_timestamp(), beat_at = clock_timestamp(),
        free_since = case when ${presence} = 'on' then clock_timestamp() else p.free_since end
      from (select account, id, presence from people where account = ${account} and id = ${person} for update) old
      where p.account = old.account and p.id = old.id and old.presence <> ${presence} returning old.presence as before`,
  )
  return changed?.before
}

export async function saveBeat(db: Db, account: string, person: string): Promise<void> {
  await sql`update people set beat_at = clock_timestamp() where account = ${account} and id = ${person}`.execute(db)
}

export async function saveFree(db: Db, account: string, person: string): Promise<void> {
  await sql`update people set free_since = clock_timestamp() where account = ${account} and id = ${person}`.execute(db)
}

/** Seconds since the last heartbeat; undefined when the person is off already. */
export async function findSilence(db: Db, account: string, person: string): Promise<number | undefined> {
  const row = await maybe(
    db,
    sql<{ seconds: number }>`
      select extract(epoch from clock_timestamp() - beat_at)::float8 as seconds from people
      where account = ${account} and id = ${person} and presence <> 'off' and not simulated`,
  )
  return row?.seconds
}

/** Whether anybody of the team has this skill, on duty or not. */
export async function hasSkill(db: Db, account: string, skill: string): Promise<boolean> {
  return (await maybe(db, sql`select 1 from people where account = ${account} and ${skill} = any(skills) limit 1`)) !== undefined
}

export async function findHours(db: Db, account: string): Promise<Hours | undefined> {
  const row = await maybe(db, sql<{ hours: Hours }>`select hours from hours where account = ${account}`)
  return row?.hours
}

export async function saveHours(db: Db, account: string, hours: Hours): Promise<void> {
  await sql`
    insert into hours (account, hours) values (${account}, ${JSON.stringify(hours)}::jsonb)
    on conflict (account) do update set hours = excluded.hours`.execute(db)
}

export interface PersonEdit {
  name?: string | undefined
  role?: PersonRow['role'] | undefined
  languages?: Language[] | undefined
  skills?: string[] | undefined
  capacity?: number | undefined
  language?: Language | undefined
}

export async function savePerson(db: Db, account: string, person: string, edit: PersonEdit): Promise<boolean> {
  const found = await maybe(
    db,
    sql`
      update people set name = coalesce(${edit.name ?? null}, name), role = coalesce(${edit.role ?? null}, role),
        languages = coalesce(${edit.languages ?? null}::text[], languages), skills = coalesce(${edit.skills ?? null}::text[], skills),
        capacity = coalesce(${edit.capacity ?? null}::int, capacity), language = coalesce(${edit.language ?? null}, language)
      where account = ${account} and id = ${person} and removed_at is null returning 1`,
  )
  return found !== undefined
}

/** Whoever may approve what this person proposes: somebody else of the team who is owner or lead and no simulated colleague. */
export async function countApprovers(db: Db, account: string, author: string | null): Promise<number> {
  const { n } = await one(
    db,
    sql<{ n: number }>`
      select count(*)::int as n from people
      where account = ${account} and role in ('owner', 'lead') and not simulated and removed_at is null and id is distinct from ${author}::uuid`,
  )
  return n
}

/** Leaves the team; false when they had left already. */
export async function saveRemoval(db: Db, account: string, person: string, by: string | null): Promise<boolean> {
  const gone = await maybe(
    db,
    sql`
      update people set removed_at = clock_timestamp(), removed_by = ${by}
      where account = ${account} and id = ${person} and removed_at is null returning 1`,
  )
  return gone !== undefined
}

/** The user by whom this person signs in. */
export async function findUserOf(db: Db, account: string, person: string): Promise<string | undefined> {
  return (await maybe(db, sql<{ user: string }>`select user_id as user from people where account = ${account} and id = ${person}`))?.user
}

/** The owners, who stay it until this transaction ends. */
export async function lockOwners(db: Db, account: string): Promise<string[]> {
  const rows = await many(
    db,
    sql<{ id: string }>`select id from people where account = ${account} and role = 'owner' and removed_at is null order by id for update`,
  )
  return rows.map((row) => row.id)
}
