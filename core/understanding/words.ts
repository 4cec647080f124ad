import { simplified } from './traditional.ts'

/** A text in the form that rules compare, with the way back: `at[i]` is where unit i of it stood in the text as it was written. */
export interface Folded {
  text: string
  at: number[]
}

/** A word with its place in the text as it was written (UTF-16 units). */
export interface Word {
  text: string
  from: number
  to: number
}

/** NFKC, lower case, Traditional as Simplified, invisible characters gone; every unit keeps its place. */
export function fold(text: string): Folded {
  let folded = ''
  const at: number[] = []
  for (const match of text.matchAll(cluster)) {
    const piece = foldCluster(match[0])
    folded += piece
    for (let unit = 0; unit < piece.length; unit++) at.push(match.index)
  }
  at.push(text.length)
  return { text: folded, at }
}

/** The comparable form of a text whose places are not needed. */
export function normalise(text: string): string {
  return squeeze(fold(text).text)
}

/** Rows 8 and 44: words of any of the six languages, also of those that write without spaces. Linear in the length of the text. */
export function segment(text: string, language: string): Word[] {
  const folded = fold(text)
  const words: Word[] = []
  let start = 0
  while (start < folded.text.length) {
    const end = pieceEnd(folded.text, start)
    for (const part of segmenter(language).segment(folded.text.slice(start, end))) {
      if (!part.isWordLike) continue
      const first = start + part.index
      words.push({ text: squeeze(part.segment), ...placeIn(folded, first, first + part.segment.length) })
    }
    start = end
  }
  return words
}

/** The stretch of the written text that units `first` to `end` (not included) of its folded form came from. */
export function placeIn(folded: Folded, first: number, end: number): { from: number; to: number } {
  return { from: folded.at[first] ?? 0, to: folded.at[end] ?? 0 }
}

/** "sooooo" as "so": three or more of one letter are one. Two stay, for Estonian and English tell words apart by them. */
export function squeeze(text: string): string {
  return text.replace(/(\p{L})\1{2,}/gu, '$1')
}

/** Latin letters without their marks: "rääkida" as "raakida", for those who write Estonian on a foreign keyboard. */
export function plain(text: string): string {
  return /[\u00c0-\u024f]/.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text
}

/** Order numbers and amounts are alike to a classifier: every digit becomes 0. */
export function maskDigits(text: string): string {
  return text.replace(/\p{N}/gu, '0')
}

// Marks are taken eight at most: a letter under thousands of marks would make normalisation quadratic.
const cluster = /[\s\S]\p{Mn}{0,8}/gu
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

function foldCluster(piece: string): string {
  const code = piece.charCodeAt(0)
  if (code < 0x80 && piece.length === 1) return piece.toLowerCase()
  // NFKC takes the Thai vowel am apart, and no dictionary knows the word afterwards.
  if (code >= 0x0e00 && code <= 0x0e7f) return piece
  if (code >= 0x4e00 && code <= 0x9fff) return simplified.get(piece) ?? piece
  if (code === 0x2019 || code === 0x02bc) return "'"
  return piece.normalize('NFKC').toLowerCase().replace(invisible, '')
}

/** Pieces bound the work of the dictionary on text without any break. */
function pieceEnd(text: string, start: number): number {
  const limit = start + 2000
  if (limit >= text.length) return text.length
  for (let end = limit; end > limit - 200; end--) if (/[\s\p{P}]/u.test(text.charAt(end))) return end
  return limit
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const locale = /^(en|ms|id|th|zh|et)$/.test(language) ? language : 'en'
  const made = new Intl.Segmenter(locale, { granularity: 'word' })
  if (locale === language) segmenters.set(language, made)
  return made
}
