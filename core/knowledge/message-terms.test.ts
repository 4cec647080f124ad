import { expect, test } from 'vitest'
import { messageTerms, wantedTerms } from './message-terms.ts'

test('a search without a word wants nothing', () => {
  expect(wantedTerms(' … ')).toBeNull()
})

test('signs that mean something to the database mean nothing in a search', () => {
  expect(wantedTerms(`O'Brien & (x | !y) <-> \\ ':*`)).toMatch(/^[\p{L}\p{N}\p{M}#~:*'()|& -]+$/u)
})

test('whatever is typed as a search, few stretches of the index are walked along', () => {
  const mixed = '1a2b3c4d5e6f7g8h9i0j'.repeat(2)
  const hostile = [
    mixed,
    Array(4).fill(mixed).join(' '),
    'aa11 '.repeat(40),
    '保修期'.repeat(66),
    han(200),
    'ขอใบเสนอราคา'.repeat(16),
    'ก'.repeat(200),
    'xy '.repeat(66),
  ]
  for (const search of hostile) expect([search, wantedTerms(search)?.split(':*').length]).toEqual([search, expect.toSatisfy((n) => n <= 61)])
})

test('a single letter or digit is a word, and never the beginning of half of all words', () => {
  for (const search of ['c', '7', 'vitamin c', 'a1', '1a2b3c']) expect(wantedTerms(search)).not.toMatch(/'.':\*/u)
  expect(wantedTerms('修')).toContain("'修':*")
})

test('whatever somebody writes, its terms are few and whole', () => {
  const drawn = [
    ['𠮷'.repeat(5000), '𝒳'.repeat(5000), 'ﷺ'.repeat(10_000), '\ud842', 'กำ'.repeat(5000), `${'a'.repeat(39)}🦄`],
    [han(10_000), numbers(10_000)],
  ]
  for (const [at, most] of [200, 2000].entries())
    for (const text of drawn[at] ?? [])
      for (const language of ['en', 'zh', 'th'] as const) {
        const terms = messageTerms(text, language)
        expect(terms.every((term) => term.isWellFormed() && term.length > 0)).toBe(true)
        expect(terms.length).toBeLessThanOrEqual(most)
      }
})

test('of a letter with more terms than are kept, what it says first is kept', () => {
  const text = han(10_000)
  expect(messageTerms(text, 'zh')).toHaveLength(2000)
  expect(messageTerms(`请问木琴怎么调音，${text}`, 'zh')).toEqual(expect.arrayContaining(['木琴', '调音']))
})

/** Chinese characters drawn by lot, the same ones each time. */
function han(length: number): string {
  let drawn = 7
  return Array.from({ length }, () => {
    drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 31
    return String.fromCharCode(0x4e00 + (drawn % 20_000))
  }).join('')
}

const numbers = (length: number) =>
  Array.from({ length }, (_, at) => `${at}a${at * 7}`)
    .join(' ')
    .slice(0, length)
