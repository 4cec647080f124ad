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
  if (new Set(usable.map(({ intent }) => intent)).size < 2) return { classifier: null, examples: usable.length }
  const texts = usable.map(({ text, intent }) => ({ text, label: intent }))
  return { classifier: trainClassifier(texts, { seed, meaning, onProgress }), examples: usable.length }
}
