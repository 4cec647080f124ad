import type { Language } from '../language.ts'

/** A waiting conversation as the queue sees it. Times are milliseconds of the database's clock. */
export interface Place {
  conversation: string
  /** The number drawn with the first message; smaller is earlier. Never drawn again for the same matter. */
  number: number
  /** Since when this customer waits for a person. */
  waitingSince: number
  /** Stated priority: 2 above 1 above 0. Within one priority who came first is served first (I7). */
  priority: Priority
  perMinute: number
  uplift: number
  language: Language | null
  skill: string | null
  askedForPerson: boolean
}

export type Priority = 0 | 1 | 2
