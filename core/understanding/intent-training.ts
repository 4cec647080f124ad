import { chance } from '../chance.ts'
import { type Feature, featuresOf } from './features.ts'
import { type IntentModel, type Seen, see, softmax } from './intent.ts'

export interface Example {
  text: string
  intent: string
}

/**
 * Rows 8 and 9: one linear model over all languages of an account, multinomial logistic regression with L2 by AdaGrad
 * (Duchi, Hazan, Singer 2011); its temperature from a held-back fifth (Guo et al. 2017). The same seed gives the same model.
 */
export function trainIntents(examples: readonly Example[], { seed }: { seed: number }): IntentModel {
  const intents = [...new Set(examples.map(({ intent }) => intent))].sort()
  const read = examples.map(({ text, intent }) => ({ features: featuresOf(text).features, label: intents.indexOf(intent) }))
  const held = heldBack(read, seed)
  const trial = fit(
    read.filter((_, index) => !held.has(index)),
    { seed, labels: intents.length },
  )
  const scored = read.filter((_, index) => held.has(index)).map(({ features, label }) => ({ scores: score(trial, features), label }))
  const right = scored.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label).length
  const final = fit(read, { seed, labels: intents.length })
  const temperature = fitTemperature(scored)
  const accuracy = scored.length > 0 ? right / scored.length : 0
  return { version: 1, intents, ...rounded(final), temperature, accuracy, examples: examples.length }
}

interface Read {
  features: Feature[]
  label: number
}

interface Fit {
  rows: Map<string, number>
  rarity: number[]
  weights: Float32Array
  bias: Float64Array
}

/** Every fifth example of each intent after a shuffle; with fewer than five of an intent none of it. */
function heldBack(read: readonly Read[], seed: number): Set<number> {
  const seenOf = new Map<number, number>()
  const held = new Set<number>()
  for (const index of shuffled(read.length, seed)) {
    const label = read[index]?.label ?? 0
    const nth = (seenOf.get(label) ?? 0) + 1
    seenOf.set(label, nth)
    if (nth % 5 === 0) held.add(index)
  }
  return held
}

const epochs = 6
const rate = 0.8
const shrink = 2e-5
const rowsAtMost = 30_000
const quiet = 0.002

function fit(read: readonly Read[], { seed, labels }: { seed: number; labels: number }): Fit {
  const { rows, rarity } = vocabularyOf(read)
  const made: Fit = { rows, rarity, weights: new Float32Array(rows.size * labels), bias: new Float64Array(labels) }
  const slopes = new Float32Array(made.weights.length).fill(1e-2)
  const seen = read.map(({ features, label }) => {
    const known = see(features, made)
    return { rows: Int32Array.from(known, ({ row }) => row), values: Float64Array.from(known, ({ value }) => value), label }
  })
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const index of shuffled(read.length, seed + epoch)) {
      const example = seen[index]
      if (example) learn(made, slopes, example)
    }
  return made
}

interface Packed {
  rows: Int32Array
  values: Float64Array
  label: number
}

/** Words are kept however rare; letter sequences from two messages on. */
function vocabularyOf(read: readonly Read[]): Pick<Fit, 'rows' | 'rarity'> {
  const messages = new Map<string, number>()
  for (const { features } of read)
    for (const name of new Set(features.map((feature) => feature.name))) messages.set(name, (messages.get(name) ?? 0) + 1)
  const kept = [...messages]
    .filter(([name, count]) => count >= 2 || (name.startsWith('=') && !name.includes(' ')))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, rowsAtMost)
  return {
    rows: new Map(kept.map(([name], row) => [name, row])),
    rarity: kept.map(([, count]) => Math.round(100 * (1 + Math.log((1 + read.length) / (1 + count)))) / 100),
  }
}

/** One step of AdaGrad; typed arrays and plain loops, for this is where the seconds of training go. */
function learn({ weights, bias }: Fit, slopes: Float32Array, { rows, values, label }: Packed): void {
  const labels = bias.length
  const errors = Float64Array.from(bias)
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] ?? 0) * labels
    const value = values[index] ?? 0
    for (let column = 0; column < labels; column++) errors[column] = (errors[column] ?? 0) + (weights[start + column] ?? 0) * value
  }
  toErrors(errors, label)
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] ?? 0) * labels
    const value = values[index] ?? 0
    for (let column = 0; column < labels; column++) {
      const error = errors[column] ?? 0
      // What is all but certain teaches nothing: most columns of most examples after the first epochs.
      if (error < quiet && error > -quiet) continue
      const at = start + column
      const weight = weights[at] ?? 0
      const slope = error * value + shrink * weight
      const steepness = (slopes[at] ?? 0) + slope * slope
      slopes[at] = steepness
      weights[at] = weight - (rate * slope) / Math.sqrt(steepness)
    }
  }
  for (let column = 0; column < labels; column++) bias[column] = (bias[column] ?? 0) - 0.02 * (errors[column] ?? 0)
}

/** Scores become probabilities, and these the distance from the truth. */
function toErrors(scores: Float64Array, label: number): void {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0)
  for (let column = 0; column < scores.length; column++)
    scores[column] = Math.exp((scores[column] ?? 0) - highest) / total - (column === label ? 1 : 0)
}

function scoresOf({ weights, bias }: Pick<Fit, 'weights' | 'bias'>, example: readonly Seen[]): number[] {
  const scores = Array.from(bias)
  for (const { row, value } of example) {
    const start = row * scores.length
    for (let column = 0; column < scores.length; column++) scores[column] = (scores[column] ?? 0) + (weights[start + column] ?? 0) * value
  }
  return scores
}

function score(made: Fit, features: readonly Feature[]): number[] {
  return scoresOf(made, see(features, made))
}

/** The temperature with the least surprise (negative log-likelihood) on the held-back examples. */
function fitTemperature(scored: readonly { scores: number[]; label: number }[]): number {
  const surprise = (temperature: number) =>
    scored.reduce((sum, { scores, label }) => sum - Math.log(Math.max(softmax(scores, temperature)[label] ?? 0, 1e-9)), 0)
  const grid = Array.from({ length: 40 }, (_, step) => 0.2 * 1.07 ** step)
  return scored.length === 0 ? 1 : grid.reduce((best, next) => (surprise(next) < surprise(best) ? next : best), 1)
}

/** Whole numbers up to 999: a model of twenty intents in six languages stays below 3 MB as JSON. */
function rounded({ rows, rarity, weights, bias }: Fit): Pick<IntentModel, 'vocabulary' | 'rarity' | 'weights' | 'bias' | 'scale'> {
  let highest = 1e-9
  for (const weight of weights) highest = Math.max(highest, Math.abs(weight))
  for (const weight of bias) highest = Math.max(highest, Math.abs(weight))
  const scale = highest / 999
  const whole = (values: Float32Array | Float64Array) => Array.from(values, (value) => Math.round(value / scale) || 0)
  return { vocabulary: [...rows.keys()], rarity, weights: whole(weights), bias: whole(bias), scale }
}

function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, index) => index)
  const { whole } = chance(seed)
  for (let last = length - 1; last > 0; last--) {
    const other = whole(0, last)
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
