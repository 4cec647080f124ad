import type { Reading } from './reading.ts'

/** What a conversation is about, with the confidence of the reading that said so. */
export interface HeldIntent {
  is: string | null
  confidence: number
}

/**
 * Row 8: what a conversation is about after one more message. An aside or a guess less sure than what was said before changes nothing:
 * whoever wants to leave and then asks "are you still there?" still wants to leave.
 */
export function intentAfter(held: HeldIntent, { intent, aside }: Pick<Reading, 'intent' | 'aside'>): HeldIntent {
  const { is, confidence } = intent
  if (is === null) return held
  if (held.is === null || held.is === is) return { is, confidence: held.is === is ? Math.max(held.confidence, confidence) : confidence }
  if (aside) return held
  return confidence >= Math.min(clear, held.confidence) ? { is, confidence } : held
}

/** From here on a message has said a matter of its own. */
const clear = 0.6
