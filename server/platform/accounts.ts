import type { Language } from '../../core/language.ts'
import { type Db, one, sql } from './db.ts'

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
