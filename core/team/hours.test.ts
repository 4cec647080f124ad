import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hours, isOpen, nextClosing, nextOpening, openSpans, type Shift } from './hours.ts'

const minute = 60_000
const every = (shifts: Shift[]): Hours['week'] => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, shifts]))
const shop: Hours = { timeZone: 'Asia/Singapore', week: every([{ from: '08:00', to: '22:00' }]), holidays: [] }
const at = (iso: string) => Date.parse(iso)

test('the team is in from eight to ten in the evening, Singapore time', () => {
  expect(isOpen(shop, at('2026-03-02T07:59:59+08:00'))).toBe(false)
  expect(isOpen(shop, at('2026-03-02T08:00:00+08:00'))).toBe(true)
  expect(isOpen(shop, at('2026-03-02T21:59:59+08:00'))).toBe(true)
  expect(isOpen(shop, at('2026-03-02T22:00:00+08:00'))).toBe(false)
  expect(nextOpening(shop, at('2026-03-02T23:00:00+08:00'))).toBe(at('2026-03-03T08:00:00+08:00'))
  expect(nextClosing(shop, at('2026-03-02T09:00:00+08:00'))).toBe(at('2026-03-02T22:00:00+08:00'))
})

test('a lunch break closes the desk', () => {
  const split = {
    ...shop,
    week: every([
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ]),
  }
  expect(isOpen(split, at('2026-03-02T12:30:00+08:00'))).toBe(false)
  expect(nextOpening(split, at('2026-03-02T12:30:00+08:00'))).toBe(at('2026-03-02T13:00:00+08:00'))
  expect(nextClosing(split, at('2026-03-02T09:30:00+08:00'))).toBe(at('2026-03-02T12:00:00+08:00'))
})

test('a shift begun the evening before a holiday runs to its end, and none begins on the holiday', () => {
  const night = { ...shop, week: every([{ from: '20:00', to: '26:00' }]), holidays: ['2026-03-03'] }
  expect(isOpen(night, at('2026-03-03T01:30:00+08:00'))).toBe(true)
  expect(isOpen(night, at('2026-03-03T20:30:00+08:00'))).toBe(false)
  expect(nextOpening(night, at('2026-03-03T02:00:00+08:00'))).toBe(at('2026-03-04T20:00:00+08:00'))
})

test('a night shift over the change of the clocks is one hour shorter in spring and longer in autumn', () => {
  const night: Hours = { timeZone: 'Europe/Tallinn', week: every([{ from: '22:00', to: '30:00' }]), holidays: [] }
  const length = (start: string) => ((nextClosing(night, at(start)) ?? 0) - at(start)) / (60 * minute)
  expect(length('2026-03-28T22:00:00+02:00')).toBe(7)
  expect(length('2026-10-24T22:00:00+03:00')).toBe(9)
  expect(length('2026-06-01T22:00:00+03:00')).toBe(8)
})

test('a desk that never closes has no closing, one that never opens has no opening', () => {
  const always = { ...shop, week: every([{ from: '00:00', to: '24:00' }]) }
  expect(nextClosing(always, at('2026-03-02T12:00:00+08:00'))).toBeNull()
  expect(nextClosing({ ...always, holidays: ['2026-12-25'] }, at('2026-03-02T12:00:00+08:00'))).toBe(at('2026-12-25T00:00:00+08:00'))
  expect(nextOpening({ ...shop, week: {} }, at('2026-03-02T12:00:00+08:00'))).toBeNull()
  expect(nextOpening({ ...shop, week: { 1: [{ from: '09:00', to: '09:00' }] } }, at('2026-03-02T12:00:00+08:00'))).toBeNull()
})

