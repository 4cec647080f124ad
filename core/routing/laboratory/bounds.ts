import { afterGathering, believedValue, worthOf } from '../worth.ts'
import type { Day } from './day.ts'
import { proficiencyOf, type Team } from './people.ts'
import type { Scenario } from './scenario.ts'
import { assistantResolves, assistantValue, personValue } from './simulate.ts'

/** A job for people: what it adds, the minutes it takes, the windows it may use. */
interface Job {
  value: number
  minutes: number
  first: number
  last: number
}

const windowMinutes = 30

/**
 * No policy keeps more than this. Everything that came true is known beforehand, a minute of a person may be cut as one likes,
 * and each customer meets the best person of the team. A job lies between the arrival and the end of patience plus the handle
 * time, in windows of half an hour. By Hall's condition a set of interval jobs fits if and only if no run of windows holds
 * more minutes of jobs that must lie inside it than people have there; the sets that fit form a polymatroid, so that taking
 * jobs by value per minute, as much of each as still fits, is the optimum (Edmonds 1970), and dropping "whole jobs only",
 * skills and order can only raise it.
 */
export function oracle(scenario: Scenario, team: Team, day: Day): number {
  const best = bestProficiency(scenario, team)
  const jobs: Job[] = []
  let value = 0
  for (let c = 0; c < day.count; c++) {
    const { without, withPerson, minutes } = realised(scenario, day, c, best(c, day))
    value += without
    if (withPerson > without) jobs.push({ value: withPerson - without, minutes, ...span(scenario, day, c, minutes) })
  }
  return value + fill(jobs, capacities(scenario, day, team))
}

/** The same for somebody who knows every probability and every value, but no die. Not above all luck of one day, but above all skill. */
export function informed(scenario: Scenario, team: Team, day: Day): number {
  const best = bestProficiency(scenario, team)
  const jobs: Job[] = []
  let value = 0
  for (let c = 0; c < day.count; c++) {
    const worth = expected(scenario, day, c, best(c, day))
    value += worth.resolves * worth.assistant
    const windows = span(scenario, day, c, worth.minutes)
    const failing = (1 - worth.resolves) * worth.minutesAfterHelp
    if (failing > 0) jobs.push({ value: (1 - worth.resolves) * worth.person, minutes: failing, ...windows })
    if (worth.ahead > 0 && worth.resolves > 0)
      jobs.push({ value: worth.resolves * worth.minutes * worth.ahead, minutes: worth.resolves * worth.minutes, ...windows })
  }
  return value + fill(jobs, capacities(scenario, day, team))
}

/** All that could be kept if nobody ever had to wait. */
export function maximum(scenario: Scenario, team: Team, day: Day): number {
  const best = bestProficiency(scenario, team)
  let value = 0
  for (let c = 0; c < day.count; c++) {
    const { without, withPerson } = realised(scenario, day, c, best(c, day))
    value += Math.max(without, withPerson)
  }
  return value
}

function realised(scenario: Scenario, day: Day, c: number, able: number) {
  const intent = scenario.intents[day.intent[c] as number] as Scenario['intents'][number]
  const resolves = assistantResolves(scenario, day, intent, c)
  return {
    without: resolves ? assistantValue(day, intent, c) : 0,
    withPerson: personValue(day, intent, c, able),
    minutes: afterGathering((day.minutes[c] as number) / able, scenario.help.gatheredMinutes),
  }
}

function expected(scenario: Scenario, day: Day, c: number, able: number) {
  const intent = scenario.intents[day.intent[c] as number] as Scenario['intents'][number]
  return worthOf({
    atRisk: intent.lossProbability * believedValue(day.value[c] as number, 0, { median: 0, spread: 0 }),
    resolvedByPerson: Math.min(1, intent.resolvedByPerson * able),
    resolvedByAssistant: day.asks[c] === 1 ? intent.resolvedByAssistant * scenario.help.takenByRequesters : intent.resolvedByAssistant,
    salesByPerson: intent.buysWithPerson * intent.margin,
    salesByAssistant: intent.buysWithAssistant * intent.margin,
    handleMinutes: intent.handleMinutes / able,
    gatheredMinutes: scenario.help.gatheredMinutes,
  })
}

