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
  const written = textOf(path)
  try {
    // Some editors begin a file with a byte order mark, which JSON does not know.
    return JSON.parse(written.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new BadScenarioFile(`${path}: is not JSON: ${firstLine(error)}`)
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new BadScenarioFile(`${path}: cannot be read: ${firstLine(error)}`)
  }
}

const firstLine = (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
