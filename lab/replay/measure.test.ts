import { expect, test } from 'vitest'
import { countKept, isGapFree, overlaps, percentile, spreadOf, tally } from './measure.ts'
import { comparePlaces } from './places.ts'
import { toEvent } from './stream.ts'

test('a percentile is a value that was measured, by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  expect([50, 95, 99, 100].map((p) => percentile(hundred, p))).toEqual([50, 95, 99, 100])
  expect(percentile([7], 99)).toBe(7)
  expect(percentile([], 50)).toBeNull()
  expect(spreadOf([3, 1, 2])).toEqual({ n: 3, mean: 2, p50: 2, p95: 3, p99: 3, most: 3 })
  expect(spreadOf([])).toEqual({ n: 0, mean: null, p50: null, p95: null, p99: null, most: null })
})

test('a message that is not there is lost, one that is there twice is doubled, and neither counts as stored once', () => {
  const fine = { copies: 1, sameId: true, gapFree: true }
  expect(countKept([fine, fine])).toEqual({ once: 2, lost: 0, doubled: 0, gaps: 0 })
  expect(countKept([fine, { copies: 0, sameId: false, gapFree: true }])).toEqual({ once: 1, lost: 1, doubled: 0, gaps: 0 })
  expect(countKept([fine, { copies: 2, sameId: true, gapFree: false }])).toEqual({ once: 1, lost: 0, doubled: 1, gaps: 1 })
})

test('a timeline counts from one without a gap', () => {
  expect(isGapFree([1, 2, 3])).toBe(true)
  expect(isGapFree([1, 3])).toBe(false)
  expect(isGapFree([1, 2, 2])).toBe(false)
  expect(isGapFree([2, 3])).toBe(false)
})

test('what lies across the time in which the server was away is told apart', () => {
  const outage = { from: 10, to: 20 }
  expect([
    overlaps(1, 9, outage),
    overlaps(5, 12, outage),
    overlaps(12, 15, outage),
    overlaps(19, 30, outage),
    overlaps(21, 30, outage),
    overlaps(1, 30, null),
  ]).toEqual([false, true, true, true, false, false])
})

test('counts come with the greatest first', () => {
  expect(Object.entries(tally(['th', 'en', 'en']))).toEqual([
    ['en', 2],
    ['th', 1],
  ])
})

const told = (conversation: string, ahead: number, priority = 0) => ({ conversation, ahead, priority })

test('after a crash everybody who still waits stands in the same order and no further back', () => {
  expect(comparePlaces([told('a', 0), told('b', 1), told('c', 2)], [told('b', 0), told('c', 1), told('d', 2)])).toEqual({
    compared: 2,
    swapped: 0,
    grown: 0,
    gone: ['a'],
  })
})

test('a pair that turned round and a place that grew are found', () => {
  expect(comparePlaces([told('a', 0), told('b', 1)], [told('b', 0), told('a', 1)])).toMatchObject({ swapped: 1, grown: 1 })
})

test('somebody of a higher priority who comes is the one reason for a place to grow', () => {
  expect(comparePlaces([told('a', 0)], [told('x', 0, 2), told('a', 1)])).toMatchObject({ swapped: 0, grown: 0 })
  expect(comparePlaces([told('x', 0, 2), told('a', 1)], [told('x', 0, 2), told('a', 2)])).toMatchObject({ grown: 1 })
})

test('the stream says messages and states; what only keeps it open says nothing', () => {
  expect(toEvent('event: typing\ndata: {"author":"person"}')).toEqual({ name: 'typing', value: { author: 'person' } })
  expect(toEvent(': still here')).toBeUndefined()
  expect(toEvent('event: other\ndata: {}')).toBeUndefined()
})
