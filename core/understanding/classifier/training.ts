import { type Meaning, placeOf } from '../meaning.ts'
import { type Classifier, indexOfMax, softmax } from './classifier.ts'
import { type Features, featuresOf } from './features.ts'
import { createFit, type Fit, type Labelled, runEpochs, scoreInto, shuffled } from './logistic.ts'
import { type Evidence, fitScope, type Judged, knownShare, presetScope } from './scope.ts'
import { showsDifferences, weighedByLabels } from './telling.ts'
import { meaningWeight, vectorOf, withMeaning } from './vector.ts'
import { rowsOf, type Vocabulary, vocabularyOf } from './vocabulary.ts'

export interface TrainingText {
  text: string
  label: string
}

export interface TrainingOptions {
  seed: number
  /** Texts that belong to none of the labels. */
  outside?: readonly string[]
  /** Of what is read rightly among the held-back examples, the share that must count as inside. */
  keep?: number
  /** Lends its sense of what texts mean to sets with few examples. */
  meaning?: Meaning | null
  /** Heeds words of feeling as well, for labels that are moods. */
  moods?: boolean
  /** Told the share that is done, 0–1, after each pass over the examples. */
  onProgress?: (share: number) => void
}

/** Why a set of examples cannot be learnt from. */
export class UntrainableError extends Error {
  override name = 'UntrainableError'
  readonly code: 'no-examples' | 'one-label' | 'empty-text'
  constructor(code: UntrainableError['code'], says: string) {
    super(says)
    this.code = code
  }
}

/**
 * Learns to tell the labels apart. A part of the examples is held back first, to fit the probabilities and to measure; then it goes on
 * over all of them. The same seed gives the same classifier.
 */
export function trainClassifier(given: readonly TrainingText[], options: TrainingOptions): Classifier {
  const examples = checked(given)
  const { seed, outside = [], keep = keepShare, meaning: space = null, moods = false, onProgress = () => {} } = options
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const places = new Map(labels.map((label, index) => [label, index]))
  const columns = labels.length + (outside.length > 0 ? 1 : 0)
  const read = [
    ...examples.map(({ text, label }) => ({ features: featuresOf(text, { moods }), label: places.get(label) ?? 0 })),
    ...outside.map((text) => ({ features: featuresOf(text, { moods }), label: labels.length })),
  ]
  const counted = vocabularyOf(
    read.map(({ features }) => features),
    columns,
  )
  const placed = read.map((one) => ({ ...one, known: rowsOf(counted.table, one.features.hashes) }))
  const held = folds(placed, { count: 10, seed })
  // What is held back to measure by must not have told which words to heed.
  const shown = placed.filter((_, index) => held[index] !== 0)
  const vocabulary = showsDifferences(placed.length, columns) ? weighedByLabels(counted, shown, columns) : counted
  const weight = space ? meaningWeight(read.length, columns) : 0
  const meaning = space && weight > 0 ? { space, weight } : null
  const from = vocabulary.keys.length
  const seen = placed.map((one) => {
    const words = vectorOf(one.known, vocabulary)
    const vector = meaning ? withMeaning(words, placeOf(meaning.space, one.features.hashes).place, { from, weight }) : words
    return { ...one, vector }
  })
  const plan = { size: from + (meaning?.space.size ?? 0), columns, labels: labels.length, vocabulary, seed, held, keep }
  const { fit, measured } = seen.length < largeFrom ? fitSmall(seen, plan, onProgress) : fitLarge(seen, plan, onProgress)
  return { labels, columns, vocabulary, ...rounded(fit), ...measured, examples: given.length, meaning, moods }
}

interface Plan {
  size: number
  columns: number
  labels: number
  vocabulary: Vocabulary
  seed: number
  /** The tenth of each example; the first is held back from large sets. */
  held: Uint8Array
  keep: number
}

