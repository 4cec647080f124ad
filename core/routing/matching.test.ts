import { expect, test } from 'vitest'
import { choose, inHoldout, Outcomes } from './matching.ts'

test('before anything was seen everybody is thought equal, and after much the truth is believed', () => {
  const outcomes = new Outcomes({ people: 2, intents: 2, start: 0.7 })
  expect(outcomes.of(0, 0).mean).toBeCloseTo(0.7)
  expect(outcomes.of(1, 1)).toMatchObject({ n: 0 })
  for (let n = 0; n < 2000; n++) {
    outcomes.note(0, 0, n % 10 < 9)
    outcomes.note(1, 0, n % 10 < 5)
  }
  expect(outcomes.of(0, 0).mean).toBeCloseTo(0.9, 1)
  expect(outcomes.of(1, 0).mean).toBeCloseTo(0.5, 1)
  expect(outcomes.of(0, 0).deviation).toBeLessThan(0.01)
})

test('a few outcomes do not make a master: belief moves a little at first', () => {
  const outcomes = new Outcomes({ people: 2, intents: 1, start: 0.5 })
  outcomes.note(0, 0, true)
  expect(outcomes.of(0, 0).mean).toBeGreaterThan(0.5)
  expect(outcomes.of(0, 0).mean).toBeLessThan(0.62)
})

const belief = (mean: number) => ({ mean, deviation: 0.05, n: 50 })

test('the best takes it, unless that would leave others without work', () => {
  const candidates = [
    { belief: belief(0.9), offered: 100 },
    { belief: belief(0.6), offered: 100 },
  ]
  expect(choose({ candidates, meanOffered: 100, dice: [0, 0] })).toBe(0)
  const uneven = [
    { belief: belief(0.9), offered: 150 },
    { belief: belief(0.6), offered: 40 },
  ]
  expect(choose({ candidates: uneven, meanOffered: 100, dice: [0, 0] })).toBe(1)
  expect(choose({ candidates: uneven.slice(0, 1), meanOffered: 100, dice: [0] })).toBe(0)
})

test('exploration never makes up for a clear difference', () => {
  const candidates = [
    { belief: { mean: 0.9, deviation: 0.2, n: 2 }, offered: 100 },
    { belief: { mean: 0.6, deviation: 0.2, n: 2 }, offered: 100 },
  ]
  expect(choose({ candidates, meanOffered: 100, dice: [-9, 9] })).toBe(0)
})

test('one customer in ten is matched without learning, always the same', () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `customer-${n}`)
  const held = names.filter((name) => inHoldout(name))
  expect(held.length / names.length).toBeGreaterThan(0.09)
  expect(held.length / names.length).toBeLessThan(0.11)
  expect(names.filter((name) => inHoldout(name))).toEqual(held)
})
