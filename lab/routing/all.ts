import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { interval, playDay, type Summary, summarize } from '../../core/routing/laboratory/compare.ts'
import { policyNames } from '../../core/routing/laboratory/policy.ts'
import { scenarioFrom } from './scenario-file.ts'

const loads = [0.8, 1, 1.25, 1.6, 2]
const noises = [0, 0.5, 1]
const helps = [
  { patienceFactor: 1, gatheredMinutes: 0 },
  { patienceFactor: 2, gatheredMinutes: 1.2 },
]

interface Cell {
  scenario: string
  load: number
  noise: number
  help: string
  summary: Summary
  /** A bound that a policy exceeded on any day is a defect of one of them. */
  exceeded: number
  /** Value with exact estimates less value with these, day by day, in points of the oracle. */
  lossByNoise: number
}

/** The Markdown tables of docs/results.md, and for each line of what was promised whether it holds. */
export function printAll(seeds: number): void {
  const folder = join(import.meta.dirname, '../scenarios')
  const cells = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => cellsOf(join(folder, name), seeds))
  for (const help of new Set(cells.map((cell) => cell.help)))
    printValue(
      cells.filter((cell) => cell.help === help && cell.noise === 0.5),
      help,
    )
  printNoise(cells)
  printWaits(cells.filter((cell) => cell.noise === 0.5))
  printPromises(cells)
}

function cellsOf(path: string, seeds: number): Cell[] {
  return helps.flatMap((help) => loads.flatMap((load) => noiseCells(path, seeds, { help, load })))
}

function noiseCells(path: string, seeds: number, { help, load }: { help: (typeof helps)[number]; load: number }): Cell[] {
  const read = scenarioFrom(path)
  let exact: number[] = []
  return noises.map((noise) => {
    const scenario = { ...read, load, valueNoise: noise, help: { ...read.help, ...help } }
    const days = Array.from({ length: seeds }, (_, day) => playDay(scenario, day + 1, policyNames))
    const kept = days.map((day) => (day.figures.sambut?.value ?? 0) / day.oracle)
    if (noise === 0) exact = kept
    return {
      scenario: scenario.name,
      load,
      noise,
      help: `${help.patienceFactor} / ${help.gatheredMinutes}`,
      summary: summarize(scenario, days, policyNames),
      exceeded: days.filter((day) => Object.values(day.figures).some(({ value }) => value > day.oracle * (1 + 1e-9))).length,
      lossByNoise: interval(kept.map((share, day) => (exact[day] ?? share) - share)).mean,
    }
  })
}

function printValue(cells: readonly Cell[], help: string): void {
  console.log(
    `\nValue kept, % of the oracle (± 95 % interval), noise of the value estimates σ = 0.5, patience × and minutes saved by help beside the queue ${help}:\n`,
  )
  console.log(`| scenario | load | ${policyNames.join(' | ')} | informed estimate |`)
  console.log(`|---|---|${policyNames.map(() => '---|').join('')}---|`)
  for (const { scenario, load, summary } of cells) {
    const shares = policyNames.map((name) => {
      const { mean = 0, half = 0 } = summary.policies[name]?.ofOracle ?? {}
      return `${(100 * mean).toFixed(1)} ± ${(100 * half).toFixed(1)}`
    })
    console.log(`| ${scenario} | ${load} | ${shares.join(' | ')} | ${(100 * summary.informedOfOracle.mean).toFixed(1)} |`)
  }
}

function printNoise(cells: readonly Cell[]): void {
  console.log('\nPoints of the oracle that noisy value estimates cost `sambut` (σ of the logarithm; mean over the loads, worst load):\n')
  console.log('| scenario | help | σ = 0.5 | σ = 1 |\n|---|---|---|---|')
  for (const scenario of new Set(cells.map((cell) => cell.scenario))) {
    for (const help of new Set(cells.map((cell) => cell.help))) {
      const lost = (noise: number) =>
        cells.filter((cell) => cell.scenario === scenario && cell.help === help && cell.noise === noise).map(({ lossByNoise }) => 100 * lossByNoise)
      const shown = (points: number[]) => `${interval(points).mean.toFixed(1)} (${Math.max(...points).toFixed(1)})`
      console.log(`| ${scenario} | ${help} | ${shown(lost(0.5))} | ${shown(lost(1))} |`)
    }
  }
}

