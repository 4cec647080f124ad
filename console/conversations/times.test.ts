import { expect, test } from 'vitest'
import { forInput, laterTimes, nextWeek, tomorrow } from './times.ts'

test('tomorrow is the next morning, also at the end of a month', () => {
  expect(forInput(tomorrow(new Date(2026, 0, 31, 22, 15)))).toBe('2026-02-01T09:00')
})

test('next week is Monday morning, on a Monday the one after', () => {
  expect(forInput(nextWeek(new Date(2026, 10, 20, 12)))).toBe('2026-11-23T09:00')
  expect(forInput(nextWeek(new Date(2026, 10, 22, 12)))).toBe('2026-11-23T09:00')
  expect(forInput(nextWeek(new Date(2026, 10, 23, 12)))).toBe('2026-11-30T09:00')
})

test('on a Sunday, tomorrow and next week are not offered as two', () => {
  const offered = (day: number) => laterTimes(new Date(2026, 10, day, 12)).map(({ id }) => id)
  expect(offered(21)).toEqual(['today', 'tomorrow', 'week'])
  expect(offered(22)).toEqual(['today', 'tomorrow'])
})
