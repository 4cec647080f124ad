import type { Language } from '../../language.ts'
import { type Meaning, type Placed, placeOf } from '../meaning.ts'
import { type Features, featuresOf } from './features.ts'
import { type Evidence, inScopeOdds, knownShare, type Scope } from './scope.ts'
import { type Vector, vectorOf, withMeaning } from './vector.ts'
import { rowsOf, type Vocabulary } from './vocabulary.ts'

/** What training leaves: a linear model over hashed features, its probabilities calibrated, with a measure of what is foreign to it. */
export interface Classifier {
  labels: string[]
  /** Columns of `weights`: the labels, and one more when it was shown texts that belong to none of them. */
  columns: number
  vocabulary: Vocabulary
  /** One row a feature (those of the meaning behind the vocabulary's), times the row's scale. */
  weights: Int8Array
  scales: Float32Array
  bias: Float32Array
  /** Divides the log-odds, so that of all "70 %" seven in ten are right. */
  temperature: number
  scope: Scope
  /** Share right among examples held back from training; `null` when there were too few to hold any back. */
  accuracy: number | null
  examples: number
  /** The space of meaning it was trained with, and how much a place in it counts; `null` when it was trained on words alone. */
  meaning: { space: Meaning; weight: number } | null
  /** Whether it heeds words of feeling. */
  moods: boolean
}

export interface Prediction {
  evidence: Evidence
  features: Features
  /** Row of each feature in the vocabulary, -1 for none. */
  known: Int32Array
  vector: Vector
  /** Its place in the space of meaning; `null` for a classifier without one. */
  meant: Placed | null
  scores: Float64Array
  /** Of each label, given that it is one of them. */
  probabilities: Float64Array
  /** The likeliest label's place in `labels`, -1 when there is none. */
  best: number
  /** Probability that the text belongs to any of the labels. */
  inScope: number
  /** Whether `inScope` is above the threshold that keeps nearly all that is read right. */
  isInScope: boolean
}

/** The probabilities of the labels for one text, and whether it belongs to any of them; `language` where it is known already. */
export function predict(classifier: Classifier, text: string, language?: Language): Prediction {
  const { vocabulary, meaning, labels, temperature, scope } = classifier
  const features = featuresOf(text, { moods: classifier.moods, language })
  const known = rowsOf(vocabulary.table, features.hashes)
  const words = vectorOf(known, vocabulary)
  const meant = meaning && placeOf(meaning.space, features.hashes)
  const vector = meaning && meant ? withMeaning(words, meant.place, { from: vocabulary.keys.length, weight: meaning.weight }) : words
  const scores = scoresOf(classifier, vector)
  const probabilities = softmax(scores.subarray(0, labels.length), temperature)
  const best = indexOfMax(probabilities)
  const outside = classifier.columns > labels.length ? (scores[labels.length] ?? 0) : null
  const evidence = {
    probability: probabilities[best] ?? 0,
    score: scores[best] ?? 0,
    known: knownShare(features, known),
    beyondOutside: outside === null ? null : (scores[best] ?? 0) - outside,
  }
  const odds = inScopeOdds(scope, evidence)
  // Letters that stand in foreign texts alone make no word known.
  const isNonsense = evidence.known === 0 && (evidence.beyondOutside ?? 0) < 0
  const isKnown = best >= 0 && vector.rows.length > 0 && !isNonsense
  return {
    evidence,
    features,
    known,
    vector,
    meant,
    scores,
    probabilities,
    best,
    inScope: isKnown ? sigmoid(odds) : 0,
    isInScope: isKnown && odds >= scope.threshold,
  }
}

export function scoresOf({ weights, scales, bias, columns }: Classifier, { rows, values }: Vector): Float64Array {
  const scores = Float64Array.from(bias)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    const start = row * columns
    const value = (values[index] as number) * (scales[row] as number)
    for (let column = 0; column < columns; column++) (scores[column] as number) += (weights[start + column] as number) * value
  }
  return scores
}

export function softmax(scores: Float64Array, temperature: number): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const powers = scores.map((score) => Math.exp((score - highest) / temperature))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

export function indexOfMax(values: Float64Array): number {
  let best = -1
  for (let index = 0; index < values.length; index++) if (best < 0 || (values[index] ?? 0) > (values[best] ?? 0)) best = index
  return best
}

export function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
