import { addedAlong, placeOf } from '../meaning.ts'
import type { Classifier, Prediction } from './classifier.ts'
import { rowOf } from './vocabulary.ts'

/** What one word or mark added to the lead of a label over its runner-up, in log-odds. */
export interface Contribution {
  /** Place in `prediction.features.tokens`. */
  token: number
  weight: number
}

/**
 * Row 37: the words that made the choice, exactly, for the model is a sum: each word's share of the lead over the runner-up (a sequence
 * counts for the word where it starts). Strongest first, and as many as it takes to use up the lead: without them the other had won.
 */
export function decisiveWords(classifier: Classifier, prediction: Prediction, most = 8): Contribution[] {
  const { scores, best } = prediction
  const rival = runnerUp(scores, best)
  if (best < 0 || rival < 0) return []
  const byToken = contributions(classifier, prediction, { label: best, against: rival })
  const strongest = byToken.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const lead = (scores[best] ?? 0) - (scores[rival] ?? 0)
  const cited: Contribution[] = []
  let used = 0
  for (const contribution of strongest) {
    if (cited.length >= most || (used > lead * 1.1 && cited.length > 0)) break
    cited.push(contribution)
    used += contribution.weight
  }
  return cited
}

/** Each token's exact share of the difference between two labels' scores; what is left is the bias. */
export function contributions(classifier: Classifier, prediction: Prediction, sides: Sides): Contribution[] {
  const { vocabulary, weights, scales, columns } = classifier
  const { features, vector } = prediction
  const { label, against } = sides
  const shares = new Map<number, number>()
  vector.rows.forEach((row, index) => {
    const start = row * columns
    shares.set(row, ((weights[start + label] ?? 0) - (weights[start + against] ?? 0)) * (scales[row] ?? 0) * (vector.values[index] ?? 0))
  })
  const rows = Int32Array.from(features.hashes, (hash) => rowOf(vocabulary.table, hash))
  const times = new Map<number, number>()
  for (const row of rows) times.set(row, (times.get(row) ?? 0) + 1)
  const sums = new Float64Array(features.tokens.length)
  rows.forEach((row, index) => {
    const owner = features.owners[index] ?? 0
    sums[owner] = (sums[owner] ?? 0) + (shares.get(row) ?? 0) / (times.get(row) ?? 1)
  })
  addMeant(sums, classifier, prediction, sides)
  return Array.from(sums, (weight, token) => ({ token, weight }))
}

interface Sides {
  label: number
  against: number
}

/** A place in the space of meaning is a sum over the features too, so each has its exact share of what the place says. */
function addMeant(
  sums: Float64Array,
  { vocabulary, weights, scales, columns, meaning }: Classifier,
  { features }: Prediction,
  { label, against }: Sides,
): void {
  if (!meaning) return
  const { space, weight } = meaning
  const direction = Float32Array.from({ length: space.size }, (_, column) => {
    const row = vocabulary.keys.length + column
    return ((weights[row * columns + label] ?? 0) - (weights[row * columns + against] ?? 0)) * (scales[row] ?? 0)
  })
  const scale = weight / Math.sqrt(1 + weight * weight) / placeOf(space, features.hashes).length
  features.hashes.forEach((hash, index) => {
    const owner = features.owners[index] ?? 0
    sums[owner] = (sums[owner] ?? 0) + scale * addedAlong(space, hash, direction)
  })
}

function runnerUp(scores: Float64Array, best: number): number {
  let second = -1
  for (let label = 0; label < scores.length; label++)
    if (label !== best && (second < 0 || (scores[label] ?? 0) > (scores[second] ?? 0))) second = label
  return second
}
