import { hash, mix } from '../segmenter/hash.ts'
import type { LatinWord } from './latin-words.ts'

/** Raised whenever a word gets other features than before: weights learnt for the former ones are then refused instead of misread. */
export const languageFeatures = 1

/** Room for the features of one word. */
export const wordRoom = 160

/** Longer words are read at their start only; no language has many of them. */
const longestWord = 24

/**
 * What one word says of its language: itself, its pair with the word before, and its sequences of one to five letters with its borders
 * (Cavnar and Trenkle, "N-gram-based text categorization", 1994; hashed after Weinberger et al., ICML 2009). Returns how many were written.
 */
export function wordFeatures(words: readonly Pick<LatinWord, 'text'>[], index: number, into: Int32Array): number {
  const text = words[index]?.text.slice(0, longestWord) ?? ''
  const framed = `_${text}_`
  let count = 0
  into[count++] = nameOf(1, text)
  into[count++] = hash(mix(nameOf(2, words[index - 1]?.text ?? ''), nameOf(3, text)))
  for (let from = 0; from < framed.length; from++) {
    let state = mix(0, 7)
    for (let size = 1; size <= 5 && from + size <= framed.length; size++) {
      state = mix(state, framed.charCodeAt(from + size - 1))
      if (size > 1 || (from > 0 && from < framed.length - 1)) into[count++] = hash(mix(state, size))
    }
  }
  return count
}

function nameOf(template: number, text: string): number {
  let state = mix(template, 11)
  for (let unit = 0; unit < text.length; unit++) state = mix(state, text.charCodeAt(unit))
  return hash(state)
}
