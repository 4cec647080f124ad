import { asideOf } from './aside.ts'
import { trainClassifier } from './classifier/training.ts'
import type { IntentModel } from './intent.ts'
import type { Meaning } from './meaning.ts'

export interface Example {
  text: string
  intent: string
}

export interface IntentTraining {
  seed: number
  meaning: Meaning | null
  onProgress?: (share: number) => void
}

/** Rows 8 and 9: one model over all languages of an account, from its own examples. The same seed gives the same model. */
export function trainIntents(examples: readonly Example[], { seed, meaning, onProgress = () => {} }: IntentTraining): IntentModel {
  const usable = examples.filter(({ text }) => text.trim() !== '')
  if (new Set(usable.map(({ intent }) => intent)).size < 2) return { classifier: null, examples: usable.length, asides: [] }
  const texts = usable.map(({ text, intent }) => ({ text, label: intent }))
  return { classifier: trainClassifier(texts, { seed, meaning, onProgress }), examples: usable.length, asides: asidesAmong(usable) }
}

/** The intents of which at least this share of the examples says nothing but an aside. */
const mostly = 0.3

function asidesAmong(examples: readonly Example[]): string[] {
  const counts = new Map<string, { all: number; asides: number }>()
  for (const { text, intent } of examples) {
    const { all, asides } = counts.get(intent) ?? { all: 0, asides: 0 }
    counts.set(intent, { all: all + 1, asides: asides + (asideOf(text) ? 1 : 0) })
  }
  return [...counts].filter(([, { all, asides }]) => asides >= mostly * all).map(([intent]) => intent)
}
