import { featureRoom, featuresAt } from '../../../core/understanding/segmenter/features.ts'
import type { Lexicon } from '../../../core/understanding/segmenter/lexicon.ts'
import { isForced, sheetOf } from '../../../core/understanding/segmenter/segmenter.ts'
import { mayCut } from '../../../core/understanding/segmenter/sheet.ts'

/** A text with its borders and its register: 1 chatted, −1 printed, 0 where only one register is known. */
export interface Example {
  text: string
  borders: Set<number>
  register: number
}

/** All places where a border may be, each with its features. */
export interface Places {
  example: Example
  at: number[]
  features: Int32Array[]
}

export interface Weights {
  shared: Float32Array
  chatted: Float32Array
}

const room = new Int32Array(featureRoom)

export function placesOf(example: Example, script: 'th' | 'zh', lexicon: Lexicon, bits: number): Places {
  const sheet = sheetOf(example.text, script, lexicon)
  const places: Places = { example, at: [], features: [] }
  for (let at = 1; at < example.text.length; at++) {
    if (isForced(sheet, at) || !mayCut(sheet, at)) continue
    const count = featuresAt(sheet, at, room)
    places.at.push(at)
    places.features.push(room.slice(0, count).map((feature) => feature >>> (32 - bits)))
  }
  return places
}

/** Mean of several logistic models that differ in the order of the examples only (Breiman, "Bagging predictors", 1996, without resampling). */
export function trainBoundaries(places: readonly Places[], bits: number, { epochs = 20, models = 4 } = {}): Weights {
  const size = 1 << bits
  const mean: Weights = { shared: new Float32Array(size), chatted: new Float32Array(size) }
  for (let seed = 1; seed <= models; seed++) {
    const { shared, chatted } = trainOnce(places, size, epochs, seed)
    for (let index = 0; index < size; index++) {
      mean.shared[index] = (mean.shared[index] ?? 0) + (shared[index] ?? 0) / models
      mean.chatted[index] = (mean.chatted[index] ?? 0) + (chatted[index] ?? 0) / models
    }
  }
  return mean
}

/** Logistic regression by AdaGrad (Duchi, Hazan, Singer, JMLR 2011); the register's own weights after Daumé III, ACL 2007. */
function trainOnce(places: readonly Places[], size: number, epochs: number, seed: number): Weights {
  const shared = new Float32Array(size)
  const chatted = new Float32Array(size)
  const seen = new Float32Array(size).fill(1e-3)
  const chattedSeen = new Float32Array(size).fill(1e-3)
  const order = places.flatMap(({ at }, text) => at.map((_, place) => [text, place] as const))
  const random = randomFrom(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const [text, place] of order) {
      const { example, at, features } = places[text] as Places
      const row = features[place] as Int32Array
      const { register } = example
      const truth = example.borders.has(at[place] ?? 0) ? 1 : 0
      const wrong = 1 / (1 + Math.exp(-(sumOf(shared, row) + register * sumOf(chatted, row)))) - truth
      if (Math.abs(wrong) < 1e-3) continue
      step(shared, seen, row, wrong)
      if (register !== 0) step(chatted, chattedSeen, row, wrong * register)
    }
  }
  return { shared, chatted }
}

const rate = 0.15

function step(weights: Float32Array, seen: Float32Array, row: Int32Array, gradient: number): void {
  for (let index = 0; index < row.length; index++) {
    const feature = row[index] as number
    seen[feature] = (seen[feature] as number) + gradient * gradient
    weights[feature] = (weights[feature] as number) - (rate * gradient) / Math.sqrt(seen[feature] as number)
  }
}

export function sumOf(weights: Float32Array, row: Int32Array): number {
  let sum = 0
  for (let index = 0; index < row.length; index++) sum += weights[row[index] as number] as number
  return sum
}

/** A linear congruential generator (Numerical Recipes), so that training is the same every time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = list[last] as T
    list[last] = list[other] as T
    list[other] = kept
  }
}
