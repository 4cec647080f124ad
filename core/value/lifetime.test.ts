import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifetimeValue, type PurchaseHistory } from './lifetime.ts'

const month = 30.4375 * 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 5, 1)

function history(monthsAgo: number[], change: Partial<PurchaseHistory> = {}): PurchaseHistory {
  const orders = monthsAgo.map((ago) => ({ at: now - ago * month, total: 200, marginShare: 0.3 }))
  return { orders, now, segmentMean: 80, segmentN: 400, cap: 2000, ...change }
}

test('a stranger is worth what such customers are worth on average, and the source says so', () => {
  expect(lifetimeValue(history([]))).toEqual({ value: 80, source: { kind: 'segment', segment: 'all-customers', n: 400 } })
  expect(lifetimeValue(history([], { segmentN: 0 })).source.kind).toBe('default')
})

test('one who buys every month is worth more than one who buys every year', () => {
  const monthly = lifetimeValue(history([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]))
  const yearly = lifetimeValue(history([12, 1]))
  expect(monthly.value).toBeGreaterThan(2 * yearly.value)
  expect(monthly.source.kind).toBe('model')
})

test('a long silence lowers the value towards nothing', () => {
  const values = [0, 6, 12, 24, 60, 240].map((silence) => lifetimeValue(history([14, 10, 6, 4, 2, 0].map((ago) => ago + silence))).value)
  expect(values).toEqual([...values].sort((a, b) => b - a))
  expect(values.at(-1)).toBeLessThan(2)
})

test('the value is never negative, never above the cap, and never falls when the last order is more recent', () => {
  const order = fc.record({
    at: fc.integer({ min: 0, max: now }),
    total: fc.double({ min: -500, max: 5000, noNaN: true }),
    marginShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(order, { maxLength: 30 }), fc.double({ min: 0, max: 1000, noNaN: true }), fc.nat(now), (orders, cap, later) => {
      const facts = { orders, now, segmentMean: 80, segmentN: 10, cap }
      const { value } = lifetimeValue(facts)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(cap)
      const last = orders.reduce((latest, one) => Math.max(latest, one.at), 0)
      const moved = orders.map((one) => (one.at === last ? { ...one, at: Math.max(last, later) } : one))
      const first = Math.min(...orders.map((one) => one.at))
      // The first order is when watching begins: only a later last order alone may be compared.
      if (first < last) expect(lifetimeValue({ ...facts, orders: moved }).value).toBeGreaterThanOrEqual(value - 1e-9)
    }),
  )
})

test('an order in the future does not count yet', () => {
  expect(lifetimeValue(history([-1])).value).toBe(80)
})
