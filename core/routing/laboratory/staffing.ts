import { type Interval, interval } from './compare.ts'
import { sampleDay } from './day.ts'
import { peopleFor } from './erlang.ts'
import { figuresOf } from './figures.ts'
import { teamOf } from './people.ts'
import { policies } from './policies.ts'
import type { PolicyName } from './policy.ts'
import { arrivalRates, type Scenario, type TeamGroup, teamMinutes } from './scenario.ts'
import { simulate } from './simulate.ts'

export interface HourOfStaff {
  /** Minutes since midnight. */
  from: number
  arrivalsPerHour: number
  /** Everybody to people; and only those whom the assistant cannot help, and those who ask. */
  ifAllToPeople: number
  ifAssistantFirst: number
}

/** People needed in each hour so that this share is answered in time (Erlang C; the formula knows one skill and no leaving). */
export function staffByHour(scenario: Scenario, share: number): HourOfStaff[] {
  const handleMinutes = scenario.intents.reduce((sum, intent) => sum + intent.share * intent.handleMinutes, 0)
  const unhelped = (resolves: number) => scenario.asksForPerson + (1 - scenario.asksForPerson) * (1 - resolves)
  const left = scenario.intents.map((intent) => ({ share: intent.share * unhelped(intent.resolvedByAssistant), minutes: intent.handleMinutes }))
  const leftShare = left.reduce((sum, one) => sum + one.share, 0)
  const leftMinutes = left.reduce((sum, one) => sum + one.share * one.minutes, 0) / Math.max(1e-9, leftShare)
  const withinMinutes = scenario.answerWithinSeconds / 60
  return arrivalRates(scenario).map((arrivals, hour) => ({
    from: scenario.hours.from + 60 * hour,
    arrivalsPerHour: 60 * arrivals,
    ifAllToPeople: peopleFor({ arrivals, handleMinutes, share, withinMinutes }),
    ifAssistantFirst: peopleFor({ arrivals: arrivals * leftShare, handleMinutes: leftMinutes, share, withinMinutes }),
  }))
}

export interface TeamSize {
  people: number
  value: Interval
  /** Everybody's minutes on shift, worked or not. */
  paid: number
  net: Interval
  serviceLevel: Interval
}

const times = [0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.7, 2]
const smallTeam = 6

/** Sizes worth trying: every one of a small team up to its double, steps of a fifth of a large one; each once. */
export function sizesOf(people: number): number[] {
  if (people <= smallTeam) return Array.from({ length: Math.max(5, 2 * people) }, (_, index) => index + 1)
  return [...new Set(times.map((factor) => Math.round(people * factor)))]
}

/** What a smaller or larger team keeps, net of what it is paid: the same customers for every size. */
export function teamSizes(scenario: Scenario, policy: PolicyName, sizes: readonly number[], seeds: readonly number[]): TeamSize[] {
  const days = seeds.map((seed) => sampleDay(scenario, { seed }))
  return sizes.map((people) => {
    const sized = { ...scenario, team: teamOfSize(scenario.team, people) }
    const team = teamOf(sized)
    const figures = days.map((day) => figuresOf(sized, day, simulate(sized, team, day, policies[policy])))
    const paid = teamMinutes(sized) * scenario.costOfMinute
    return {
      people,
      value: interval(figures.map(({ value }) => value)),
      paid,
      net: interval(figures.map(({ value }) => value - paid)),
      serviceLevel: interval(figures.map(({ serviceLevel }) => serviceLevel)),
    }
  })
}

/** So many people in the proportions of the groups; whom rounding leaves over goes where most is missing (largest remainder). */
function teamOfSize(team: readonly TeamGroup[], people: number): TeamGroup[] {
  const all = team.reduce((sum, { count }) => sum + count, 0)
  const exact = team.map(({ count }) => (count * people) / all)
  const counts = exact.map(Math.floor)
  const left = people - counts.reduce((sum, count) => sum + count, 0)
  const missing = (group: number) => (exact[group] as number) - (counts[group] as number)
  const byMissing = counts.map((_, group) => group).sort((a, b) => missing(b) - missing(a) || a - b)
  const extra = new Set(byMissing.slice(0, left))
  return team.flatMap((group, index) => {
    const count = (counts[index] as number) + (extra.has(index) ? 1 : 0)
    return count === 0 ? [] : [{ ...group, count }]
  })
}
