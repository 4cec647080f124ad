import type { Estimate } from './economics.ts'

/** How far each finding moves the log-odds of losing the customer. Learning hands back a better set of the same shape. */
export interface LossWeights {
  /** A wholly negative, a wholly positive message (score ∓1). */
  negative: Estimate
  positive: Estimate
  frustrated: Estimate
  /** Per earlier attempt at the same matter, per promise still open, per year as a customer. */
  repeat: Estimate
  promise: Estimate
  tenureYear: Estimate
  /** Beyond these counts nothing is added: the tenth repeat says little that the fourth did not. */
  most: { repeats: number; promises: number; years: number }
}

const start = (value: number): Estimate => ({
  value,
  source: { kind: 'default', note: 'Starting figure on the log-odds scale, to be refitted from outcomes' },
})

/** Beliefs of the first day: frustration about doubles the odds, two repeats with an open promise about quadruple them. */
export const startWeights: LossWeights = {
  negative: start(0.8),
  positive: start(0.5),
  frustrated: start(0.7),
  repeat: start(0.5),
  promise: start(0.4),
  tenureYear: start(0.08),
  most: { repeats: 4, promises: 3, years: 10 },
}
