import type { Chance } from '../../core/chance.ts'
import { happens, weighted } from './draw.ts'
import { opens, zoneShift } from './roster.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** How far back the history of the demo company goes. */
export const historyDays = 14

/** Open from 8 to 22 every day but on a few holidays; Singapore's own, as dates. */
export function openingHours(now: number) {
  const year = new Date(now).getUTCFullYear()
  const week = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((one) => [one, [{ from: '08:00', to: '22:00' }]]))
  const holidays = [year, year + 1].flatMap((each) => [`${each}-01-01`, `${each}-05-01`, `${each}-08-09`, `${each}-12-25`])
  return { timeZone: 'Asia/Singapore', week, holidays }
}

/** How much is written in each hour of the day, from the hour of opening on. */
const profile = [3, 5, 8, 9, 8, 6, 5, 5, 5, 6, 6, 8, 9, 6]

/**
 * When customers wrote in the last two weeks, earliest first: by the profile of a day, a few at night, one rush after a truck broke
 * down, and somewhat more in the hours just past, so that the floor has something to show from the first minute.
 */
export function arrivals(chance: Chance, many: number, now: number): number[] {
  const midnight = Math.floor((now + zoneShift) / day) * day - zoneShift
  const rush = midnight - 3 * day + 10.7 * hour
  const draw = (): number => {
    const kind = weighted(chance, [
      ['day', 80],
      ['night', 5],
      ['rush', 8],
      ['lately', 7],
    ])
    if (kind === 'rush') return rush + chance.next() * 50 * minute
    if (kind === 'lately') return now - 8 * minute - chance.next() * 140 * minute
    const date = midnight - Math.floor(chance.next() * historyDays) * day
    if (kind === 'night') return date + chance.next() * 7.5 * hour
    const of = weighted(
      chance,
      profile.map((weight, index) => [index, weight]),
    )
    return date + (opens + of + chance.next()) * hour
  }
  const oldest = now - historyDays * day
  const times: number[] = []
  // Half of what is left out falls into the hours of today that are still to come: they are drawn again.
  for (let tries = 0; times.length < many && tries < many * 3; tries++) {
    const at = Math.round(draw())
    if (at > oldest && at < now - 5 * minute) times.push(at)
  }
  // Whole weekends are quieter by a third.
  return times.filter((at) => new Date(at + zoneShift).getUTCDay() % 6 !== 0 || happens(chance, 0.67)).sort((a, b) => a - b)
}
