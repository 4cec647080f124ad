import type { Language } from '../language.ts'
import { type Classifier, predict } from './classifier/classifier.ts'
import { decisiveWords } from './classifier/explanation.ts'
import { packClassifier, readClassifier } from './classifier/packing.ts'
import { clausesOf } from './clauses.ts'
import type { Meaning } from './meaning.ts'
import { unpack } from './packed.ts'
import { fieldsOf } from './packed-fields.ts'
import type { Reading, Span } from './reading.ts'

/** An account's model of its intents; `classifier` is `null` while there are fewer than two intents to tell apart. */
export interface IntentModel {
  classifier: Classifier | null
  examples: number
  /** Those of its intents that are no matter: greetings, thanks. */
  asides: readonly string[]
}

/** Row 8: the intent of a message with its probability and the words that made it; null when it is none of the account's. */
export function readIntent({ classifier }: IntentModel, text: string, language?: Language): Pick<Reading, 'intent' | 'intents'> {
  if (!classifier) return { intent: { is: null, confidence: 0, because: [] }, intents: [] }
  const prediction = predict(classifier, text, language)
  const { best, probabilities, inScope, isInScope, features } = prediction
  if (inScope === 0) return { intent: { is: null, confidence: 1, because: [] }, intents: [] }
  const intents = wanted(classifier, { text, language }, probabilities)
  if (!isInScope) return { intent: { is: null, confidence: 1 - inScope, because: [] }, intents }
  const because = decisiveWords(classifier, prediction).map(({ token, weight }): Span => {
    const { from, to } = features.tokens[token] ?? { from: 0, to: 0 }
    return { text: text.slice(from, to), from, to, weight }
  })
  return { intent: { is: classifier.labels[best] ?? null, confidence: probabilities[best] ?? 0, because }, intents }
}

/** The model as bytes, to be kept. */
export function encodeModel({ classifier, asides }: IntentModel): Uint8Array {
  return classifier ? packClassifier(classifier, { asides: [...asides] }) : new Uint8Array()
}

/** Reads what `encodeModel` wrote; throws on anything else. */
export function decodeModel(bytes: Uint8Array, meaning: Meaning | null): IntentModel {
  if (bytes.length === 0) return { classifier: null, examples: 0, asides: [] }
  const classifier = readClassifier(bytes, meaning)
  const fields = fieldsOf(unpack(bytes))
  // What was trained before asides were told apart has none.
  return { classifier, examples: classifier.examples, asides: fields.maybe('asides', fields.texts) ?? [] }
}

/**
 * The likeliest intents. A message of several clauses may want several things: each clause is read by itself too, and an intent is as
 * probable as in the clause that speaks for it most, so that together they may exceed one.
 */
function wanted(
  classifier: Classifier,
  { text, language }: { text: string; language: Language | undefined },
  whole: Float64Array,
): Reading['intents'] {
  const probabilities = Float64Array.from(whole)
  // Who is that clear wants one thing.
  const clauses = Math.max(...whole) >= 0.97 ? [] : clausesOf(text)
  for (const clause of clauses) {
    const { best, inScope, isInScope, probabilities: own } = predict(classifier, clause, language)
    if (isInScope) probabilities[best] = Math.max(probabilities[best] ?? 0, (own[best] ?? 0) * inScope)
  }
  return classifier.labels
    .map((intent, label) => ({ intent, probability: probabilities[label] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 5)
}
