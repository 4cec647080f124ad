import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Heap } from './heap.ts'

test('whatever was put in comes out by key, and among equals by number', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(1000)), { maxLength: 200 }), (entries) => {
      const heap = new Heap(1)
      for (const [key, value] of entries) heap.push(key, value)
      const sorted = [...entries].sort((a, b) => a[0] - b[0] || a[1] - b[1])
      for (const [key, value] of sorted) {
        expect(heap.key).toBe(key)
        expect(heap.pop()).toBe(value)
      }
      expect(heap.pop()).toBe(-1)
      expect(heap.key).toBe(Number.POSITIVE_INFINITY)
    }),
  )
})
