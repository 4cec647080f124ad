import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './source.ts'

const sheet = 'docs/wcag.csv'
/** WCAG 2.2 has 55 criteria at levels A and AA. */
const criteria = 55
const statuses = ['met', 'partly', 'not applicable']

/** The sheet of WCAG 2.2 AA: every criterion once, each with a test that is there or a note. */
export function checkSheets(root: string): Problem[] {
  if (!existsSync(join(root, sheet))) return []
  const lines = readFileSync(join(root, sheet), 'utf8').trimEnd().split('\n').slice(1)
  const problems = lines.flatMap((line, index) => faultsOf(root, line).map((says) => ({ file: sheet, line: index + 2, says })))
  const named = new Set(lines.map((line) => line.split(',')[0]))
  if (named.size !== criteria) problems.push({ file: sheet, line: 1, says: `names ${named.size} criteria; WCAG 2.2 AA has ${criteria}` })
  return problems
}

function faultsOf(root: string, line: string): string[] {
  const [criterion = '', , , status = '', test = '', ...note] = line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)/g) ?? []
  const faults: string[] = []
  if (!statuses.includes(status)) faults.push(`${criterion} has no status; it is one of ${statuses.join(', ')}`)
  if (test !== '' && !existsSync(join(root, test))) faults.push(`${criterion} names the test ${test}, which is not there`)
  if (test === '' && note.join('').trim() === '') faults.push(`${criterion} has neither a test nor a note`)
  return faults
}
