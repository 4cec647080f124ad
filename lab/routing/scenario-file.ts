import { readFileSync } from 'node:fs'
import { readScenario, type Scenario } from '../../core/routing/laboratory/scenario.ts'

/** A mistake that the reader can mend: one line, no trace. */
export class BadScenarioFile extends Error {}

export function scenarioFrom(path: string): Scenario {
  const read = readScenario(parsed(path))
  if (!read.ok) throw new BadScenarioFile(`${path}: ${read.says}`)
  return read.scenario
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadScenarioFile(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}
