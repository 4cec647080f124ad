import type { Language } from '../../language.ts'
import { fold, placeIn, segment } from '../words.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'

export interface Token {
  /** As it was written. */
  raw: string
  /** Folded, without apostrophes. */
  text: string
  stem: string
  /** Says nothing about the subject by itself. */
  stop: boolean
  /** Written without spaces between words (Thai, Chinese). */
  dense: boolean
  /** Place in the text as it was written (UTF-16 units). */
  from: number
  to: number
}

/** A query is cut here, so that a page of hostile text costs no more than a long letter. */
export const longestQuery = { words: 400, characters: 6000 }

/** The words of a text in order, at most `limit`. Words of dense scripts are found by the segmenter, the others by their letters. */
export function tokenise(text: string, language: Language, limit = Number.POSITIVE_INFINITY): Token[] {
  const folded = fold(text)
  const tokens: Token[] = []
  runs.lastIndex = 0
  for (let match = runs.exec(folded.text); match; match = runs.exec(folded.text)) {
    const { 0: run, index } = match
    for (const [from, to] of denseRun.test(run) ? denseWords(run, language) : [[0, run.length] as const]) {
      if (tokens.length >= limit) return tokens
      const place = placeIn(folded, index + from, index + to)
      const token = toToken(run.slice(from, to), language)
      if (token.text !== '') tokens.push({ ...token, raw: text.slice(place.from, place.to), from: place.from, to: place.to })
    }
  }
  return tokens
}

const runs = /[\p{sc=Thai}]+|[\p{sc=Han}々〇]+|(?:(?![\p{sc=Thai}\p{sc=Han}])[\p{L}\p{M}\p{N}'])+/gu
const denseRun = /^[\p{sc=Thai}\p{sc=Han}々〇]/u
/** Longer "words" are addresses, keys or noise. */
const longestWord = 40

function denseWords(run: string, language: Language): (readonly [number, number])[] {
  const script = /^\p{sc=Thai}/u.test(run) ? 'th' : language === 'th' ? 'zh' : language
  return segment(run, script).map(({ from, to }) => [from, to] as const)
}

function toToken(written: string, language: Language): Omit<Token, 'raw' | 'from' | 'to'> {
  const text = written.slice(0, longestWord).replaceAll("'", '')
  const dense = denseRun.test(written)
  return { text, stem: dense ? text : stem(text, language), stop: isStop(text, language, dense), dense }
}

/** Malay and Indonesian ask with an ending: siapa, siapakah. */
const asking = new Map<Language, RegExp>([
  ['ms', /^(.{3,})kah$/],
  ['id', /^(.{3,})kah$/],
])

function isStop(text: string, language: Language, dense: boolean): boolean {
  return stopWords[language].has(asking.get(language)?.exec(text)?.[1] ?? text) || (!dense && /^[\p{L}\p{M}]$/u.test(text))
}
