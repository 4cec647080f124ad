import { hanClasses } from './han.ts'
import { hash, mix } from './hash.ts'
import { type Lexicon, longestWord, wordName } from './lexicon.ts'

/** All that is looked up once for a stretch of text before its boundaries are weighed; index i is the unit at i, shifted by `margin`. */
export interface Sheet {
  length: number
  codes: Uint16Array
  kinds: Uint8Array
  /** What a Chinese character often is, see `hanClasses`. */
  classes: Uint8Array
  /** 1 where the dictionary of the platform begins a word. */
  dictionary: Uint8Array
  /** Hash of the dictionary's word that covers a unit. */
  covering: Int32Array
  start: Int32Array
  end: Int32Array
  /** Of the lexicon: the longest word that ends before, starts at, or lies over a unit: its length and how frequent it is. */
  ending: Uint8Array
  starting: Uint8Array
  over: Uint8Array
}

/** Units of padding on both sides, so that windows never leave the arrays. */
export const margin = 4

/** Kinds of characters that matter for where a word may end. */
export const kind = {
  none: 0,
  space: 1,
  digit: 2,
  latin: 3,
  mark: 4,
  leading: 5,
  consonant: 6,
  vowel: 7,
  tone: 8,
  thaiSign: 9,
  han: 10,
  hanDigit: 11,
  other: 12,
  pictograph: 13,
}

export function makeSheet(text: string, parts: Iterable<{ index: number; segment: string }>, lexicon: Lexicon): Sheet {
  const length = text.length
  const size = length + 2 * margin
  const sheet: Sheet = {
    length,
    codes: new Uint16Array(size),
    kinds: new Uint8Array(size),
    classes: new Uint8Array(size),
    dictionary: new Uint8Array(size),
    covering: new Int32Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    ending: new Uint8Array(size),
    starting: new Uint8Array(size),
    over: new Uint8Array(size),
  }
  for (let unit = 0; unit < length; unit++) {
    const code = text.charCodeAt(unit)
    sheet.codes[unit + margin] = code
    sheet.kinds[unit + margin] = kinds[code] ?? 0
    sheet.classes[unit + margin] = classes[code] ?? 0
  }
  lookUpDictionary(sheet, parts)
  lookUpLexicon(sheet, lexicon)
  return sheet
}

/** Whether a word may begin at unit `at` at all: never inside a Thai character cluster, a number or a word of Latin letters. */
export function mayCut(sheet: Sheet, at: number): boolean {
  const before = sheet.kinds[at + margin - 1] ?? 0
  const after = sheet.kinds[at + margin] ?? 0
  if (before === kind.leading || after === kind.vowel || after === kind.tone) return false
  if (before === after && (after === kind.latin || after === kind.digit)) return false
  const code = sheet.codes[at + margin] ?? 0
  return !(code >= 0xdc00 && code <= 0xdfff) && code !== 0xfe0f && code !== 0x200d && sheet.codes[at + margin - 1] !== 0x200d
}

/** Thai letters by their place in a cluster (Theeramunkong et al., "Character cluster based Thai information retrieval", IRAL 2000). */
function kindOf(code: number): number {
  if (code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000) return kind.space
  if (code >= 0x30 && code <= 0x39) return kind.digit
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f)) return kind.latin
  if (code >= 0x0e00 && code <= 0x0e7f) return thaiKind(code)
  if (code >= 0x3400 && code <= 0x9fff) return hanDigits.includes(String.fromCharCode(code)) ? kind.hanDigit : kind.han
  if (code < 0x2000 && code > 0x7f) return kind.other
  if (code < 0x80 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00) return kind.mark
  return code >= 0x2190 && code < 0x3000 ? kind.pictograph : code >= 0xd800 && code <= 0xdfff ? kind.pictograph : kind.other
}

const hanDigits = '〇一二三四五六七八九十百千万亿两零'

/** Looked up for every character, so worked out once. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code))
const classes = Uint8Array.from({ length: 0x10000 }, (_, code) => (code >= 0x3400 && code <= 0x9fff ? hanClasses(code) : 0))

function thaiKind(code: number): number {
  if (code >= 0x0e40 && code <= 0x0e44) return kind.leading
  if (code <= 0x0e2e && code >= 0x0e01) return kind.consonant
  if ((code >= 0x0e30 && code <= 0x0e3a) || code === 0x0e45) return kind.vowel
  if (code >= 0x0e47 && code <= 0x0e4e) return kind.tone
  return code >= 0x0e50 && code <= 0x0e59 ? kind.digit : kind.thaiSign
}

function lookUpDictionary(sheet: Sheet, parts: Iterable<{ index: number; segment: string }>): void {
  sheet.dictionary[margin + sheet.length] = 1
  for (const { index, segment } of parts) {
    sheet.dictionary[index + margin] = 1
    const name = wordName(segment)
    for (let unit = index + margin; unit < index + margin + segment.length; unit++) {
      sheet.covering[unit] = name
      sheet.start[unit] = index
      sheet.end[unit] = index + segment.length
    }
  }
}

/** Every word of the lexicon that stands in the text, found by trying each start; bounded by the longest word, so linear. */
function lookUpLexicon(sheet: Sheet, lexicon: Lexicon): void {
  const { codes, length } = sheet
  for (let from = 0; from < length; from++) {
    if (!mayCut(sheet, from)) continue
    let word = 0
    const limit = Math.min(length, from + longestWord)
    for (let to = from + 1; to <= limit; to++) {
      word = mix(word, codes[to - 1 + margin] ?? 0)
      if (to - from < 2 || !mayCut(sheet, to)) continue
      const level = lexicon.level(hash(word))
      if (level === 0) continue
      const value = Math.min(to - from, 15) * 8 + level
      if (value > (sheet.starting[from + margin] ?? 0)) sheet.starting[from + margin] = value
      if (value > (sheet.ending[to + margin] ?? 0)) sheet.ending[to + margin] = value
      for (let inside = from + 1; inside < to; inside++) if (value > (sheet.over[inside + margin] ?? 0)) sheet.over[inside + margin] = value
    }
  }
}
