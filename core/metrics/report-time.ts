import { startOf, wallMinutes } from '../team/zone.ts'

/** When a report comes: every day, or on one weekday (1 Monday … 7 Sunday), at an hour of the reader's own clock. */
export interface Rhythm {
  every: 'day' | 'week'
  weekday: number | null
  hour: number
}

const dayMinutes = 24 * 60

/** The first time after `after` (epoch ms) at which the report is due; an hour that is skipped in spring comes at the jump. */
export function nextReport({ every, weekday, hour }: Rhythm, timeZone: string, after: number): number {
  const today = Math.floor(wallMinutes(timeZone, after) / dayMinutes)
  for (let day = today; ; day++) {
    if (every === 'week' && weekdayOf(day) !== weekday) continue
    const at = startOf(timeZone, day * dayMinutes + hour * 60)
    if (at > after) return at
  }
}

/** What a report is about: the whole days before the one on which it comes, as epoch ms. */
export function reportPeriod(every: Rhythm['every'], timeZone: string, due: number): { from: number; to: number; before: number } {
  const today = Math.floor(wallMinutes(timeZone, due) / dayMinutes)
  const days = every === 'week' ? 7 : 1
  const midnight = (day: number) => startOf(timeZone, day * dayMinutes)
  const [from, to] = [midnight(today - days), midnight(today)]
  return { from, to, before: from - (to - from) }
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1
