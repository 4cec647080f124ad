import type { Span } from './span.ts'
import { endOf, type Minutes, startOf, wallMinutes } from './zone.ts'

/** Local "HH:MM"; `to` may lie past midnight as "26:00". A shift that does not end after it begins never opens. */
export interface Shift {
  from: string
  to: string
}

/** Opening hours: per weekday (1 Monday … 7 Sunday) the shifts that begin on it. No shift begins on a holiday (YYYY-MM-DD). */
export interface Hours {
  timeZone: string
  week: Readonly<Record<string, readonly Shift[]>>
  holidays: readonly string[]
}

/** Row 13: open at this moment (epoch ms)? A shift runs from when the wall clock first reads its start to when it last reads less than its end. */
export function isOpen(hours: Hours, at: number): boolean {
  return openUntil(hours, at) !== null
}

/** Row 13: the first open moment from `at` on (epoch ms): `at` itself while open, null when it never opens again. */
export function nextOpening(hours: Hours, at: number): number | null {
  if (isOpen(hours, at)) return at
  const today = dayOf(hours, at)
  const horizon = today + lookAhead(hours, today)
  let next: { at: number; reading: Minutes } | null = null
  for (let day = today - longestShiftDays; day <= horizon; day++) {
    // A shift may begin at "25:00", after one of the next day: whoever begins later than this day's midnight is still to be compared.
    if (next !== null && next.reading <= day * dayMinutes) break
    for (const { from, to } of shiftsOf(hours, day)) {
      if (next !== null && from >= next.reading) continue
      const start = startOf(hours.timeZone, from)
      // A shift that lies wholly in an hour that spring skips never opens.
      if (start > at && endOf(hours.timeZone, to) > start) next = { at: start, reading: from }
    }
  }
  return next?.at ?? null
}

/** Row 13: the first closed moment from `at` on: `at` itself while closed, null when it never closes. Shifts that touch are one. */
export function nextClosing(hours: Hours, at: number): number | null {
  const today = dayOf(hours, at)
  const horizon = today + lookAhead(hours, today)
  let closing = at
  for (;;) {
    const until = openUntil(hours, closing)
    if (until === null) return closing
    if (dayOf(hours, until) > horizon) return null
    closing = until
  }
}

/** Row 13: the open stretches between two moments, in order, cut at both ends. */
export function openSpans(hours: Hours, from: number, until: number): Span[] {
  const spans: Span[] = []
  for (let at = nextOpening(hours, from); at !== null && at < until; ) {
    const closing = nextClosing(hours, at) ?? until
    spans.push({ from: at, to: Math.min(closing, until) })
    at = closing < until ? nextOpening(hours, closing) : null
  }
  return spans
}

/** "99:59" is the latest that the contract lets a shift end: the fourth day after it began. */
const longestShiftDays = 4

/** The latest end among the shifts that cover this moment; null when none does. */
function openUntil(hours: Hours, at: number): number | null {
  const today = dayOf(hours, at)
  let until: number | null = null
  for (let day = today - longestShiftDays; day <= today; day++) {
    for (const shift of shiftsOf(hours, day)) {
      if (shift.to < (today - 1) * dayMinutes) continue
      const end = endOf(hours.timeZone, shift.to)
      if (end > at && startOf(hours.timeZone, shift.from) <= at && (until === null || end > until)) until = end
    }
  }
  return until
}

/** A week shows every shift; only holidays can hide one for longer, or end a place that never closes. */
function lookAhead({ holidays }: Hours, today: number): number {
  const last = holidays.reduce((latest, holiday) => Math.max(latest, dayNumber(holiday)), today)
  return last - today + 7 + longestShiftDays
}

/** The shifts that begin on this day, in wall minutes since 1970. */
function shiftsOf({ week, holidays }: Hours, day: number): { from: Minutes; to: Minutes }[] {
  if (holidays.some((holiday) => dayNumber(holiday) === day)) return []
  const shifts = week[String(weekdayOf(day))] ?? []
  return shifts
    .map((shift) => ({ from: day * dayMinutes + minutesOf(shift.from), to: day * dayMinutes + minutesOf(shift.to) }))
    .filter((shift) => shift.to > shift.from)
}

const dayMinutes = 24 * 60

const dayOf = (hours: Hours, at: number) => Math.floor(wallMinutes(hours.timeZone, at) / dayMinutes)

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / (dayMinutes * 60_000)

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1

function minutesOf(clock: string): Minutes {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
