import { expect, test } from 'vitest'
import { type Language, languages } from '../../language.ts'
import { conceptLists } from './concepts.ts'
import { conceptsIn } from './mentions.ts'

const concepts = (text: string, language: Language) => new Set(conceptsIn(text, language).map(({ concept }) => concept))

test('the same wish is the same concept in all six languages', () => {
  const wishes: Record<Language, string> = {
    en: 'it was brought out again',
    ms: 'boleh hantar semula?',
    id: 'bisa kirim ulang?',
    th: 'มาส่งอีกรอบได้ไหม',
    zh: '能重新派送吗',
    et: 'kas saab uuesti tuua',
  }
  for (const language of languages) expect(concepts(wishes[language], language), language).toContain('redelivery')
})

test('what was left behind in a shop is the same concept in all six languages', () => {
  const wishes: Record<Language, string> = {
    en: 'I left my umbrella at yours yesterday',
    ms: 'payung saya tertinggal kat kedai semalam',
    id: 'payung saya ketinggalan di toko kemarin',
    th: 'เมื่อวานลืมร่มไว้ที่ร้าน',
    zh: '昨天把伞落在店里了',
    et: 'jätsin teie juurde eile vihmavarju',
  }
  for (const language of languages) expect(concepts(wishes[language], language), language).toContain('lost-property')
})

test('words that a stem would merge with everyday ones stand open', () => {
  expect(concepts('surat apa yang dikirim', 'id')).not.toContain('damaged')
  expect(concepts('mesin cuci mulai bocor', 'id')).not.toContain('garment-care')
})

test('a concept is named with the very words that said it', () => {
  const text = 'Hello! Does the guarantee cover this?'
  const found = conceptsIn(text, 'en').find(({ concept }) => concept.startsWith('warranty'))
  expect(text.slice(found?.from, found?.to)).toBe('guarantee')
})

test('letters in the middle of a longer word are not a word', () => {
  expect(concepts('ตู้เสื้อผ้า', 'th')).not.toContain('fabric')
})

test('every concept has words in every language', () => {
  for (const list of conceptLists)
    for (const [concept, words] of Object.entries(list))
      for (const language of languages) expect(words[language], `${concept} ${language}`).not.toBe('')
})

test('100 kB of hostile text is read for concepts as fast as a long letter', () => {
  for (const piece of ['money return ', 'not home ', '退款', 'คืนเงิน', 'how long ']) {
    const text = piece.repeat(100_000 / piece.length)
    for (const language of ['en', 'th', 'zh'] as const) {
      const from = performance.now()
      conceptsIn(text, language)
      expect(performance.now() - from).toBeLessThan(10_000)
    }
  }
})
