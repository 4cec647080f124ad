import { expect, test } from 'vitest'
import { createPostings, timesIn, toBag } from './postings.ts'

const bag = (postings: ReturnType<typeof createPostings>, counts: Record<string, number>) => toBag(postings, new Map(Object.entries(counts)))
const plain = { value: 1, k1: 0, b: 0, lengths: new Float64Array(10), average: 1 }

test('every article that holds a word is scored for it, and no other', () => {
  const postings = createPostings()
  postings.add(0, bag(postings, { refund: 2, money: 1 }))
  postings.add(3, bag(postings, { refund: 1 }))
  const scores = new Float64Array(4)
  postings.score(postings.name('refund'), scores, plain)
  expect([...scores]).toEqual([1, 0, 0, 1])
  expect(postings.holders(postings.name('refund'))).toBe(2)
})

test('an article that goes no longer makes its words common', () => {
  const postings = createPostings()
  const gone = bag(postings, { refund: 1 })
  postings.add(0, gone)
  postings.remove(gone)
  expect(postings.holders(postings.name('refund'))).toBe(0)
})

test('a word in a heading counts for more than one, in articles of any length', () => {
  const postings = createPostings()
  const many = bag(postings, Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`word${at}`, 1.5])))
  postings.add(0, many)
  expect(timesIn(many, postings.name('word19999'))).toBe(1.5)
  expect(timesIn(many, postings.name('never'))).toBe(0)
  expect(postings.size()).toBe(20_001)
})
