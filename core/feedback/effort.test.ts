import { expect, test } from 'vitest'
import { effortShare } from './effort.ts'

test('the share of those who found it easy, and the mean', () => {
  expect(effortShare([7, 5, 4, 1])).toEqual({ share: 0.5, mean: 4.25, n: 4 })
})

test('without answers nothing is claimed, and an answer off the scale is none', () => {
  expect(effortShare([])).toEqual({ share: null, mean: null, n: 0 })
  expect(effortShare([0, 8, 3.5, Number.NaN, 6])).toEqual({ share: 1, mean: 6, n: 1 })
})
