import { expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { type Aged, isResolved, leastJudged, watchedDays, worseIn } from './worse.ts'

/** Conversations of a version: money is kept in some, and it is much in few of these. */
function decided(n: number, of: { resolved: number; value: number; dice: ReturnType<typeof chance> }): Aged[] {
  return Array.from({ length: n }, () => ({
    value: of.dice.next() < 0.3 ? of.dice.exponential(of.value / 0.3) : 0,
    resolved: of.dice.next() < of.resolved,
  }))
}

test('a version that resolves less and keeps less is found out, with its numbers', () => {
  const dice = chance(3)
  const before = decided(600, { resolved: 0.75, value: 4, dice })
  const worse = worseIn(decided(600, { resolved: 0.55, value: 2, dice }), before)
  expect(worse.map(({ figure }) => figure)).toEqual(['value', 'resolved'])
  for (const { by, from, to, now, before: then, n, nBefore } of worse) {
    expect(by).toBeCloseTo(now - then)
    expect(from).toBeLessThan(by)
    expect(to).toBeLessThan(0)
    expect([n, nBefore]).toEqual([600, 600])
  }
})

test('a version that did better, or as well, or too little yet, is left in peace', () => {
  const dice = chance(4)
  const before = decided(600, { resolved: 0.6, value: 4, dice })
  expect(worseIn(decided(600, { resolved: 0.8, value: 5, dice }), before)).toEqual([])
  expect(worseIn(decided(600, { resolved: 0.6, value: 4, dice }), before)).toEqual([])
  expect(worseIn(decided(leastJudged - 1, { resolved: 0.1, value: 0.1, dice }), before)).toEqual([])
  expect(worseIn(before, decided(leastJudged - 1, { resolved: 1, value: 99, dice }))).toEqual([])
})

test('looked at every day for four weeks, chance alone accuses no more than one version of twenty', () => {
  const dice = chance(5)
  let accused = 0
  const versions = 100
  for (let version = 0; version < versions; version++) {
    const alike = { resolved: 0.7, value: 4, dice }
    const [before, now] = [decided(20 * watchedDays, alike), decided(20 * watchedDays, alike)]
    for (let day = 1; day <= watchedDays; day++) {
      if (worseIn(now.slice(0, 20 * day), before).length === 0) continue
      accused++
      break
    }
  }
  expect(accused / versions).toBeLessThanOrEqual(0.05)
})

const closed = { closedAt: 1, answeredByPersonAt: null, abandonedAt: null, solvedByCustomerWord: null, recontactWithin7Days: false }

test('a matter is resolved when it is closed and the customer did not give up, deny it or come back', () => {
  expect(isResolved(closed)).toBe(true)
  expect(isResolved({ ...closed, closedAt: null })).toBeNull()
  expect(isResolved({ ...closed, recontactWithin7Days: true })).toBe(false)
  expect(isResolved({ ...closed, solvedByCustomerWord: false })).toBe(false)
  expect(isResolved({ ...closed, abandonedAt: 1 })).toBe(false)
  expect(isResolved({ ...closed, abandonedAt: 1, answeredByPersonAt: 1 })).toBe(true)
})
