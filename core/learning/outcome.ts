/** What is known of a matter seven days after a person's hands let go of it. */
export interface Aftermath {
  /** What was said at the end: solved, not solved, or nothing. */
  said: boolean | null
  /** The customer came back with the same matter within seven days. */
  cameBack: boolean
  /** How easy it was, 1–7, as the customer answered; null without an answer. */
  effort: number | null
}

export type OutcomeRule = 'said-unsolved' | 'came-back' | 'hard-for-the-customer' | 'said-solved'

/** Days until a matter that nobody brought back counts as resolved (first contact resolution is usually measured over 7). */
export const settlesAfterDays = 7

const hard = 3
const easy = 5

/** Row 9: whether it was resolved, and by which rule; null while nobody said so, as silence is no proof. */
export function outcomeOf({ said, cameBack, effort }: Aftermath): { resolved: boolean; rule: OutcomeRule } | null {
  if (said === false) return { resolved: false, rule: 'said-unsolved' }
  if (cameBack) return { resolved: false, rule: 'came-back' }
  if (effort !== null && effort <= hard) return { resolved: false, rule: 'hard-for-the-customer' }
  if (said === true || (effort !== null && effort >= easy)) return { resolved: true, rule: 'said-solved' }
  return null
}
