import { expect, test } from 'vitest'
import type { Timeline, TimelineEntry } from '../../contract/conversations.ts'
import { joinTimeline } from './timeline.ts'

test('whoever has read further back still sees it when something new is said', () => {
  const joined = joinTimeline(stretch(1, 9, { more: false }), stretch(6, 10))
  expect(joined.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(joined.more).toBe(false)
})

test('what is asked anew replaces what was shown, so that a delivery is seen', () => {
  const newest = stretch(1, 3, { text: 'now' })
  expect(joinTimeline(stretch(1, 3), newest)).toBe(newest)
})

test('a page further back joins without a gap', () => {
  expect(joinTimeline(stretch(1, 5), stretch(6, 9)).entries).toHaveLength(9)
})

test('a gap is never shown: when too much was said meanwhile, only the newest page stands', () => {
  const newest = stretch(20, 29)
  expect(joinTimeline(stretch(1, 9), newest)).toBe(newest)
})

test('when two customers turn out to be one, no message stands in the wrong place', () => {
  const newest = stretch(5, 9, { of: 'merged' })
  expect(joinTimeline(stretch(1, 9), newest)).toBe(newest)
})

function stretch(from: number, to: number, { more = true, text = 'then', of = 'one' } = {}): Timeline {
  const entries = Array.from({ length: to - from + 1 }, (_, i): TimelineEntry => {
    const seq = from + i
    return {
      id: `${of}-${seq}`,
      seq,
      conversation: 'c',
      clientId: null,
      author: 'customer',
      private: false,
      person: null,
      text,
      language: 'en',
      reason: null,
      sources: [],
      files: [],
      reading: null,
      delivery: 'stored',
      at: '2026-01-01T00:00:00.000Z',
    }
  })
  return { entries, more }
}
