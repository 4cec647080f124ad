import { expect, test } from 'vitest'
import { typedNumber } from './typed-number.ts'

const minutes = { min: 1, max: 1440 }

test('what is typed is what is meant, with a comma or a point', () => {
  expect(['20', ' 2.5 ', '2,5', '1440'].map((text) => typedNumber(text, minutes))).toEqual([20, 2.5, 2.5, 1440])
})

test('nothing, half a number and what leaves the bounds are no number: nothing is guessed', () => {
  expect(['', '  ', '1e9', '2.', '.5', '-3', '0', '1441', '99999999999999999999', 'ten'].map((text) => typedNumber(text, minutes))).toEqual(
    Array.from({ length: 10 }, () => null),
  )
})
