import { featuresOf } from './features.ts'
import type { Finding, Reading, Span } from './reading.ts'

/** What training leaves: plain data, so that it can be kept, shown and replayed. Weights are whole numbers; times `scale` they are log-odds. */
export interface IntentModel {
  version: 1
  intents: string[]
  /** Features in the order of their rows in `weights`, and how rare each is (tf-idf). */
  vocabulary: string[]
  rarity: number[]
  /** One row a feature, one column an intent. */
  weights: number[]
  bias: number[]
  scale: number
  /** Divides the log-odds, so that of all "70 %" seven in ten are right. Fitted on examples held back from training. */
  temperature: number
  /** Measured on the held-back examples; `examples` counts all. */
  accuracy: number
  examples: number
}

/** A message as the model sees it: row of the vocabulary, weight, and the word it belongs to. Length one. */
export interface Seen {
  row: number
  value: number
  word: number
}

/** Row 8: the intent of a message with its probability and the words that made it; null when it is none of the account's. */
export function readIntent(model: IntentModel, text: string): Pick<Reading, 'intent' | 'intents'> {
  const { words, features } = featuresOf(text)
  const seen = see(features, { rows: rowsOf(model), rarity: model.rarity })
  const probabilities = softmax(logits(model, seen), model.temperature)
  const ranked = model.intents
    .map((intent, column) => ({ intent, probability: probabilities[column] ?? 0, column }))
    .sort((a, b) => b.probability - a.probability)
  const best = ranked[0]
  const intents = ranked.slice(0, 5).map(({ intent, probability }) => ({ intent, probability }))
  const share = familiar(model, { words: words.length, seen })
  if (!best || share === 0) return { intent: { is: null, confidence: 1, because: [] }, intents: [] }
  if (share < strange || best.probability < threshold) return { intent: { is: null, confidence: 1 - best.probability * share, because: [] }, intents }
  const because = strongest(model, seen, best.column).map(({ word, weight }): Span => {
    const { from, to } = words[word] ?? { from: 0, to: 0 }
    return { text: text.slice(from, to), from, to, weight }
  })
  const intent: Finding<string | null> = { is: best.intent, confidence: best.probability, because }
  return { intent, intents }
}

/** The account's accuracy of intents, for the readiness report (row 45): share right among examples held back from training. */
export function modelAccuracy({ accuracy, examples }: IntentModel): { accuracy: number; examples: number } {
  return { accuracy, examples }
}

/** Known features with tf-idf weights, scaled to length one. */
export function see(
  features: readonly { name: string; word: number }[],
  { rows, rarity }: { rows: ReadonlyMap<string, number>; rarity: readonly number[] },
): Seen[] {
  const first = new Map<number, Seen>()
  for (const { name, word } of features) {
    const row = rows.get(name)
    if (row === undefined || first.has(row)) continue
    first.set(row, { row, value: (rarity[row] ?? 0) * shareOf(name), word })
  }
  const seen = [...first.values()]
  const length = Math.sqrt(seen.reduce((sum, { value }) => sum + value * value, 0)) || 1
  return seen.map((feature) => ({ ...feature, value: feature.value / length }))
}

export function softmax(scores: readonly number[], temperature: number): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - highest) / temperature))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

// Set by hand: at lower odds the first guess is wrong more often than right.
const threshold = 0.25

// Below this share of known words, and without a concept of service talk, the message is of another world.
const strange = 0.55

/** How much of the message the model has met before: 1 when it holds a concept, else the share of words, rare ones counting more. */
function familiar({ vocabulary, rarity }: IntentModel, { words, seen }: { words: number; seen: readonly Seen[] }): number {
  const names = seen.map(({ row }) => vocabulary[row] ?? '')
  if (names.some((name) => name.startsWith('#'))) return 1
  const known = new Map<number, number>()
  for (const [index, name] of names.entries())
    if (name.startsWith('=') && !name.includes(' ')) known.set(seen[index]?.word ?? 0, rarity[seen[index]?.row ?? 0] ?? 0)
  const weight = [...known.values()].reduce((sum, value) => sum + value, 0)
  return known.size === 0 ? 0 : weight / (weight + Math.max(words - known.size, 0) * rarest)
}

/** The rarity of a word met once or never among some thousands of messages. */
const rarest = 8

/** A concept says more than a word, a word more than its letters. */
function shareOf(name: string): number {
  return name.startsWith('#') ? 3 : name.startsWith('=') ? 1.6 : 1
}

const rowsByModel = new WeakMap<IntentModel, Map<string, number>>()

function rowsOf(model: IntentModel): Map<string, number> {
  const known = rowsByModel.get(model)
  if (known) return known
  const rows = new Map(model.vocabulary.map((name, row) => [name, row]))
  rowsByModel.set(model, rows)
  return rows
}

function logits({ weights, bias, scale, intents }: IntentModel, seen: readonly Seen[]): number[] {
  const scores = bias.map((value) => value * scale)
  for (const { row, value } of seen)
    for (let column = 0; column < intents.length; column++)
      scores[column] = (scores[column] ?? 0) + (weights[row * intents.length + column] ?? 0) * scale * value
  return scores
}

/** What each word added to this intent beyond the mean over all intents: exact, for the model is a sum. */
function strongest({ weights, scale, intents }: IntentModel, seen: readonly Seen[], column: number): { word: number; weight: number }[] {
  const byWord = new Map<number, number>()
  for (const { row, value, word } of seen) {
    const start = row * intents.length
    let mean = 0
    for (let other = 0; other < intents.length; other++) mean += (weights[start + other] ?? 0) / intents.length
    byWord.set(word, (byWord.get(word) ?? 0) + ((weights[start + column] ?? 0) - mean) * scale * value)
  }
  return [...byWord]
    .map(([word, weight]) => ({ word, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4)
}
