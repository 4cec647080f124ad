import { unpack } from '../packed.ts'
import { checkFeatures, fieldsOf, rowOfNumbers } from '../packed-fields.ts'
import { featureRoom, featuresAt, segmenterFeatures } from './features.ts'
import { type Lexicon, readLexicon } from './lexicon.ts'
import { type Register, readRegister, registerOf } from './register.ts'
import { kind, makeSheet, margin, mayCut, type Sheet } from './sheet.ts'

/** Finds the words of scripts that write none of their borders. Made by `readSegmenter`. */
export interface Segmenter {
  th: Boundaries
  zh: Boundaries
}

/** The weights of one script: hashed features of a boundary, and what changes with the register of the text. */
export interface Boundaries {
  /** Two by two: the weight of a feature, and what is added to it times the register (−1 printed, 1 chatted). */
  weights: Int8Array
  scale: number
  chattedScale: number
  register: Register | null
  lexicon: Lexicon
}

/** Reads weights/segmenter-share-alike.bin; throws `UnreadableModel` on what is no such file. */
export function readSegmenter(bytes: Uint8Array): Segmenter {
  const packed = unpack(bytes)
  checkFeatures(packed, segmenterFeatures)
  const fields = fieldsOf(packed)
  const read = (script: 'th' | 'zh'): Boundaries => {
    const words = rowOfNumbers(packed, `${script}.words`, { kind: Int32Array })
    const hasRegister = packed.arrays[`${script}.register`] !== undefined
    return {
      weights: rowOfNumbers(packed, `${script}.weights`, { kind: Int8Array }),
      scale: fields.number(`${script}.scale`),
      chattedScale: fields.number(`${script}.chattedScale`),
      register: hasRegister
        ? readRegister(rowOfNumbers(packed, `${script}.register`, { kind: Int8Array }), fields.number(`${script}.registerScale`))
        : null,
      lexicon: readLexicon(words, rowOfNumbers(packed, `${script}.levels`, { kind: Uint8Array, length: words.length })),
    }
  }
  return { th: read('th'), zh: read('zh') }
}

/** Which script's borders must be found in a text; null where spaces tell them. */
export function denseScript(text: string): 'th' | 'zh' | null {
  const thai = text.search(/[\u0e01-\u0e5b]/)
  const han = text.search(/[\u3400-\u9fff]/)
  if (thai < 0) return han < 0 ? null : 'zh'
  return han < 0 || thai < han ? 'th' : 'zh'
}

/** The borders of all words, spaces and signs of a folded text: where each begins, and its end. Linear in its length. */
export function bordersOf(segmenter: Segmenter, text: string, script: 'th' | 'zh'): number[] {
  const boundaries = segmenter[script]
  const sheet = sheetOf(text, script, boundaries.lexicon)
  const register = boundaries.register ? registerOf(boundaries.register, text) : 0
  const beside = { register, features: new Int32Array(featureRoom) }
  const borders = [0]
  for (let at = 1; at < text.length; at++) {
    if (isForced(sheet, at) || (mayCut(sheet, at) && score(boundaries, sheet, at, beside) > 0)) borders.push(at)
  }
  borders.push(text.length)
  return borders
}

/** The sheet of a text with the words that the platform's own dictionary finds in it (Unicode UAX 29 with ICU's dictionaries). */
export function sheetOf(text: string, script: 'th' | 'zh', lexicon: Lexicon): Sheet {
  return makeSheet(text, dictionaries[script].segment(text), lexicon)
}

/** A space is never part of a word, and emoji in a row are words of their own. */
export function isForced(sheet: Sheet, at: number): boolean {
  const here = at + margin
  return sheet.kinds[here - 1] === kind.space || sheet.kinds[here] === kind.space || isBetweenEmoji(sheet, here)
}

function isBetweenEmoji({ codes }: Sheet, here: number): boolean {
  const first = codes[here] ?? 0
  const second = codes[here + 1] ?? 0
  if (!isLowSurrogate(codes[here - 1] ?? 0) || first < 0xd83c || first > 0xd83e) return false
  // Skin tones and the letters of flags belong to what stands before them.
  return first !== 0xd83c || !((second >= 0xdffb && second <= 0xdfff) || (second >= 0xdde6 && second <= 0xddff))
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

const dictionaries = {
  th: new Intl.Segmenter('th', { granularity: 'word' }),
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
} as const

function score(
  { weights, scale, chattedScale }: Boundaries,
  sheet: Sheet,
  at: number,
  { register, features }: { register: number; features: Int32Array },
): number {
  const count = featuresAt(sheet, at, features)
  const shift = 2 + Math.clz32(weights.length)
  let sum = 0
  let change = 0
  for (let index = 0; index < count; index++) {
    const place = ((features[index] as number) >>> shift) << 1
    sum += weights[place] as number
    change += weights[place + 1] as number
  }
  return sum * scale + register * change * chattedScale
}
