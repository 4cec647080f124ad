import { chance } from '../../chance.ts'
import type { Vector } from './vector.ts'

/** A linear model: one row a feature, one column a label. */
export interface Linear {
  labels: number
  weights: Float32Array
  bias: Float32Array
}

export interface Labelled {
  vector: Vector
  label: number
  /** The labels that were in question for this text when all were last looked at. */
  candidates?: Int32Array
}

/** A fit that can go on: the weights and how steep their slopes have been. */
export interface Fit extends Linear {
  steepness: Float32Array
}

export function createFit(rows: number, labels: number): Fit {
  return {
    labels,
    weights: new Float32Array(rows * labels),
    bias: new Float32Array(labels),
    steepness: new Float32Array(rows * labels).fill(3e-2),
  }
}

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan, Singer 2011) with label smoothing (Szegedy et al. 2016) and a rate that
 * falls to nothing: some passes over the examples, each in an order of chance.
 */
export function runEpochs(fit: Fit, examples: readonly Labelled[], { epochs, seed, onEpoch }: Passes): void {
  const firstRate = rateFor(examples.length / fit.labels)
  const work: Work = {
    errors: new Float64Array(fit.labels),
    all: Int32Array.from({ length: fit.labels }, (_, label) => label),
    rate: 0,
    isFull: true,
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    work.rate = firstRate * (1 - epoch / epochs)
    // Most labels are out of question for most texts after two passes; every third pass looks at all of them again.
    work.isFull = epoch < 2 || epoch % 3 === 1
    for (const index of shuffled(examples.length, seed + epoch)) {
      const example = examples[index]
      if (example) learn(fit, example, work)
    }
    onEpoch?.()
  }
}

export interface Passes {
  epochs: number
  seed: number
  onEpoch?: () => void
}

/** The log-odds of each label for one text, written into `scores`. */
export function scoreInto(scores: Float64Array, { weights, bias, labels }: Linear, { rows, values }: Vector): void {
  scores.set(bias)
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] as number) * labels
    const value = values[index] as number
    for (let label = 0; label < labels; label++) (scores[label] as number) += (weights[start + label] as number) * value
  }
}

export function shuffled(length: number, seed: number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index)
  const { next } = chance(seed)
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1))
    const kept = order[last] as number
    order[last] = order[other] as number
    order[other] = kept
  }
  return order
}

/** With thousands of examples a label small steps find more: what is said is noisy, and each word is seen often. */
function rateFor(textsALabel: number): number {
  return 0.6 * Math.min(1, (300 / textsALabel) ** 0.5)
}

const shrink = 2e-5
/** An error below this teaches nothing; it also takes a label out of question for a text. */
const quiet = 0.01

/** Among many labels a text is often near to several; among three or four smoothing only blurs. */
function smoothingFor(labels: number): number {
  return labels < 2 ? 0 : Math.min(0.05, labels / 1500)
}

interface Work {
  errors: Float64Array
  all: Int32Array
  rate: number
  isFull: boolean
}

/** Indexed reads are cast, not checked: this is where the seconds of training go. */
function learn(fit: Fit, example: Labelled, { errors, all, rate, isFull }: Work): void {
  const { labels, weights, bias, steepness } = fit
  const { rows, values } = example.vector
  const asked = isFull || !example.candidates ? all : example.candidates
  if (asked === all) scoreInto(errors, fit, example.vector)
  else scoreSome(errors, fit, example.vector, asked)
  toErrors(errors, asked, example.label)
  const active = asked.filter((label) => Math.abs(errors[label] as number) > quiet)
  if (asked === all) example.candidates = active.includes(example.label) ? active : Int32Array.of(...active, example.label)
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] as number) * labels
    const value = values[index] as number
    for (let place = 0; place < active.length; place++) {
      const label = active[place] as number
      const at = start + label
      const weight = weights[at] as number
      const slope = (errors[label] as number) * value + shrink * weight
      const steep = (steepness[at] as number) + slope * slope
      steepness[at] = steep
      weights[at] = weight - (rate * slope) / Math.sqrt(steep)
    }
  }
  for (const label of active) (bias[label] as number) -= 0.02 * (errors[label] as number)
}

function scoreSome(scores: Float64Array, { weights, bias, labels }: Linear, { rows, values }: Vector, asked: Int32Array): void {
  for (let place = 0; place < asked.length; place++) scores[asked[place] as number] = bias[asked[place] as number] as number
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] as number) * labels
    const value = values[index] as number
    for (let place = 0; place < asked.length; place++) {
      const label = asked[place] as number
      ;(scores[label] as number) += (weights[start + label] as number) * value
    }
  }
}

/** The scores of the labels asked become probabilities, and these the distance from the smoothed truth. */
function toErrors(scores: Float64Array, asked: Int32Array, truth: number): void {
  let highest = Number.NEGATIVE_INFINITY
  for (const label of asked) highest = Math.max(highest, scores[label] as number)
  let total = 0
  for (const label of asked) {
    const power = Math.exp((scores[label] as number) - highest)
    scores[label] = power
    total += power
  }
  const smoothing = smoothingFor(scores.length)
  const other = smoothing / Math.max(scores.length - 1, 1)
  for (const label of asked) scores[label] = (scores[label] as number) / total - (label === truth ? 1 - smoothing : other)
}
