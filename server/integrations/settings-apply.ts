import type { SettingsFile } from '../../contract/integrations.ts'
import { changeAppearance } from '../channels/appearance.ts'
import { saveHabits } from '../conversations/saved.ts'
import { listArticles, saveArticle, savePublication } from '../knowledge/store.ts'
import { changeAccount, findAccount, moveAccount } from '../platform/accounts.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import type { Platform } from '../platform/platform.ts'
import { saveCalendar } from '../team/calendars.ts'
import { saveRules } from '../team/holding-store.ts'
import { invite } from '../team/people.ts'
import { listPeople, lockOwners, saveHours, savePerson } from '../team/store.ts'
import { publishOrPropose } from '../trust/approving.ts'
import { saveBounds } from '../trust/bounds.ts'
import { replaceSet } from '../understanding/actions.ts'
import type { LabelledExample } from '../understanding/store.ts'
import { changed } from '../value/routes.ts'
import { listEconomics, saveEconomics } from '../value/store.ts'
import { applyDesk } from './settings-desk.ts'
import { type Item, nameOfCalendar } from './settings-import.ts'

export interface Import {
  file: SettingsFile
  plan: readonly Item[]
  examples: readonly LabelledExample[]
  person: string | null
}

type Tells =
  | 'policy.changed'
  | 'policy.replaced'
  | 'policy.drafted'
  | 'policy.judged'
  | 'replay.asked'
  | 'article.published'
  | 'article.withdrawn'
  | 'examples.changed'

/** Writes what differs, all in one transaction: the whole file, or nothing of it. Gives back who is new and waits for an invitation. */
export async function applySettings(platform: Platform, work: Work<Tells>, { file, plan, examples, person }: Import): Promise<string[]> {
  const { db, account } = work
  const names = (part: Item['part']) => new Set(plan.filter((item) => item.part === part).map(({ name }) => name))
  const differs = (part: Item['part']) => names(part).size > 0
  if (file.company && differs('company')) await changeAccount(db, account, { ...(await findAccount(db, account)), name: file.company })
  if (file.policy && differs('policy')) await publishOrPropose(work, { policy: file.policy, words: '', person })
  if (file.hours && differs('hours')) {
    await saveHours(db, account, file.hours)
    await moveAccount(db, account, file.hours.timeZone)
  }
  await applyEconomics(work, file, names('economics'))
  const invited = await applyPeople(platform, work, file, names('people'))
  if (file.holding && differs('holding')) await saveRules(db, account, file.holding)
  if (file.fairness && differs('fairness')) await saveBounds(db, account, file.fairness, person)
  if (file.appearance && differs('appearance')) await changeAppearance(work, file.appearance, person)
  await applyCalendars(work, file, names('calendars'))
  await applyDesk(work, { file, names, person })
  await applyArticles(work, file, names('articles'), person)
  if (differs('examples')) await replaceSet(work, examples)
  return invited
}

async function applyEconomics({ db, account }: Work<never>, file: SettingsFile, wanted: ReadonlySet<string | null>): Promise<void> {
  const known = new Map((await listEconomics(db, account)).map((one) => [one.intent, one]))
  for (const { intent, ...economics } of file.economics ?? [])
    if (wanted.has(intent)) await saveEconomics(db, account, changed(intent, economics, known.get(intent)))
}

async function applyPeople(
  platform: Platform,
  { db, account }: Work<never>,
  file: SettingsFile,
  wanted: ReadonlySet<string | null>,
): Promise<string[]> {
  const invited: string[] = []
  const byEmail = new Map((await listPeople(db, account)).map((person) => [person.email.toLowerCase(), person.id]))
  for (const person of file.people ?? []) {
    if (!wanted.has(person.email.toLowerCase())) continue
    const known = byEmail.get(person.email.toLowerCase())
    if (known) await savePerson(db, account, known, person)
    const id = known ?? (await invite(platform, db, account, person))
    if (!known) invited.push(person.email)
    if (person.habits) await saveHabits(db, account, id, person.habits)
  }
  // A company without an owner could be administered by nobody.
  if ((await lockOwners(db, account)).length === 0) refuse('last-owner')
  return invited
}

async function applyCalendars({ db, account }: Work<never>, file: SettingsFile, wanted: ReadonlySet<string | null>): Promise<void> {
  const byEmail = new Map((await listPeople(db, account)).map((person) => [person.email.toLowerCase(), person.id]))
  for (const calendar of file.calendars ?? []) {
    if (!wanted.has(nameOfCalendar(calendar))) continue
    const { kind, subject, hours, timeOff } = calendar
    const named = kind === 'person' ? (byEmail.get(subject.toLowerCase()) ?? refuse('conflict')) : subject
    await saveCalendar(db, account, { kind, subject: named, hours, timeOff })
  }
}

async function applyArticles(work: Work<Tells>, file: SettingsFile, wanted: ReadonlySet<string | null>, author: string | null): Promise<void> {
  const { db, account } = work
  const bySlug = new Map((await listArticles(db, account)).map((article) => [article.slug, article.id]))
  for (const { slug, published, texts } of file.articles ?? []) {
    if (!wanted.has(slug)) continue
    const article = await saveArticle(db, account, { id: bySlug.get(slug) ?? null, slug, author, texts })
    const moved = await savePublication(db, account, article, published)
    if (published) work.tell('article.published', { article })
    else if (moved) work.tell('article.withdrawn', { article })
  }
}
