import type { SettingsFile } from '../../contract/integrations.ts'
import { listArticles } from '../knowledge/store.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { findPolicy } from '../routing/store.ts'
import { findHours, listPeople } from '../team/store.ts'
import { listExamples } from '../understanding/store.ts'
import { listEconomics } from '../value/store.ts'

/** Everything that is set, as one file that another company can be set up from; without secrets, keys and addresses of receivers. */
export async function readSettings(db: Db, account: string, now: Date): Promise<SettingsFile> {
  const { name } = await findAccount(db, account)
  const hours = await findHours(db, account)
  return {
    format: 'sambut-settings',
    version: 1,
    savedAt: now.toISOString(),
    company: name,
    policy: await readPolicy(db, account),
    economics: await readEconomics(db, account),
    ...(hours && { hours: structuredClone(hours) as SettingsFile['hours'] }),
    people: await readPeople(db, account),
    articles: await readArticles(db, account),
    examples: (await listExamples(db, account)).map(({ intent, text }) => ({ intent, text })),
  }
}

async function readPolicy(db: Db, account: string): Promise<SettingsFile['policy']> {
  const { version: _, ...policy } = (await findPolicy(db, account)).policy
  return { ...policy, priorityFrom: [...policy.priorityFrom] }
}

async function readEconomics(db: Db, account: string): Promise<SettingsFile['economics']> {
  return (await listEconomics(db, account)).map((one) => ({
    intent: one.intent,
    lossProbability: one.lossProbability.value,
    resolvedByPerson: one.resolvedByPerson.value,
    resolvedByAssistant: one.resolvedByAssistant.value,
    buysWithPerson: one.buysWithPerson.value,
    buysWithAssistant: one.buysWithAssistant.value,
    margin: one.margin.value,
    handleMinutes: one.handleMinutes.value,
    skill: one.skill,
  }))
}

async function readPeople(db: Db, account: string): Promise<SettingsFile['people']> {
  const people = (await listPeople(db, account)).filter(({ simulated }) => !simulated)
  return people.map(({ email, name, role, languages, skills, capacity }) => ({ email, name, role, languages, skills, capacity }))
}

async function readArticles(db: Db, account: string): Promise<SettingsFile['articles']> {
  return (await listArticles(db, account)).map(({ slug, published, texts }) => ({ slug, published, texts }))
}
