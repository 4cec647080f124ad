import { chance } from '../../chance.ts'
import { type Interval, interval } from './compare.ts'
import { customary } from './customary.ts'
import { type Day, emptyDay } from './day.ts'
import { erlangA, erlangC } from './erlang.ts'
import { teamOf } from './people.ts'
import type { Scenario } from './scenario.ts'
import { simulate } from './simulate.ts'
import { ending } from './track.ts'

export interface Trial {
  people: number
  /** Arrivals per minute × handle minutes / people. */
  load: number
  handleMinutes: number
  /** Null: nobody ever leaves. */
  patienceMinutes: number | null
  /** Share by which the simulated people are slower than they should be; for the test of the test. */
  planted: number
  runs: number
  /** Customers of a run, after as many as a tenth of them to warm up. */
  customers: number
  withinMinutes: number
  seed: number
}

export interface Agreement {
  figure: 'mean wait' | 'served in time' | 'abandonment'
  theory: number
  simulated: Interval
  agrees: boolean
}

/** The simulator that plays the scenarios against the formulas of Erlang: one class, one skill, first in, first out. */
export function agreement(trial: Trial): Agreement[] {
  const { people, load, handleMinutes, patienceMinutes, withinMinutes } = trial
  const arrivals = (load * people) / handleMinutes
  const queue = { people, arrivals, handleMinutes }
  const theory = patienceMinutes === null ? erlangC(queue) : erlangA({ ...queue, patienceMinutes })
  const runs = Array.from({ length: trial.runs }, (_, run) => played(trial, arrivals, trial.seed + run))
  const compared = (figure: Agreement['figure'], expected: number, of: (run: Run) => number): Agreement => {
    const simulated = interval(runs.map(of))
    return { figure, theory: expected, simulated, agrees: Math.abs(simulated.mean - expected) <= simulated.half }
  }
  return [
    compared('mean wait', theory.meanWait, (run) => run.meanWait),
    compared('served in time', theory.servedWithin(withinMinutes), (run) => run.inTime),
    ...(patienceMinutes === null ? [] : [compared('abandonment', theory.abandonment, (run) => run.abandonment)]),
  ]
}

interface Run {
  meanWait: number
  inTime: number
  abandonment: number
}

function played(trial: Trial, arrivals: number, seed: number): Run {
  const warmUp = Math.ceil(trial.customers / 10)
  const day = steadyDay(trial, arrivals, warmUp + trial.customers, seed)
  const scenario = steadyScenario(trial, (day.arrival[day.count - 1] as number) + 1)
  const track = simulate(scenario, teamOf(scenario), day, customary['people-first'])
  const run = { meanWait: 0, inTime: 0, abandonment: 0 }
  for (let c = warmUp; c < day.count; c++) {
    const wait = (track.left[c] as number) - (track.joined[c] as number)
    const served = track.ending[c] === ending.person
    run.meanWait += wait / trial.customers
    if (!served) run.abandonment += 1 / trial.customers
    if (served && wait <= trial.withinMinutes) run.inTime += 1 / trial.customers
  }
  return run
}

function steadyDay(trial: Trial, arrivals: number, count: number, seed: number): Day {
  const dice = chance(seed)
  const day = emptyDay(count)
  let now = 0
  for (let c = 0; c < count; c++) {
    now += dice.exponential(1 / arrivals)
    day.arrival[c] = now
    day.minutes[c] = dice.exponential(trial.handleMinutes * (1 + trial.planted))
    day.patience[c] = dice.exponential(trial.patienceMinutes ?? 1)
    if (trial.patienceMinutes === null) day.patience[c] = Number.MAX_VALUE
  }
  return day
}

/** Only what the queue needs: one intent, one language, people who stay until the last customer is served. */
function steadyScenario(trial: Trial, end: number): Scenario {
  return {
    name: 'steady',
    hours: { from: 0, to: end },
    arrivalsPerHour: [1],
    load: null,
    intents: [
      {
        intent: 'any',
        share: 1,
        resolvedByPerson: 1,
        resolvedByAssistant: 0,
        handleMinutes: trial.handleMinutes,
        handleSpread: 0,
        lossProbability: 0,
        buysWithPerson: 0,
        buysWithAssistant: 0,
        margin: 0,
        complexity: 0,
        skill: null,
      },
    ],
    customers: { lifetimeValue: 1, spread: 0 },
    valueNoise: 0,
    patienceMinutes: trial.patienceMinutes ?? 1e9,
    asksForPerson: 0,
    assistantMinutes: 0,
    help: { patienceFactor: 1, gatheredMinutes: 0, takenByRequesters: 0 },
    languages: [{ language: 'en', share: 1 }],
    team: [{ count: trial.people, skills: {}, languages: ['en'], capacity: 1, shift: { from: 0, to: end + 1e6 } }],
    withoutSkill: 1,
    withTranslation: 1,
    waitLimitMinutes: 1e6,
    answerWithinSeconds: 20,
    costOfMinute: 1,
    fixedThreshold: 0,
  }
}
