/** One conversation as the figures see it. Times in epoch ms, money in cents. */
export interface Served {
  conversation: string
  number: number
  openedAt: number
  closedAt: number | null
  /** Since when the customer waited for a person. */
  waitStartedAt: number | null
  answeredByPersonAt: number | null
  /** The customer left the wait, and did not come back, before anybody answered. */
  abandonedAt: number | null
  askedForPersonAt: number | null
  /** From the request for a person to the place in the queue. */
  queuedAfterAskMs: number | null
  assistantSpokeAfterAsk: boolean
  servedBy: 'assistant' | 'person' | 'both' | null
  /** Work of each, without the wait. */
  personMs: number
  assistantMs: number
  handedOver: boolean
  /** The customer's own word; null when they said neither. */
  solvedByCustomerWord: boolean | null
  /** Wrote again about the same matter within seven days of the closure, as far as is known by now. */
  recontactWithin7Days: boolean
  /** Customer Effort Score 2.0, 1–7. */
  effort: number | null
  expectedCents: number
  /** Null while it is not known yet. */
  realisedCents: number | null
  costCents: number
}
