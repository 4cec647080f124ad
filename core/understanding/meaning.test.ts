import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { readMeaning, understood } from './meaning.ts'

const meaning = readMeaning(readFileSync('weights/meaning-share-alike.bin'))
const known = (text: string, language: Language) => understood(meaning, text, language).known

test('what is known of a language whose words have many forms counts for more', () => {
  expect(known('money back qzwxvk', 'en')).toBeCloseTo(2 / 3)
  expect(known('raha tagasi qzwxvk', 'et')).toBeCloseTo((2 / 3) * (0.9 / 0.7))
})

test('of words that it has never read it says nothing, and it never knows more than all', () => {
  expect(known('Zqwx vrrtplk njmmqq', 'et')).toBe(0)
  expect(known('raha tagasi', 'et')).toBe(1)
})
