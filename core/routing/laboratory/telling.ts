import { type Forecast, forecastWait } from '../../queue/forecast.ts'
import { type Experience, leavingRate, meanHandleMinutes } from './experience.ts'
import type { Entry, Facts, Policy } from './policy.ts'
import { sambutInClasses } from './sambut.ts'
import { assistantResolves } from './simulate.ts'

/** Ours, and the two predictors to beat: the length of the queue and the head of the line (Ibrahim & Whitt 2009). */
export const forecasters = ['sambut', 'queue-length', 'head-of-line'] as const
export type Forecaster = (typeof forecasters)[number]

/** A wait as it was foretold when it began; `beside` may be helped by the assistant before a person comes. */
export interface Begun {
  forecasts: Record<Forecaster, Forecast>
  beside: boolean
}

/** The policy of the server, writing down at every wait's beginning what its customer would be told. */
export class Telling implements Policy {
  private readonly facts: Facts
  private readonly inner: Policy
  private readonly begun: Map<number, Begun>
  private readonly experience: Experience
  private readonly waiting = new Map<number, { index: number; since: number }>()
  /** Those who want a person, whether they had to wait or not. */
  private readonly joins: { at: number; index: number; c: number }[] = []
  private readonly beside = new Set<number>()

  constructor(facts: Facts, experience: Experience, begun: Map<number, Begun>) {
    this.facts = facts
    this.inner = sambutInClasses.make(facts)
    this.experience = experience
    this.begun = begun
  }

  entry(c: number, now: number): Entry {
    const entry = this.inner.entry(c, now)
    const { scenario, day } = this.facts
    const intent = scenario.intents[day.intent[c] as number]
    if (entry === 'beside') this.beside.add(c)
    if (entry !== 'assistant') this.joins.push({ at: now, index: this.inner.index(c, false, now), c })
    else if (intent && !assistantResolves(scenario, day, intent, c))
      this.joins.push({ at: now + scenario.assistantMinutes, index: this.inner.index(c, true, now), c })
    return entry
  }

  insteadOf(c: number): number {
    return this.inner.insteadOf?.(c) ?? -1
  }

  index(c: number, helped: boolean, now: number): number {
    const index = this.inner.index(c, helped, now)
    this.waiting.set(c, { index, since: this.waiting.get(c)?.since ?? now })
    return index
  }

  joined(c: number, now: number): { promised: boolean } {
    const forecasts = this.begun.has(c) ? null : this.forecasts(c, now)
    if (forecasts) this.begun.set(c, { forecasts, beside: this.beside.has(c) })
    return this.inner.joined?.(c, now) ?? { promised: false }
  }

  left(c: number): void {
    this.waiting.delete(c)
    this.inner.left?.(c)
  }

  pressing(person: number, now: number): number {
    return this.inner.pressing?.(person, now) ?? -1
  }

  private forecasts(c: number, now: number): Record<Forecaster, Forecast> | null {
    const { floor, scenario } = this.facts
    const pool = floor.poolFor(c)
    if (pool.slots === 0) return null
    const index = this.waiting.get(c)?.index ?? 0
    const before = [...this.waiting].filter(([other, theirs]) => other !== c && (theirs.index > index || (theirs.index === index && other < c)))
    const minutes = meanHandleMinutes(this.experience)
    const ahead = Math.round(before.reduce((sum, [other]) => sum + this.shared(pool.people, other), 0))
    const one = minutes / pool.slots
    const lengthwise = { mean: (ahead + 1) * one, spread: Math.sqrt(ahead + 1) * one }
    const head = before.filter(([, theirs]) => theirs.index === index).map(([, { since }]) => now - since)
    const headwise = head.length === 0 ? one : Math.max(one, ...head)
    const hour = this.joins.filter(({ at }) => at > now - 60 && at <= now)
    const overtaking = hour.reduce((sum, join) => (join.index > index ? sum + this.shared(pool.people, join.c) : sum), 0)
    const sambut = forecastWait({
      ahead,
      peopleOn: pool.people.size,
      capacity: pool.slots,
      inService: pool.slots - pool.free,
      meanHandleMinutes: minutes,
      abandonmentPerMinute: leavingRate(this.experience),
      overtakingPerMinute: overtaking / Math.min(60, Math.max(10, now - scenario.hours.from)),
      completionsSeen: this.experience.handled.n,
    })
    return sambut && { sambut, 'queue-length': lengthwise, 'head-of-line': { mean: headwise, spread: headwise } }
  }

  /** Which part of the work for another customer falls on these people. */
  private shared(people: ReadonlySet<number>, other: number): number {
    const theirs = this.facts.floor.poolFor(other).people
    if (theirs.size === 0) return 1
    return [...theirs].filter((person) => people.has(person)).length / theirs.size
  }
}
