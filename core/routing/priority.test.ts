import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priorityFor } from './priority.ts'

test('priority is stated by the owner’s multiples of the price, and goes on at their ratio', () => {
  const priority = (index: number) => priorityFor(index, 3, [1, 2])
  expect([0, 2.9, 3, 5.9, 6, 12, 24, 48, 96, 192, 1e9].map(priority)).toEqual([0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 7])
  expect([5, 7, 20].map((index) => priorityFor(index, 1, [2, 5]))).toEqual([2, 2, 3])
})

test('where a minute costs nothing nobody goes before anybody', () => {
  expect(priorityFor(50, 0, [1, 2])).toBe(0)
})

test('what earns more never has the lower priority', () => {
  const money = fc.double({ min: 0, max: 1e6, noNaN: true })
  const multiple = fc.double({ min: 0, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(money, money, money, fc.tuple(multiple, multiple), (index, more, price, from) => {
      expect(priorityFor(index + more, price, from)).toBeGreaterThanOrEqual(priorityFor(index, price, from))
    }),
  )
})
