import type { Language } from '../language.ts'

/** A waiting conversation as the queue sees it. Times are milliseconds of the database's clock. */
export interface Place {
  conversation: string
  /** The number drawn with the first message; smaller is earlier. Never drawn again for the same matter. */
  number: number
  /** Since when this customer waits for a person. */
  waitingSince: number
  /** Until when a person was promised; null when nothing was. */
  limitAt: number | null
  /** Stated priority: 8, an agreed time has come, above 7 above 6 … above 0. Within one priority who came first is served first (I7). */
  priority: Priority
  /** What a minute of a person earns here, and how many of them are expected. */
  perMinute: number
  minutes: number
  language: Language | null
  skill: string | null
  askedForPerson: boolean
}

export const priorities = [0, 1, 2, 3, 4, 5, 6, 7] as const
/** Row 13: the time that was agreed with this customer has come. No decision gives it, only the clock. */
export const callbackDue = 8
export type Priority = (typeof priorities)[number] | typeof callbackDue
export const topPriority = 7 satisfies Priority
