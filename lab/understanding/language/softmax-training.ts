import { wordFeatures, wordRoom } from '../../../core/understanding/language/features.ts'
import { bucketBits, damping } from '../../../core/understanding/language/latin-model.ts'
import { plain } from '../../../core/understanding/words.ts'
import { classes, shares } from './sources.ts'

/** The words of the texts of one source. */
export interface Drawn {
  column: number
  weight: number
  rows: string[][]
}

export interface Trained {
  weights: Float32Array
  /** How much each bucket was used. */
  used: Float32Array
}

const size = classes.length
const room = new Int32Array(wordRoom)

/**
 * Multinomial logistic regression by AdaGrad on stretches of one to some twenty words, so that short texts are learned as well as long
 * ones; every seventh without its marks, as on a foreign keyboard. `allowed` restricts the buckets.
 */
export function trainSoftmax(drawn: readonly Drawn[], steps: number, allowed: Uint8Array | null = null): Trained {
  const buckets = 1 << bucketBits
  const weights = new Float32Array(buckets * size)
  const seen = new Float32Array(buckets).fill(1e-2)
  const used = new Float32Array(buckets)
  const random = randomFrom(12345)
  const byClass = classes.map((_, column) => drawn.filter((source) => source.column === column))
  for (let step = 0; step < steps; step++) {
    const column = pick(shares, random)
    const sources = byClass[column] ?? []
    const source =
      sources[
        pick(
          sources.map(({ weight }) => weight),
          random,
        )
      ]
    if (!source) continue
    const words = stretch(source.rows[Math.floor(random() * source.rows.length)] ?? [], random)
    const features = bucketsOf(words).filter((bucket) => !allowed || allowed[bucket])
    const factor = 1 / words.length ** damping
    const wrong = softmax(sums(weights, features, factor))
    wrong[column] = (wrong[column] ?? 0) - 1
    if ((wrong[column] ?? 0) > -0.005) continue
    const norm = wrong.reduce((sum, value) => sum + value * value, 0) * factor * factor
    const rate = firstRate * (1 - step / steps) * factor
    for (const bucket of features) {
      seen[bucket] = (seen[bucket] as number) + norm
      used[bucket] = (used[bucket] as number) + 1
      const pace = rate / Math.sqrt(seen[bucket] as number)
      for (let at = 0; at < size; at++) weights[bucket * size + at] = (weights[bucket * size + at] as number) - pace * (wrong[at] as number)
    }
  }
  return { weights, used }
}
const firstRate = 0.4

export function bucketsOf(words: readonly string[]): number[] {
  const framed = words.map((text) => ({ text }))
  return framed.flatMap((_, index) => Array.from(room.subarray(0, wordFeatures(framed, index, room)), (feature) => feature >>> (32 - bucketBits)))
}

export function sums(weights: Float32Array, features: readonly number[], factor: number): Float64Array {
  const found = new Float64Array(size)
  for (const bucket of features) for (let at = 0; at < size; at++) found[at] = (found[at] as number) + (weights[bucket * size + at] as number)
  return found.map((sum) => sum * factor)
}

export function softmax(logits: Float64Array): Float64Array {
  const most = Math.max(...logits)
  const powers = logits.map((logit) => Math.exp(logit - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function stretch(row: string[], random: () => number): string[] {
  const length = 1 + Math.floor(random() * (random() < 0.75 ? 8 : 25))
  const from = Math.floor(random() * Math.max(1, row.length - length + 1))
  const words = row.slice(from, from + length)
  return random() < 1 / 7 ? words.map(plain) : words
}

function pick(chances: readonly number[], random: () => number): number {
  let left = random() * chances.reduce((sum, chance) => sum + chance, 0)
  for (const [index, chance] of chances.entries()) {
    left -= chance
    if (left <= 0) return index
  }
  return chances.length - 1
}

/** A linear congruential generator (Numerical Recipes), so that training is the same every time. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
