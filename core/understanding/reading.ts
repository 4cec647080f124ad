import type { Language } from '../language.ts'
import type { Aside } from './aside.ts'

/** A stretch of the message that caused a finding; `from` and `to` count UTF-16 units of the text as it was written. */
export interface Span {
  text: string
  from: number
  to: number
  /** How much this stretch spoke for the finding; in the unit of the model that made it. */
  weight: number
}

/** A finding with the confidence of its maker (0–1) and the words that caused it. */
export interface Finding<T> {
  is: T
  confidence: number
  because: Span[]
}

/**
 * A fact with its place in the text. `value` is normalised: an order number in capitals, an amount as a decimal with its currency, a day
 * as ISO date (`+1d` where today is unknown, `MM-DD` without a year, `YYYY-Www` for a whole week), a time as HH:MM, a product by its name in the catalogue.
 */
export interface FoundFact {
  kind: 'order' | 'email' | 'phone' | 'amount' | 'date' | 'time' | 'address' | 'product'
  value: string
  span: Span
}

export interface Mood {
  polarity: 'positive' | 'neutral' | 'negative'
  /** -1 (very bad) to 1 (very good). */
  score: number
  frustrated: boolean
  confused: boolean
}

/** Everything that is read from one message. This is the interface that every version of the understanding keeps. */
export interface Reading {
  /** `mixed`: another of the six languages in the same message, with its share of the words (0–1). */
  language: Finding<Language | 'other' | 'unknown'> & { mixed?: { is: Language; share: number } }
  wantsPerson: Finding<boolean>
  /** `null`: none of the account's intents. */
  intent: Finding<string | null>
  /** The most likely intents with their probabilities, most likely first, at most five. */
  intents: { intent: string; probability: number }[]
  mood: Finding<Mood>
  /** Words of danger or vulnerability: such a customer goes to a person whatever is at stake. */
  vulnerable: Finding<boolean>
  facts: FoundFact[]
  /** Names no matter of its own: thanks, "are you still there?", "that did not help", a greeting. */
  aside?: Aside
}
