import { chance } from '../../core/chance.ts'
import { sampleDay } from '../../core/routing/laboratory/day.ts'
import { figuresOf } from '../../core/routing/laboratory/figures.ts'
import { teamOf } from '../../core/routing/laboratory/people.ts'
import type { PolicyKind } from '../../core/routing/laboratory/policy.ts'
import { inClasses, sambut } from '../../core/routing/laboratory/sambut.ts'
import { simulate } from '../../core/routing/laboratory/simulate.ts'
import { invented } from './invented.ts'
import { aligned } from './table.ts'

/**
 * What it costs to tell places: value kept in the order of priorities, for several ladders of them, against the order by value, per cent,
 * in scenarios drawn by chance.
 *   node lab/routing/ladders.ts [seed = 1] [scenarios = 30] [days = 4] [ladder, such as 0.25,0.5 …]
 */
const [seed = '1', count = '30', days = '4', ...asked] = process.argv.slice(2)
const ladders = (asked.length > 0 ? asked : ['1,2', '0.5,1', '0.25,0.5', '0.125,0.25']).map((written): [string, [number, number]] => {
  const [one = Number.NaN, two = Number.NaN] = written.split(',').map(Number)
  return [written, [one, two]]
})
const dice = chance(Number(seed))
const rows = [['load', 'people', ...ladders.map(([written]) => written)]]
const lost: number[][] = ladders.map(() => [])
for (let number = 0; number < Number(count); number++) {
  const scenario = invented(dice, number)
  const team = teamOf(scenario)
  const all = Array.from({ length: Number(days) }, (_, day) => sampleDay(scenario, { seed: day + 1 }))
  const kept = (kind: PolicyKind) => all.reduce((sum, day) => sum + figuresOf(scenario, day, simulate(scenario, team, day, kind)).value, 0)
  const byValue = kept(sambut)
  const against = ladders.map(([, ladder]) => 100 * (kept(inClasses(ladder)) / byValue - 1))
  for (const [at, one] of against.entries()) lost[at]?.push(one)
  rows.push([String(scenario.load), String(team.members.length), ...against.map((one) => one.toFixed(2))])
}
const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
rows.push(['', 'mean', ...lost.map((of) => mean(of).toFixed(2))], ['', 'worst', ...lost.map((of) => Math.min(...of).toFixed(2))])
console.log(aligned(rows))
