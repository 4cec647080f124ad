import { randomBytes } from 'node:crypto'
import { type Language, languages } from '../../core/language.ts'
import { defaultEconomics } from '../../core/value/defaults.ts'
import { saveArticle, savePublication } from '../knowledge/store.ts'
import { settleAll } from '../learning/actions.ts'
import type { Work } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { savePolicy, startPolicy } from '../routing/store.ts'
import { saveHours } from '../team/store.ts'
import { saveExamples } from '../understanding/store.ts'
import { trainNow } from '../understanding/teaching.ts'
import { saveEconomics } from '../value/store.ts'
import { type Content, readContent } from './content.ts'
import { seedCustomers } from './customers.ts'
import { seedDesk } from './desk.ts'
import { openingHours } from './hours.ts'
import { intents } from './matters.ts'
import { seedPast } from './past.ts'
import { seedPeople } from './people.ts'
import { hasAccount, saveCompany } from './store.ts'

const company = 'Rumah Kodu'
const site = 'demo-rumah-kodu'

/** How much is made; tests make a small company. */
export interface Size {
  customers: number
  history: number
}

/**
 * The believable company of the first look, made once: nothing happens when there is an account already. All in one transaction, so
 * that a start that is broken off leaves nothing half made.
 */
export async function seedDemo(platform: Platform, say: (step: string) => void, size: Size = { customers: 560, history: 450 }): Promise<void> {
  if (await hasAccount(platform)) return
  const content = readContent()
  const account = newId()
  await platform.act(account, async (work) => {
    const { db, now } = work
    say(`making the demo company ${company}: team, hours, policy`)
    await saveCompany(db, { account, name: company, site, identitySecret: randomBytes(32).toString('hex') })
    const team = await seedPeople(platform, db, account)
    await saveHours(db, account, openingHours(now.getTime()))
    const { version: _, ...policy } = startPolicy
    await savePolicy(db, account, policy, team[0]?.id ?? null)
    for (const intent of intents) await saveEconomics(db, account, defaultEconomics(intent))

    const slugs = await seedArticles(work, content, team[0]?.id ?? null)
    say(`publishing ${slugs} articles in ${languages.length} languages`)
    const examples = await seedExamples(work, content)
    say(`learning what customers want from ${examples} examples`)
    await trainNow(work)

    const customers = await seedCustomers(db, account, size.customers, now.getTime())
    say(`${customers.length} customers with ${customers.reduce((total, customer) => total + customer.orders.length, 0)} orders`)
    say('telling the conversations of the last two weeks')
    const told = await seedPast(work, { customers, team, content, company, many: size.history, now: now.getTime() })
    await seedDesk(work, team[0]?.id ?? null)
    await settleAll(work, null)
    say(`${told} conversations, read, weighed and decided by the rules of today`)
  })
}

async function seedArticles({ db, account }: Work<never>, content: Record<Language, Content>, author: string | null): Promise<number> {
  const slugs = content.en.articles.map((article) => article.slug)
  for (const slug of slugs) {
    const texts = languages.flatMap((language) => {
      const article = content[language].articles.find((one) => one.slug === slug)
      return article ? [{ language, title: article.title, body: article.body }] : []
    })
    const id = await saveArticle(db, account, { id: null, slug, author, texts })
    await savePublication(db, account, id, true)
  }
  return slugs.length
}

async function seedExamples({ db, account }: Work<never>, content: Record<Language, Content>): Promise<number> {
  const examples = languages.flatMap((language) =>
    Object.entries(content[language].examples).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text, language }))),
  )
  await saveExamples(db, account, examples, 'demo')
  return examples.length
}
