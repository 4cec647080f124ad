import { attainable, mayServe, type Need } from './capacity.ts'
import { type Hours, isOpen, openSpans } from './hours.ts'
import type { Server } from './person.ts'
import { join, meet, type Span } from './span.ts'

/** Days off, both included, as YYYY-MM-DD on the wall of the calendar that they belong to. */
export interface TimeOff {
  from: string
  to: string
}

/** Hours of somebody's own, or the desk's less their time off. */
export interface PersonCalendar {
  hours: Hours | null
  timeOff: readonly TimeOff[]
}

/** Everything that says when somebody is there. */
export interface Calendars {
  company: Hours | null
  /** A language or a skill with hours of its own is served in these instead of the company's. */
  languages: Readonly<Record<string, Hours>>
  skills: Readonly<Record<string, Hours>>
  people: Readonly<Record<string, PersonCalendar>>
}

/** How far ahead a calendar is asked, in days: mostly the first look is enough, and the last is past the longest holidays. */
const looks = [2, 9, 60]
const dayMs = 24 * 60 * 60_000

/** Whether somebody is there for this customer now, and if not, when next (epoch ms); null when no calendar says so. */
export interface Attendance {
  isIn: boolean
  opensAt: number | null
}

/**
 * Row 13: is anybody there for this customer's language and skill, and when next? Whoever is on duty and fits, serves, whatever
 * the calendar says; others on duty serve too, unless the language or skill has hours of its own and these are over.
 */
export function attendance(need: Need, people: readonly Server[], calendars: Calendars, now: number): Attendance {
  const on = people.filter((person) => person.presence === 'on')
  const fits = on.some((person) => mayServe(person, need, 0))
  const own = ownHours(need, calendars)
  if (fits || (on.length > 0 && own.every((hours) => isOpen(hours, now)))) return { isIn: true, opensAt: null }
  for (const days of looks) {
    const [next] = attended(need, people, calendars, { from: now, to: now + days * dayMs })
    if (next) return { isIn: false, opensAt: next.from > now ? next.from : null }
  }
  return { isIn: false, opensAt: null }
}

/** When by the calendars at least one person is there who may serve this customer; in order, without overlaps. */
export function attended(need: Need, people: readonly Server[], calendars: Calendars, within: Span): Span[] {
  return join(shifts(need, people, calendars, within).flatMap(({ spans }) => spans))
}

/** Who may serve this customer, and when each of them is there by the calendars. A demand that nobody of the team meets is given up. */
export function shifts(need: Need, people: readonly Server[], calendars: Calendars, within: Span): { person: string; spans: Span[] }[] {
  const desk = deskSpans(need, calendars, within)
  const team = people.map((person): Server => ({ ...person, presence: 'on' }))
  const wanted = attainable(need, team)
  return team
    .filter((person) => mayServe(person, wanted, 0))
    .map(({ id }) => ({ person: id, spans: meet(desk, personSpans(calendars.people[id], calendars, within)) }))
}

/** When the desk that this customer needs is open. */
function deskSpans(need: Need, calendars: Calendars, { from, to }: Span): Span[] {
  const own = ownHours(need, calendars)
  const hours = own.length > 0 ? own : calendars.company ? [calendars.company] : []
  const [first, ...rest] = hours.map((one) => openSpans(one, from, to))
  return rest.reduce(meet, first ?? [])
}

function ownHours({ language, skill }: Need, { languages, skills }: Calendars): Hours[] {
  return [language === null ? undefined : languages[language], skill === null ? undefined : skills[skill]].filter((hours) => hours !== undefined)
}

/** Who has no hours of their own is there whenever the desk is, except on their days off. */
function personSpans(calendar: PersonCalendar | undefined, { company }: Calendars, { from, to }: Span): Span[] {
  if (!calendar) return [{ from, to }]
  const off = calendar.timeOff.flatMap(daysOf)
  const hours = calendar.hours ?? (off.length > 0 ? { timeZone: company?.timeZone ?? 'UTC', week: dayAndNight, holidays: [] } : null)
  return hours ? openSpans({ ...hours, holidays: [...hours.holidays, ...off] }, from, to) : [{ from, to }]
}

const dayAndNight: Hours['week'] = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]))

/** Two years of days off at most, however a stretch was typed. */
const longestOffDays = 731

function daysOf({ from, to }: TimeOff): string[] {
  const first = Date.parse(`${from}T00:00:00Z`)
  const count = Math.min(longestOffDays, Math.floor((Date.parse(`${to}T00:00:00Z`) - first) / dayMs) + 1)
  return Array.from({ length: Math.max(0, count) }, (_, day) => new Date(first + day * dayMs).toISOString().slice(0, 10))
}
