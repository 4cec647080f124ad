import type { z } from 'zod'
import type { Visit, Visited } from '../../contract/channels.ts'
import { type Language, toLanguage } from '../../core/language.ts'
import { identify } from '../customers/actions.ts'
import { makeAnonymous } from '../customers/store.ts'
import { type Account, findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import type { Platform } from '../platform/platform.ts'
import { accountOfSite, accountToken, hmacHex, isSame, readAccountToken } from '../platform/secrets.ts'
import { findWidgetState } from './state.ts'
import { findProfile, findVisitor, listForCustomer, moveVisitor, saveVisitor } from './store.ts'

/** Begins a visit: the returning visitor finds the old timeline, the signed-in customer their own. */
export async function visit(platform: Platform, wish: z.output<typeof Visit>): Promise<Visited> {
  const account = (await accountOfSite(platform.database, wish.site)) ?? refuse('not-found')
  return platform.act(account, async (work) => {
    const { db } = work
    const house = await findAccount(db, account)
    const language = toLanguage(wish.language) ?? house.language
    const { customer, token } = wish.user
      ? await visitAsKnown(work, house, wish, wish.user, language)
      : await visitAsAnybody(db, account, wish, language)
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

/** Who was signed in and is no longer gets a timeline of their own: the browser may be somebody else's by now. */
async function visitAsAnybody(db: Db, account: string, wish: z.output<typeof Visit>, language: Language) {
  const known = await returning(db, account, wish.token)
  if (known && !(await findProfile(db, account, known.customer))?.verified) return known
  return remember(db, account, await makeAnonymous(db, account, { language }), language)
}

/** Only a valid signature makes somebody a known customer; a wrong one is refused, never ignored (C10). What was said before signing in comes along. */
async function visitAsKnown(
  work: Work,
  house: Account,
  wish: z.output<typeof Visit>,
  user: NonNullable<z.output<typeof Visit>['user']>,
  language: Language,
) {
  const { db, account, now } = work
  if (!isSame(user.signature, hmacHex(house.identitySecret, user.id))) refuse('bad-signature')
  const known = await returning(db, account, wish.token)
  const traits = { ...(user.name && { name: user.name }), ...(user.email && { email: user.email }) }
  const customer = await identify(work, { userId: user.id, anonymous: known?.customer ?? null, verified: true, traits, source: 'page', at: now })
  if (!known) return remember(db, account, customer, language)
  const after = await returning(db, account, known.token)
  if (after?.customer !== customer) await moveVisitor(db, account, readAccountToken(known.token)?.hash ?? '', customer)
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