test('after a month of holidays the desk opens on the first day that is none', () => {
  const holidays = Array.from({ length: 31 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`)
  expect(nextOpening({ ...shop, holidays }, at('2026-03-02T12:00:00+08:00'))).toBe(at('2026-04-01T08:00:00+08:00'))
})

// Around the changes of the clocks of zones with odd ones: half an hour, at midnight, a whole skipped day, a quarter-hour offset.
const stretches = [
  ['Asia/Singapore', '2026-03-02'],
  ['Europe/Tallinn', '2026-03-29'],
  ['Europe/Tallinn', '2026-10-25'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Africa/Cairo', '2026-04-24'],
  ['America/Havana', '2026-11-01'],
  ['Asia/Kathmandu', '2026-01-01'],
  ['Pacific/Apia', '2011-12-30'],
] as const

test('a shift that ends at the very reading to which the clock jumps ends at the jump', () => {
  const week = { 4: [{ from: '00:00', to: '25:00' }] }
  const hours = { timeZone: 'Africa/Cairo', week, holidays: [] }
  expect(nextClosing(hours, Date.parse('2026-04-23T12:00:00Z'))).toBe(Date.parse('2026-04-23T22:00:00Z'))
})

test('any hours agree with looking at the wall clock minute by minute, where clocks change in odd ways', () => {
  agreesWithTheWall(fc.constantFrom(...stretches), 60)
})

test('any hours agree with looking at the wall clock minute by minute, in any zone on any date', () => {
  const date = fc.integer({ min: 0, max: 24_000 }).map((day) => new Date(day * 24 * 60 * minute).toISOString().slice(0, 10))
  agreesWithTheWall(fc.tuple(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), date), 12)
})

function agreesWithTheWall(places: fc.Arbitrary<readonly [string, string]>, numRuns: number): void {
  const clock = (least: number, most: number) =>
    fc
      .integer({ min: least * 4, max: most * 4 - 1 })
      .map((quarter) => [quarter >> 2, (quarter & 3) * 15].map((part) => String(part).padStart(2, '0')).join(':'))
  const shift = fc.record({ from: clock(0, 26), to: clock(0, 40) })
  const week = fc
    .array(fc.array(shift, { maxLength: 2 }), { minLength: 7, maxLength: 7 })
    .map((days) => Object.fromEntries(days.map((shifts, day) => [day + 1, shifts])))
  fc.assert(
    fc.property(places, week, fc.integer({ min: -1, max: 2 }), fc.nat(4 * 24 * 60 - 1), ([timeZone, date], week, off, asked) => {
      const middle = Date.parse(`${date}T00:00:00Z`)
      const hours = { timeZone, week, holidays: [new Date(middle + off * 24 * 60 * minute).toISOString().slice(0, 10)] }
      const from = middle - 5 * 24 * 60 * minute
      const open = openMinutes(hours, readings(timeZone, from, 12 * 24 * 60))
      const start = 3 * 24 * 60 + asked
      const moment = from + start * minute
      expect(isOpen(hours, moment + 30_000)).toBe(open[start])
      const opening = open.indexOf(true, start)
      const closing = open.indexOf(false, start)
      if (opening !== -1 && opening < 10 * 24 * 60) expect(nextOpening(hours, moment)).toBe(from + opening * minute)
      if (closing !== -1 && closing < 10 * 24 * 60) expect(nextClosing(hours, moment)).toBe(from + closing * minute)
      const until = Math.min(start + 2 * 24 * 60, 10 * 24 * 60)
      const spans = openSpans(hours, moment, from + until * minute)
      const covered = (index: number) => spans.some((span) => span.from <= from + index * minute && from + index * minute < span.to)
      for (let index = start; index < until; index += 7) expect(covered(index)).toBe(open[index])
    }),
    { numRuns },
  )
}

/** What the wall clock reads at each minute, by nothing but the calendar of the platform; kept, for it is slow. */
const kept = new Map<string, number[]>()
function readings(timeZone: string, from: number, count: number): number[] {
  const known = kept.get(timeZone + from)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const made = Array.from({ length: count }, (_, index) => Date.parse(`${format.format(from + index * minute).replace(' ', 'T')}Z`) / minute)
  kept.set(timeZone + from, made)
  return made
}

/** A minute lies in a shift when the clock has read its start before or now, and will still read less than its end now or later. */
function openMinutes(hours: Hours, wall: number[]): boolean[] {
  const highest: number[] = []
  for (const reading of wall) highest.push(Math.max(highest.at(-1) ?? reading, reading))
  const lowest: number[] = []
  for (const reading of [...wall].reverse()) lowest.push(Math.min(lowest.at(-1) ?? reading, reading))
  lowest.reverse()
  const shifts = allShifts(hours, wall)
  return wall.map((_, index) => shifts.some(({ from, to }) => from <= (highest[index] ?? 0) && (lowest[index] ?? 0) < to))
}

function allShifts({ week, holidays }: Hours, wall: number[]): { from: number; to: number }[] {
  const days = new Set(wall.map((reading) => Math.floor(reading / 1440)))
  // A day that the zone skipped has no minute of its own, but its shift is on the calendar all the same.
  for (const day of [...days]) days.add(day - 1).add(day + 1)
  return [...days].flatMap((day) => {
    const date = new Date(day * 1440 * minute)
    if (holidays.includes(date.toISOString().slice(0, 10))) return []
    const inMinutes = (clock: string) => day * 1440 + Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
    const shifts = week[String(date.getUTCDay() || 7)] ?? []
    return shifts.map(({ from, to }) => ({ from: inMinutes(from), to: inMinutes(to) })).filter(({ from, to }) => from < to)
  })
}