function printWaits(cells: readonly Cell[]): void {
  console.log('\nWaits under `sambut`, σ = 0.5:\n')
  console.log(
    '| scenario | help | load | abandoned | ASA min | answered in time | p95 min | longest min | asked for a person: went to people | reached one |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const { scenario, help, load, summary } of cells) {
    const of = summary.policies.sambut
    if (of === undefined) continue
    const share = (figure: 'abandonment' | 'serviceLevel' | 'honoured' | 'reached') => `${(100 * of.figures[figure].mean).toFixed(1)} %`
    const { asa, p95 } = of.figures
    const waits = `${share('abandonment')} | ${asa.mean.toFixed(2)} | ${share('serviceLevel')} | ${p95.mean.toFixed(1)} | ${of.longest.toFixed(1)}`
    console.log(`| ${scenario} | ${help} | ${load} | ${waits} | ${share('honoured')} | ${share('reached')} |`)
  }
}

function printPromises(cells: readonly Cell[]): void {
  const limit = 100 * 1e-9
  const plain = cells.filter((cell) => cell.help === '1 / 0' && cell.noise === 0.5)
  const helped = cells.filter((cell) => cell.help !== '1 / 0' && cell.noise === 0.5)
  const kept = ({ summary }: Cell) => summary.policies.sambut?.ofOracle.mean ?? 0
  const lead = (cell: Cell, over: 'bot-first' | 'complexity') => kept(cell) / (cell.summary.policies[over]?.ofOracle.mean ?? 1) - 1
  const busy = (of: readonly Cell[]) => of.filter(({ load }) => load >= 1)
  const ahead = (cell: Cell) =>
    Math.max(
      ...policyNames
        .filter((name) => name !== 'sambut-in-classes')
        .map((name) => (cell.summary.policies[name]?.againstSambut?.mean ?? 0) - (cell.summary.policies[name]?.againstSambut?.half ?? 0)),
    )
  console.log('\nWhat was promised, and whether it holds:\n')
  holds(
    'no policy exceeds the oracle on any day',
    cells,
    ({ exceeded }) => exceeded,
    (worst) => worst === 0,
  )
  holds(
    'help 1 / 0: ≥ 91 % of the oracle up to load 1.25',
    plain.filter(({ load }) => load <= 1.25),
    (cell) => -kept(cell),
    (worst) => -worst >= 0.91,
  )
  holds(
    'help 1 / 0: ≥ 85 % of the oracle up to load 2',
    plain,
    (cell) => -kept(cell),
    (worst) => -worst >= 0.85,
  )
  holds(
    'help 2 / 1.2: ≥ 94 % of the oracle everywhere',
    helped,
    (cell) => -kept(cell),
    (worst) => -worst >= 0.94,
  )
  holds(
    '≥ 15 % more than bot-first from load 1 on',
    busy([...plain, ...helped]),
    (cell) => -lead(cell, 'bot-first'),
    (worst) => -worst >= 0.15,
  )
  holds(
    '≥ 8 % more than complexity from load 1 on',
    busy([...plain, ...helped]),
    (cell) => -lead(cell, 'complexity'),
    (worst) => -worst >= 0.08,
  )
  holds('never below another policy beyond its interval', cells, ahead, (worst) => worst <= limit)
  holds(
    'requests for a person honoured 100 %',
    cells,
    ({ summary }) => 1 - (summary.policies.sambut?.figures.honoured.mean ?? 0),
    (worst) => worst === 0,
  )
  holds(
    'nobody waits beyond the limit of 15 minutes',
    cells,
    ({ summary }) => summary.policies.sambut?.longest ?? 0,
    (worst) => worst <= 15 + 1e-9,
  )
  holds(
    'noise σ = 0.5 costs ≤ 3 points',
    cells.filter(({ noise }) => noise === 0.5),
    ({ lossByNoise }) => lossByNoise,
    (worst) => worst <= 0.03,
  )
  holds(
    'noise σ = 1 costs ≤ 8 points',
    cells.filter(({ noise }) => noise === 1),
    ({ lossByNoise }) => lossByNoise,
    (worst) => worst <= 0.08,
  )
}

/** Says yes or no, how many of the cells hold, and which is the worst. */
function holds(promise: string, cells: readonly Cell[], measure: (cell: Cell) => number, kept: (value: number) => boolean): void {
  const worst = [...cells].sort((a, b) => measure(b) - measure(a))[0]
  if (worst === undefined) return
  const count = cells.filter((cell) => kept(measure(cell))).length
  const where = `${worst.scenario}, load ${worst.load}, help ${worst.help}, σ ${worst.noise}`
  console.log(
    `- ${kept(measure(worst)) ? 'holds' : 'does not hold'} (${count} of ${cells.length}): ${promise}; worst ${Math.abs(measure(worst)).toFixed(4)} (${where})`,
  )
}
