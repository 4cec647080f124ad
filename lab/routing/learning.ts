import { interval } from '../../core/routing/laboratory/compare.ts'
import { learn } from '../../core/routing/laboratory/learning.ts'
import { aligned, percent } from './table.ts'

const worlds = 20
const base = { people: 20, intents: 8, handleMinutes: 6, outcomesPerPerson: 400, hidden: 0.6 }

/** Hidden differences between people: what learning who is good at what brings over matching by skill alone. */
const rows = [['load', 'tenth of 400 outcomes a person', 'skills', 'learnt', 'relative lift']]
for (const load of [0.7, 0.85, 0.95]) {
  const runs = Array.from({ length: worlds }, (_, world) => {
    const trial = { ...base, load, seed: world + 1 }
    return { skills: learn(trial, false), learnt: learn(trial, true) }
  })
  for (let tenth = 0; tenth < 10; tenth++) {
    const of = (which: 'skills' | 'learnt') => runs.map((run) => run[which].tenths[tenth] ?? 0)
    const lift = runs.map((run) => (run.learnt.tenths[tenth] ?? 0) / (run.skills.tenths[tenth] ?? 1) - 1)
    rows.push([String(load), String(tenth + 1), percent(interval(of('skills'))), percent(interval(of('learnt'))), percent(interval(lift))])
  }
  const holdout = interval(runs.map(({ learnt }) => learnt.learnt / learnt.holdout - 1))
  rows.push([String(load), 'against the holdout, last half', '', '', percent(holdout)])
  const least = Math.min(...runs.map(({ learnt }) => learnt.spread.least))
  const most = Math.max(...runs.map(({ learnt }) => learnt.spread.most))
  rows.push([String(load), `offered value-minutes: ${least.toFixed(2)} … ${most.toFixed(2)} × the mean`, '', '', ''])
}
console.log(aligned(rows))
