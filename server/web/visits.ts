import type { z } from 'zod'
import type { Visit, Visited } from '../../contract/channels.ts'
import { type Language, toLanguage } from '../../core/language.ts'
import { findOrMakeByExternalId, makeAnonymous } from '../customers/store.ts'
import { type Account, findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { accountOfSite, accountToken, hmacHex, isSame, readAccountToken } from '../platform/secrets.ts'
import { findWidgetState } from './state.ts'
import { findProfile, findVisitor, listForCustomer, markVerified, moveVisitor, saveVisitor } from './store.ts'

/** Begins a visit: the returning visitor finds the old timeline, the signed-in customer their own. */
export async function visit(platform: Platform, wish: z.output<typeof Visit>): Promise<Visited> {
  const account = (await accountOfSite(platform.database, wish.site)) ?? refuse('not-found')
  return platform.database.inAccount(account, async (db) => {
    const house = await findAccount(db, account)
    const language = toLanguage(wish.language) ?? house.language
    const { customer, token } = wish.user ? await visitAsKnown(db, house, wish, wish.user, language) : await visitAsAnybody(db, account, wish, language)
    const profile = await findProfile(db, account, customer)
    return {
      token,
      language: toLanguage(wish.language) ?? toLanguage(profile?.language) ?? house.language,
      company: house.name,
      assistant: house.assistant,
      customer: { name: profile?.name ?? null, verified: profile?.verified ?? false },
      messages: await listForCustomer(db, account, customer, 0),
      state: await findWidgetState(db, account, customer),
    }
  })
}

async function visitAsAnybody(db: Db, account: string, wish: z.output<typeof Visit>, language: Language) {
  const known = await returning(db, account, wish.token)
  if (known) return known
  return remember(db, account, await makeAnonymous(db, account, { language }), language)
}

/** Only a valid signature makes somebody a known customer; a wrong one is refused, never ignored (C10). */
async function visitAsKnown(db: Db, house: Account, wish: z.output<typeof Visit>, user: NonNullable<z.output<typeof Visit>['user']>, language: Language) {
  if (!isSame(user.signature, hmacHex(house.identitySecret, user.id))) refuse('bad-signature')
  const customer = await findOrMakeByExternalId(db, house.account, user.id)
  await markVerified(db, house.account, customer, { name: user.name ?? null, email: user.email ?? null })
  const known = await returning(db, house.account, wish.token)
  if (!known) return remember(db, house.account, customer, language)
  if (known.customer === customer) return known
  const read = readAccountToken(known.token)
  if (read) await moveVisitor(db, house.account, read.hash, customer)
  return { customer, token: known.token }
}

async function returning(db: Db, account: string, token: string | undefined): Promise<{ customer: string; token: string } | undefined> {
  const read = token ? readAccountToken(token) : undefined
  if (!token || read?.account !== account) return undefined
  const visitor = await findVisitor(db, account, read.hash)
  return visitor && { customer: visitor.customer, token }
}

async function remember(db: Db, account: string, customer: string, language: string) {
  const { token, hash } = accountToken(account)
  await saveVisitor(db, account, { customer, hash, language })
  return { customer, token }
}
