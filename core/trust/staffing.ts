import { isOfTheseRules } from '../routing/decide.ts'
import { erlangA, erlangC } from '../routing/laboratory/erlang.ts'
import { prospectOf, worthOf } from '../routing/worth.ts'
import { dayMinutes, dayOf, type Past, type PastConversation, weekdayOf } from './past.ts'
import { byDay } from './presence.ts'

/** One hour of the week, as means over the weeks of the past. */
export interface StaffedHour {
  /** 1 Monday … 7 Sunday. */
  weekday: number
  hour: number
  /** Conversations an hour that wanted or needed a person, and all of them. */
  forPeople: number
  arrivals: number
  /** People who were on, on average. */
  on: number
  /** The fewest with whom the target is met (Erlang C); and whose value is greatest, net of their pay (Erlang A). */
  forTarget: number
  forValue: number
}

export interface StaffingOf {
  share: number
  withinSeconds: number
  costOfMinute: number
  /** Conversations that one person holds at once. */
  capacity: number
  patienceMinutes: number
}

export interface Staffing {
  weeks: number
  handleMinutes: number
  /** What a person adds over the assistant, mean over those who went to people. */
  upliftEach: number
  hours: StaffedHour[]
}

/** Row 40: people needed in each hour of the week, from the account's own arrivals, beside those who were on. */
export function staffing(past: Past, of: StaffingOf): Staffing {
  const people = past.conversations.filter(({ real }) => real.wait !== null || real.personMinutes > 0)
  const worked = people.flatMap(({ real }) => (real.personMinutes > 0 ? [real.personMinutes] : []))
  const handleMinutes = Math.max(0.1, mean(worked))
  const upliftEach = Math.max(0, mean(people.flatMap(upliftOf)))
  const days = daysIn(past)
  const arrivals = countBy(past.conversations.map(({ at }) => at))
  const forPeople = countBy(people.map(({ at }) => at))
  const on = presentBy(past)
  const hours = Array.from({ length: 7 * 24 }, (_, index): StaffedHour => {
    const weekday = 1 + Math.floor(index / 24)
    const count = Math.max(1, days.get(weekday) ?? 0)
    const rate = (forPeople.get(index) ?? 0) / count
    return {
      weekday,
      hour: index % 24,
      forPeople: rate,
      arrivals: (arrivals.get(index) ?? 0) / count,
      on: (on.get(index) ?? 0) / count,
      forTarget: forTarget(rate, handleMinutes, of),
      forValue: forValue(rate, handleMinutes, upliftEach, of),
    }
  })
  return { weeks: [...days.values()].reduce((sum, count) => sum + count, 0) / 7, handleMinutes, upliftEach, hours }
}

/** What a person adds over the assistant; what was decided under earlier rules does not say. */
function upliftOf({ facts }: PastConversation): number[] {
  if (!isOfTheseRules(facts)) return []
  if (facts.stake === null) return [0]
  const { uplift, minutes } = worthOf(prospectOf(facts.stake))
  return [uplift * minutes]
}

/** Each person is as many places as conversations they hold at once; the places, not the people, are the servers of the formula. */
function forTarget(perHour: number, handleMinutes: number, { share, withinSeconds, capacity }: StaffingOf): number {
  if (perHour <= 0) return 0
  const arrivals = perHour / 60
  for (let people = 1; ; people++) {
    const queue = { people: Math.max(1, Math.round(people * capacity)), arrivals, handleMinutes }
    if (erlangC(queue).servedWithin(withinSeconds / 60) >= share) return people
  }
}

/** As long as one more person keeps more from leaving than they cost. */
function forValue(perHour: number, handleMinutes: number, uplift: number, { costOfMinute, capacity, patienceMinutes }: StaffingOf): number {
  if (perHour <= 0) return 0
  const kept = (people: number) => {
    if (people === 0) return 0
    const queue = { people: Math.max(1, Math.round(people * capacity)), arrivals: perHour / 60, handleMinutes, patienceMinutes }
    return perHour * (1 - erlangA(queue).abandonment) * uplift
  }
  let people = 0
  // The gain of one more falls with each, so the first that does not pay for itself ends it.
  while (kept(people + 1) - kept(people) > costOfMinute * 60) people++
  return people
}

const hourOfWeek = (minute: number) => (weekdayOf(dayOf(minute)) - 1) * 24 + Math.floor((minute - dayOf(minute) * dayMinutes) / 60)

function countBy(minutes: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const minute of minutes) counts.set(hourOfWeek(minute), (counts.get(hourOfWeek(minute)) ?? 0) + 1)
  return counts
}

/** Hours of people in each hour of the week. */
function presentBy({ presence }: Past): Map<number, number> {
  const present = new Map<number, number>()
  for (const { from, to } of presence.flatMap(byDay)) {
    for (let start = Math.floor(from / 60) * 60; start < to; start += 60) {
      const share = (Math.min(to, start + 60) - Math.max(from, start)) / 60
      present.set(hourOfWeek(start), (present.get(hourOfWeek(start)) ?? 0) + share)
    }
  }
  return present
}

/** How often each day of the week came. */
function daysIn({ conversations }: Past): Map<number, number> {
  const all = conversations.map(({ at }) => dayOf(at))
  const [first, last] = [all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), all.reduce((a, b) => Math.max(a, b), 0)]
  const counts = new Map<number, number>()
  for (let day = first; day <= last; day++) counts.set(weekdayOf(day), (counts.get(weekdayOf(day)) ?? 0) + 1)
  return counts
}

const mean = (of: readonly number[]) => (of.length === 0 ? 0 : of.reduce((sum, one) => sum + one, 0) / of.length)
