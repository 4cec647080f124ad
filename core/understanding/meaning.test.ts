import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { readMeaning, understood } from './meaning.ts'

const meaning = readMeaning(readFileSync('weights/meaning-share-alike.bin'))
const known = (text: string, language: Language) => understood(meaning, text, language).known

test('a language whose words have many forms is trusted like the others', () => {
  const asked: [string, Language][] = [
    ['My boots came with a hole in the sole, what can I do?', 'en'],
    ['Minu saabaste tallas on auk, mida ma teha saan?', 'et'],
    ['รองเท้าบูตของฉันพื้นเป็นรู ทำอย่างไรได้บ้าง', 'th'],
  ]
  for (const [text, language] of asked) expect(known(text, language)).toBeGreaterThan(0.8)
})

test('of words that it has never read it says nothing, and it never knows more than all', () => {
  expect(known('Zqwx vrrtplk njmmqq', 'et')).toBe(0)
  expect(known('raha tagasi', 'et')).toBe(1)
})
