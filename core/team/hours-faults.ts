import type { Hours } from './hours.ts'

export const hoursFaults = ['hours-clock', 'hours-backwards', 'hours-too-long', 'hours-overlap', 'holiday-twice'] as const
export interface HoursFault {
  code: (typeof hoursFaults)[number]
  path: (string | number)[]
}

const dayMinutes = 24 * 60

/** Row 13: what of these hours could not be meant, and would otherwise open never, or twice: the first fault, or null. */
export function faultOfHours({ week, holidays }: Pick<Hours, 'week' | 'holidays'>): HoursFault | null {
  for (const [day, shifts] of Object.entries(week)) {
    const sorted = [...shifts.entries()].map(([nth, { from, to }]) => ({ nth, from: minutesOf(from), to: minutesOf(to) }))
    const path = (nth: number) => ['week', day, nth]
    for (const { nth, from, to } of sorted) {
      if (from === null || to === null || from >= dayMinutes) return { code: 'hours-clock', path: path(nth) }
      if (to <= from) return { code: 'hours-backwards', path: path(nth) }
      if (to - from > dayMinutes) return { code: 'hours-too-long', path: path(nth) }
    }
    sorted.sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
    const overlap = sorted.find(({ from }, at) => at > 0 && (from ?? 0) < (sorted[at - 1]?.to ?? 0))
    if (overlap) return { code: 'hours-overlap', path: path(overlap.nth) }
  }
  const again = holidays.findIndex((date, at) => holidays.indexOf(date) < at)
  return again < 0 ? null : { code: 'holiday-twice', path: ['holidays', again] }
}

/** Minutes since the midnight that the day began with; "26:00" is two in the morning after. Null for what no clock shows. */
function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^([0-3]\d|4[0-7]):([0-5]\d)$/.exec(time) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
