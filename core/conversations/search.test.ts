import { expect, test } from 'vitest'
import { isEmpty, parseSearch } from './search.ts'

test('words and conditions are told apart, in any order', () => {
  expect(parseSearch('late from:anna table in:closed before:2026-11-01 label:"late delivery"')).toEqual({
    words: ['late', 'table'],
    phrases: [],
    number: null,
    from: ['anna'],
    in: ['closed'],
    label: ['late delivery'],
    before: '2026-11-01',
    after: null,
  })
})

test('a number alone is the number of a conversation, or without its sign a word too; among words it is a word', () => {
  expect(parseSearch(' #1042 ')).toMatchObject({ number: 1042, words: [] })
  expect(parseSearch('1042')).toMatchObject({ number: 1042, words: ['1042'] })
  expect(parseSearch('order 1042')).toMatchObject({ number: null, words: ['order', '1042'] })
})

test('words in quotation marks are words that stand side by side', () => {
  expect(parseSearch('lamp "does not shine" label:"late delivery"')).toMatchObject({ words: ['lamp', 'does not shine'], phrases: ['does not shine'] })
})

test('a number in quotation marks is what somebody said', () => {
  expect(parseSearch('"1042"')).toMatchObject({ number: null, words: ['1042'], phrases: ['1042'] })
  expect(parseSearch('"1042')).toMatchObject({ number: null, words: ['1042'], phrases: ['1042'] })
})

test('a quotation that is still being typed is one, and no quotation mark is ever looked for', () => {
  expect(parseSearch('lamp "does not sh')).toMatchObject({ words: ['lamp', 'does not sh'], phrases: ['does not sh'] })
  expect(parseSearch('label:"late del').label).toEqual(['late del'])
  expect(parseSearch('lamp "')).toMatchObject({ words: ['lamp'], phrases: [] })
  expect(parseSearch('12" pipe')).toMatchObject({ words: ['12', 'pipe'], phrases: [] })
  expect(parseSearch('before:"christmas eve"').words).toEqual(['before:christmas eve'])
})

test('an operator without a sense is searched as it stands', () => {
  expect(parseSearch('before:christmas https://shop.test').words).toEqual(['before:christmas', 'https://shop.test'])
  expect(parseSearch('before:2026-02-30').before).toBeNull()
})

test('Thai and Chinese are words as they stand', () => {
  expect(parseSearch('คืนสินค้า from:林慧敏')).toMatchObject({ words: ['คืนสินค้า'], from: ['林慧敏'] })
})

test('blanks ask for nothing', () => {
  expect(isEmpty(parseSearch('  '))).toBe(true)
  expect(isEmpty(parseSearch('in:closed'))).toBe(false)
})
