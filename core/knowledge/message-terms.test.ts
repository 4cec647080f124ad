import { expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { messageTerms, wantedTerms } from './message-terms.ts'

/** What PostgreSQL does with both: `tests` of the inbox let it do so itself. */
function finds(search: string, text: string, language: Language): boolean {
  const terms = messageTerms(text, language)
  const has = (term: string, begins: boolean) => terms.some((one) => (begins ? one.startsWith(term) : one === term))
  const logic = (wantedTerms(search) ?? 'false')
    .replace(/'([^']*)'(:\*)?/g, (_, term: string, begins?: string) => String(has(term, begins !== undefined)))
    .replaceAll('&', '&&')
    .replaceAll('|', '||')
  return new Function(`return ${logic}`)() as boolean
}

const said: [Language, string][] = [
  ['en', 'Is this still under warranty?'],
  ['ms', 'Adakah waranti masih sah?'],
  ['id', 'Apakah garansi ini masih berlaku?'],
  ['th', 'ยังอยู่ในประกันไหมคะ'],
  ['zh', '这个还在保修期内吗'],
  ['et', 'Kas garantii kehtib veel?'],
]

test('a word of any language finds what was said in any other', () => {
  for (const search of ['guarantee', 'waranti', 'garansi', 'ประกัน', '保修', 'garantii'])
    for (const [language, text] of said) expect([search, language, finds(search, text, language)]).toEqual([search, language, true])
  for (const [language, text] of said) expect(finds('lamp', text, language)).toBe(false)
})

test('the forms of a word find each other', () => {
  expect(finds('deliveries', 'When was it delivered?', 'en')).toBe(true)
  expect(finds('tellimuse', 'Mu tellimust ei ole', 'et')).toBe(true)
  expect(finds('kirim', 'Tolong mengirimkan fakturnya', 'id')).toBe(true)
})

test('the root of a word in one language is not another word in the next', () => {
  expect(finds('card', 'The car is too small for it', 'en')).toBe(false)
  expect(finds('en', 'The car is too small for it', 'en')).toBe(false)
})

test('numbers and addresses are found by their parts, with or without signs between', () => {
  for (const search of ['RK-20418', 'rk20418', '20418', '204']) {
    expect(finds(search, 'My order RK-20418 is late', 'en')).toBe(true)
    expect(finds(search, 'my order rk20418 is late', 'en')).toBe(true)
  }
  for (const search of ['anna.lim@shop.test', 'anna.lim@', 'shop.test', 'lim'])
    expect(finds(search, 'Write to anna.lim@shop.test please', 'en')).toBe(true)
  expect(finds('RK-20419', 'My order RK-20418 is late', 'en')).toBe(false)
})

test('Thai and Chinese are found wherever they stand, also inside a longer word', () => {
  expect(finds('修期', '保修期还有多久', 'zh')).toBe(true)
  expect(finds('期', '保修期还有多久', 'zh')).toBe(true)
  expect(finds('ราคา', 'ขอใบเสนอราคาครับ', 'th')).toBe(true)
  expect(finds('修理', '保修期还有多久', 'zh')).toBe(false)
})

test('small words do not stand in the way, and are found when they are all that is asked for', () => {
  expect(finds('the guarantee of my table', 'Berapa lama waranti meja ini?', 'ms')).toBe(true)
  expect(finds('not', 'It does not shine', 'en')).toBe(true)
  expect(wantedTerms(' … ')).toBeNull()
})

test('signs that mean something to the database mean nothing in a search', () => {
  expect(wantedTerms(`O'Brien & (x | !y) <-> \\ ':*`)).toMatch(/^[\p{L}\p{N}\p{M}#~:*'()|& -]+$/u)
})

test('whatever somebody writes, its terms are few and whole', () => {
  for (const text of ['𠮷'.repeat(5000), '𝒳'.repeat(5000), 'ﷺ'.repeat(10_000), '\ud842', 'กำ'.repeat(5000), `${'a'.repeat(39)}🦄`]) {
    for (const language of ['en', 'zh', 'th'] as const) {
      const terms = messageTerms(text, language)
      expect(terms.every((term) => term.isWellFormed() && term.length > 0)).toBe(true)
      expect(terms.length).toBeLessThan(200)
    }
  }
})
