import type { Hours } from '../../contract/team.ts'
import { currentLanguage } from '../shell/words.ts'

export type Stretch = Hours['week'][string][number]
export const days = ['1', '2', '3', '4', '5', '6', '7'] as const

/** The name of a weekday, 1 Monday to 7 Sunday. */
export function dayName(day: string): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(currentLanguage(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, Number(day)))
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const pad = (part: number) => String(part).padStart(2, '0')
const timeOf = (minutes: number) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
const dayMinutes = 24 * 60

/** What a time field shows; the next morning is written as hours beyond 24. */
export const shownEnd = (to: string) => timeOf(minutesOf(to) % dayMinutes)

/** An end that is not after its beginning is meant for the next morning. */
export function endAfter(from: string, to: string): string {
  const end = minutesOf(to) % dayMinutes
  return timeOf(end > minutesOf(from) ? end : end + dayMinutes)
}

/** A stretch is at least a minute, at most a day, and those of one day do not overlap. */
export function isSound(stretches: Stretch[]): boolean {
  const sorted = stretches.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
  return sorted.every(({ from, to }, index) => minutesOf(to) > minutesOf(from) && minutesOf(from) >= minutesOf(sorted[index - 1]?.to ?? '00:00'))
}

export const hoursPerWeek = (week: Hours['week']) =>
  Object.values(week)
    .flat()
    .reduce((sum, { from, to }) => sum + (minutesOf(to) - minutesOf(from)) / 60, 0)
