import { expect, test } from 'vitest'
import { effectOf, verdictOf } from './adoption.ts'

const version = (number: number, byIntent: Record<string, [right: number, of: number]>) => ({
  version: number,
  byIntent: Object.fromEntries(Object.entries(byIntent).map(([intent, [right, of]]) => [intent, { right, of }])),
})

test('a model that reads clearly worse is not put in force by itself', () => {
  expect(verdictOf({ before: { share: 0.9, of: 400 }, after: { share: 0.8, of: 400 } })).toBe('worse')
})

test('a difference that may be chance is no reason to keep the old one', () => {
  expect(verdictOf({ before: { share: 0.9, of: 40 }, after: { share: 0.85, of: 40 } })).toBe('same')
  expect(verdictOf({ before: { share: 0.9, of: 400 }, after: { share: 0.95, of: 400 } })).toBe('better')
})

test('two of two is no triumph over a model that knew none of the matters', () => {
  expect(verdictOf({ before: { share: 0, of: 100 }, after: { share: 1, of: 2 } })).toBe('same')
  expect(verdictOf({ before: { share: 0, of: 100 }, after: { share: 1, of: 20 } })).toBe('better')
})

test('where nothing was measured, nothing is held against anybody', () => {
  expect(verdictOf({ before: { share: 0.9, of: 0 }, after: { share: 0, of: 50 } })).toBe('same')
  expect(verdictOf({ before: { share: 1, of: 50 }, after: { share: 1, of: 50 } })).toBe('same')
  expect(effectOf(version(1, {}), version(2, {})).verdict).toBe('same')
})

test('somebody who adds a matter is not stopped because the others became harder to tell apart', () => {
  const two = version(1, { return: [19, 20], invoice: [19, 20] })
  const three = version(2, { return: [16, 20], invoice: [16, 20], warranty: [15, 20] })
  const effect = effectOf(two, three)
  expect(effect).toMatchObject({ unknown: 1, after: { of: 60 } })
  expect(effect.before.share).toBeCloseTo(38 / 60)
  expect(effect.verdict).not.toBe('worse')
})

test('a matter that was taken away counts for neither', () => {
  const effect = effectOf(version(1, { return: [10, 20], leaving: [20, 20] }), version(2, { return: [10, 20] }))
  expect(effect).toMatchObject({ before: { share: 0.5, of: 20 }, after: { share: 0.5, of: 20 }, gained: [], lost: [] })
})

test('the matters that gained and lost most are named, the largest change first', () => {
  const { gained, lost } = effectOf(
    version(3, { a: [5, 10], b: [5, 10], c: [9, 10], d: [5, 10] }),
    version(4, { a: [6, 10], b: [9, 10], c: [2, 10], d: [5, 10], e: [1, 10] }),
  )
  expect(gained.map(({ intent }) => intent)).toEqual(['b', 'a'])
  expect(lost).toEqual([{ intent: 'c', before: { right: 9, of: 10 }, after: { right: 2, of: 10 } }])
})
