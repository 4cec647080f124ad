import { calibrationFrom, type Outcome } from '../../queue/calibration.ts'
import { type Range, waitRange } from '../../queue/wait.ts'
import { type Day, sampleDay } from './day.ts'
import { after, leavingRate, newcomer } from './experience.ts'
import { teamOf } from './people.ts'
import { sambutInClasses } from './sambut.ts'
import type { Scenario } from './scenario.ts'
import { simulate } from './simulate.ts'
import { type Begun, type Forecaster, forecasters, Telling } from './telling.ts'
import { ending, type Track } from './track.ts'

/** A wait as it was told when it began, and as it came. Minutes; `weight` makes up for those who stopped waiting before. */
export interface ToldWait {
  /** 0 for the first day, of which nothing was known. */
  day: number
  waited: number
  weight: number
  told: Record<Forecaster, Range>
}

/**
 * Row 10: plays one day a seed in the order that the server serves, telling every wait by the very rule that the server tells it by.
 * From the second day on the account has a past: how long conversations took, and what became of the ranges told.
 */
export function toldWaits(scenario: Scenario, seeds: readonly number[]): ToldWait[] {
  const team = teamOf(scenario)
  const all: ToldWait[] = []
  const past: Record<Forecaster, Outcome[]> = { sambut: [], 'queue-length': [], 'head-of-line': [] }
  let known = newcomer(scenario)
  for (const [nth, seed] of seeds.entries()) {
    const day = sampleDay(scenario, { seed })
    const begun = new Map<number, Begun>()
    const experience = known
    const track = simulate(scenario, team, day, { ...sambutInClasses, make: (facts) => new Telling(facts, experience, begun) })
    const calibration = each((name) => calibrationFrom(past[name].slice(-remembered)))
    for (const [c, { forecasts, beside }] of begun) {
      if (track.ending[c] !== ending.person) continue
      const waited = (track.left[c] as number) - (track.joined[c] as number)
      const weight = weightOf({ scenario, day, track }, c, beside)
      all.push({ day: nth, waited, weight, told: each((name) => waitRange(forecasts[name], calibration[name])) })
      for (const name of forecasters) past[name].push({ ...forecasts[name], waited, weight: Math.exp(waited * leavingRate(known)) })
    }
    known = after(known, track)
  }
  return all
}

/** As many waits as the server looks back on. */
const remembered = 1000

/**
 * Those who are served late are few because others like them gave up, or were helped by the assistant meanwhile. Patience is
 * exponential and the assistant's luck is known, so that each who stayed speaks for a known number.
 */
function weightOf({ scenario, day, track }: { scenario: Scenario; day: Day; track: Track }, c: number, beside: boolean): number {
  const waited = (track.left[c] as number) - (track.joined[c] as number)
  const stretched = track.kept[c] === 1 ? scenario.help.patienceFactor : 1
  const stayed = Math.exp(waited / (scenario.patienceMinutes * stretched))
  const helped = beside && track.helped[c] === 1
  return helped ? stayed / (1 - (scenario.intents[day.intent[c] as number]?.resolvedByAssistant ?? 0)) : stayed
}

function each<T>(of: (name: Forecaster) => T): Record<Forecaster, T> {
  return { sambut: of('sambut'), 'queue-length': of('queue-length'), 'head-of-line': of('head-of-line') }
}
