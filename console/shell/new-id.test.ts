import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('no two messages get the same id', () => {
  const ids = new Set(Array.from({ length: 1000 }, newId))
  expect(ids.size).toBe(1000)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})
