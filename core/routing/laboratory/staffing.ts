import { type Interval, interval } from './compare.ts'
import { sampleDay } from './day.ts'
import { peopleFor } from './erlang.ts'
import { figuresOf } from './figures.ts'
import { teamOf } from './people.ts'
import { policies } from './policies.ts'
import type { PolicyName } from './policy.ts'
import { arrivalRates, type Scenario, teamMinutes } from './scenario.ts'
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
  /** The team of the scenario times this. */
  times: number
  people: number
  value: Interval
  /** Everybody's minutes on shift, worked or not. */
  paid: number
  net: Interval
  serviceLevel: Interval
}

/** What a smaller or larger team keeps, net of what it is paid: the same customers for every size. */
export function teamSizes(scenario: Scenario, policy: PolicyName, sizes: readonly number[], seeds: readonly number[]): TeamSize[] {
  const days = seeds.map((seed) => sampleDay(scenario, { seed }))
  return sizes.map((times) => {
    const sized = { ...scenario, team: scenario.team.map((group) => ({ ...group, count: Math.max(1, Math.round(group.count * times)) })) }
    const team = teamOf(sized)
    const figures = days.map((day) => figuresOf(sized, day, simulate(sized, team, day, policies[policy])))
    const paid = teamMinutes(sized) * scenario.costOfMinute
    return {
      times,
      people: team.members.length,
      value: interval(figures.map(({ value }) => value)),
      paid,
      net: interval(figures.map(({ value }) => value - paid)),
      serviceLevel: interval(figures.map(({ serviceLevel }) => serviceLevel)),
    }
  })
}
