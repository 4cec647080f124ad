import { setImmediate } from 'node:timers/promises'
import type { SettingsCheck, SettingsFile } from '../../contract/integrations.ts'
import { changesBetween } from '../../core/changes.ts'
import { toLanguage } from '../../core/language.ts'
import type { Hours } from '../../core/team/hours.ts'
import { faultOfHours } from '../../core/team/hours-faults.ts'
import { isZone } from '../../core/team/zone.ts'
import { refuse } from '../platform/errors.ts'
import { labelled } from '../understanding/actions.ts'
import { checkSet } from '../understanding/intent-set.ts'
import type { LabelledExample } from '../understanding/store.ts'

export type Item = SettingsCheck['changes'][number]

/** What a file would change against what is set now. Equal things are not named. */
export function planSettings(now: SettingsFile, wanted: SettingsFile): Item[] {
  return [
    ...one('company', now.company, wanted.company),
    ...one('policy', now.policy, wanted.policy),
    ...each('economics', now.economics, wanted.economics, ({ intent }) => intent),
    ...one('hours', now.hours, wanted.hours),
    ...each('people', now.people, wanted.people, ({ email }) => email.toLowerCase()),
    ...each('calendars', now.calendars, wanted.calendars, nameOfCalendar),
    ...one('holding', now.holding, wanted.holding),
    ...one('fairness', now.fairness, wanted.fairness),
    ...one('appearance', now.appearance, wanted.appearance),
    ...each('labels', now.labels, wanted.labels, ({ name }) => name.trim().toLowerCase()),
    ...each('replies', now.replies, wanted.replies, ({ shortcut }) => shortcut.toLowerCase()),
    ...each('macros', now.macros, wanted.macros, ({ name }) => name.trim().toLowerCase()),
    ...each('articles', now.articles, wanted.articles, ({ slug }) => slug),
    ...one('examples', now.examples && keyed(now.examples), wanted.examples && keyed(wanted.examples)),
  ]
}

export const nameOfCalendar = ({ kind, subject }: { kind: string; subject: string }) => `${kind} ${subject.toLowerCase()}`

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

/** What a shape cannot say: refused with the place in the file and the code of its sentence, before anything is written. */
export function refuseFaults(file: SettingsFile): void {
  const faults = [
    ...twice('economics', file.economics, ({ intent }) => intent),
    ...twice('people', file.people, ({ email }) => email.toLowerCase()),
    ...twice('calendars', file.calendars, nameOfCalendar),
    ...twice('labels', file.labels, ({ name }) => name.trim().toLowerCase()),
    ...twice('replies', file.replies, ({ shortcut }) => shortcut.toLowerCase()),
    ...twice('macros', file.macros, ({ name }) => name.trim().toLowerCase()),
    ...twice('articles', file.articles, ({ slug }) => slug),
    ...faultOfZone('hours', file.hours),
    ...(file.calendars ?? []).flatMap(({ hours }, index) => faultOfZone(`calendars.${index}.hours`, hours)),
    ...faultsOfHours('hours', file.hours),
    ...(file.calendars ?? []).flatMap(({ hours }, index) => faultsOfHours(`calendars.${index}.hours`, hours)),
    ...faultsOfExamples(file.examples),
  ]
  if (faults.length > 0) refuse('bad-input', faults.slice(0, mostFaults))
}

const mostFaults = 100

/** What the file names and neither it nor the company has. */
export function refuseStrangers(now: SettingsFile, file: SettingsFile): void {
  const both = <T>(part: (from: SettingsFile) => readonly T[] | undefined, nameOf: (thing: T) => string) =>
    new Set([...(part(now) ?? []), ...(part(file) ?? [])].map((thing) => nameOf(thing).toLowerCase()))
  const people = both(
    (from) => from.people,
    ({ email }) => email,
  )
  const labels = both(
    (from) => from.labels,
    ({ name }) => name.trim(),
  )
  const strangers = [
    ...(file.calendars ?? []).flatMap(({ kind, subject }, index) => {
      if (kind === 'person' && !people.has(subject.toLowerCase())) return [{ path: `calendars.${index}.subject`, message: 'nobody' }]
      return kind === 'language' && !toLanguage(subject) ? [{ path: `calendars.${index}.subject`, message: 'no-language' }] : []
    }),
    ...(file.macros ?? []).flatMap(({ changes }, macro) =>
      changes.flatMap((change, index) => {
        const path = `macros.${macro}.changes.${index}`
        if (change.kind === 'label' && !labels.has(change.label.trim().toLowerCase())) return [{ path: `${path}.label`, message: 'no-label' }]
        if (change.kind === 'assign-person' && !people.has(change.person.toLowerCase())) return [{ path: `${path}.person`, message: 'nobody' }]
        return []
      }),
    ),
  ]
  if (strangers.length > 0) refuse('bad-input', strangers.slice(0, mostFaults))
}

function twice<T>(part: string, things: readonly T[] = [], nameOf: (thing: T) => string) {
  const seen = new Set<string>()
  return things.flatMap((thing, index) => {
    const name = nameOf(thing)
    if (seen.has(name)) return [{ path: `${part}.${index}`, message: 'twice' }]
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

const faultOfZone = (path: string, hours: { timeZone: string } | null | undefined) =>
  hours && !isZone(hours.timeZone) ? [{ path: `${path}.timeZone`, message: 'time-zone' }] : []

function faultsOfHours(path: string, hours: Hours | null | undefined) {
  const fault = hours ? faultOfHours(hours) : null
  return fault ? [{ path: [path, ...fault.path].join('.'), message: fault.code }] : []
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
