import { expect, test } from 'vitest'
import { nextReport, reportPeriod } from './report-time.ts'

const at = (text: string) => Date.parse(text)

test('a daily report at 8 comes today before 8 and tomorrow after it, on the reader’s own clock', () => {
  const daily = { every: 'day', weekday: null, hour: 8 } as const
  expect(nextReport(daily, 'Asia/Singapore', at('2026-11-22T23:00:00Z'))).toBe(at('2026-11-23T00:00:00Z'))
  expect(nextReport(daily, 'Asia/Singapore', at('2026-11-23T00:00:00Z'))).toBe(at('2026-11-24T00:00:00Z'))
})

test('a weekly one comes on its weekday alone', () => {
  const monday = { every: 'week', weekday: 1, hour: 9 } as const
  expect(nextReport(monday, 'Europe/Tallinn', at('2026-11-22T12:00:00Z'))).toBe(at('2026-11-23T07:00:00Z'))
  expect(nextReport(monday, 'Europe/Tallinn', at('2026-11-23T07:00:00Z'))).toBe(at('2026-11-30T07:00:00Z'))
})

test('where the clock is put forward, an hour that does not come is met at the jump, and the next one is an hour later by the sun', () => {
  const night = { every: 'day', weekday: null, hour: 3 } as const
  expect(nextReport(night, 'Europe/Tallinn', at('2026-03-28T12:00:00Z'))).toBe(at('2026-03-29T01:00:00Z'))
  expect(nextReport(night, 'Europe/Tallinn', at('2026-03-29T01:00:00Z'))).toBe(at('2026-03-30T00:00:00Z'))
})

test('it is about whole days of the reader, and compares with as many before', () => {
  const { from, to, before } = reportPeriod('week', 'Asia/Bangkok', at('2026-11-23T02:00:00Z'))
  expect(new Date(from).toISOString()).toBe('2026-11-15T17:00:00.000Z')
  expect(new Date(to).toISOString()).toBe('2026-11-22T17:00:00.000Z')
  expect(from - before).toBe(to - from)
})
