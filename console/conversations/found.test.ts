import { expect, test } from 'vitest'
import { piecesOf } from './found.ts'

const shown = (text: string, ...words: string[]) =>
  piecesOf(text, words)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

test('a row shows what stands around the first word that was looked for, and marks it wherever it stands', () => {
  const said = 'Good morning, I have been waiting since Tuesday for a wardrobe, and the Wardrobe has not come.'
  expect(shown(said, 'wardrobe')).toBe('…Tuesday for a [wardrobe], and the [Wardrobe] has not come.')
  expect(shown('The wardrobe is late', 'late', 'wardrobe')).toBe('The [wardrobe] is [late]')
})

test('what was found by its meaning alone stands from its beginning, with nothing marked', () => {
  expect(shown('Where is it?', 'delivery')).toBe('Where is it?')
  expect(shown('Where is it?')).toBe('Where is it?')
})

test('signs are looked for as they stand', () => {
  expect(shown('It cost 5.00 (five) RM <b>', '(five)', '5.00', '<b>')).toBe('It cost [5.00] [(five)] RM [<b>]')
})

test('what is written without spaces is not cut between a letter and its marks', () => {
  const said = 'สวัสดีครับผมรอโต๊ะมาตั้งแต่วันอังคารแล้วยังไม่ได้รับสินค้าเลย'
  const row = shown(said, 'สินค้า')
  expect(row).toContain('[สินค้า]เลย')
  expect(row.slice(1)).not.toMatch(/^\p{M}/u)
})
