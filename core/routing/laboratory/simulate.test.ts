import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oracle } from './bounds.ts'
import { interval, playDay, summarize } from './compare.ts'
import { sampleDay } from './day.ts'
import { figuresOf } from './figures.ts'
import { teamOf } from './people.ts'
import { policies } from './policies.ts'
import { policyNames } from './policy.ts'
import { readScenario, type Scenario } from './scenario.ts'
import { simulate } from './simulate.ts'
import { small } from './small.ts'

const scenario = (change: Partial<Scenario> = {}): Scenario => {
  const read = readScenario(small)
  if (!read.ok) throw new Error(read.says)
  return { ...read.scenario, ...change }
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyScenario = fc
  .record({
    load: fc.double({ min: 0.3, max: 3, noNaN: true }),
    valueNoise: fc.double({ min: 0, max: 1.5, noNaN: true }),
    patienceMinutes: fc.double({ min: 1, max: 40, noNaN: true }),
    asksForPerson: fc.double({ min: 0, max: 0.5, noNaN: true }),
    assistantMinutes: fc.double({ min: 0, max: 5, noNaN: true }),
    help: fc.record({ patienceFactor: fc.constantFrom(0.7, 1, 2), gatheredMinutes: fc.constantFrom(0, 1.2, 5), takenByRequesters: share }),
    withoutSkill: fc.double({ min: 0.4, max: 1, noNaN: true }),
    resolves: share,
    proficiency: fc.double({ min: 0.6, max: 1.3, noNaN: true }),
  })
  .map(({ resolves, proficiency, ...change }) => {
    const usual = scenario(change)
    const team = usual.team.map((group) => ({ ...group, skills: { ...group.skills, sales: proficiency } }))
    return { ...usual, team, intents: usual.intents.map((intent) => ({ ...intent, resolvedByAssistant: intent.resolvedByAssistant * resolves })) }
  })

test('no policy keeps more than somebody who knows everything beforehand could', () => {
  fc.assert(
    fc.property(anyScenario, fc.nat(10_000), (any, seed) => {
      const team = teamOf(any)
      const day = sampleDay(any, { seed })
      const most = oracle(any, team, day)
      for (const name of policyNames) {
        const { value } = figuresOf(any, day, simulate(any, team, day, policies[name]))
        expect(value).toBeLessThanOrEqual(most * (1 + 1e-9) + 1e-9)
      }
    }),
    { numRuns: 8 },
  )
})

test('the same seed gives the same day and the same decisions, another seed another day', () => {
  const first = playDay(scenario(), 5, policyNames)
  expect(playDay(scenario(), 5, policyNames)).toEqual(first)
  expect(playDay(scenario(), 6, policyNames)).not.toEqual(first)
})

test('noise changes what is believed of the customers, never the customers', () => {
  const exact = sampleDay(scenario({ valueNoise: 0 }), { seed: 3 })
  const noisy = sampleDay(scenario({ valueNoise: 1 }), { seed: 3 })
  expect(noisy.arrival).toEqual(exact.arrival)
  expect(noisy.value).toEqual(exact.value)
  expect(noisy.estimate).not.toEqual(exact.estimate)
})

test('everybody who asks for a person is sent to people first, whatever the load', () => {
  fc.assert(
    fc.property(anyScenario, fc.nat(10_000), (any, seed) => {
      const day = sampleDay(any, { seed })
      const { honoured } = figuresOf(any, day, simulate(any, teamOf(any), day, policies.sambut))
      expect(honoured).toBe(1)
    }),
    { numRuns: 10 },
  )
})

test('nobody waits beyond the owner’s limit, at any load, even if nobody ever loses patience', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 4, noNaN: true }), fc.nat(10_000), (load, seed) => {
      const busy = scenario({ load, patienceMinutes: 10_000, asksForPerson: 0.3 / load, waitLimitMinutes: 20 })
      const day = sampleDay(busy, { seed })
      const { longest } = figuresOf(busy, day, simulate(busy, teamOf(busy), day, policies.sambut))
      expect(longest).toBeLessThanOrEqual(20 + 1e-9)
    }),
    { numRuns: 20 },
  )
})

test('nobody serves more at once than they can, and nobody is served twice', () => {
  const busy = scenario({ load: 2 })
  const team = teamOf(busy)
  const day = sampleDay(busy, { seed: 11 })
  for (const name of policyNames) {
    const { by, left, minutes } = simulate(busy, team, day, policies[name])
    for (const [person, member] of team.members.entries()) {
      const held = [...by.keys()]
        .filter((c) => by[c] === person)
        .map((c) => ({ from: left[c] as number, to: (left[c] as number) + (minutes[c] as number) }))
      for (const { from } of held) {
        expect(from).toBeGreaterThanOrEqual(member.from)
        expect(from).toBeLessThanOrEqual(member.to)
        expect(held.filter((other) => other.from <= from && other.to > from + 1e-9).length).toBeLessThanOrEqual(member.capacity)
      }
    }
  }
})

test('with one kind of customer, all worth the same, value decides as first in, first out does', () => {
  const [intent] = scenario().intents
  const alike = scenario({
    intents: [{ ...intent, share: 1, resolvedByAssistant: 0, lossProbability: 1, handleSpread: 0.5 } as Scenario['intents'][number]],
    customers: { lifetimeValue: 100, spread: 0 },
    valueNoise: 0,
    asksForPerson: 0,
    languages: [{ language: 'en', share: 1 }],
    team: [{ count: 5, skills: {}, languages: ['en'], capacity: 1, shift: { from: 540, to: 1000 } }],
    waitLimitMinutes: 600,
    load: 1.1,
  })
  const day = sampleDay(alike, { seed: 2 })
  const byValue = simulate(alike, teamOf(alike), day, policies.sambut)
  const inOrder = simulate(alike, teamOf(alike), day, policies['people-first'])
  expect(byValue.left).toEqual(inOrder.left)
  expect(byValue.value).toEqual(inOrder.value)
})

test('a comparison tells the difference on the same days, with an interval', () => {
  const days = [1, 2, 3].map((seed) => playDay(scenario(), seed, ['people-first', 'sambut']))
  const { policies: of } = summarize(scenario(), days, ['people-first', 'sambut'])
  expect(of.sambut?.againstSambut).toEqual({ mean: 0, half: 0 })
  expect(of['people-first']?.againstSambut?.mean).toBeLessThan(0)
  expect(of.sambut?.ofOracle.mean).toBeLessThanOrEqual(1)
  expect(interval([1, 2, 3]).half).toBeCloseTo(4.303 / Math.sqrt(3), 0)
})

test('places that are told keep nearly all that the order by value would, also when three times as many come as can be served', () => {
  const busy = scenario({ load: 3 })
  const team = teamOf(busy)
  const kept = (name: 'sambut' | 'sambut-in-classes') =>
    [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, seed) => {
      const day = sampleDay(busy, { seed })
      return sum + figuresOf(busy, day, simulate(busy, team, day, policies[name])).value
    }, 0)
  expect(kept('sambut-in-classes')).toBeGreaterThan(0.98 * kept('sambut'))
})
