import { informed, maximum, oracle } from './bounds.ts'
import { sampleDay } from './day.ts'
import { type Figures, figuresOf, type ScalarFigure, scalarFigures } from './figures.ts'
import { teamOf } from './people.ts'
import { policies } from './policies.ts'
import type { PolicyName } from './policy.ts'
import type { Scenario } from './scenario.ts'
import { simulate } from './simulate.ts'

/** One day under several policies, with its bounds. */
export interface PlayedDay {
  seed: number
  conversations: number
  maximum: number
  oracle: number
  informed: number
  figures: Partial<Record<PolicyName, Figures>>
}

/** The same customers, dice and all, for each policy. */
export function playDay(scenario: Scenario, seed: number, names: readonly PolicyName[]): PlayedDay {
  const team = teamOf(scenario)
  const day = sampleDay(scenario, { seed })
  const figures: PlayedDay['figures'] = {}
  for (const name of names) figures[name] = figuresOf(scenario, day, simulate(scenario, team, day, policies[name]))
  return {
    seed,
    conversations: day.count,
    maximum: maximum(scenario, team, day),
    oracle: oracle(scenario, team, day),
    informed: informed(scenario, team, day),
    figures,
  }
}

export interface Interval {
  mean: number
  /** Half of the 95 % interval over the days (Student's t). */
  half: number
}

export function interval(samples: readonly number[]): Interval {
  const n = samples.length
  const mean = samples.reduce((sum, one) => sum + one, 0) / Math.max(1, n)
  if (n < 2) return { mean, half: Number.POSITIVE_INFINITY }
  const variance = samples.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1)
  return { mean, half: studentT(n - 1) * Math.sqrt(variance / n) }
}

/** 97.5 % quantile of Student's t (Cornish–Fisher about the normal; within 0.3 % from 5 degrees of freedom on). */
export function studentT(freedom: number): number {
  const z = 1.959964
  const g1 = (z ** 3 + z) / 4
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3
}

export interface Summary {
  scenario: string
  load: number | null
  days: number
  conversations: number
  /** The bounds as shares of the maximum and, for the informed, of the oracle. */
  oracleOfMaximum: Interval
  informedOfOracle: Interval
  policies: Partial<Record<PolicyName, PolicySummary>>
}

export interface PolicySummary {
  ofOracle: Interval
  ofMaximum: Interval
  /** Value against that of `sambut` on the same days, as a share of it; below 0 is worse. */
  againstSambut: Interval | null
  /** The longest wait of all days. */
  longest: number
  figures: Record<ScalarFigure, Interval>
  /** By the name of the language. */
  waitByLanguage: Record<string, Interval>
  waitByDecile: Interval[]
}

/** Shares are of the sums of a day, intervals over the days. */
export function summarize(scenario: Scenario, days: readonly PlayedDay[], names: readonly PolicyName[]): Summary {
  const policies: Summary['policies'] = {}
  for (const name of names) policies[name] = summaryOf(scenario, days, name)
  return {
    scenario: scenario.name,
    load: scenario.load,
    days: days.length,
    conversations: days.reduce((sum, day) => sum + day.conversations, 0),
    oracleOfMaximum: interval(days.map((day) => day.oracle / day.maximum)),
    informedOfOracle: interval(days.map((day) => day.informed / day.oracle)),
    policies,
  }
}

function summaryOf(scenario: Scenario, days: readonly PlayedDay[], name: PolicyName): PolicySummary {
  const played = days.flatMap((day) => {
    const figures = day.figures[name]
    return figures === undefined ? [] : [{ day, figures }]
  })
  const paired = played.flatMap(({ day, figures }) => (day.figures.sambut === undefined ? [] : [figures.value / day.figures.sambut.value - 1]))
  const scalar = (figure: ScalarFigure) => interval(played.map(({ figures }) => figures[figure]))
  const each = (groups: (figures: Figures) => number[]) => {
    const first = played[0] === undefined ? [] : groups(played[0].figures)
    return first.map((_, group) => interval(played.map(({ figures }) => groups(figures)[group] ?? 0)))
  }
  return {
    ofOracle: interval(played.map(({ day, figures }) => figures.value / day.oracle)),
    ofMaximum: interval(played.map(({ day, figures }) => figures.value / day.maximum)),
    againstSambut: paired.length === 0 ? null : interval(paired),
    longest: Math.max(0, ...played.map(({ figures }) => figures.longest)),
    figures: Object.fromEntries(scalarFigures.map((figure) => [figure, scalar(figure)])) as Record<ScalarFigure, Interval>,
    waitByLanguage: Object.fromEntries(
      each((figures) => figures.waitByLanguage).map((wait, index) => [scenario.languages[index]?.language ?? '', wait]),
    ),
    waitByDecile: each((figures) => figures.waitByDecile),
  }
}
