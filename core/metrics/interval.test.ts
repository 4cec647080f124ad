import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from './interval.ts'

test('ten of ten is not proof of always', () => {
  const { from, to } = wilson(10, 10)
  expect(from).toBeCloseTo(0.7225, 3)
  expect(to).toBe(1)
})

test('eighty of a hundred lie between 71 and 87 %', () => {
  const { from, to } = wilson(80, 100)
  expect(from).toBeCloseTo(0.7112, 3)
  expect(to).toBeCloseTo(0.8666, 3)
})

test('nothing seen leaves everything possible', () => {
  expect(wilson(0, 0)).toEqual({ from: 0, to: 1 })
})

test('the interval holds the share, and ten times as much evidence narrows it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const successes = Math.round(n * part)
      const { from, to } = wilson(successes, n)
      expect(from).toBeLessThanOrEqual(successes / n + 1e-12)
      expect(to).toBeGreaterThanOrEqual(successes / n - 1e-12)
      const more = wilson(10 * successes, 10 * n)
      expect(more.to - more.from).toBeLessThan(to - from)
    }),
  )
})
