import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { audit, blocking, breachesOf, decilesOf, type Observed, startBounds } from './fairness.ts'
import { ratio, ratioDifference } from './ratio.ts'

/** So many conversations, five an hour; the wait of the second group is longer by this. */
function observed(of: { n: number; longer: number; seed?: number; share?: number }): Observed[] {
  const dice = chance(of.seed ?? 1)
  return Array.from({ length: of.n }, (_, index) => {
    const isThai = dice.next() < (of.share ?? 0.4)
    const wait = dice.exponential(4) + (isThai ? of.longer : 0)
    return {
      cluster: Math.floor(index / 5),
      groups: { language: isThai ? 'th' : 'en', value: String(1 + (index % 10)), history: index % 2 === 0 ? 'new' : 'returning' },
      figures: { wait: { sum: wait, of: 1 }, assistant: { sum: dice.next() < 0.5 ? 1 : 0, of: 1 }, handover: { sum: 0, of: 0 } },
    }
  })
}

test('a language that waits eight minutes longer is found, and only that', () => {
  const breaches = breachesOf(audit(observed({ n: 400, longer: 8 }), startBounds))
  expect(breaches.map(({ dimension, figure, group }) => `${dimension} ${figure} ${group}`)).toEqual(['language wait en', 'language wait th'])
  expect(breaches[1]?.difference).toBeGreaterThan(6)
})

test('where nobody is treated differently, no breach is found in a hundred companies', () => {
  const found = Array.from({ length: 100 }, (_, seed) => breachesOf(audit(observed({ n: 300, longer: 0, seed }), startBounds)))
  expect(found.flat()).toEqual([])
})

test('a group of a few customers is shown and not judged', () => {
  const groups = audit(observed({ n: 200, longer: 30, share: 0.04 }), startBounds)
  const thai = groups.find(({ group }) => group === 'th')
  expect(thai?.n).toBeLessThan(20)
  expect(thai?.figures.wait.verdict).toBe('too-few')
})

test('what lessens a difference that is there already may go live, what keeps or widens it may not', () => {
  const [was] = breachesOf(audit(observed({ n: 400, longer: 8 }), startBounds))
  if (!was) throw new Error('nothing was planted')
  const now = (difference: number) => [{ ...was, difference }]
  expect(blocking([was], now(was.difference / 2))).toEqual([])
  expect(blocking([was], now(was.difference))).toHaveLength(1)
  expect(blocking([was], now(was.difference * 2))).toHaveLength(1)
  expect(blocking([], now(was.difference / 2))).toHaveLength(1)
})

test('the interval of a mean over independent clusters holds the truth nineteen times of twenty', () => {
  const held = Array.from({ length: 600 }, (_, seed) => {
    const dice = chance(seed)
    const { value, half } = ratio(Array.from({ length: 30 }, (_, cluster) => ({ cluster, sum: 5 + dice.normal(), of: 1 })))
    return value !== null && half !== null && Math.abs(value - 5) <= half
  }).filter(Boolean).length
  expect(held / 600).toBeGreaterThan(0.93)
  expect(held / 600).toBeLessThan(0.97)
})

const parts = fc.array(fc.record({ cluster: fc.nat(9), sum: fc.double({ min: 0, max: 100, noNaN: true }), of: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 40,
})
test('a thing differs from itself by nothing, and the order of two only turns the sign', () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(ratioDifference(a, a)).toEqual({ value: 0, half: new Set(a.map(({ cluster }) => cluster)).size < 2 ? null : 0 })
      const [there, back] = [ratioDifference(a, b), ratioDifference(b, a)]
      expect(there.value).toBeCloseTo(-(back.value ?? 0), 9)
      expect(there.half ?? 0).toBeCloseTo(back.half ?? 0, 9)
    }),
  )
})

test('deciles hold as many customers each, the dearest in the tenth', () => {
  const deciles = decilesOf(Array.from({ length: 50 }, (_, index) => 50 - index))
  expect(deciles[0]).toBe(10)
  expect(deciles[49]).toBe(1)
  for (let decile = 1; decile <= 10; decile++) expect(deciles.filter((one) => one === decile)).toHaveLength(5)
})
