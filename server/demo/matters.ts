import type { Language } from '../../core/language.ts'

/** What customers of a furniture shop write about, with how often: the account's intents. */
export const intentWeights: readonly (readonly [intent: string, weight: number])[] = [
  ['delivery-status', 17],
  ['delivery-change', 8],
  ['order-cancel', 4],
  ['order-change', 4],
  ['return', 8],
  ['refund-status', 6],
  ['damaged-item', 7],
  ['missing-parts', 5],
  ['assembly', 4],
  ['warranty', 3],
  ['payment-problem', 5],
  ['invoice', 4],
  ['product-question', 7],
  ['buy-advice', 5],
  ['business-order', 3],
  ['discount', 4],
  ['account-access', 4],
  ['leaving', 3],
  ['opening-hours', 3],
  ['greeting', 2],
]
export const intents = intentWeights.map(([intent]) => intent)

/** Matters for which a person is worth most. */
export const pressingIntents = new Set(['damaged-item', 'warranty', 'refund-status', 'payment-problem', 'business-order', 'leaving'])

export const languageWeights: readonly (readonly [language: Language, weight: number])[] = [
  ['en', 26],
  ['ms', 16],
  ['id', 18],
  ['th', 15],
  ['zh', 14],
  ['et', 13],
]

/** How long an expectation may take to come true; as in the value slice. */
export const windowDays = 14
