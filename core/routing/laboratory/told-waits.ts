import { type WaitFacts, waitRange } from '../../queue/wait.ts'
import { sampleDay } from './day.ts'
import { teamOf } from './people.ts'
import type { Entry, Facts, Policy } from './policy.ts'
import { sambutInClasses } from './sambut.ts'
import type { Scenario } from './scenario.ts'
import { simulate } from './simulate.ts'
import { ending } from './track.ts'

/** A wait as it was told when it began, and as it came. Minutes; `weight` makes up for those who left before. */
export interface ToldWait {
  from: number
  to: number
  waited: number
  weight: number
}

/** Row 10: plays a day in the order that the server serves, telling every wait by the very rule that the server tells it by. */
export function toldWaits(scenario: Scenario, seed: number): ToldWait[] {
  const team = teamOf(scenario)
  const day = sampleDay(scenario, { seed })
  const told = new Map<number, { from: number; to: number }>()
  const track = simulate(scenario, team, day, { ...sambutInClasses, make: (facts) => new Telling(facts, told) })
  return [...told].flatMap(([c, range]) => {
    if (track.ending[c] !== ending.person) return []
    const waited = (track.left[c] as number) - (track.joined[c] as number)
    // Those who are served late are few because others like them gave up: patience is exponential, so their weight is known.
    return [{ ...range, waited, weight: Math.exp(waited / scenario.patienceMinutes) }]
  })
}

class Telling implements Policy {
  private readonly facts: Facts
  private readonly inner: Policy
  private readonly told: Map<number, { from: number; to: number }>
  private readonly waiting = new Map<number, number>()
  private readonly joins: { at: number; index: number; c: number }[] = []
  private readonly meanMinutes: number

  constructor(facts: Facts, told: Map<number, { from: number; to: number }>) {
    this.facts = facts
    this.inner = sambutInClasses.make(facts)
    this.told = told
    this.meanMinutes = facts.scenario.intents.reduce((sum, { share, handleMinutes }) => sum + share * handleMinutes, 0)
  }

  entry(c: number, now: number): Entry {
    return this.inner.entry(c, now)
  }

  insteadOf(c: number): number {
    return this.inner.insteadOf?.(c) ?? -1
  }

  index(c: number, helped: boolean, now: number): number {
    const index = this.inner.index(c, helped, now)
    this.waiting.set(c, index)
    return index
  }

  joined(c: number, now: number): { promised: boolean } {
    const index = this.waiting.get(c) ?? 0
    if (!this.told.has(c)) {
      const range = waitRange(this.factsFor(c, index, now))
      if (range) this.told.set(c, range)
      this.joins.push({ at: now, index, c })
    }
    return this.inner.joined?.(c, now) ?? { promised: false }
  }

  left(c: number): void {
    this.waiting.delete(c)
    this.inner.left?.(c)
  }

  pressing(person: number, now: number): number {
    return this.inner.pressing?.(person, now) ?? -1
  }

  private factsFor(c: number, index: number, now: number): WaitFacts {
    const { floor, scenario } = this.facts
    while (this.joins.length > 0 && (this.joins[0]?.at ?? now) < now - 60) this.joins.shift()
    const pool = floor.poolFor(c)
    const before = [...this.waiting].filter(([other, theirs]) => other !== c && (theirs > index || (theirs === index && other < c)))
    return {
      ahead: Math.round(before.reduce((sum, [other]) => sum + this.shared(pool.people, other), 0)),
      peopleOn: pool.slots,
      capacity: pool.slots,
      inService: pool.slots - pool.free,
      meanHandleMinutes: this.meanMinutes,
      abandonmentPerMinute: 1 / scenario.patienceMinutes,
      overtakingPerMinute:
        this.joins.reduce((sum, join) => (join.index > index ? sum + this.shared(pool.people, join.c) : sum), 0) /
        Math.min(60, Math.max(10, now - scenario.hours.from)),
      completionsSeen: 1000,
    }
  }

  /** Which part of the work for another customer falls on these people. */
  private shared(people: ReadonlySet<number>, other: number): number {
    const theirs = this.facts.floor.poolFor(other).people
    if (theirs.size === 0) return 1
    return [...theirs].filter((person) => people.has(person)).length / theirs.size
  }
}
