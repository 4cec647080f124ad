import { bordersOf, denseScript, type Segmenter } from './segmenter/segmenter.ts'
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
  for (let start = 0; start < text.length; ) {
    const end = plainEnd(text, start)
    folded += text.slice(start, end)
    for (let unit = start; unit < end; unit++) at.push(unit)
    if (end === text.length) break
    if (isCapital(text, end)) {
      folded += String.fromCharCode(text.charCodeAt(end) + 32)
      at.push(end)
      start = end + 1
      continue
    }
    cluster.lastIndex = end
    const written = cluster.exec(text)?.[0] ?? text.charAt(end)
    const piece = foldCluster(written)
    folded += piece
    for (let unit = 0; unit < piece.length; unit++) at.push(end)
    start = end + written.length
  }
  at.push(text.length)
  return { text: folded, at }
}

/** The comparable form of a text whose places are not needed. */
export function normalise(text: string): string {
  return squeeze(fold(text).text)
}

/**
 * Rows 8 and 44: words of any of the six languages, also of those that write without spaces; signs and spaces are left out, emoji kept.
 * Without a segmenter the platform's dictionary cuts alone. Linear in the length of the text.
 */
export function segment(text: string, language: string, segmenter: Segmenter | null = null): Word[] {
  return cut(text, language, segmenter)
    .filter(({ text: word }) => wordLike.test(word))
    .map((word) => ({ ...word, text: squeeze(word.text) }))
}

/** Everything a text is made of, in order: words, numbers and signs, folded but not squeezed; only spaces are left out. */
export function cut(text: string, language: string, segmenter: Segmenter | null = null): Word[] {
  const folded = fold(text)
  const words: Word[] = []
  for (let start = 0; start < folded.text.length; ) {
    const end = pieceEnd(folded.text, start)
    const piece = folded.text.slice(start, end)
    const borders = bordersIn(piece, language, segmenter)
    for (let index = 1; index < borders.length; index++) {
      const from = borders[index - 1] ?? 0
      const to = borders[index] ?? 0
      const word = piece.slice(from, to)
      if (word.trim() !== '') words.push({ text: word, ...placeIn(folded, start + from, start + to) })
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
  return mayBeDrawn(text) ? text.replace(/(\p{L})\1{2,}/gu, '$1') : text
}

/** Whether a unit stands three times in a row, or there are letters of two units: nearly no word, and it is asked of every word. */
function mayBeDrawn(text: string): boolean {
  let [before, beforeThat] = [0, 0]
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit)
    if ((code === before && code === beforeThat) || (code >= 0xd800 && code <= 0xdfff)) return true
    beforeThat = before
    before = code
  }
  return false
}

/** Latin letters without their marks: "rääkida" as "raakida", for those who write Estonian on a foreign keyboard. */
export function plain(text: string): string {
  return marked.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text
}

const marked = /[\u00c0-\u024f]/

// Marks are taken eight at most: a letter under thousands of marks would make normalisation quadratic.
const cluster = /\u0e40\u0e40|[\s\S]\p{Mn}{0,8}(?:(?<=\u0e4d[\u0e48-\u0e4b]?)\u0e32)?/uy
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Up to where a text is folded already: most of it is, and need not be taken apart. */
function plainEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isPlain(text, end)) end++
  return end
}

/** A capital of ASCII that no mark can follow. */
function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x41 && code <= 0x5a && !(text.charCodeAt(at + 1) >= 0x80)
}

function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  if (code < 0x80) return (code < 0x41 || code > 0x5a) && !(next >= 0x300 && next < 0x370)
  if (code >= 0x0e01 && code <= 0x0e7f) return code === 0x0e40 ? next !== 0x0e40 : next !== 0x0e4d
  return code >= 0x4e00 && code <= 0x9fff && next >= 0x3000 && next <= 0x9fff && traditional[code] === 0
}

/** Looked up for every Chinese character. */
const traditional = new Uint8Array(0x10000)
for (const character of simplified.keys()) traditional[character.charCodeAt(0)] = 1

function foldCluster(piece: string): string {
  const code = piece.charCodeAt(0)
  if (code < 0x80 && piece.length === 1) return piece.toLowerCase()
  // NFKC takes the Thai vowel am apart, and no dictionary knows the word afterwards.
  if (code >= 0x0e00 && code <= 0x0e7f) return spellThai(piece)
  if (code >= 0x4e00 && code <= 0x9fff) return simplified.get(piece) ?? piece
  if (code === 0x2019 || code === 0x02bc) return "'"
  return piece.normalize('NFKC').toLowerCase().replace(invisible, '')
}

/** Two keys that look like one letter: the doubled vowel e for ae, and the vowel am typed in its two halves. */
function spellThai(piece: string): string {
  return piece === '\u0e40\u0e40' ? '\u0e41' : piece.replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32$/, '$1\u0e33')
}

const wordLike = /[\p{L}\p{N}\p{Extended_Pictographic}]/u

function bordersIn(piece: string, language: string, segmenter: Segmenter | null): number[] {
  const script = segmenter ? denseScript(piece) : null
  if (segmenter && script) return bordersOf(segmenter, piece, script)
  const borders = Array.from(dictionary(language).segment(piece), ({ index }) => index)
  return [...borders, piece.length]
}

/** Pieces bound the work of the dictionary on text without any break. */
function pieceEnd(text: string, start: number): number {
  const limit = start + 2000
  if (limit >= text.length) return text.length
  for (let end = limit; end > limit - 200; end--) if (/[\s\p{P}]/u.test(text.charAt(end))) return end
  return limit
}

const dictionaries = new Map<string, Intl.Segmenter>()

function dictionary(language: string): Intl.Segmenter {
  const known = dictionaries.get(language)
  if (known) return known
  const locale = /^(en|ms|id|th|zh|et)$/.test(language) ? language : 'en'
  const made = new Intl.Segmenter(locale, { granularity: 'word' })
  if (locale === language) dictionaries.set(language, made)
  return made
}
