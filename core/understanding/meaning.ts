import { classifierFeatures, featuresOf } from './classifier/features.ts'
import { type RowTable, rowOf, rowsOf, tableOf } from './classifier/vocabulary.ts'
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

/** The place of the text that has these features: the sum of what each adds, scaled to length one. `length` is what it was before. */
export function placeOf({ size, table, vectors, scales }: Meaning, hashes: Uint32Array): { place: Float32Array; length: number } {
  const place = new Float32Array(size)
  const rows = rowsOf(table, hashes).filter((row) => row >= 0)
  // Four columns at a time stay in registers, each rounded to a float as often as it is added to.
  for (let column = 0; column < size; column += 4) {
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number
      const scale = scales[row] as number
      const at = row * size + column
      a = Math.fround(a + scale * (vectors[at] as number))
      b = Math.fround(b + scale * (vectors[at + 1] as number))
      c = Math.fround(c + scale * (vectors[at + 2] as number))
      d = Math.fround(d + scale * (vectors[at + 3] as number))
    }
    place[column] = a
    place[column + 1] = b
    place[column + 2] = c
    place[column + 3] = d
  }
  let squares = 0
  for (const value of place) squares += value * value
  const length = Math.sqrt(squares) || 1
  for (let column = 0; column < size; column++) (place[column] as number) /= length
  return { place, length }
}

/** What one feature adds along a direction, before the scaling to length one; 0 when it is not known. */
export function addedAlong({ size, table, vectors, scales }: Meaning, hash: number, direction: Float32Array): number {
  const row = rowOf(table, hash)
  if (row < 0) return 0
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
