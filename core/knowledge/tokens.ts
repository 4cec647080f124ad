import type { Language } from '../language.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'

export interface Token {
  /** As it was written. */
  raw: string
  /** NFKC, lower case, without apostrophes. */
  text: string
  stem: string
  /** Says nothing about the subject by itself. */
  stop: boolean
  /** Written without spaces between words (Thai, Chinese). */
  dense: boolean
}

/** A query is cut here, so that a page of hostile text costs no more than a long letter. */
export const longestQuery = { words: 400, characters: 6000 }

/** The words of a text in order, at most `limit`. Words of dense scripts are found by dictionary, the others by their letters. */
export function tokenise(text: string, language: Language, limit = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = []
  for (const [run] of text.matchAll(runs)) {
    for (const raw of isDense(run) ? denseWords(run, language) : [run]) {
      if (tokens.length >= limit) return tokens
      const word = toToken(raw, language)
      if (word.text !== '') tokens.push(word)
    }
  }
  return tokens
}

/** The character n-grams that make misspelt and inflected words meet: 3–5 letters of one word, or 2 characters across dense words. */
export function grams(tokens: readonly Token[]): string[] {
  const found: string[] = []
  let dense = ''
  for (const token of tokens) {
    if (token.dense) dense += token.text
    else {
      pushPairs(dense, found)
      dense = ''
      if (!token.stop) pushWordGrams(token.text, found)
    }
  }
  pushPairs(dense, found)
  return found
}

/** The grams of one word alone; see `grams`. */
export function gramsOf(token: Token): string[] {
  const found: string[] = []
  if (token.dense) pushPairs(token.text, found)
  else pushWordGrams(token.text, found)
  return found
}

const runs = /[\p{sc=Thai}]+|[\p{sc=Han}々〇]+|(?:(?![\p{sc=Thai}\p{sc=Han}])[\p{L}\p{M}\p{N}'’])+/gu
const denseRun = /^[\p{sc=Thai}\p{sc=Han}々〇]/u
/** Longer "words" are addresses, keys or noise. */
const longestWord = 40
const segmenters = new Map<Language, Intl.Segmenter>()

function isDense(run: string): boolean {
  return denseRun.test(run)
}

function* denseWords(run: string, language: Language): Generator<string> {
  const segmenter = segmenterOf(/^\p{sc=Thai}/u.test(run) ? 'th' : language === 'th' ? 'zh' : language)
  // The dictionary's cost grows with the stretch it is given: bounded pieces keep it linear.
  for (let from = 0; from < run.length; from += 1000) {
    for (const part of segmenter.segment(run.slice(from, from + 1000))) yield part.segment
  }
}

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

function toToken(raw: string, language: Language): Token {
  const text = raw.slice(0, longestWord).normalize('NFKC').toLowerCase().replace(/['’]/g, '')
  const dense = isDense(raw)
  return { raw, text, stem: dense ? text : stem(text, language), stop: isStop(text, language, dense), dense }
}

function isStop(text: string, language: Language, dense: boolean): boolean {
  if (stopWords[language].has(text)) return true
  return !dense && /^[\p{L}\p{M}]$/u.test(text)
}

function pushPairs(dense: string, found: string[]): void {
  for (let at = 0; at + 2 <= dense.length; at++) found.push(dense.slice(at, at + 2))
}

function pushWordGrams(word: string, found: string[]): void {
  const framed = `^${word}`
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= framed.length; at++) found.push(framed.slice(at, at + size))
  }
}
