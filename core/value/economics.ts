/** Where a number comes from. Shown beside every number that enters a decision. */
export type Source =
  | { kind: 'default'; note: string }
  | { kind: 'owner' }
  | { kind: 'measured'; n: number }
  | { kind: 'model'; version: string }
  | { kind: 'segment'; segment: string; n: number }

export interface Estimate {
  value: number
  source: Source
}

/** What the owner believes, or has measured, about one intent. Probabilities 0–1, money in the account's currency. */
export interface Economics {
  intent: string
  /** P(customer is lost | this matter stays unresolved). */
  lossProbability: Estimate
  /** P(resolved) by a person and by the assistant. */
  resolvedByPerson: Estimate
  resolvedByAssistant: Estimate
  /** P(purchase) in this conversation when a person, or the assistant, serves. */
  buysWithPerson: Estimate
  buysWithAssistant: Estimate
  /** Margin of the purchase that may come of it. */
  margin: Estimate
  /** Expected minutes of a person's work (average handle time). */
  handleMinutes: Estimate
  /** Skill a person needs; null when anybody can. */
  skill: string | null
}

/** The fields that are estimates, in the order in which people read them. */
export const economicFigures = [
  'lossProbability',
  'resolvedByPerson',
  'resolvedByAssistant',
  'buysWithPerson',
  'buysWithAssistant',
  'margin',
  'handleMinutes',
] as const satisfies (keyof Economics)[]
export type EconomicFigure = (typeof economicFigures)[number]
