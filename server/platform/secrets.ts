import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Database, maybe, one, sql } from './db.ts'

/** 192 bits of chance, for tokens and keys. */
export const newSecret = () => randomBytes(24).toString('base64url')

/** As much of it in hexadecimal, for the path of a link in a letter. */
export const newProof = () => randomBytes(32).toString('hex')

/** What is kept of a token: its hash. Tokens have full entropy, so that a plain hash is enough. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

export const hmacHex = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex')

/** Compares in constant time. */
export function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The secret that signs sessions: the same on every node of one database. */
export async function sharedSecret(database: Database, given: string | null): Promise<string> {
  if (given) return given
  await sql`insert into secrets (name, value) values ('sessions', ${newSecret() + newSecret()}) on conflict do nothing`.execute(database.platform)
  const kept = await one(database.platform, sql<{ value: string }>`select value from secrets where name = 'sessions'`)
  return kept.value
}

/** Tokens that name their account: `v1.ACCOUNT.SECRET`. */
export function accountToken(account: string): { token: string; hash: string } {
  const secret = newSecret()
  return { token: `v1.${account.replaceAll('-', '')}.${secret}`, hash: hashOf(secret) }
}

export function readAccountToken(token: string): { account: string; hash: string } | undefined {
  const found = /^v1\.([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{32})$/.exec(token)
  if (!found) return undefined
  const [, a, b, c, d, e, secret] = found
  return { account: `${a}-${b}-${c}-${d}-${e}`, hash: hashOf(secret ?? '') }
}

/** Finds the account of a public site key. */
export async function accountOfSite(database: Database, site: string): Promise<string | undefined> {
  const row = await maybe(database.platform, sql<{ account: string }>`select account from accounts where site_key = ${site}`)
  return row?.account
}
