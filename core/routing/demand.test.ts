import { expect, test } from 'vitest'
import { Demand, isBeyondMoney } from './demand.ts'

/** Two claims a minute for an hour: six minutes at 4 a minute, and at 1. */
function floor(): Demand {
  const demand = new Demand(0)
  for (let minute = 0; minute <= 60; minute++) {
    demand.note(4, 6, minute)
    demand.note(1, 6, minute)
  }
  return demand
}

test('with minutes for all, a minute is worth the least', () => {
  expect(floor().price(20, 10, 0.5, 60)).toBe(0.5)
})

test('with minutes for half of them, a minute is worth what the other half would earn', () => {
  const price = floor().price(9, 10, 0, 60)
  expect(price).toBeGreaterThan(0.8)
  expect(price).toBeLessThan(1.3)
  expect(floor().price(3, 10, 0, 60)).toBeGreaterThan(3)
})

test('the price rises with those who wait and falls with people on duty', () => {
  const demand = floor()
  const before = demand.price(9, 10, 0, 60)
  demand.wait(8, 60)
  expect(demand.price(9, 10, 0, 60)).toBeGreaterThan(before)
  expect(demand.price(30, 10, 0, 60)).toBeLessThan(before)
  demand.wait(8, -60)
  expect(demand.price(9, 10, 0, 60)).toBe(before)
})

test('requests for a person come before any price', () => {
  const demand = new Demand(0)
  for (let minute = 0; minute <= 60; minute++) demand.note(Number.POSITIVE_INFINITY, 6, minute)
  expect(demand.price(3, 10, 0, 60)).toBeGreaterThan(1000)
})

test('a price that nobody but those who asked can pay is told as such, and an ordinary one is not', () => {
  const demand = floor()
  expect(isBeyondMoney(demand.price(9, 10, 0, 60))).toBe(false)
  demand.wait(Number.POSITIVE_INFINITY, 600)
  expect(isBeyondMoney(demand.price(9, 10, 0, 60))).toBe(true)
})

test('the dearer wait less', () => {
  const demand = floor()
  demand.wait(4, 30)
  demand.wait(1, 30)
  expect(demand.waitFor(8, 9, 60)).toBe(0)
  expect(demand.waitFor(4, 9, 60)).toBeLessThan(demand.waitFor(1, 9, 60))
  expect(demand.waitFor(1, 0, 60)).toBe(Number.POSITIVE_INFINITY)
})

test('what is past fades: an hour of calm lowers the price again', () => {
  const demand = floor()
  expect(demand.price(9, 10, 0, 200)).toBe(0)
})
