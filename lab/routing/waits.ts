import { toldWaits } from '../../core/routing/laboratory/told-waits.ts'
import { scenarioFrom } from './scenario-file.ts'
import { aligned } from './table.ts'

/** Row 10: how often the told range holds the wait that came, by scenario and load; it shall be 75–85 of 100. */
const days = Number(process.argv[2] ?? 10)
const names = ['telecom', 'retail', 'bank', 'six-language']
const rows = [['scenario', 'load', 'told', 'held', 'below', 'above', 'held under 3 min', 'held from 3 min on']]
for (const name of names) {
  for (const load of [0.8, 1, 1.25, 1.6, 2]) {
    const scenario = { ...scenarioFrom(`lab/scenarios/${name}.json`), load }
    const told = Array.from({ length: days }, (_, day) => toldWaits(scenario, day + 1)).flat()
    const share = (of: typeof told, is: (one: (typeof told)[number]) => boolean) => {
      const all = of.reduce((sum, one) => sum + one.weight, 0)
      const those = of.reduce((sum, one) => sum + (is(one) ? one.weight : 0), 0)
      return all === 0 ? '–' : `${((100 * those) / all).toFixed(1)} %`
    }
    const held = (one: (typeof told)[number]) => one.waited >= one.from && one.waited <= one.to
    const short = told.filter(({ from, to }) => from + to < 6)
    const long = told.filter(({ from, to }) => from + to >= 6)
    rows.push([
      name,
      String(load),
      String(told.length),
      share(told, held),
      share(told, ({ waited, from }) => waited < from),
      share(told, ({ waited, to }) => waited > to),
      share(short, held),
      share(long, held),
    ])
  }
}
console.log(aligned(rows))
