import type { Language } from '../language.ts'
import { blocks, classifierFeatures, featuresOf } from './classifier/features.ts'
import { type RowTable, rowsOf, tableOf } from './classifier/vocabulary.ts'
import { pack, unpack } from './packed.ts'
import { checkFeatures, fieldsOf, rowOfNumbers } from './packed-fields.ts'

/** What texts mean, as places in a space that all six languages share: learnt from many sets at once, for accounts with few examples. */
export interface Meaning {
  /** Numbers a text is placed by. */
  size: number
  keys: Uint32Array
  table: RowTable
  /** `size` bytes a feature; times its scale they are what the feature adds. */
  vectors: Int8Array
  scales: Float32Array
  /** Tells this space from any other: what was learnt with one cannot be read with another. */
  mark: number
}

/** The place of a text, of length one; all zero when nothing in it is known. */
export function meaningOf(meaning: Meaning, text: string): Float32Array {
  return placeOf(meaning, featuresOf(text).hashes).place
}

/** The place of a text, and the share of its words (0–1) that the space knows: of what it has never read it says nothing. */
export function understood(meaning: Meaning, text: string, language: Language): { place: Float32Array; known: number } {
  const { hashes, blocks: kinds } = featuresOf(text)
  const { place, rows } = placeOf(meaning, hashes)
  const words = rows.filter((_, index) => kinds[index] === blocks.word)
  const known = words.length === 0 ? 0 : words.filter((row) => row >= 0).length / words.length
  return { place, known: Math.min(1, known * Math.max(1, usuallyKnown.en / usuallyKnown[language])) }
}

/**
 * Share of the words in customers' questions that the space knows, on help centres of which it has read nothing (appliances, bicycles,
 * clinics, outdoor shop of the laboratory). A word that has
 * fourteen cases is met less often in each: so that every language is trusted alike, what is known counts beside what usually is.
 */
const usuallyKnown: Record<Language, number> = { en: 0.9, ms: 0.92, id: 0.85, th: 0.93, zh: 0.82, et: 0.7 }

export interface Placed {
  place: Float32Array
  /** How far out it lay before it was scaled to length one. */
  length: number
  /** Row of each feature in the space, -1 for none. */
  rows: Int32Array
}

/** The place of the text that has these features: the sum of what each adds, scaled to length one. */
export function placeOf({ size, table, vectors, scales }: Meaning, hashes: Uint32Array): Placed {
  const rows = rowsOf(table, hashes)
  const sums = new Float64Array(size)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    if (row < 0) continue
    const scale = scales[row] as number
    const start = row * size
    for (let column = 0; column < size; column++) (sums[column] as number) += scale * (vectors[start + column] as number)
  }
  const length = Math.sqrt(sums.reduce((squares, sum) => squares + sum * sum, 0)) || 1
  return { place: Float32Array.from(sums, (sum) => sum / length), length, rows }
}

/** What the feature of this row adds along a direction, before the scaling to length one. */
export function addedAlong({ size, vectors, scales }: Meaning, row: number, direction: Float32Array): number {
  let sum = 0
  const start = row * size
  for (let column = 0; column < size; column++) sum += (vectors[start + column] as number) * (direction[column] as number)
  return sum * (scales[row] ?? 0)
}

/** How near two texts are in meaning: the cosine, −1 to 1. */
export function closeness(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let column = 0; column < a.length; column++) sum += (a[column] as number) * (b[column] as number)
  return sum
}

export function packMeaning({ size, keys, vectors, scales }: Pick<Meaning, 'size' | 'keys' | 'vectors' | 'scales'>): Uint8Array {
  return pack({ features: classifierFeatures, size }, { keys, vectors, scales })
}

/** Throws `UnreadableModel` on what is no such file. */
export function readMeaning(bytes: Uint8Array): Meaning {
  const packed = unpack(bytes)
  checkFeatures(packed, classifierFeatures)
  const size = fieldsOf(packed).number('size')
  const keys = rowOfNumbers(packed, 'keys', { kind: Uint32Array })
  const vectors = rowOfNumbers(packed, 'vectors', { kind: Int8Array, length: keys.length * size })
  const scales = rowOfNumbers(packed, 'scales', { kind: Float32Array, length: keys.length })
  return { size, table: tableOf(keys), keys, vectors, scales, mark: markOf(vectors) }
}

/** FNV-1a over the bytes. */
function markOf(bytes: Int8Array): number {
  let mark = 0x811c9dc5
  for (let index = 0; index < bytes.length; index++) mark = Math.imul(mark ^ (bytes[index] as number), 0x01000193)
  return mark >>> 0
}
