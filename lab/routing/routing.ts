import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { playDay, summarize } from '../../core/routing/laboratory/compare.ts'
import { chartsOf } from './charts.ts'
import { type Options, readOptions } from './options.ts'
import { BadScenarioFile, scenarioFrom } from './scenario-file.ts'
import { tablesOf } from './table.ts'

async function main(): Promise<void> {
  const read = readOptions(process.argv.slice(2))
  if (!read.ok) throw new BadScenarioFile(read.says)
  const { options } = read
  if (options.all) return (await import('./all.ts')).printAll(options.seeds)
  if (options.theory) return (await import('./theory.ts')).printTheory()
  if (options.scenario === null) return
  if (options.staffing) return (await import('./staffing.ts')).printStaffing(scenarioOf(options.scenario, options))
  playScenario(options.scenario, options)
}

function playScenario(path: string, options: Options): void {
  const scenario = scenarioOf(path, options)
  const days = Array.from({ length: options.seeds }, (_, day) => playDay(scenario, options.seed + day, options.policies))
  const summary = summarize(scenario, days, options.policies)
  const languages = scenario.languages.map(({ language }) => language)
  console.log(options.json ? JSON.stringify(summary) : tablesOf(summary, languages))
  if (options.svg === null) return
  mkdirSync(options.svg, { recursive: true })
  for (const { name, svg } of chartsOf(summary)) writeFileSync(join(options.svg, `${name}.svg`), svg)
}

function scenarioOf(path: string, { load }: Options) {
  const scenario = scenarioFrom(path)
  return load === null ? scenario : { ...scenario, load }
}

try {
  await main()
} catch (error) {
  // What the reader can mend is one line; anything else is a defect and keeps its trace.
  if (!(error instanceof BadScenarioFile)) throw error
  console.error(error.message)
  process.exitCode = 2
}
