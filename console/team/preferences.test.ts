import { expect, test } from 'vitest'
import { isQuiet } from './preferences.ts'

const night = { from: '22:00', to: '07:00' }

test('quiet hours run past midnight, begin on the minute and end on it', () => {
  expect([21 * 60 + 59, 22 * 60, 0, 6 * 60 + 59, 7 * 60].map((minutes) => isQuiet(night, minutes))).toEqual([false, true, true, true, false])
})

test('a quiet lunch is quiet at noon only, and without quiet hours nothing is', () => {
  expect([11 * 60, 12 * 60 + 30].map((minutes) => isQuiet({ from: '12:00', to: '13:00' }, minutes))).toEqual([false, true])
  expect(isQuiet(null, 0)).toBe(false)
})
