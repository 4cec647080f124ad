import type { Kysely } from 'kysely'
import type { Language } from '../../core/language.ts'
import { many, sql } from '../platform/db.ts'

/** A message by which nobody can search yet. */
export interface Unread {
  account: string
  customer: string
  seq: number
  text: string
  /** As it was noted, when it was. */
  language: string | null
  /** What the conversation is held in. */
  spoken: string | null
  hint: string | null
  house: Language
}

/** Those without terms, newest first, of all accounts: locked, and what another node has locked is left to it. */
export function claimUnread(db: Kysely<unknown>, most: number): Promise<Unread[]> {
  return many(
    db,
    sql<Unread>`
      select m.account, m.customer, m.seq, m.text, m.language, c.language as spoken, c.language_hint as hint, a.language as house
      from messages m
      join conversations c on c.account = m.account and c.id = m.conversation
      join accounts a on a.account = m.account
      where m.terms is null and m.author <> 'system' order by m.at desc limit ${most} for update of m skip locked`,
  )
}

/** By what each message is found from now on. */
export async function saveTerms(
  db: Kysely<unknown>,
  read: readonly (Pick<Unread, 'account' | 'customer' | 'seq'> & { terms: string[] })[],
): Promise<void> {
  await sql`
    update messages m set terms = array_to_tsvector(r.terms)
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as r(account uuid, customer uuid, seq int, terms text[])
    where m.account = r.account and m.customer = r.customer and m.seq = r.seq`.execute(db)
}
