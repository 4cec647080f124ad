import { chance } from '../../core/chance.ts'
import { playDay, summarize } from '../../core/routing/laboratory/compare.ts'
import { policyNames } from '../../core/routing/laboratory/policy.ts'
import { invented } from './invented.ts'
import { aligned } from './table.ts'

/** Scenarios that nobody has looked at: everything in them is drawn by chance, so nothing can have been tuned to them. */
const [seed = '77', count = '24', days = '6'] = process.argv.slice(2)
const dice = chance(Number(seed))
const rows = [['load', 'people', 'noise', ...policyNames, 'informed', 'longest / limit', 'better than sambut']]
const found = { worse: 0, exceeded: 0, late: 0 }

for (let number = 0; number < Number(count); number++) {
  const scenario = invented(dice, number)
  const played = Array.from({ length: Number(days) }, (_, day) => playDay(scenario, day + 1, policyNames))
  const summary = summarize(scenario, played, policyNames)
  const better = policyNames.filter((name) => {
    if (name === 'sambut-in-classes') return false
    const { mean = 0, half = 0 } = summary.policies[name]?.againstSambut ?? {}
    return mean - half > 1e-9
  })
  const longest = summary.policies.sambut?.longest ?? 0
  if (better.length > 0) found.worse++
  if (longest > scenario.waitLimitMinutes + 1e-9) found.late++
  found.exceeded += played.filter((day) => Object.values(day.figures).some(({ value }) => value > day.oracle * (1 + 1e-9))).length
  const kept = policyNames.map((name) => (100 * (summary.policies[name]?.ofOracle.mean ?? 0)).toFixed(1))
  const people = scenario.team.reduce((sum, group) => sum + group.count, 0)
  const bounds = [(100 * summary.informedOfOracle.mean).toFixed(1), `${longest.toFixed(1)} / ${scenario.waitLimitMinutes}`]
  rows.push([String(scenario.load), String(people), String(scenario.valueNoise), ...kept, ...bounds, better.join(' ')])
}
console.log(`value kept, % of the oracle, in ${count} scenarios drawn by chance (seed ${seed}), ${days} days each\n`)
console.log(aligned(rows))
console.log(`\nbelow another policy beyond its interval: ${found.worse}; bound exceeded: ${found.exceeded} days; limit not kept: ${found.late}`)
