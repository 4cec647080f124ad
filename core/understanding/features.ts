import { concepts } from './concepts.ts'
import { findHits, lexicon } from './phrases/lexicon.ts'
import { tokenise } from './phrases/tokens.ts'
import { maskDigits, plain, segment, type Word } from './words.ts'

/** A feature of a message and the word that it belongs to; a sequence over a border belongs to the word where it starts. */
export interface Feature {
  name: string
  word: number
}

export interface Featured {
  words: Word[]
  features: Feature[]
}

/** Concepts, words, pairs of words and letter sequences: what a linear model can weigh and a person can read. */
export function featuresOf(text: string): Featured {
  const words = segment(text, 'en')
  const spelt = words.map(({ text: word }) => maskDigits(plain(word)))
  const features: Feature[] = []
  spelt.forEach((word, index) => {
    features.push({ name: `=${word}`, word: index })
    const next = spelt[index + 1]
    if (next !== undefined) features.push({ name: `=${word} ${next}`, word: index })
  })
  return { words, features: [...meanings(text, words), ...features, ...sequences(words, spelt)] }
}

const vocabulary = lexicon([concepts])

function meanings(text: string, words: readonly Word[]): Feature[] {
  const tokens = tokenise(text)
  const features: Feature[] = []
  for (const [name, hits] of findHits(vocabulary, tokens)) {
    const place = tokens[hits[0]?.first ?? 0]?.from ?? 0
    const word = words.findIndex(({ to }) => to > place)
    if (!name.includes('@') && word >= 0) features.push({ name: `#${name}`, word })
  }
  const all = features.map(({ name }) => name).sort()
  // Two concepts together mean more than either: "money" with "back", "order" with "twice".
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => ({ name: `${one}${other}`, word: 0 })))
  return features.length <= 8 ? [...features, ...pairs] : features
}

function sequences(words: readonly Word[], spelt: readonly string[]): Feature[] {
  let run = '_'
  const owner: number[] = [0]
  spelt.forEach((word, index) => {
    // Thai and Chinese words stand side by side: there the border is no letter.
    const apart = words[index + 1]?.from !== words[index]?.to
    const piece = apart ? `${word}_` : word
    run += piece
    for (let unit = 0; unit < piece.length; unit++) owner.push(index)
  })
  const features: Feature[] = []
  for (let start = 0; start < run.length; start++) {
    const dense = /[\u4e00-\u9fff]/.test(run.charAt(start))
    for (const size of dense ? [1, 2, 3] : [3, 4]) {
      if (start + size > run.length) break
      features.push({ name: run.slice(start, start + size), word: owner[start] ?? 0 })
    }
  }
  return features
}
