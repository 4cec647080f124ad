import type { Scenario } from './scenario.ts'
import { ending, type Track } from './track.ts'

/** What an account has learnt of its own days: how long conversations took, and how often those who wait stop waiting. Minutes. */
export interface Experience {
  handled: { n: number; sum: number }
  waiting: { left: number; sum: number }
  /** The owner's figures, which count until there is more. */
  start: { handleMinutes: number; patienceMinutes: number }
}

/** A starting figure counts as so many that were seen. */
const prior = 10

export function newcomer({ intents, patienceMinutes }: Scenario): Experience {
  const handleMinutes = intents.reduce((sum, { share, handleMinutes }) => sum + share * handleMinutes, 0)
  return { handled: { n: 0, sum: 0 }, waiting: { left: 0, sum: 0 }, start: { handleMinutes, patienceMinutes } }
}

/** One day more. */
export function after({ handled, waiting, start }: Experience, track: Track): Experience {
  const of = { handled: { ...handled }, waiting: { ...waiting }, start }
  for (const [c, how] of track.ending.entries()) {
    const waited = (track.left[c] as number) - (track.joined[c] as number)
    if (how === ending.person) {
      of.handled.n += 1
      of.handled.sum += track.minutes[c] as number
    }
    if (!(waited > 0)) continue
    of.waiting.sum += waited
    if (how === ending.abandoned || how === ending.assistant) of.waiting.left += 1
  }
  return of
}

export function meanHandleMinutes({ handled: { n, sum }, start }: Experience): number {
  return (prior * start.handleMinutes + sum) / (prior + n)
}

/** Share of those waiting that stops waiting in a minute without having met a person. */
export function leavingRate({ waiting, start }: Experience): number {
  return (prior + waiting.left) / (prior * start.patienceMinutes + waiting.sum)
}
