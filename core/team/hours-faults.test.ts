import { expect, test } from 'vitest'
import { faultOfHours } from './hours-faults.ts'

const codeOf = (shifts: [string, string][], holidays: string[] = []) =>
  faultOfHours({ week: { '1': shifts.map(([from, to]) => ({ from, to })) }, holidays })?.code ?? null

test('split shifts, shifts past midnight and a whole day may be', () => {
  expect(
    codeOf([
      ['14:00', '18:00'],
      ['09:00', '12:00'],
    ]),
  ).toBeNull()
  expect(codeOf([['22:00', '30:00']])).toBeNull()
  expect(codeOf([['00:00', '24:00']])).toBeNull()
  expect(
    codeOf(
      [
        ['09:00', '12:00'],
        ['12:00', '15:00'],
      ],
      ['2026-12-25', '2026-12-26'],
    ),
  ).toBeNull()
})

test('hours that no clock shows, that end before they begin, that last too long or meet are refused by name', () => {
  expect(codeOf([['99:99', '10:00']])).toBe('hours-clock')
  expect(codeOf([['25:00', '26:00']])).toBe('hours-clock')
  expect(codeOf([['22:00', '06:00']])).toBe('hours-backwards')
  expect(codeOf([['08:00', '08:00']])).toBe('hours-backwards')
  expect(codeOf([['08:00', '33:00']])).toBe('hours-too-long')
  expect(
    codeOf([
      ['14:00', '18:00'],
      ['09:00', '14:30'],
    ]),
  ).toBe('hours-overlap')
  expect(codeOf([], ['2026-12-25', '2026-12-25'])).toBe('holiday-twice')
})
