import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Demand, stepOf } from './demand.ts'
import { priceOfMinute } from './price.ts'

const supply = { capacity: 10, free: 0, meanHandleMinutes: 6, patienceMinutes: 20, waitLimitMinutes: 12 }
const waiting = (queue: [number, number][]) => Demand.restored({ flow: [], queue, seenMinutes: 60 })

test('while nobody waits and nobody is expected, a minute is worth what it costs', () => {
  expect(priceOfMinute(waiting([]), supply, 1, 0)).toBe(1)
  expect(priceOfMinute(waiting([]), { ...supply, capacity: 0 }, 1, 0)).toBe(1)
})

test('with everybody busy and a long line, a minute is worth what the line earns', () => {
  const price = priceOfMinute(waiting([[stepOf(7), 600]]), supply, 1, 0)
  expect(price).toBeGreaterThan(6)
  expect(price).toBeLessThan(8.5)
})

test('more who wait never lower the price, more people never raise it', () => {
  const claim = fc.tuple(fc.integer({ min: 1, max: 95 }), fc.double({ min: 0.1, max: 200, noNaN: true }))
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 20 }), fc.integer({ min: 1, max: 95 }), fc.nat(30), (queue, step, capacity) => {
      const once = new Map(queue)
      const price = priceOfMinute(waiting([...once]), { ...supply, capacity }, 1, 0)
      const more = new Map(once).set(step, (once.get(step) ?? 0) + 30)
      expect(priceOfMinute(waiting([...more]), { ...supply, capacity }, 1, 0)).toBeGreaterThanOrEqual(price * (1 - 1e-9))
      expect(priceOfMinute(waiting([...once]), { ...supply, capacity: capacity + 4 }, 1, 0)).toBeLessThanOrEqual(price * (1 + 1e-9))
    }),
  )
})

test('a memory that was saved and restored gives the same price', () => {
  const noted = new Demand(0)
  for (let minute = 0; minute <= 60; minute++) noted.note(4, 60, minute)
  const flow: [number, number][] = [[stepOf(4), Array.from({ length: 61 }, (_, ago) => 60 * Math.exp(-ago / 60)).reduce((a, b) => a + b, 0)]]
  const restored = Demand.restored({ flow, queue: [], seenMinutes: 60 })
  expect(priceOfMinute(restored, supply, 0, 0)).toBeCloseTo(priceOfMinute(noted, supply, 0, 60), 6)
})
