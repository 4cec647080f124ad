import { addedAlong } from '../meaning.ts'
import type { Classifier, Prediction } from './classifier.ts'

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
  const { weights, scales, columns } = classifier
  const { features, vector, known } = prediction
  const { label, against } = sides
  const seats = Int32Array.from(known, (row) => seatOf(vector.rows, row))
  const times = new Float64Array(vector.rows.length)
  for (const seat of seats) if (seat >= 0) times[seat] = (times[seat] as number) + 1
  const sums = new Float64Array(features.tokens.length)
  for (let index = 0; index < seats.length; index++) {
    const seat = seats[index] as number
    if (seat < 0) continue
    const row = vector.rows[seat] as number
    const start = row * columns
    const lead = (weights[start + label] as number) - (weights[start + against] as number)
    const share = lead * (scales[row] as number) * (vector.values[seat] as number)
    const owner = features.owners[index] as number
    sums[owner] = (sums[owner] as number) + share / (times[seat] as number)
  }
  addMeant(sums, classifier, prediction, sides)
  return Array.from(sums, (weight, token) => ({ token, weight }))
}

/** The place of a row among the vector's, which are in order; -1 for none. */
function seatOf(rows: Int32Array, row: number): number {
  if (row < 0) return -1
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as number) < row) low = middle + 1
    else high = middle
  }
  return rows[low] === row ? low : -1
}

interface Sides {
  label: number
  against: number
}

/** A place in the space of meaning is a sum over the features too, so each has its exact share of what the place says. */
function addMeant(
  sums: Float64Array,
  { vocabulary, weights, scales, columns, meaning }: Classifier,
  { features, meant }: Prediction,
  { label, against }: Sides,
): void {
  if (!meaning || !meant) return
  const { space, weight } = meaning
  const direction = Float32Array.from({ length: space.size }, (_, column) => {
    const row = vocabulary.keys.length + column
    return ((weights[row * columns + label] ?? 0) - (weights[row * columns + against] ?? 0)) * (scales[row] ?? 0)
  })
  const scale = weight / Math.sqrt(1 + weight * weight) / meant.length
  meant.rows.forEach((row, index) => {
    if (row < 0) return
    const owner = features.owners[index] ?? 0
    sums[owner] = (sums[owner] ?? 0) + scale * addedAlong(space, row, direction)
  })
}

function runnerUp(scores: Float64Array, best: number): number {
  let second = -1
  for (let label = 0; label < scores.length; label++)
    if (label !== best && (second < 0 || (scores[label] ?? 0) > (scores[second] ?? 0))) second = label
  return second
}
