import { covers, type Span } from '../team/span.ts'

/** A time that can be agreed: its beginning in epoch ms, and how many customers can still have it. */
export interface Slot {
  at: number
  free: number
}

/** A slot is half an hour, and a person keeps one appointment in it. */
export const slotMs = 30 * 60_000
/** Nobody is promised a time that is nearly here. */
const leadMs = 15 * 60_000

export interface SlotFacts {
  /** When each person who may serve this customer is there by the calendars. */
  shifts: readonly { spans: readonly Span[] }[]
  /** Times already promised to others, in epoch ms. */
  booked: readonly number[]
  now: number
  until: number
  most: number
}

/** Row 13: times that can honestly be promised: people on duty in that half hour, less those who have promised it already. */
export function slots({ shifts, booked, now, until, most }: SlotFacts): Slot[] {
  const found: Slot[] = []
  for (let at = Math.ceil((now + leadMs) / slotMs) * slotMs; at < until && found.length < most; at += slotMs) {
    const slot = { from: at, to: at + slotMs }
    const people = shifts.filter(({ spans }) => covers(spans, slot)).length
    const free = people - booked.filter((time) => time >= slot.from && time < slot.to).length
    if (free > 0) found.push({ at, free })
  }
  return found
}

/** How often we come back by ourselves to somebody whom nobody could take at the agreed time. */
export const mostAttempts = 3
/** An agreed time is kept when a person takes the customer within so many minutes of it. */
export const graceMinutes = 10

export type CallbackStep = 'call' | 'agree-anew' | 'stay-in-front'

/**
 * Row 13: what to do at the agreed time, and again when its grace is over. Whoever can be taken is called; else the truth is told and
 * the next time is agreed, three times in all; after that the place stays in front until somebody takes it.
 */
export function callbackStep(facts: { isIn: boolean; called: boolean; attempts: number; next: number | null }): CallbackStep {
  if (facts.isIn && !facts.called) return 'call'
  return facts.attempts < mostAttempts && facts.next !== null ? 'agree-anew' : 'stay-in-front'
}
