import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'

test('only what differs is named, with what it was and what it is', () => {
  const before = { limit: 5, week: { 1: [{ from: '09:00', to: '17:00' }] }, same: true }
  const after = { limit: 6, week: { 1: [{ from: '10:00', to: '17:00' }] }, same: true }
  expect(changesBetween(before, after)).toEqual([
    { path: 'limit', before: 5, after: 6 },
    { path: 'week.1.0.from', before: '09:00', after: '10:00' },
  ])
})

test('what was not there before, or is gone, has nothing on that side', () => {
  expect(changesBetween(null, { name: 'Kadri' })).toEqual([{ path: 'name', before: null, after: 'Kadri' }])
  expect(changesBetween({ name: 'Kadri' }, null)).toEqual([{ path: 'name', before: 'Kadri', after: null }])
})

test('a secret is never kept, and a long text is cut', () => {
  const [secret, text] = changesBetween(null, { signingSecret: 'whsec_abc', text: 'x'.repeat(5000) })
  expect(secret?.after).toBe('•••')
  expect(String(text?.after)).toHaveLength(301)
})

test('a set of thousands is kept as its first changes', () => {
  expect(changesBetween(null, { examples: Array.from({ length: 5000 }, (_, nth) => `example ${nth}`) })).toHaveLength(60)
})
