import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Floor } from './decision.ts'
import { priceOfMinute } from './price.ts'

const policy = { costOfMinute: 1, waitLimitMinutes: 12 }
const line = (count: number, perMinute: number, handleMinutes = 6) => Array.from({ length: count }, () => ({ perMinute, handleMinutes }))

const one = fc.record({
  perMinute: fc.double({ min: -5, max: 100, noNaN: true }),
  handleMinutes: fc.double({ min: 0, max: 60, noNaN: true }),
})
const anyFloor: fc.Arbitrary<Floor> = fc.record({
  peopleOn: fc.nat(30),
  freeCapacity: fc.nat(10),
  waiting: fc.array(one, { maxLength: 60 }),
})

test('while there is room for all who wait, a minute is worth what it costs', () => {
  expect(priceOfMinute({ peopleOn: 2, freeCapacity: 0, waiting: [] }, policy)).toBe(1)
  expect(priceOfMinute({ peopleOn: 2, freeCapacity: 5, waiting: line(5, 90) }, policy)).toBe(1)
})

test('with everybody busy and a long line, a minute is worth what the line earns', () => {
  expect(priceOfMinute({ peopleOn: 2, freeCapacity: 0, waiting: line(40, 7) }, policy)).toBeCloseTo(7)
  expect(priceOfMinute({ peopleOn: 0, freeCapacity: 0, waiting: line(1, 7) }, policy)).toBeCloseTo(7)
})

test('it is the marginal customer that counts, not the dearest', () => {
  // Two people have 12 minutes within half of the limit: the depths 6 to 18 are one part dear, two parts cheap.
  const waiting = [...line(2, 3), ...line(10, 1.5), ...line(1, 50, 6)]
  expect(priceOfMinute({ peopleOn: 2, freeCapacity: 0, waiting }, policy)).toBeCloseTo(3)
})

test('the price is never below the cost, nor above the dearest who waits', () => {
  fc.assert(
    fc.property(anyFloor, (floor) => {
      const price = priceOfMinute(floor, policy)
      expect(price).toBeGreaterThanOrEqual(policy.costOfMinute)
      expect(price).toBeLessThanOrEqual(Math.max(policy.costOfMinute, ...floor.waiting.map((one) => one.perMinute)) + 1e-9)
    }),
  )
})

test('more who wait never lower the price, more people, room or patience never raise it', () => {
  fc.assert(
    fc.property(anyFloor, one, (floor, more) => {
      const price = priceOfMinute(floor, policy)
      expect(priceOfMinute({ ...floor, waiting: [...floor.waiting, more] }, policy)).toBeGreaterThanOrEqual(price - 1e-9)
      expect(priceOfMinute({ ...floor, peopleOn: floor.peopleOn + 1 }, policy)).toBeLessThanOrEqual(price + 1e-9)
      expect(priceOfMinute({ ...floor, freeCapacity: floor.freeCapacity + 1 }, policy)).toBeLessThanOrEqual(price + 1e-9)
      expect(priceOfMinute(floor, { ...policy, waitLimitMinutes: 20 })).toBeLessThanOrEqual(price + 1e-9)
    }),
  )
})

test('one customer more moves the price of a team of ten by a step, not by a leap', () => {
  let before = 1
  for (let waiting = 0; waiting < 40; waiting++) {
    const price = priceOfMinute({ peopleOn: 10, freeCapacity: 0, waiting: line(waiting, 5) }, policy)
    expect(price - before).toBeLessThanOrEqual(0.41)
    before = price
  }
  expect(before).toBeCloseTo(5)
})

test('ten thousand who wait are priced in the blink of an eye', () => {
  const waiting = Array.from({ length: 10_000 }, (_, index) => ({ perMinute: (index * 7919) % 1009, handleMinutes: 6 }))
  const began = performance.now()
  priceOfMinute({ peopleOn: 100, freeCapacity: 0, waiting }, policy)
  expect(performance.now() - began).toBeLessThan(200)
})
