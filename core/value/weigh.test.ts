import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultEconomics, meanEconomics } from './defaults.ts'
import type { StakeFacts, Term } from './stake.ts'
import { weigh } from './weigh.ts'

const neutral = { polarity: 'neutral', score: 0, frustrated: false, confused: false } as const

function facts(change: Partial<StakeFacts> = {}): StakeFacts {
  return {
    economics: defaultEconomics('damaged-item'),
    worth: { lifetimeValue: { value: 200, source: { kind: 'owner' } }, tenureYears: 0, repeats: 0, openPromises: 0 },
    mood: neutral,
    intentConfidence: 1,
    meanEconomics: meanEconomics([]),
    ...change,
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const estimate = (value: fc.Arbitrary<number>) => value.map((value) => ({ value, source: { kind: 'owner' } as const }))
const economics = fc.record({
  intent: fc.constant('any'),
  lossProbability: estimate(share),
  resolvedByPerson: estimate(share),
  resolvedByAssistant: estimate(share),
  buysWithPerson: estimate(share),
  buysWithAssistant: estimate(share),
  margin: estimate(fc.double({ min: 0, max: 1e6, noNaN: true })),
  handleMinutes: estimate(fc.double({ min: 0, max: 480, noNaN: true })),
  skill: fc.constant(null),
})
const anyFacts: fc.Arbitrary<StakeFacts> = fc.record({
  economics,
  meanEconomics: economics,
  intentConfidence: share,
  mood: fc.record({
    polarity: fc.constantFrom('positive', 'neutral', 'negative'),
    score: fc.double({ min: -1, max: 1, noNaN: true }),
    frustrated: fc.boolean(),
    confused: fc.boolean(),
  }),
  worth: fc.record({
    lifetimeValue: estimate(fc.double({ min: 0, max: 1e6, noNaN: true })),
    tenureYears: fc.double({ min: 0, max: 60, noNaN: true }),
    repeats: fc.nat(50),
    openPromises: fc.nat(50),
  }),
})

test('the explanation adds up to what is at stake, to the last bit, largest first', () => {
  const sum = (terms: Term[], side: string) => terms.filter((term) => term.side === side).reduce((total, term) => total + term.money, 0)
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const stake = weigh(facts)
      expect(sum(stake.terms, 'risk')).toBe(stake.atRisk)
      expect(sum(stake.terms, 'gain')).toBe(stake.toGain)
      expect(stake.atRisk).toBeCloseTo(stake.lossProbability * facts.worth.lifetimeValue.value, 6)
      const sizes = stake.terms.map((term) => Math.abs(term.money))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    }),
  )
})

test('every figure of a weighing is a number, whatever comes in', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { terms, inputs, ...figures } = weigh(facts)
      for (const figure of Object.values(figures)) expect(Number.isFinite(figure)).toBe(true)
      for (const number of terms.flatMap((term) => [term.money, ...Object.values(term.numbers)])) expect(Number.isFinite(number)).toBe(true)
      expect(figures.atRisk).toBeGreaterThanOrEqual(0)
      expect(figures.lossProbability).toBeLessThanOrEqual(1)
      expect(figures.uplift).toBe(figures.risk + figures.gain)
      expect(JSON.parse(JSON.stringify(terms))).toEqual(terms)
      expect(Object.keys(inputs)).toContain('lifetimeValue')
    }),
  )
})

test('a broken table for a regular customer: 28 % of 200 are at risk, and a person saves 48 points of it', () => {
  const stake = weigh(facts())
  expect(stake.atRisk).toBeCloseTo(56)
  expect(stake.risk).toBeCloseTo(56 * (0.88 - 0.4))
  expect(stake.perMinute).toBeCloseTo(stake.uplift / 9)
  expect(stake.terms[0]).toEqual({
    code: 'loss-of-customer',
    side: 'risk',
    money: stake.atRisk,
    numbers: { probability: 0.28, lifetimeValue: 200, confidence: 1 },
  })
})

test('an angry customer, a repeated matter and an open promise raise the loss, a contented one and long years lower it', () => {
  const usual = weigh(facts()).lossProbability
  const loss = (change: Partial<StakeFacts>) => weigh(facts(change)).lossProbability
  const { worth } = facts()
  expect(loss({ mood: { ...neutral, polarity: 'negative', score: -0.6 } })).toBeGreaterThan(usual)
  expect(loss({ mood: { ...neutral, frustrated: true } })).toBeGreaterThan(usual)
  expect(loss({ mood: { ...neutral, polarity: 'positive', score: 0.6 } })).toBeLessThan(usual)
  expect(loss({ worth: { ...worth, repeats: 2 } })).toBeGreaterThan(loss({ worth: { ...worth, repeats: 1 } }))
  expect(loss({ worth: { ...worth, openPromises: 1 } })).toBeGreaterThan(usual)
  expect(loss({ worth: { ...worth, tenureYears: 5 } })).toBeLessThan(usual)
})

test('each thing that moved the loss is told with the probability before and after it', () => {
  const stake = weigh(facts({ mood: { ...neutral, polarity: 'negative', score: -1, frustrated: true } }))
  const mood = stake.terms.find((term) => term.code === 'mood')
  expect(mood?.numbers).toMatchObject({ score: -1, frustrated: 1, from: 0.28, to: stake.lossProbability })
  expect(stake.inputs.weightOfFrustration?.source.kind).toBe('default')
  expect(stake.inputs.weightOfPositive).toBeUndefined()
})

test('an unsure reading weighs like the mean of the account, and says so', () => {
  const mean = meanEconomics([
    { economics: defaultEconomics('invoice'), weight: 3 },
    { economics: defaultEconomics('leaving'), weight: 1 },
  ])
  const stake = weigh(facts({ intentConfidence: 0, meanEconomics: mean }))
  expect(stake.lossProbability).toBeCloseTo((3 * 0.03 + 0.55) / 4)
  expect(stake.inputs['mean.lossProbability']?.value).toBeCloseTo(0.16)
  expect(weigh(facts()).inputs['mean.lossProbability']).toBeUndefined()
})

test('a matter that nobody leaves for stays without risk however angry the words are', () => {
  const never = { ...defaultEconomics('greeting'), lossProbability: { value: 0, source: { kind: 'owner' } as const } }
  expect(weigh(facts({ economics: never, mood: { ...neutral, frustrated: true } })).atRisk).toBe(0)
})
