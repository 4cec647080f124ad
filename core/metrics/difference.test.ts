import { expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { differenceOf } from './difference.ts'

const rows = (values: readonly number[], weight = 1) => values.map((value) => ({ value, counts: true, weight }))
const yes = (some: number, of: number) => rows(Array.from({ length: of }, (_, nth) => (nth < some ? 1 : 0)))

test('a share that fell from 56 of 70 to 48 of 80 differs beyond chance, as in the paper', () => {
  // Newcombe 1998, table II (a): 56/70 against 48/80, method 10: 0.0524 to 0.3339.
  const found = differenceOf('service-level', yes(56, 70), yes(48, 80))
  expect(found?.by).toBeCloseTo(0.2, 4)
  expect(found?.from).toBeCloseTo(0.0524, 4)
  expect(found?.to).toBeCloseTo(0.3339, 4)
  expect(found?.beyondChance).toBe(true)
})

test('the same share twice does not differ, and with nine conversations nothing is claimed', () => {
  expect(differenceOf('service-level', yes(40, 50), yes(80, 100))?.beyondChance).toBe(false)
  expect(differenceOf('service-level', yes(9, 9), yes(0, 100))).toBeNull()
})

test('100 conversations after 60 are more than chance, 100 after 90 are not', () => {
  expect(differenceOf('conversations', yes(100, 100), yes(60, 60))?.beyondChance).toBe(true)
  expect(differenceOf('conversations', yes(100, 100), yes(90, 90))?.beyondChance).toBe(false)
})

test('of two periods that differ by chance alone, about one in twenty is called different', () => {
  const dice = chance(7)
  const mean = () => Array.from({ length: 60 }, () => dice.exponential(240))
  let called = 0
  for (let nth = 0; nth < 1000; nth++) if (differenceOf('average-handle-time', rows(mean()), rows(mean()))?.beyondChance) called += 1
  expect(called / 1000).toBeGreaterThan(0.025)
  expect(called / 1000).toBeLessThan(0.085)
})

test('a return on cost is weighed by what was spent', () => {
  const good = Array.from({ length: 20 }, (_, nth) => ({ value: 30 + (nth % 3), counts: true, weight: 10 }))
  const poor = Array.from({ length: 20 }, (_, nth) => ({ value: 5 + (nth % 3), counts: true, weight: 10 }))
  const found = differenceOf('return-on-cost', good, poor)
  expect(found?.by).toBeCloseTo(2.5, 1)
  expect(found?.beyondChance).toBe(true)
})
