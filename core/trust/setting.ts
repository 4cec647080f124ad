import type { Policy } from '../routing/decision.ts'
import { dayMinutes, dayOf, type PastPerson, type Presence, weekdayOf } from './past.ts'
import { byDay } from './presence.ts'

/** Under which the past is played once more. */
export interface Setting {
  policy: Policy
  assistant: 'as-it-was' | 'off'
  staff: StaffChange[]
}

/** So many people more (or, below zero, fewer) at these minutes of a day of the week (1 Monday … 7 Sunday; null: every day). */
export interface StaffChange {
  weekday: number | null
  from: number
  to: number
  people: number
}

export interface Duty extends PastPerson {
  from: number
  to: number
}

/** Who is on at this day, in minutes of it. Whoever is added is like those who were on most, one after the other. */
export function dutiesOn(day: number, of: { people: readonly PastPerson[]; presence: readonly Presence[]; staff: readonly StaffChange[] }): Duty[] {
  const known = new Map(of.people.map((person) => [person.person, person]))
  let duties = of.presence
    .flatMap(byDay)
    .filter(({ from }) => dayOf(from) === day)
    .flatMap(({ person, from, to }): Duty[] => {
      const who = known.get(person)
      return who ? [{ ...who, from: from - day * dayMinutes, to: to - day * dayMinutes }] : []
    })
  for (const change of of.staff) {
    if (change.weekday !== null && change.weekday !== weekdayOf(day)) continue
    duties = change.people < 0 ? withFewer(duties, change) : [...duties, ...more(change, byTime(of))]
  }
  return duties
}

function more({ from, to, people }: StaffChange, models: readonly PastPerson[]): Duty[] {
  if (models.length === 0) return []
  return Array.from({ length: people }, (_, index) => {
    const model = models[index % models.length] as PastPerson
    return { ...model, person: `${model.person}+${index}`, from, to }
  })
}

/** Those who are on the shortest go first; what they do outside these hours stays. */
function withFewer(duties: readonly Duty[], { from, to, people }: StaffChange): Duty[] {
  const here = duties.filter((duty) => duty.from < to && duty.to > from)
  const going = new Set(
    here
      .toSorted((a, b) => a.to - a.from - (b.to - b.from) || (a.person < b.person ? -1 : 1))
      .slice(0, -people)
      .map(({ person }) => person),
  )
  return duties.flatMap((duty) => {
    if (!going.has(duty.person)) return [duty]
    const before = { ...duty, to: Math.min(duty.to, from) }
    const after = { ...duty, from: Math.max(duty.from, to) }
    return [before, after].filter((part) => part.to > part.from)
  })
}

function byTime({ people, presence }: { people: readonly PastPerson[]; presence: readonly Presence[] }): PastPerson[] {
  const minutes = new Map<string, number>()
  for (const { person, from, to } of presence) minutes.set(person, (minutes.get(person) ?? 0) + to - from)
  return people
    .filter(({ person }) => (minutes.get(person) ?? 0) > 0)
    .toSorted((a, b) => (minutes.get(b.person) ?? 0) - (minutes.get(a.person) ?? 0) || (a.person < b.person ? -1 : 1))
}
