import { changesBetween } from '../../core/changes.ts'
import { type Database, type Db, sql } from './db.ts'
import type { Work } from './events.ts'
import { newId } from './ids.ts'

/** Who asks for what, as the trail keeps it. */
export interface Request {
  method: string
  /** The route's pattern, such as /v1/economics/:intent. */
  path: string
  params: Record<string, string>
  body: unknown
  person: string
  key: string | null
}

/** How a thing stands, read before and after the change, so that the trail can say what it was. */
export type StateReader = (db: Db, account: string, params: Record<string, string>) => Promise<unknown>

/** What is asked of a settings route is kept; conversations have their own timeline, and visitors change no settings. */
export const isAudited = (method: string, permission: string) => method !== 'GET' && (permission === 'lead' || permission === 'own')

/** Runs a change and writes who made it, in one transaction: either both are there or neither. */
export async function audited<T>(work: Work, request: Request, read: StateReader | undefined, run: (work: Work) => Promise<T>): Promise<T> {
  const { db, account } = work
  const before = read ? await read(db, account, request.params) : null
  const result = await run(work)
  const after = read ? await read(db, account, request.params) : request.body
  const { about, action } = nameOf(request)
  const subject = Object.values(request.params)[0] ?? null
  await sql`
    insert into audit (account, id, person, key, about, action, subject, changes)
    values (${account}, ${newId()}, ${request.person || null}, ${request.key}, ${about}, ${action}, ${subject},
      ${JSON.stringify(changesBetween(before, after))}::jsonb)`.execute(db)
  return result
}

/** `PUT /v1/policy/pause` is about the policy, and is `PUT policy/pause`. */
function nameOf({ method, path }: Request): { about: string; action: string } {
  const nouns = path.split('/').filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'))
  return { about: nouns[0] ?? '', action: `${method} ${nouns.join('/')}` }
}

/** A sign-in is made by the library, in a transaction of its own. */
export async function noteSignIn(database: Database, user: string): Promise<void> {
  await sql`
    insert into audit (account, id, person, about, action, changes)
    select account, ${newId()}::uuid, id, 'sign-in', 'sign-in', '[]' from people where user_id = ${user} order by made_at limit 1`.execute(
    database.platform,
  )
}