function bestProficiency(scenario: Scenario, team: Team): (c: number, day: Day) => number {
  const able = scenario.intents.map((_, intent) =>
    scenario.languages.map((_, language) =>
      Math.max(...team.members.map((member) => proficiencyOf(member, team.skillOf[intent] as number, language, scenario.withoutSkill))),
    ),
  )
  return (c, day) => able[day.intent[c] as number]?.[day.language[c] as number] ?? 1
}

function span(scenario: Scenario, day: Day, c: number, minutes: number) {
  const arrival = day.arrival[c] as number
  const patience = (day.patience[c] as number) * Math.max(1, scenario.help.patienceFactor)
  const slowest = minutes / Math.min(scenario.withoutSkill * scenario.withTranslation, 1)
  return { first: windowOf(arrival), last: windowOf(arrival + patience + slowest) }
}

const windowOf = (minute: number) => Math.floor(minute / windowMinutes)

/**
 * Minutes of people by window. Nobody goes home in the middle of a conversation: each place may run over by one, and those
 * minutes, the longest that could be running, are counted into the window in which the shift ends.
 */
function capacities(scenario: Scenario, day: Day, team: Team): Float64Array {
  const end = Math.max(...team.members.map(({ to }) => to))
  const minutes = new Float64Array(windowOf(end) + 1)
  const ends = new Map<number, number>()
  for (const { from, to, capacity } of team.members) {
    for (let window = windowOf(from); window * windowMinutes < to; window++) {
      const overlap = Math.min(to, (window + 1) * windowMinutes) - Math.max(from, window * windowMinutes)
      minutes[window] = (minutes[window] as number) + capacity * overlap
    }
    ends.set(to, (ends.get(to) ?? 0) + capacity)
  }
  for (const [to, places] of ends) minutes[windowOf(to - 1e-6)] = (minutes[windowOf(to - 1e-6)] as number) + overrun(scenario, day, to, places)
  return minutes
}

/** The longest conversations that could be running at this moment, one for each place; of each only what can lie beyond it. */
function overrun(scenario: Scenario, day: Day, at: number, places: number): number {
  const beyond: number[] = []
  for (let c = 0; c < day.count; c++) {
    const arrival = day.arrival[c] as number
    const minutes = (day.minutes[c] as number) / Math.min(1, scenario.withoutSkill * scenario.withTranslation)
    const latest = arrival + (day.patience[c] as number) * Math.max(1, scenario.help.patienceFactor)
    if (arrival > at || latest + minutes <= at) continue
    beyond.push(Math.min(minutes, latest + minutes - at))
  }
  return beyond
    .sort((a, b) => b - a)
    .slice(0, places)
    .reduce((sum, minutes) => sum + minutes, 0)
}

/** Jobs by value per minute, each as far as it still fits; returns what they add. */
function fill(jobs: Job[], capacity: Float64Array): number {
  const room = new Room(capacity)
  let value = 0
  for (const job of jobs.sort((a, b) => b.value / b.minutes - a.value / a.minutes)) value += (job.value * room.take(job)) / job.minutes
  return value
}

/** Free minutes of every run of windows [a, b], less those of accepted jobs that must lie inside it. */
class Room {
  private readonly windows: number
  private readonly left: Float64Array

  constructor(capacity: Float64Array) {
    this.windows = capacity.length
    this.left = new Float64Array(capacity.length ** 2)
    for (let a = 0; a < this.windows; a++) {
      let sum = 0
      for (let b = a; b < this.windows; b++) {
        sum += capacity[b] as number
        this.left[a * this.windows + b] = sum
      }
    }
  }

  /** The most minutes of this job that fit; they are taken. */
  take({ first, last, minutes }: Job): number {
    const end = Math.min(last, this.windows - 1)
    let fits = minutes
    for (let a = 0; a <= first && fits > 0; a++) {
      for (let b = end; b < this.windows; b++) fits = Math.min(fits, this.left[a * this.windows + b] as number)
    }
    if (first >= this.windows || fits <= 0) return 0
    for (let a = 0; a <= first; a++) {
      for (let b = end; b < this.windows; b++) this.left[a * this.windows + b] = (this.left[a * this.windows + b] as number) - fits
    }
    return fits
  }
}
