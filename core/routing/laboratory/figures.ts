import type { Day } from './day.ts'
import type { Scenario } from './scenario.ts'
import { ending, type Track } from './track.ts'

/** The figures of one day under one policy. Money in the account's currency, waits in minutes, shares 0–1. */
export interface Figures {
  value: number
  cost: number
  personMinutes: number
  /** Of those who waited for a person: gave up, or were told that nobody can come. */
  abandonment: number
  /** Average speed of answer, of those whom a person served. */
  asa: number
  serviceLevel: number
  p95: number
  longest: number
  /** Of those who asked for a person: went to people before anything else; and spoke to one. */
  honoured: number
  reached: number
  /** Of all: were told that nobody can come within the limit. */
  unserved: number
  byAssistant: number
  waitByLanguage: number[]
  waitByDecile: number[]
}

export const scalarFigures = [
  'value',
  'cost',
  'personMinutes',
  'abandonment',
  'asa',
  'serviceLevel',
  'p95',
  'longest',
  'honoured',
  'reached',
  'unserved',
  'byAssistant',
] as const satisfies (keyof Figures)[]
export type ScalarFigure = (typeof scalarFigures)[number]

/** Everybody counts who waited for a person; the wait is until it began, or until it was given up. */
export function figuresOf(scenario: Scenario, day: Day, track: Track): Figures {
  const waits = waitsOf(day, track)
  const threshold = scenario.answerWithinSeconds / 60
  const decile = decilesOf(day)
  const served = waits.filter(({ c }) => track.ending[c] === ending.person)
  const asking = indices(day.count).filter((c) => day.asks[c] === 1)
  const sorted = Float64Array.from(waits, ({ wait }) => wait).sort()
  const personMinutes = total(track.minutes)
  const endings = (which: number) => track.ending.reduce((count, how) => (how === which ? count + 1 : count), 0)
  return {
    value: total(track.value),
    cost: personMinutes * scenario.costOfMinute,
    personMinutes,
    abandonment: ratio(waits.length - served.length - endingsIn(track, waits, ending.assistant), waits.length),
    asa: mean(served.map(({ wait }) => wait)),
    serviceLevel: ratio(served.filter(({ wait }) => wait <= threshold).length, waits.length),
    p95: sorted[Math.max(0, Math.ceil(0.95 * sorted.length) - 1)] ?? 0,
    longest: sorted[sorted.length - 1] ?? 0,
    honoured: asking.length === 0 ? 1 : ratio(asking.filter((c) => track.honoured[c] === 1).length, asking.length),
    reached: asking.length === 0 ? 1 : ratio(asking.filter((c) => track.ending[c] === ending.person).length, asking.length),
    unserved: ratio(endings(ending.released), day.count),
    byAssistant: ratio(endings(ending.assistant), day.count),
    waitByLanguage: groups(waits, scenario.languages.length, (c) => day.language[c] as number),
    waitByDecile: groups(waits, 10, (c) => decile[c] as number),
  }
}

interface Wait {
  c: number
  wait: number
}

function waitsOf(day: Day, track: Track): Wait[] {
  return indices(day.count).flatMap((c) => {
    const joined = track.joined[c] as number
    return Number.isNaN(joined) ? [] : [{ c, wait: (track.left[c] as number) - joined }]
  })
}

function decilesOf(day: Day): Uint8Array {
  const order = indices(day.count).sort((a, b) => (day.value[a] as number) - (day.value[b] as number))
  const decile = new Uint8Array(day.count)
  for (const [rank, c] of order.entries()) decile[c] = Math.floor((10 * rank) / day.count)
  return decile
}

function groups(waits: Wait[], count: number, groupOf: (c: number) => number): number[] {
  const sums = new Float64Array(count)
  const sizes = new Float64Array(count)
  for (const { c, wait } of waits) {
    const group = groupOf(c)
    sums[group] = (sums[group] as number) + wait
    sizes[group] = (sizes[group] as number) + 1
  }
  return Array.from(sums, (sum, group) => ratio(sum, sizes[group] as number))
}

const endingsIn = (track: Track, waits: Wait[], which: number) => waits.filter(({ c }) => track.ending[c] === which).length
const indices = (count: number) => Array.from({ length: count }, (_, c) => c)
const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const total = (of: Float64Array) => of.reduce((sum, one) => sum + one, 0)
const mean = (of: readonly number[]) => (of.length === 0 ? 0 : of.reduce((sum, one) => sum + one, 0) / of.length)
