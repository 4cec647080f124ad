import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Promises } from './promises.ts'

test('as long as there is time the dearest may go first, and when it runs out the oldest does', () => {
  const promises = new Promises(15)
  promises.add(15)
  expect(promises.press(1, 2)).toBe(false)
  expect(promises.press(13.5, 2)).toBe(true)
  promises.remove(15)
  expect(promises.press(13.5, 2)).toBe(false)
})

test('no more is promised than people can keep', () => {
  const promises = new Promises(15)
  let promised = 0
  while (promises.room(15, 0, 2) && promised < 100) {
    promises.add(15)
    promised++
  }
  expect(promised).toBeGreaterThan(2)
  expect(promised).toBeLessThan(15)
})

test('whoever was promised a person before it pressed is served within the limit, whoever else comes', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 60 }), (times) => {
      const limit = 15
      const rate = 3
      const promises = new Promises(limit)
      const arrivals = [...times].sort((a, b) => a - b)
      const waiting: number[] = []
      // People finish at the usual rate; each time they take somebody dearer unless a promise presses.
      for (let step = 0; step / rate < 90; step++) {
        const now = step / rate
        while (arrivals[0] !== undefined && arrivals[0] <= now) {
          const deadline = arrivals.shift() as number
          waiting.push(deadline + limit)
          promises.add(deadline + limit)
        }
        if (!promises.press(now, rate)) continue
        const deadline = waiting.shift()
        if (deadline === undefined) continue
        promises.remove(deadline)
        expect(now).toBeLessThanOrEqual(deadline)
      }
    }),
    { numRuns: 50 },
  )
})