/** Each fifth is read by a model of the other four; the model of all comes last. */
function fitSmall(seen: readonly Seen[], plan: Plan, onProgress: (share: number) => void): { fit: Fit; measured: Measured } {
  const fold = folds(seen, { count: 5, seed: plan.seed })
  const read: Read[] = []
  for (let part = 0; part < 5; part++) {
    const fit = createFit(plan.size, plan.columns)
    const shown = seen.filter((_, index) => fold[index] !== part)
    runEpochs(fit, fresh(shown), { epochs, seed: plan.seed })
    const tested = seen.filter((_, index) => fold[index] === part)
    read.push(...readAll(fit, { tested, shown, plan }))
    onProgress((part + 1) / 6)
  }
  const fit = createFit(plan.size, plan.columns)
  runEpochs(fit, seen, { epochs, seed: plan.seed })
  onProgress(1)
  return { fit, measured: measure(read, plan) }
}

/** One tenth is held back and read; then the model goes on over all of them. */
function fitLarge(seen: readonly Seen[], plan: Plan, onProgress: (share: number) => void): { fit: Fit; measured: Measured } {
  const fit = createFit(plan.size, plan.columns)
  const shown = seen.filter((_, index) => plan.held[index] !== 0)
  let done = 0
  const onEpoch = () => onProgress(++done / (epochs + epochsAfter))
  runEpochs(fit, shown, { epochs, seed: plan.seed, onEpoch })
  const tested = seen.filter((_, index) => plan.held[index] === 0)
  const measured = measure(readAll(fit, { tested, shown, plan }), plan)
  runEpochs(fit, seen, { epochs: epochsAfter, seed: plan.seed + epochs, onEpoch })
  return { fit, measured }
}

/** Of new messages more are kept, for the model that reads them has learnt from all examples. */
const keepShare = 0.97
const largeFrom = 2000
const epochs = 8
const epochsAfter = 2

interface Seen extends Labelled {
  features: Features
  /** Row of each feature. */
  known: Int32Array
}

/** Doubles teach nothing: each text counts once a label. */
function checked(given: readonly TrainingText[]): TrainingText[] {
  if (given.length === 0) throw new UntrainableError('no-examples', 'There are no examples.')
  const empty = given.find(({ text }) => text.trim() === '')
  if (empty) throw new UntrainableError('empty-text', `An example of "${empty.label}" is empty.`)
  const labels = new Set(given.map(({ label }) => label))
  if (labels.size < 2) throw new UntrainableError('one-label', `All examples are of "${[...labels][0]}"; to learn a difference, two are needed.`)
  return [...new Map(given.map((example) => [`${example.label}\n${example.text.trim().toLowerCase()}`, example])).values()]
}

/** Candidates are a fit's own: the next fit starts without them. */
function fresh(seen: readonly Seen[]): Labelled[] {
  return seen.map(({ vector, label }) => ({ vector, label }))
}

/** The part of each example, so that every part has its share of each label; the seed decides who goes where. */
function folds(seen: readonly { label: number }[], { count, seed }: { count: number; seed: number }): Uint8Array {
  const next = new Map<number, number>()
  const fold = new Uint8Array(seen.length)
  for (const index of shuffled(seen.length, seed)) {
    const label = seen[index]?.label ?? 0
    const part = next.get(label) ?? label % count
    fold[index] = part
    next.set(label, (part + 1) % count)
  }
  return fold
}

/** A text as a model read it that had not seen it. */
interface Read {
  scores: Float64Array
  label: number
  known: number
  /** What would be known of it if its label had never been heard of. */
  knownMasked: number
}

function readAll(fit: Fit, { tested, shown, plan }: { tested: readonly Seen[]; shown: readonly Seen[]; plan: Plan }): Read[] {
  const sole = soleLabels(shown, plan.size)
  return tested.map(({ vector, label, features, known: rows }) => {
    const scores = new Float64Array(fit.labels)
    scoreInto(scores, fit, vector)
    const known = knownShare(features, rows, (row) => sole[row] !== unseen)
    const knownMasked = knownShare(features, rows, (row) => sole[row] !== unseen && sole[row] !== label)
    return { scores, label, known, knownMasked }
  })
}

