import { unpack } from '../packed.ts'
import { wordFeatures, wordRoom } from './features.ts'
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

/** Reads weights/language-share-alike.bin. */
export function readLanguages(bytes: Uint8Array): LanguageModel {
  const { head, arrays } = unpack(bytes)
  const { classes, scale, base, slope } = head as { classes: string[]; scale: number; base: number; slope: number }
  const buckets = arrays['buckets'] as Uint32Array
  const kept = arrays['weights'] as Int8Array
  const rows = new Uint32Array(1 << bucketBits)
  for (let index = 0; index < buckets.length; index++) rows[buckets[index] ?? 0] = index + 1
  const weights = new Int8Array(kept.length + classes.length)
  weights.set(kept, classes.length)
  return { classes, rows, weights, scale, temperature: { base, slope } }
}

/** What each word adds to the logit of each class, row by row; exact, for the model is linear. */
export function wordScores(model: LanguageModel, words: readonly Pick<LatinWord, 'text'>[]): Float64Array[] {
  const factor = (model.scale * temperature(model, words.length)) / words.length ** damping
  const room = new Int32Array(wordRoom)
  return words.map((_, index) => scoresOfWord(model, { words, index, room }, factor))
}

/** The probabilities of the classes from the sums of their words. */
export function probabilities(scores: readonly Float64Array[], size: number): number[] {
  const sums = Array.from({ length: size }, (_, column) => scores.reduce((sum, row) => sum + (row[column] ?? 0), 0))
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

function scoresOfWord(model: LanguageModel, { words, index, room }: Place, factor: number): Float64Array {
  const size = model.classes.length
  const scores = new Float64Array(size)
  const count = wordFeatures(words, index, room)
  for (let at = 0; at < count; at++) {
    const row = (model.rows[(room[at] ?? 0) >>> (32 - bucketBits)] ?? 0) * size
    if (row === 0) continue
    for (let column = 0; column < size; column++) scores[column] = (scores[column] ?? 0) + (model.weights[row + column] ?? 0)
  }
  for (let column = 0; column < size; column++) scores[column] = (scores[column] ?? 0) * factor
  return scores
}
