import { setImmediate } from 'node:timers/promises'
import type { SettingsCheck, SettingsFile } from '../../contract/integrations.ts'
import { changesBetween } from '../../core/changes.ts'
import { listArticles, saveArticle, savePublication } from '../knowledge/store.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import type { Platform } from '../platform/platform.ts'
import { invite } from '../team/people.ts'
import { listPeople, lockOwners, saveHours, savePerson } from '../team/store.ts'
import { publishOrPropose } from '../trust/approving.ts'
import { labelled, replaceSet } from '../understanding/actions.ts'
import { checkSet } from '../understanding/intent-set.ts'
import type { LabelledExample } from '../understanding/store.ts'
import { changed } from '../value/routes.ts'
import { listEconomics, saveEconomics } from '../value/store.ts'

type Item = SettingsCheck['changes'][number]

/** What a file would change against what is set now. Equal things are not named. */
export function planSettings(now: SettingsFile, wanted: SettingsFile): Item[] {
  return [
    ...one('policy', now.policy, wanted.policy),
    ...each('economics', now.economics, wanted.economics, ({ intent }) => intent),
    ...one('hours', now.hours, wanted.hours),
    ...each('people', now.people, wanted.people, ({ email }) => email.toLowerCase()),
    ...each('articles', now.articles, wanted.articles, ({ slug }) => slug),
    ...one('examples', now.examples && keyed(now.examples), wanted.examples && keyed(wanted.examples)),
  ]
}

function one(part: Item['part'], now: unknown, wanted: unknown): Item[] {
  if (wanted === undefined) return []
  const values = changesBetween(now ?? null, wanted)
  return values.length === 0 ? [] : [{ part, name: null, isNew: now === undefined, values }]
}

function each<T>(part: Item['part'], now: readonly T[] = [], wanted: readonly T[] = [], nameOf: (thing: T) => string): Item[] {
  const known = new Map(now.map((thing) => [nameOf(thing), thing]))
  return wanted.flatMap((thing) => {
    const name = nameOf(thing)
    const before = known.get(name)
    const values = changesBetween(before ?? null, thing)
    return values.length === 0 ? [] : [{ part, name, isNew: before === undefined, values }]
  })
}

/** Examples have no order: what counts is which there are. */
const keyed = (examples: NonNullable<SettingsFile['examples']>) =>
  Object.fromEntries(examples.map(({ intent, text }) => [`${intent}: ${text}`, text]))

/** What a shape cannot say: refused with the place in the file, before anything is written. */
export function refuseFaults(file: SettingsFile): void {
  const faults = [
    ...twice('economics', file.economics, ({ intent }) => intent),
    ...twice('people', file.people, ({ email }) => email.toLowerCase()),
    ...twice('articles', file.articles, ({ slug }) => slug),
    ...(file.hours && !isZone(file.hours.timeZone) ? [{ path: 'hours.timeZone', message: 'is not a time zone such as Asia/Singapore' }] : []),
    ...faultsOfExamples(file.examples),
  ]
  if (faults.length > 0) refuse('bad-input', faults.slice(0, mostFaults))
}

const mostFaults = 100

function twice<T>(part: string, things: readonly T[] = [], nameOf: (thing: T) => string) {
  const seen = new Set<string>()
  return things.flatMap((thing, index) => {
    const name = nameOf(thing)
    if (seen.has(name)) return [{ path: `${part}.${index}`, message: `names ${name} a second time` }]
    seen.add(name)
    return []
  })
}

function faultsOfExamples(examples: SettingsFile['examples']) {
  if (!examples || examples.length === 0) return []
  const { faults, oneLabel } = checkSet(
    examples.map((example, index) => ({ ...example, line: index + 1 })),
    [],
  )
  const named = faults.map(({ line, code }) => ({ path: `examples.${line - 1}`, message: code }))
  return oneLabel ? [...named, { path: 'examples', message: 'one-label' }] : named
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const atOnce = 500

/** The languages of all examples, in small parts, so that nobody else's request waits for them. */
export async function labelExamples(file: SettingsFile): Promise<LabelledExample[]> {
  const all: LabelledExample[] = []
  const examples = file.examples ?? []
  for (let from = 0; from < examples.length; from += atOnce) {
    all.push(...examples.slice(from, from + atOnce).map(({ intent, text }) => labelled(intent, text.trim())))
    await setImmediate()
  }
  return all
}

export interface Import {
  file: SettingsFile
  plan: readonly Item[]
  examples: readonly LabelledExample[]
  person: string | null
}

type Tells = 'policy.changed' | 'policy.drafted' | 'policy.judged' | 'replay.asked' | 'article.published' | 'article.withdrawn' | 'examples.changed'

/** Writes what differs, all in one transaction: the whole file, or nothing of it. */
export async function applySettings(platform: Platform, work: Work<Tells>, { file, plan, examples, person }: Import): Promise<void> {
  const { db, account } = work
  const names = (part: Item['part']) => new Set(plan.filter((item) => item.part === part).map(({ name }) => name))
  const differs = (part: Item['part']) => names(part).size > 0
  if (file.policy && differs('policy')) await publishOrPropose(work, { policy: file.policy, words: '', person })
  if (file.hours && differs('hours')) await saveHours(db, account, file.hours)
  await applyEconomics(work, file, names('economics'))
  await applyPeople(platform, work, file, names('people'))
  await applyArticles(work, file, names('articles'), person)
  if (differs('examples')) await replaceSet(work, examples)
}

async function applyEconomics({ db, account }: Work<never>, file: SettingsFile, wanted: ReadonlySet<string | null>): Promise<void> {
  const known = new Map((await listEconomics(db, account)).map((one) => [one.intent, one]))
  for (const { intent, ...economics } of file.economics ?? [])
    if (wanted.has(intent)) await saveEconomics(db, account, changed(intent, economics, known.get(intent)))
}

async function applyPeople(platform: Platform, { db, account }: Work<never>, file: SettingsFile, wanted: ReadonlySet<string | null>): Promise<void> {
  const byEmail = new Map((await listPeople(db, account)).map((person) => [person.email.toLowerCase(), person.id]))
  for (const person of file.people ?? []) {
    if (!wanted.has(person.email.toLowerCase())) continue
    const id = byEmail.get(person.email.toLowerCase())
    if (id) await savePerson(db, account, id, person)
    else await invite(platform, db, account, person)
  }
  // A company without an owner could be administered by nobody.
  if ((await lockOwners(db, account)).length === 0) refuse('conflict', [{ path: 'people', message: 'leaves the company without an owner' }])
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
