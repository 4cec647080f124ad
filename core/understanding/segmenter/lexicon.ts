import { hash, mix } from './hash.ts'

/** Words known from text without marks, each with a level of frequency from 1 (rare) to 7. Kept as 32-bit hashes. */
export interface Lexicon {
  level(word: number): number
}

/** Longer words are not looked for: this bounds the work at each character. */
export const longestWord = 12

/** The name of a word in a lexicon. */
export function wordName(word: string): number {
  let state = 0
  for (let unit = 0; unit < word.length; unit++) state = mix(state, word.charCodeAt(unit))
  return hash(state)
}

/** Open addressing at most half full; 0 stands for an empty place, so a word that hashes to 0 is not known. */
export function readLexicon(words: Int32Array, levels: Uint8Array): Lexicon {
  let size = 16
  while (size < words.length * 2) size *= 2
  const keys = new Int32Array(size)
  const found = new Uint8Array(size)
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? 0
    let place = word & (size - 1)
    while (keys[place] !== 0 && keys[place] !== word) place = (place + 1) & (size - 1)
    keys[place] = word
    found[place] = levels[index] ?? 0
  }
  return {
    level(word) {
      if (word === 0) return 0
      let place = word & (size - 1)
      while (keys[place] !== 0) {
        if (keys[place] === word) return found[place] ?? 0
        place = (place + 1) & (size - 1)
      }
      return 0
    },
  }
}
