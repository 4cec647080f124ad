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

/**
 * Those without terms, newest first, of all accounts: locked, and what another node has locked is left to it. So many messages and
 * characters at most, but one message whatever its length.
 */
export function claimUnread(db: Kysely<unknown>, most: { messages: number; characters: number }): Promise<Unread[]> {
  return many(
    db,
    sql<Unread>`
      with locked as (
        select m.account, m.customer, m.seq, m.text, m.language, c.language as spoken, c.language_hint as hint, a.language as house, m.at
        from messages m
        join conversations c on c.account = m.account and c.id = m.conversation
        join accounts a on a.account = m.account
        where m.terms is null and m.author <> 'system' order by m.at desc limit ${most.messages} for update of m skip locked),
      added as (select *, sum(length(text)) over (order by at desc, account, customer, seq) - length(text) as above from locked)
      select account, customer, seq, text, language, spoken, hint, house from added where above = 0 or above + length(text) <= ${most.characters}`,
  )
}

export type Read = Pick<Unread, 'account' | 'customer' | 'seq'> & { terms: string[] }

/** By what each message is found from now on. False, and nothing is saved: there is a term among them that the database does not take. */
export async function saveTerms(db: Kysely<unknown>, read: readonly Read[]): Promise<boolean> {
  await sql`savepoint before_terms`.execute(db)
  try {
    await sql`
      update messages m set terms = array_to_tsvector(r.terms)
      from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as r(account uuid, customer uuid, seq int, terms text[])
      where m.account = r.account and m.customer = r.customer and m.seq = r.seq`.execute(db)
    return true
  } catch (error) {
    if (!isOfTheData(error)) throw error
    await sql`rollback to savepoint before_terms`.execute(db)
    return false
  }
}

/** PostgreSQL's classes of errors for values that are none of their type, and for those beyond a limit of its own. */
const isOfTheData = (error: unknown) => error instanceof Error && 'code' in error && /^(22|54)/.test(String(error.code))
