import { expect, test } from 'vitest'
import { callbackStep, type SlotFacts, slotMs, slots } from './slots.ts'

const nine = Date.parse('2026-03-02T09:00:00Z')
const shift = (from: number, halves: number) => ({ spans: [{ from, to: from + halves * slotMs }] })
const facts = (change: Partial<SlotFacts> = {}): SlotFacts => ({
  shifts: [shift(nine, 3)],
  booked: [],
  now: nine - 5 * 60 * 60_000,
  until: nine + 10 * slotMs,
  most: 10,
  ...change,
})
const times = (change?: Partial<SlotFacts>) => slots(facts(change)).map(({ at }) => (at - nine) / slotMs)

test('every whole half hour in which somebody is on duty can be promised', () => {
  expect(times()).toEqual([0, 1, 2])
})

test('what was promised to as many customers as there are people is not promised again', () => {
  expect(times({ booked: [nine] })).toEqual([1, 2])
  expect(times({ shifts: [shift(nine, 3), shift(nine, 1)], booked: [nine] })).toEqual([0, 1, 2])
})

test('nobody is promised a time that is nearly here, or a shift that ends within it', () => {
  expect(times({ now: nine + 1 })).toEqual([1, 2])
  expect(times({ now: nine + 20 * 60_000 })).toEqual([2])
  expect(times({ shifts: [{ spans: [{ from: nine, to: nine + slotMs - 1 }] }] })).toEqual([])
})

test('no more times are shown than a customer can overlook', () => {
  expect(times({ most: 2 })).toEqual([0, 1])
})

test('an agreed time is kept when somebody is there, and told anew three times when not; then the place stays in front', () => {
  const step = { isIn: true, called: false, attempts: 0, next: nine }
  expect(callbackStep(step)).toBe('call')
  expect(callbackStep({ ...step, called: true })).toBe('agree-anew')
  expect(callbackStep({ ...step, isIn: false, attempts: 2 })).toBe('agree-anew')
  expect(callbackStep({ ...step, isIn: false, attempts: 3 })).toBe('stay-in-front')
  expect(callbackStep({ ...step, isIn: false, next: null })).toBe('stay-in-front')
})
