import { expect, test } from 'vitest'
import { Beliefs } from '../routing/beliefs.ts'
import { playRounds } from '../routing/laboratory/rounds.ts'
import { leastOutcomes } from './lift.ts'
import { type Evidence, evidenceOf, judge, mostWeight } from './off-policy.ts'

const one = (of: Partial<Evidence> = {}): Evidence => ({ resolved: 1, weight: 1, ofChosen: 0.7, ofActual: 0.7, ...of })
const many = (n: number, of: (nth: number) => Partial<Evidence>) => Array.from({ length: n }, (_, nth) => [one(of(nth))])

test('below thirty effective outcomes nothing is said, however many there are', () => {
  expect(judge(many(29, () => ({})))).toMatchObject({ effective: 29, propensity: null, robust: null })
  const heavy = judge(many(400, (nth) => ({ weight: nth < 20 ? mostWeight : 0.01 })))
  expect(heavy.effective).toBeLessThan(leastOutcomes)
  expect(heavy.robust).toBeNull()
})

test('where all was matched that way already, both estimates are the share that was resolved', () => {
  const { propensity, robust, effective } = judge(many(400, (nth) => ({ resolved: nth % 4 === 0 ? 0 : 1 })))
  expect(effective).toBe(400)
  expect(propensity?.share).toBeCloseTo(0.75)
  expect(robust?.share).toBeCloseTo(0.75)
  expect((robust?.high ?? 0) - (robust?.low ?? 0)).toBeCloseTo(2 * 1.96 * Math.sqrt((0.75 * 0.25) / 400), 2)
})

test('an outcome that was rarely drawn speaks for those that were not', () => {
  // Of two kinds, one resolved and one not, the second was drawn a tenth as often as it would be.
  const drawn = [...many(100, () => ({ resolved: 1, weight: 1 })), ...many(10, () => ({ resolved: 0, weight: 10 }))]
  expect(judge(drawn).propensity?.share).toBeCloseTo(0.5)
})

test('no outcome is foretold by a belief that has seen it, and nothing weighs more than the holdout allows without learning', () => {
  const day = playRounds({ people: 5, intents: 2, rounds: 60, hidden: 0.8, seed: 3 })
  const beliefs = new Beliefs(day.counts)
  const rounds = day.rounds.map(({ round, places }) => ({ round, places: places.map((place) => ({ ...place, outcome: place })) }))
  const said = rounds.flatMap((played) => [...evidenceOf(played, beliefs)].map((evidence, at) => ({ evidence, place: played.places[at] })))
  for (const { evidence, place } of said) {
    if (!place) throw new Error('an outcome without a place')
    const { person, intent, language, resolved } = place
    const less = day.counts.map((count) =>
      count.person === person && count.intent === intent ? { ...count, n: count.n - 1, resolved: count.resolved - (resolved ? 1 : 0) } : count,
    )
    expect(evidence.believed.ofActual).toBeCloseTo(new Beliefs(less).of(person, intent, language).mean, 10)
    expect(evidence.without.weight).toBeLessThanOrEqual(10 + 1e-9)
    expect(evidence.believed.weight).toBeLessThanOrEqual(mostWeight)
  }
})
