import type { Language } from '../../core/language.ts'
import { type Database, type Db, maybe, one, sql } from './db.ts'

/** The company that an account is. */
export interface Account {
  account: string
  name: string
  currency: string
  timeZone: string
  language: Language
  site: string
  identitySecret: string
  assistant: string
  demo: boolean
}

export function findAccount(db: Db, account: string): Promise<Account> {
  return one(
    db,
    sql<Account>`
      select account, name, currency, time_zone as "timeZone", language, site_key as site, identity_secret as "identitySecret",
        assistant_name as assistant, demo
      from accounts where account = ${account}`,
  )
}

export async function currencyOf(db: Db, account: string): Promise<string> {
  return (await findAccount(db, account)).currency
}

export interface NewAccount {
  account: string
  name: string
  timeZone: string
  site: string
  identitySecret: string
}

export async function saveAccount(db: Db, { account, name, timeZone, site, identitySecret }: NewAccount): Promise<void> {
  await sql`
    insert into accounts (account, name, time_zone, site_key, identity_secret)
    values (${account}, ${name}, ${timeZone}, ${site}, ${identitySecret})`.execute(db)
}

/** What the company calls itself and its assistant, and the language and currency it works in. */
export async function changeAccount(
  db: Db,
  account: string,
  { name, assistant, language, currency }: { name: string; assistant: string; language: Language; currency: string },
): Promise<void> {
  await sql`
    update accounts set name = ${name}, assistant_name = ${assistant}, language = ${language}, currency = ${currency} where account = ${account}`.execute(
    db,
  )
}

/** The company's days are counted where its hours are. A name that only the platform's clock knows, and not the database's, changes nothing. */
export async function moveAccount(db: Db, account: string, timeZone: string): Promise<void> {
  await sql`
    update accounts set time_zone = ${timeZone}
    where account = ${account} and exists (select 1 from pg_timezone_names where name = ${timeZone})`.execute(db)
}

/** What the assistant is called until the company gives it a name: then its customers know it as the company's assistant. */
const unnamed = 'Sambut assistant'
export const ownNameOf = ({ assistant }: Pick<Account, 'assistant'>): string | null => (assistant === unnamed ? null : assistant)

/** The accounts of this server, oldest first; asked by the platform, across the walls. */
export async function findFirstAccount(database: Database): Promise<{ site: string; demo: boolean } | undefined> {
  return maybe(database.platform, sql<{ site: string; demo: boolean }>`select site_key as site, demo from accounts order by made_at limit 1`)
}
