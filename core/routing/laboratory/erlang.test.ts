import { expect, test } from 'vitest'
import { erlangA, erlangC, peopleFor } from './erlang.ts'
import { agreement, type Trial } from './theory.ts'

test('Erlang C as the tables have it', () => {
  // 8 erlang offered to 10 people: everybody's textbook.
  const { waits, meanWait } = erlangC({ people: 10, arrivals: 2, handleMinutes: 4 })
  expect(waits).toBeCloseTo(0.4092, 4)
  expect(meanWait).toBeCloseTo(0.8184, 3)
  expect(erlangC({ people: 8, arrivals: 2, handleMinutes: 4 }).meanWait).toBe(Number.POSITIVE_INFINITY)
})

test('one person and exponential times: the formulas that everybody can do by hand', () => {
  const { waits, meanWait, servedWithin } = erlangC({ people: 1, arrivals: 0.5, handleMinutes: 1 })
  expect(waits).toBeCloseTo(0.5)
  expect(meanWait).toBeCloseTo(1)
  expect(servedWithin(2)).toBeCloseTo(1 - 0.5 * Math.exp(-1))
})

test('with endless patience Erlang A is Erlang C, and with little nobody waits for long', () => {
  const queue = { people: 10, arrivals: 2, handleMinutes: 4 }
  const patient = erlangA({ ...queue, patienceMinutes: 1e7 })
  expect(patient.meanWait).toBeCloseTo(erlangC(queue).meanWait, 3)
  expect(patient.servedWithin(1)).toBeCloseTo(erlangC(queue).servedWithin(1), 4)
  expect(erlangA({ ...queue, patienceMinutes: 0.1 }).meanWait).toBeLessThan(0.05)
})

test('as many leave as the formula of flow says: what comes is served or leaves', () => {
  const queue = { people: 5, arrivals: 3, handleMinutes: 4, patienceMinutes: 3 }
  const { abandonment, servedWithin } = erlangA(queue)
  expect(servedWithin(30)).toBeCloseTo(1 - abandonment, 4)
})

test('the people needed are just enough', () => {
  const target = { arrivals: 2, handleMinutes: 4, share: 0.8, withinMinutes: 1 / 3 }
  const people = peopleFor(target)
  expect(erlangC({ ...target, people }).servedWithin(1 / 3)).toBeGreaterThanOrEqual(0.8)
  expect(erlangC({ ...target, people: people - 1 }).servedWithin(1 / 3)).toBeLessThan(0.8)
  expect(peopleFor({ ...target, arrivals: 0 })).toBe(0)
})

const trial: Trial = { people: 4, load: 1.1, handleMinutes: 3, patienceMinutes: 4, planted: 0, runs: 8, customers: 3000, withinMinutes: 0.5, seed: 5 }

test('the simulator agrees with Erlang A, and a person who is 5 % slower than told is found out', () => {
  expect(agreement(trial).every(({ agrees }) => agrees)).toBe(true)
  expect(agreement({ ...trial, planted: 0.05 }).some(({ agrees }) => !agrees)).toBe(true)
})

test('the simulator agrees with Erlang C', () => {
  const calm = { ...trial, load: 0.7, patienceMinutes: null }
  expect(agreement(calm).every(({ agrees }) => agrees)).toBe(true)
})
