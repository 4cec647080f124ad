import type { Mood } from '../understanding/reading.ts'
import type { Economics, Estimate } from './economics.ts'

/** What is known of the customer's worth and history when the conversation is weighed. */
export interface CustomerWorth {
  /** Remaining lifetime value V_i, never negative, capped by the owner. */
  lifetimeValue: Estimate
  /** Years since the first order; 0 for a stranger. */
  tenureYears: number
  /** How often the same matter was already brought, within 30 days. */
  repeats: number
  /** Promises made to this customer that are still open. */
  openPromises: number
}

export interface StakeFacts {
  economics: Economics
  worth: CustomerWorth
  mood: Mood
  /** Confidence of the intent, 0–1: with little of it the economics shrink to the account's mean. */
  intentConfidence: number
  /** The account's mean over its intents, weighted by volume. */
  meanEconomics: Economics
}

/** One summand of the stake, in money; `code` names it in the reader's language, `numbers` are what made it. */
export interface Term {
  code: 'loss-of-customer' | 'mood' | 'repeats' | 'open-promises' | 'tenure' | 'purchase'
  side: 'risk' | 'gain'
  money: number
  numbers: Record<string, number>
}

/** The stake of a conversation (value.md §1). All money in the account's currency, not rounded. */
export interface Stake {
  /** p_loss · V: what may be lost. Equal to the sum of the risk terms. */
  atRisk: number
  /** b_person · margin: what may be gained. Equal to the sum of the gain terms. */
  toGain: number
  /** atRisk + toGain: what is on the table; shown to people. */
  total: number
  /** p_loss · V · (r_person − r_assistant). */
  risk: number
  /** (b_person − b_assistant) · margin. */
  gain: number
  /** risk + gain: what a person adds over the assistant. May be below zero. */
  uplift: number
  /** P(loss) after everything that moved it. */
  lossProbability: number
  /** P(resolved) by a person and by the assistant, as they entered. */
  resolvedByPerson: number
  resolvedByAssistant: number
  handleMinutes: number
  /** uplift / handleMinutes: money a minute of a person earns here. */
  perMinute: number
  /** Largest first. */
  terms: Term[]
  /** Every input that entered, with its source. */
  inputs: Record<string, Estimate>
}
