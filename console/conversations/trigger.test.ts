import { expect, test } from 'vitest'
import { findTrigger, isLoneSign, put } from './trigger.ts'

const at = (text: string, mode: 'reply' | 'note' = 'reply') => findTrigger(text, text.length, mode)

test('a slash at the beginning of a word calls saved replies, several in one message', () => {
  expect(at('/ret')).toEqual({ kind: 'canned', words: 'ret', from: 0 })
  expect(at('Hello! /late')).toEqual({ kind: 'canned', words: 'late', from: 7 })
  expect(at('/ลาก่อน')).toMatchObject({ words: 'ลาก่อน' })
  expect(at('https://shop')).toBeNull()
  expect(at('12/14')).toBeNull()
})

test('two question marks call articles, with words that have blanks', () => {
  expect(at('Look: ??return a sofa')).toEqual({ kind: 'article', words: 'return a sofa', from: 6 })
  expect(at('Really?')).toBeNull()
})

test('colleagues are called in notes only', () => {
  expect(at('ask @Farid R', 'note')).toEqual({ kind: 'mention', words: 'Farid R', from: 4 })
  expect(at('ask @Farid', 'reply')).toBeNull()
  expect(at('anna@shop.test', 'note')).toBeNull()
})

test('what is put in takes the place of what called for it', () => {
  expect(put('Hello /la bye', 9, 6, 'It is late.')).toEqual({ text: 'Hello It is late. bye', caret: 17 })
})

test('a sign by itself is not sent to a customer', () => {
  for (const sign of ['/', ' / ', '??', '@']) expect(isLoneSign(sign)).toBe(true)
  for (const words of ['/late', '1/2', 'Really??', '?']) expect(isLoneSign(words)).toBe(false)
})
