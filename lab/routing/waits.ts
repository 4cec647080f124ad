import { chance } from '../../core/chance.ts'
import type { Scenario } from '../../core/routing/laboratory/scenario.ts'
import { type ToldWait, toldWaits } from '../../core/routing/laboratory/told-waits.ts'
import { invented } from './invented.ts'
import { scenarioFrom } from './scenario-file.ts'
import { aligned } from './table.ts'

/**
 * Row 10: how often the told range holds the wait that came; it shall be 75–85 of 100.
 *   node lab/routing/waits.ts [days = 11] [first seed = 1]          the shipped scenarios, each at five loads
 *   node lab/routing/waits.ts [days] [first seed] invented 77 24    scenarios drawn by chance: their seed, how many
 * The first day, of which nothing is known, stands in a column of its own; all others are of the days after it.
 */
const [days = '11', first = '1', kind = 'shipped', seed = '77', count = '24'] = process.argv.slice(2)
const dice = chance(Number(seed))
const names = ['telecom', 'retail', 'bank', 'six-language']
const shipped = names.flatMap((name) => [0.8, 1, 1.25, 1.6, 2].map((load): Scenario => ({ ...scenarioFrom(`lab/scenarios/${name}.json`), load })))
const scenarios = kind === 'shipped' ? shipped : Array.from({ length: Number(count) }, (_, number) => invented(dice, number))

const held = [['scenario', 'load', 'told', 'held', 'below', 'above', 'first day', 'from 3 min on', 'held']]
const against = [
  ['scenario', 'load', 'width', 'by length', 'by head', 'score', 'by length', 'by head', 'from 3 min on: score', 'by length', 'by head'],
]
for (const scenario of scenarios) {
  const seeds = Array.from({ length: Number(days) }, (_, day) => Number(first) + day)
  const all = toldWaits(scenario, seeds)
  const later = all.filter(({ day }) => day > 0)
  const long = later.filter(({ told }) => told.sambut.from + told.sambut.to >= 6)
  const named = [scenario.name, String(scenario.load)]
  held.push([
    ...named,
    String(later.length),
    percent(later, isHeld),
    percent(later, ({ waited, told }) => waited < told.sambut.from),
    percent(later, ({ waited, told }) => waited > told.sambut.to),
    percent(
      all.filter(({ day }) => day === 0),
      isHeld,
    ),
    String(long.length),
    percent(long, isHeld),
  ])
  against.push([...named, ...eachOf((name) => width(later, name)), ...eachOf((name) => score(later, name)), ...eachOf((name) => score(long, name))])
}
console.log('ranges as they are said, in whole minutes\n')
console.log(aligned(held))
console.log('\nmedian width in minutes, and interval score (the smaller the better), against the two predictors calibrated alike\n')
console.log(aligned(against))

type Name = keyof ToldWait['told']

function eachOf(of: (name: Name) => string): string[] {
  return [of('sambut'), of('queue-length'), of('head-of-line')]
}

function isHeld({ waited, told: { sambut } }: ToldWait): boolean {
  return waited >= sambut.from && waited <= sambut.to
}

function percent(of: readonly ToldWait[], is: (one: ToldWait) => boolean): string {
  const share = mean(of, (one) => (is(one) ? 1 : 0))
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`
}

function width(of: readonly ToldWait[], name: Name): string {
  const widths = of.map(({ told }) => told[name].to - told[name].from).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)]?.toFixed(0) ?? '–'
}

/** Interval score of an 80 % range, in minutes: its width, and ten times what a wait lies outside of it (Gneiting & Raftery 2007). */
function score(of: readonly ToldWait[], name: Name): string {
  const scored = mean(of, ({ waited, told }) => {
    const { from, to } = told[name]
    return to - from + 10 * (Math.max(0, from - waited) + Math.max(0, waited - to))
  })
  return scored === null ? '–' : scored.toFixed(2)
}

function mean(of: readonly ToldWait[], what: (one: ToldWait) => number): number | null {
  const all = of.reduce((sum, { weight }) => sum + weight, 0)
  return all === 0 ? null : of.reduce((sum, one) => sum + one.weight * what(one), 0) / all
}
