import { expect, test } from 'vitest'
import { recent } from './recent.ts'

test('of what is kept in memory, what was used longest ago makes room', () => {
  const kept = recent<number>(2)
  kept.set('a', 1)
  kept.set('b', 2)
  expect(kept.get('a')).toBe(1)
  kept.set('c', 3)
  expect(kept.get('b')).toBeUndefined()
  expect([kept.get('a'), kept.get('c')]).toEqual([1, 3])
})
