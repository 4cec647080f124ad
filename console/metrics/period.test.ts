import { expect, test } from 'vitest'
import { addressOf, dateOf, firstView, queryOf, viewOf } from './period.ts'

const now = new Date('2026-11-22T12:00:00').getTime()
const days = (from: string, to: string, before: string | null = null) => queryOf({ ...firstView, period: 'custom', from, to, before }, now)

test('chosen days are whole, the last one with it', () => {
  const query = days('2026-11-02', '2026-11-08')
  expect(query?.['from']).toBe(new Date('2026-11-02T00:00:00').toISOString())
  expect(query?.['to']).toBe(new Date('2026-11-09T00:00:00').toISOString())
})

test('days the wrong way round, none at all, and a comparison that overlaps ask for nothing', () => {
  expect(days('2026-11-08', '2026-11-02')).toBeNull()
  expect(days('', '2026-11-02')).toBeNull()
  expect(days('2026-11-09', '2026-11-15', '2026-11-05')).toBeNull()
  expect(days('2026-11-09', '2026-11-15', '2026-11-02')?.['before']).toBe(new Date('2026-11-02T00:00:00').toISOString())
})

test('seven days are today and the six before it, beside the seven before those: no day twice', () => {
  const week = queryOf({ ...firstView, period: '7' }, now)
  expect(week).toEqual({ from: new Date('2026-11-16T00:00:00').toISOString(), before: new Date('2026-11-09T00:00:00').toISOString() })
  expect(queryOf({ ...firstView, period: '28' }, now)?.['from']).toBe(new Date('2026-10-26T00:00:00').toISOString())
})

test('today begins at midnight of the reader', () => {
  expect(queryOf({ ...firstView, period: 'today' }, now)).toEqual({ from: new Date('2026-11-22T00:00:00').toISOString() })
  expect(dateOf(now)).toBe('2026-11-22')
})

test('a view comes back from its address as it was, and a misspelt address is as when somebody comes', () => {
  const view = { ...firstView, tab: 'money', period: '28', language: 'th' } as const
  expect(addressOf(view)).toEqual({ tab: 'money', period: '28', language: 'th' })
  expect(viewOf(addressOf(view))).toEqual(view)
  expect(viewOf({ tab: 'wealth', period: 3, from: 'soon' })).toEqual(firstView)
})
