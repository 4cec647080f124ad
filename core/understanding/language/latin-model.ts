import { unpack } from '../packed.ts'
import { checkFeatures, fieldsOf, rowOfNumbers } from '../packed-fields.ts'
import { languageFeatures, wordFeatures, wordRoom } from './features.ts'
import type { LatinWord } from './latin-words.ts'

/**
 * A multinomial logistic model of the languages written in Latin letters. Those that the product does not speak stand in groups of
 * relatives and count together as another language. Made by `readLanguages`.
 */
export interface LanguageModel {
  classes: readonly string[]
  /** The row of a feature's bucket in `weights`, or 0 (a row of zeros). */
  rows: Uint32Array
  weights: Int8Array
  scale: number
  /** How sure the model may be of n words: temperature = slope · ln n + base. */
  temperature: { base: number; slope: number }
}

/** Sums of features grow with the words, but words repeat each other: they are divided by n to this power. */
export const damping = 0.6

export const bucketBits = 20

/** Reads weights/language-share-alike.bin; throws `UnreadableModel` on what is no such file. */
export function readLanguages(bytes: Uint8Array): LanguageModel {
  const packed = unpack(bytes)
  checkFeatures(packed, languageFeatures)
  const fields = fieldsOf(packed)
  const classes = fields.texts('classes')
  const buckets = rowOfNumbers(packed, 'buckets', { kind: Uint32Array })
  const kept = rowOfNumbers(packed, 'weights', { kind: Int8Array, length: buckets.length * classes.length })
  const rows = new Uint32Array(1 << bucketBits)
  for (let index = 0; index < buckets.length; index++) rows[buckets[index] ?? 0] = index + 1
  const weights = new Int8Array(kept.length + classes.length)
  weights.set(kept, classes.length)
  const temperature = { base: fields.number('base'), slope: fields.number('slope') }
  return { classes, rows, weights, scale: fields.number('scale'), temperature }
}

/** What each word adds to the logit of each class: one row a word, one column a class; exact, for the model is linear. */
export interface WordScores {
  size: number
  sums: Float64Array
}

export function wordScores(model: LanguageModel, words: readonly Pick<LatinWord, 'text'>[]): WordScores {
  const size = model.classes.length
  const factor = (model.scale * temperature(model, words.length)) / words.length ** damping
  const room = new Int32Array(wordRoom)
  const sums = new Float64Array(words.length * size)
  for (let index = 0; index < words.length; index++) {
    const start = index * size
    addWord(model, { words, index, room }, sums, start)
    for (let column = 0; column < size; column++) sums[start + column] = (sums[start + column] as number) * factor
  }
  return { size, sums }
}

/** What a word adds to one class; 0 for a word that is not there. */
export function scoreAt({ size, sums }: WordScores, word: number, column: number): number {
  return column < 0 ? 0 : (sums[word * size + column] ?? 0)
}

/** The probabilities of the classes from the sums of their words. */
export function probabilities({ size, sums: scores }: WordScores): number[] {
  const sums = new Array<number>(size).fill(0)
  for (let at = 0; at < scores.length; at++) sums[at % size] = (sums[at % size] as number) + (scores[at] as number)
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function temperature({ temperature: { base, slope } }: LanguageModel, words: number): number {
  return base + slope * Math.log(words)
}

interface Place {
  words: readonly Pick<LatinWord, 'text'>[]
  index: number
  room: Int32Array
}

function addWord({ classes, rows, weights }: LanguageModel, { words, index, room }: Place, sums: Float64Array, start: number): void {
  const size = classes.length
  const count = wordFeatures(words, index, room)
  // In a loop of its own, for then the visits to memory overlap.
  for (let at = 0; at < count; at++) room[at] = rows[(room[at] as number) >>> (32 - bucketBits)] as number
  for (let at = 0; at < count; at++) {
    const row = (room[at] as number) * size
    if (row === 0) continue
    for (let column = 0; column < size; column++) sums[start + column] = (sums[start + column] as number) + (weights[row + column] as number)
  }
}
