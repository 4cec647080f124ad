import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendance, attended, type Calendars } from './calendar.ts'
import { mayServe, type Need } from './capacity.ts'
import { type Hours, isOpen, type Shift } from './hours.ts'
import type { Server } from './person.ts'

const minute = 60_000
const hour = 60 * minute
const at = (iso: string) => Date.parse(iso)
const on = (days: number[], ...shifts: Shift[]): Hours['week'] => Object.fromEntries(days.map((day) => [String(day), shifts]))
const every = [1, 2, 3, 4, 5, 6, 7]

const company: Hours = { timeZone: 'Asia/Bangkok', week: on(every, { from: '08:00', to: '22:00' }), holidays: [] }
const thaiDesk: Hours = { timeZone: 'Asia/Bangkok', week: on([1, 2, 3, 4, 5], { from: '09:00', to: '17:00' }), holidays: [] }
const only: Calendars = { company, languages: {}, skills: {}, people: {} }
const somchai: Server = { id: 'somchai', presence: 'off', languages: ['th'], skills: ['payments'], capacity: 3, load: 0, freeSince: 0 }
const mei: Server = { ...somchai, id: 'mei', languages: ['en', 'zh'], skills: [] }
const thai: Need = { language: 'th', skill: null }
const anybody: Need = { language: null, skill: null }

test('Thai is served from Monday to Friday, nine to five, whatever the company does', () => {
  const calendars = { ...only, languages: { th: thaiDesk } }
  const friday = at('2026-03-06T18:00:00+07:00')
  expect(attendance(thai, [somchai, mei], calendars, friday)).toEqual({ isIn: false, opensAt: at('2026-03-09T09:00:00+07:00') })
  expect(attendance(anybody, [somchai, mei], calendars, at('2026-03-06T23:00:00+07:00')).opensAt).toBe(at('2026-03-07T08:00:00+07:00'))
})

test('whoever is on duty and speaks the language is there, whatever the calendar says', () => {
  const calendars = { ...only, languages: { th: thaiDesk } }
  const night = at('2026-03-06T23:00:00+07:00')
  expect(attendance(thai, [{ ...somchai, presence: 'on' }], calendars, night).isIn).toBe(true)
  expect(attendance(thai, [{ ...mei, presence: 'on' }], calendars, night).isIn).toBe(false)
  expect(attendance(thai, [{ ...mei, presence: 'on' }], only, night).isIn).toBe(true)
})

test('on the day off of the only one who speaks the language nobody is promised', () => {
  const calendars = { ...only, people: { somchai: { hours: null, timeOff: [{ from: '2026-03-07', to: '2026-03-08' }] } } }
  const late = at('2026-03-06T23:00:00+07:00')
  expect(attendance(thai, [somchai, mei], calendars, late).opensAt).toBe(at('2026-03-09T08:00:00+07:00'))
  expect(attendance(anybody, [somchai, mei], calendars, late).opensAt).toBe(at('2026-03-07T08:00:00+07:00'))
})

test('a person with hours of their own is there in these only', () => {
  const mornings = { hours: { ...company, week: on(every, { from: '06:00', to: '10:00' }) }, timeOff: [] }
  const day = { from: at('2026-03-06T00:00:00+07:00'), to: at('2026-03-07T00:00:00+07:00') }
  expect(attended(thai, [somchai], { ...only, people: { somchai: mornings } }, day)).toEqual([
    { from: at('2026-03-06T08:00:00+07:00'), to: at('2026-03-06T10:00:00+07:00') },
  ])
})

test('a language that nobody of the team speaks is no reason to promise nobody', () => {
  expect(attendance({ language: 'et', skill: null }, [mei], only, at('2026-03-06T23:00:00+07:00')).opensAt).toBe(at('2026-03-07T08:00:00+07:00'))
})

test('a company without calendars promises no time', () => {
  expect(attendance(anybody, [mei], { ...only, company: null }, 0)).toEqual({ isIn: false, opensAt: null })
})

const clock = (least: number, most: number) =>
  fc.integer({ min: least * 2, max: most * 2 }).map((half) => [half >> 1, (half & 1) * 30].map((part) => String(part).padStart(2, '0')).join(':'))
const anyHours = fc.record({
  timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
  week: fc
    .array(fc.array(fc.record({ from: clock(0, 24), to: clock(4, 30) }), { maxLength: 2 }), { minLength: 7, maxLength: 7 })
    .map((days) => Object.fromEntries(days.map((shifts, day) => [day + 1, shifts]))),
  holidays: fc.constant<string[]>([]),
})

test('who is there agrees with asking every person and every desk minute by minute, in any zones on any dates', () => {
  const own = fc.option(anyHours, { nil: null })
  fc.assert(
    fc.property(
      fc.record({ company: anyHours, th: own, payments: own, somchai: own, mei: own, day: fc.nat(24_000), off: fc.integer({ min: -1, max: 1 }) }),
      fc.constantFrom<Need>(thai, anybody, { language: 'th', skill: 'payments' }),
      ({ company, th, payments, somchai: his, mei: hers, day, off }, need) => {
        const from = day * 24 * hour
        const date = new Date(from + off * 24 * hour).toISOString().slice(0, 10)
        const calendars: Calendars = {
          company,
          languages: th ? { th } : {},
          skills: payments ? { payments } : {},
          people: {
            ...(his && { somchai: { hours: his, timeOff: [{ from: date, to: date }] } }),
            ...(hers && { mei: { hours: hers, timeOff: [] } }),
          },
        }
        const desks = [need.language === 'th' ? th : null, need.skill === 'payments' ? payments : null].filter((hours) => hours !== null)
        const isThere = (moment: number) =>
          (desks.length > 0 ? desks : [company]).every((hours) => isOpen(hours, moment)) &&
          [somchai, mei].some((person) => {
            const hours = person === somchai ? his && { ...his, holidays: [date] } : hers
            return mayServe(person, need, 0) && (hours === null || isOpen(hours, moment))
          })
        const spans = attended(need, [somchai, mei], calendars, { from, to: from + 36 * hour })
        for (let moment = from; moment < from + 36 * hour; moment += 5 * minute)
          expect(spans.some((span) => span.from <= moment && moment < span.to)).toBe(isThere(moment))
      },
    ),
    { numRuns: 12 },
  )
})
