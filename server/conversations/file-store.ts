import type { Attachment } from '../../contract/shapes.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'

/** The files of a message `m`, as a column of whoever lists messages. */
export const filesOf = sql`
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size) order by f.id)
    from files f where f.account = m.account and f.message = m.id), '[]') as files`

export interface NewFile {
  customer: string
  clientId: string
  name: string
  kind: string
  bytes: Buffer
}

/** Keeps a file; the same client id again is the same file. */
export async function saveFile(db: Db, account: string, file: NewFile): Promise<{ made: boolean; file: Attachment }> {
  const { customer, clientId, name, kind, bytes } = file
  const id = newId()
  const made = await maybe(
    db,
    sql`
      insert into files (account, id, customer, client_id, name, kind, size, bytes)
      values (${account}, ${id}, ${customer}, ${clientId}, ${name}, ${kind}, ${bytes.length}, ${bytes}) on conflict do nothing returning 1`,
  )
  if (made) return { made: true, file: { id, name, kind, size: bytes.length } }
  const before = await one(
    db,
    sql<Attachment>`select id, name, kind, size from files where account = ${account} and customer = ${customer} and client_id = ${clientId}`,
  )
  return { made: false, file: before }
}

/** Bytes that are kept of a customer, and how many files hang on no message yet. */
export function findKept(db: Db, account: string, customer: string): Promise<{ bytes: number; loose: number }> {
  return one(
    db,
    sql<{ bytes: number; loose: number }>`
      select coalesce(sum(size), 0)::float8 as bytes, (count(*) filter (where message is null))::int as loose
      from files where account = ${account} and customer = ${customer}`,
  )
}

/** Hangs files on the message that carries them; all of them are this customer's and hang on nothing, or the message is refused. */
export async function attach(
  db: Db,
  { account, customer, message, files }: { account: string; customer: string; message: string; files: readonly string[] },
): Promise<void> {
  if (files.length === 0) return
  const hung = await many(
    db,
    sql`
      update files set message = ${message}
      where account = ${account} and customer = ${customer} and id = any(${files}::uuid[]) and message is null returning 1`,
  )
  if (hung.length !== new Set(files).size) refuse('bad-input', [{ path: 'files', message: 'are not there, or were sent already' }])
}

export async function namesOf(db: Db, account: string, customer: string, files: readonly string[]): Promise<string> {
  const rows = await many(
    db,
    sql<{ name: string }>`select name from files where account = ${account} and customer = ${customer} and id = any(${files}::uuid[]) order by id`,
  )
  return rows.map((row) => row.name).join(', ')
}

export interface KeptFile {
  name: string
  kind: string
  bytes: Buffer
}

/** A file that this customer sent; theirs alone. */
export function findFileOf(db: Db, account: string, customer: string, file: string): Promise<KeptFile | undefined> {
  return maybe(db, sql<KeptFile>`select name, kind, bytes from files where account = ${account} and customer = ${customer} and id = ${file}`)
}

/** A file that hangs on a message, for the team. What was only drafted is nobody's business. */
export function findSentFile(db: Db, account: string, file: string): Promise<KeptFile | undefined> {
  return maybe(db, sql<KeptFile>`select name, kind, bytes from files where account = ${account} and id = ${file} and message is not null`)
}

/** Forgets a file that hangs on nothing; false when a message carries it. */
export async function removeLoose(db: Db, account: string, customer: string, file: string): Promise<boolean> {
  const gone = await maybe(
    db,
    sql`delete from files where account = ${account} and customer = ${customer} and id = ${file} and message is null returning 1`,
  )
  return gone !== undefined
}
