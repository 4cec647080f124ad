import { defaultEconomics } from '../core/value/defaults.ts'
import { saveAccount } from './platform/accounts.ts'
import { newId } from './platform/ids.ts'
import type { Platform } from './platform/platform.ts'
import { newSecret } from './platform/secrets.ts'
import { savePolicy, startPolicy } from './routing/store.ts'
import { addPerson } from './team/people.ts'
import { saveHours } from './team/store.ts'
import { saveEconomics } from './value/store.ts'

const startIntents = [
  'delivery-status',
  'return',
  'refund-status',
  'damaged-item',
  'payment-problem',
  'invoice',
  'product-question',
  'account-access',
  'leaving',
  'greeting',
]
const workdays = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]))

/** An empty company with its owner, who signs in with the password that is printed once. */
export async function createAccount(platform: Platform, say: (step: string) => void): Promise<void> {
  say('making the company and its owner')
  const account = newId()
  const email = 'owner@sambut.local'
  const password = newSecret()
  const user = await platform.makeUser({ name: 'Owner', email, password })
  await platform.act(account, async ({ db }) => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    await saveAccount(db, { account, name: 'My company', timeZone, site: newSecret(), identitySecret: newSecret() })
    await addPerson(platform, db, account, { name: 'Owner', email, role: 'owner', languages: ['en'] }, user)
    await saveHours(db, account, { timeZone, week: workdays, holidays: [] })
    const { version: _, ...policy } = startPolicy
    await savePolicy(db, account, policy, null)
    for (const intent of startIntents) await saveEconomics(db, account, defaultEconomics(intent))
  })
  process.stdout.write(`\n  The owner signs in with ${email} and the password ${password}\n  (shown once; change it in the console).\n\n`)
}
