import { Habits } from '../../contract/conversations.ts'
import type { SettingsFile } from '../../contract/integrations.ts'
import { houseAppearance } from '../channels/appearance.ts'
import { findAppearance } from '../channels/store.ts'
import { listHabits, listLabels, listMacros, listReplies } from '../conversations/saved.ts'
import { listArticles } from '../knowledge/store.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { findPolicy } from '../routing/store.ts'
import { listCalendars } from '../team/calendars.ts'
import { findRules } from '../team/holding-store.ts'
import { toShape } from '../team/routes.ts'
import { findHours, listPeople } from '../team/store.ts'
import { findBounds } from '../trust/bounds.ts'
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
    ...(hours && { hours: toShape(hours) }),
    people: await readPeople(db, account),
    calendars: await readCalendars(db, account),
    holding: await readHolding(db, account),
    fairness: (await findBounds(db, account)).bounds,
    appearance: (await findAppearance(db, account)) ?? houseAppearance,
    labels: (await listLabels(db, account)).map(({ name, colour }) => ({ name, colour })),
    replies: (await listReplies(db, account, '')).map(({ shortcut, text }) => ({ shortcut, text })),
    macros: await readMacros(db, account),
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
  const habits = new Map((await listHabits(db, account)).map((one) => [one.person, Habits.parse(one.habits)]))
  return people.map(({ id, email, name, role, languages, skills, capacity }) => {
    const own = habits.get(id)
    return { email, name, role, languages, skills, capacity, ...(own && { habits: own }) }
  })
}

/** Ids mean nothing in another company: people go by their e-mail, labels by their name. */
async function readCalendars(db: Db, account: string): Promise<SettingsFile['calendars']> {
  const emails = await emailsOf(db, account)
  return (await listCalendars(db, account)).flatMap(({ kind, subject, hours, timeOff }) => {
    const name = kind === 'person' ? emails.get(subject) : subject
    return name === undefined ? [] : [{ kind, subject: name, hours: hours && toShape(hours), timeOff: [...timeOff] }]
  })
}

async function readHolding(db: Db, account: string): Promise<SettingsFile['holding']> {
  const { weights, ...rules } = await findRules(db, account)
  return { ...rules, weights: { ...weights } }
}

async function readMacros(db: Db, account: string): Promise<SettingsFile['macros']> {
  const emails = await emailsOf(db, account)
  const labels = new Map((await listLabels(db, account)).map(({ id, name }) => [id, name]))
  return (await listMacros(db, account)).flatMap(({ name, changes }) => {
    const named = changes.flatMap((change): FileChange[] => {
      if (change.kind === 'label') return labels.has(change.label) ? [{ ...change, label: labels.get(change.label) ?? '' }] : []
      if (change.kind === 'assign-person') return emails.has(change.person) ? [{ ...change, person: emails.get(change.person) ?? '' }] : []
      return [change]
    })
    // What named only somebody who left, or a label that is gone, does nothing here either.
    return named.length === 0 ? [] : [{ name, changes: named }]
  })
}

type FileChange = NonNullable<SettingsFile['macros']>[number]['changes'][number]

async function emailsOf(db: Db, account: string): Promise<Map<string, string>> {
  return new Map((await listPeople(db, account)).filter(({ simulated }) => !simulated).map(({ id, email }) => [id, email]))
}

async function readArticles(db: Db, account: string): Promise<SettingsFile['articles']> {
  return (await listArticles(db, account)).map(({ slug, published, texts }) => ({ slug, published, texts }))
}
