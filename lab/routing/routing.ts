import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { playDay, summarize } from '../../core/routing/laboratory/compare.ts'
import { underLoad } from '../../core/routing/laboratory/scenario.ts'
import { chartsOf } from './charts.ts'
import { type Options, readOptions, usage } from './options.ts'
import { BadScenarioFile, scenarioFrom } from './scenario-file.ts'
import { tablesOf } from './table.ts'

async function main(): Promise<void> {
  const read = readOptions(process.argv.slice(2))
  if (!read.ok) throw new BadScenarioFile(read.says)
  const { options } = read
  if (options.help) return console.log(usage)
  if (options.all) return (await import('./all.ts')).printAll(options.seeds)
  if (options.theory) return (await import('./theory.ts')).printTheory(options.seed)
  if (options.scenario === null) return
  if (options.staffing) return (await import('./staffing.ts')).printStaffing(scenarioOf(options.scenario, options))
  playScenario(options.scenario, options)
}

function playScenario(path: string, options: Options): void {
  const scenario = scenarioOf(path, options)
  if (options.svg !== null) makeFolder(options.svg)
  const days = Array.from({ length: options.seeds }, (_, day) => playDay(scenario, options.seed + day, options.policies))
  const summary = summarize(scenario, days, options.policies)
  const languages = scenario.languages.map(({ language }) => language)
  console.log(options.json ? JSON.stringify(summary) : tablesOf(summary, languages))
  if (options.svg === null) return
  for (const { name, svg } of chartsOf(summary)) writeFileSync(join(options.svg, `${name}.svg`), svg)
}

function scenarioOf(path: string, { load }: Options) {
  const scenario = scenarioFrom(path)
  if (load === null) return scenario
  const loaded = underLoad(scenario, load)
  if (!loaded.ok) throw new BadScenarioFile(`--load ${load}: ${loaded.says}`)
  return loaded.scenario
}

/** Before the run: nobody waits minutes to hear that the charts cannot be written. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new BadScenarioFile(`--svg ${folder}: is no folder that can be written to: ${error instanceof Error ? error.message : String(error)}`)
  }
}

try {
  await main()
} catch (error) {
  // What the reader can mend is one line; anything else is a defect and keeps its trace.
  if (!(error instanceof BadScenarioFile)) throw error
  console.error(error.message)
  process.exitCode = 2
}
