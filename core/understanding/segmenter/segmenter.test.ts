import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, segment } from '../words.ts'
import { readSegmenter } from './segmenter.ts'

const segmenter = readSegmenter(readFileSync(new URL('../../../weights/segmenter-share-alike.bin', import.meta.url)))
const words = (text: string) => segment(text, 'th', segmenter).map((word) => word.text)

test('Thai chat is cut as people cut it, with its drawn-out words and laughter', () => {
  expect(words('ของยังไม่มาเลยครับ')).toEqual(['ของ', 'ยัง', 'ไม่', 'มา', 'เลย', 'ครับ'])
  expect(words('อร่อยมากกกกก 5555')).toEqual(['อร่อย', 'มาก', '5555'])
})

test('Chinese is cut into words, Traditional characters as well', () => {
  expect(words('我的订单什么时候到')).toEqual(expect.arrayContaining(['订单', '什么', '时候', '到']))
  expect(words('我的訂單什麼時候到')).toEqual(words('我的订单什么时候到'))
})

test('an e typed twice for the Thai vowel ae, and am typed in two halves, are read as meant', () => {
  expect(words('โอนเงินเเล้ว')).toEqual(words('โอนเงินแล้ว'))
  expect(words('ทําไม')).toEqual(['ทำไม'])
})

test('emoji are words, signs are none', () => {
  expect(words('ดีมาก👍!!!')).toContain('👍')
  expect(words('???...')).toEqual([])
})

test('nothing is lost and nothing overlaps, in any text whatever', () => {
  const thaiOrAnything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'กขเแำ่ัา我的 a1.'), maxLength: 40 }),
  )
  fc.assert(
    fc.property(thaiOrAnything, (text) => {
      const found = cut(text, 'th', segmenter)
      return found.every(({ from, to }, index) => from >= (found[index - 1]?.from ?? 0) && to >= from && to <= text.length)
    }),
    { numRuns: 200 },
  )
})

test('a hundred thousand characters of nonsense are cut in no more than their share of time', () => {
  const hostile = 'เ'.repeat(30_000) + '的'.repeat(30_000) + 'ก่้๊๋'.repeat(8_000)
  const started = performance.now()
  cut(hostile, 'th', segmenter)
  // Generous, for the machine may be busy; a quadratic way would take minutes.
  expect(performance.now() - started).toBeLessThan(20_000)
})
