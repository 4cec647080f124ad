import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, normalise, plain, segment } from './words.ts'

test('Thai and Chinese sentences are cut into words though they have no spaces', () => {
  expect(segment('ขอคุยกับเจ้าหน้าที่', 'th').map(({ text }) => text)).toContain('คุย')
  expect(segment('我的订单在哪里', 'zh').map(({ text }) => text)).toContain('订单')
})

test('wide letters, capitals, drawn-out letters and Traditional characters read as the common form', () => {
  expect(normalise('ＡＧＥＮＴ')).toBe('agent')
  expect(normalise('Pleeeease')).toBe('please')
  expect(normalise('請幫我轉接')).toBe('请帮我转接')
  expect(plain('rääkida')).toBe('raakida')
})

test('the Thai vowel am stays whole, so that the dictionary knows the word', () => {
  expect(fold('ทำไม').text).toBe('ทำไม')
})

test('every word stands where it says, in any text whatever', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const words = segment(text, 'th')
      return words.every(({ from, to }, index) => from >= (words[index - 1]?.from ?? 0) && to >= from && to <= text.length)
    }),
    { numRuns: 60 },
  )
})
