import { expect, test } from 'vitest'
import { longestQuery, tokenise } from './tokens.ts'

const texts = (text: string, language: Parameters<typeof tokenise>[1]) => tokenise(text, language).map((token) => token.text)

test('words are found in every script, also when scripts are mixed', () => {
  expect(texts('Where’s my PARCEL?', 'en')).toEqual(['wheres', 'my', 'parcel'])
  expect(texts('โซฟา IKEA สีแดง', 'th')).toContain('ikea')
  expect(texts('我的沙发坏了 RK-20418', 'zh')).toEqual(expect.arrayContaining(['沙发', 'rk', '20418']))
})

test('full-width and decomposed letters are the same as plain ones', () => {
  expect(texts('ＲＫ-２０４１８', 'en')).toEqual(['rk', '20418'])
  expect(texts('p\u006F\u0303hja', 'et')).toEqual(['põhja'])
})

test('forms of one word share their stem', () => {
  const same = (a: string, b: string, language: Parameters<typeof tokenise>[1]) =>
    expect(tokenise(a, language)[0]?.stem).toBe(tokenise(b, language)[0]?.stem)
  same('return', 'returned', 'en')
  same('refunds', 'refund', 'en')
  same('dikirim', 'kirim', 'id')
  same('bayarannya', 'bayar', 'ms')
  same('diivanile', 'diivanite', 'et')
})

test('a page of text is cut at the longest query', () => {
  expect(tokenise('word '.repeat(5000), 'en', longestQuery.words)).toHaveLength(longestQuery.words)
})
