import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Beliefs } from './beliefs.ts'
import { Outcomes } from './matching.ts'
import { bestPairs, servable } from './pairing.ts'
import { codeOf, type Fit, playRound, probabilitiesOf, type Round } from './round.ts'

const fitOf = (mean: number, n = 500, misfit = 0): Fit => ({ misfit, belief: { mean, deviation: Math.sqrt((mean * (1 - mean)) / (n + 11)), n } })

function round(change: Partial<Round> = {}): Round {
  const hand = { load: 0, capacity: 3, since: 0, offered: 100 }
  return {
    seed: 1,
    learns: true,
    meanOffered: 100,
    people: [
      { id: 'ana', ...hand },
      { id: 'ben', ...hand },
    ],
    places: [{ conversation: 'c1', value: 50, holdout: false, fits: [fitOf(0.6), fitOf(0.9)] }],
    ...change,
  }
}

test('whoever is known to resolve it more often takes it', () => {
  expect(playRound(round())).toEqual([1])
  expect(codeOf(round(), 0)).toBe('learnt')
})

test('a customer of the holdout is matched without what was learnt, for ever: whoever has been free longest', () => {
  const kept = round({ places: [{ conversation: 'c1', value: 50, holdout: true, fits: [fitOf(0.6), fitOf(0.9)] }] })
  expect(playRound(kept)).toEqual([0])
  expect(codeOf(kept, 0)).toBe('holdout')
  expect(playRound(round({ learns: false }))).toEqual([0])
})

test('several who are free are shared out so that the sum is best, not so that the first gets the best', () => {
  const places = [
    { conversation: 'c1', value: 50, holdout: false, fits: [fitOf(0.85), fitOf(0.9)] },
    { conversation: 'c2', value: 50, holdout: false, fits: [fitOf(0.3), fitOf(0.9)] },
  ]
  expect(playRound(round({ places }))).toEqual([0, 1])
})

test('nobody is flooded: whoever was offered far too much stands back, unless nobody else can', () => {
  const [ana, ben] = round().people
  if (!ana || !ben) throw new Error('two people')
  const flooded = round({ people: [ana, { ...ben, offered: 250 }], meanOffered: 150 })
  expect(playRound(flooded)).toEqual([0])
  expect(playRound({ ...flooded, places: [{ conversation: 'c1', value: 50, holdout: false, fits: [null, fitOf(0.9)] }] })).toEqual([1])
})

test('little known is tried out, much known is not: the logged probability says how often', () => {
  const young = round({ places: [{ conversation: 'c1', value: 50, holdout: false, fits: [fitOf(0.7, 0), fitOf(0.72, 0)] }] })
  const [unsure = 1] = probabilitiesOf(young, playRound(young))
  expect(unsure).toBeLessThan(0.8)
  const [sure = 0] = probabilitiesOf(round(), playRound(round()))
  expect(sure).toBeGreaterThan(0.95)
})

test('the same round gives the same pairs, also after it was saved and read again', () => {
  expect(playRound(JSON.parse(JSON.stringify(round())))).toEqual(playRound(round()))
})

test('the pairs have the best possible sum', () => {
  const score = fc.integer({ min: 0, max: 99 })
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score, score, score), { minLength: 1, maxLength: 4 }), (scores) => {
      const sum = (pairs: readonly number[]) => pairs.reduce((total, column, row) => total + (scores[row]?.[column] ?? 0), 0)
      const pairs = bestPairs(scores)
      expect(new Set(pairs).size).toBe(scores.length)
      expect(sum(pairs)).toBe(Math.max(...arrangements(scores.length).map(sum)))
    }),
  )
})

function arrangements(rows: number, taken: readonly number[] = []): number[][] {
  if (taken.length === rows) return [[...taken]]
  return [0, 1, 2, 3].filter((column) => !taken.includes(column)).flatMap((column) => arrangements(rows, [...taken, column]))
}

test('nobody behind is served instead of somebody before who could be served too', () => {
  expect(servable([[0], [0], [0, 1]], 2)).toEqual([0, 2])
  expect(servable([[0, 1], [0], [1]], 2)).toEqual([0, 1])
  expect(servable([[], [0]], 1)).toEqual([1])
})

test('beliefs from counts are those of the outcomes one by one, and another language says less than the own', () => {
  const outcomes = new Outcomes({ people: 2, intents: 1, start: 0.7 })
  for (let nth = 0; nth < 40; nth++) outcomes.note(nth % 2, 0, nth % 2 === 0 || nth % 3 === 0)
  const counts = [
    { person: 'a', intent: 'i', language: 'en', n: 20, resolved: 20 },
    { person: 'b', intent: 'i', language: 'en', n: 20, resolved: 7 },
  ]
  const beliefs = new Beliefs(counts)
  expect(beliefs.of('a', 'i', 'en').mean).toBeCloseTo(outcomes.of(0, 0).mean, 1)
  expect(beliefs.of('b', 'i', 'en').mean).toBeCloseTo(outcomes.of(1, 0).mean, 1)
  expect(beliefs.of('b', 'i', 'th').deviation).toBeGreaterThan(beliefs.of('b', 'i', 'en').deviation)
  expect(beliefs.of('nobody', 'i', 'en').n).toBe(0)
})