/** Label smoothing and a short training leave the log-odds too small; about half is what larger sets come to. */
const presetTemperature = 0.6

/** New messages differ more from the examples than these from each other, and the last passes make the model surer still. */
const newness = 1.1

type Measured = Pick<Classifier, 'temperature' | 'scope' | 'accuracy'>

function measure(read: readonly Read[], { labels, keep }: Plan): Measured {
  const inside = read.filter(({ label }) => label < labels)
  const closed = inside.map(({ scores, label }) => ({ scores: scores.subarray(0, labels), label }))
  const right = closed.filter(({ scores, label }) => indexOfMax(scores) === label).length
  const accuracy = inside.length < 5 ? null : right / inside.length
  if (inside.length < 20) return { temperature: presetTemperature, scope: presetScope, accuracy }
  const temperature = newness * fitTemperature(closed)
  return {
    temperature,
    scope: fitScope(
      read.flatMap((one) => judge(one, { labels, temperature })),
      keep,
    ),
    accuracy,
  }
}

/**
 * Two judgements of one text: as it is, and as a model would read it that has never heard of its label, which is what a text from
 * outside looks like.
 */
function judge({ scores, label, known, knownMasked }: Read, { labels, temperature }: { labels: number; temperature: number }): Judged[] {
  const outside = scores.length > labels ? (scores[labels] ?? 0) : null
  const evidenceOf = (own: Float64Array, share: number): Evidence => {
    const probabilities = softmax(own, temperature)
    const best = indexOfMax(probabilities)
    const score = own[best] ?? 0
    return { probability: probabilities[best] ?? 0, score, known: share, beyondOutside: outside === null ? null : score - outside }
  }
  const own = scores.subarray(0, labels)
  const isInScope = label < labels
  const asItIs = { evidence: evidenceOf(own, known), isInScope, isRight: isInScope && indexOfMax(own) === label }
  if (!isInScope || labels < 3) return [asItIs]
  const masked = own.filter((_, index) => index !== label)
  return [asItIs, { evidence: evidenceOf(masked, knownMasked), isInScope: false, isRight: false }]
}

const unseen = -1
const several = -2

/** The one label among whose examples a feature occurs; `several`, or `unseen`. */
function soleLabels(shown: readonly Labelled[], rows: number): Int32Array {
  const sole = new Int32Array(rows).fill(unseen)
  for (const { vector, label } of shown) for (const row of vector.rows) sole[row] = sole[row] === unseen || sole[row] === label ? label : several
  return sole
}

/** The temperature with the least surprise (negative log-likelihood) on the held-back examples (Guo et al. 2017). */
function fitTemperature(scored: readonly { scores: Float64Array; label: number }[]): number {
  const surprise = (temperature: number) =>
    scored.reduce((sum, { scores, label }) => sum - Math.log(Math.max(softmax(scores, temperature)[label] ?? 0, 1e-9)), 0)
  const grid = Array.from({ length: 40 }, (_, step) => 0.2 * 1.06 ** step)
  return grid.reduce((best, next) => (surprise(next) < surprise(best) ? next : best), 1)
}

/** One byte a weight: the largest of each row becomes 127. */
function rounded({ weights, bias, labels }: Fit): Pick<Classifier, 'weights' | 'scales' | 'bias'> {
  const rows = weights.length / labels
  const whole = new Int8Array(weights.length)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const start = row * labels
    let highest = 1e-9
    for (let column = 0; column < labels; column++) highest = Math.max(highest, Math.abs(weights[start + column] ?? 0))
    scales[row] = highest / 127
    for (let column = 0; column < labels; column++) whole[start + column] = Math.round(((weights[start + column] ?? 0) / highest) * 127)
  }
  return { weights: whole, scales, bias }
}
