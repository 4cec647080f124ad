import { join } from 'node:path'
import { checkHabits } from './house/habits.ts'
import { checkSentences } from './house/sentences.ts'
import { checkSheets } from './house/sheets.ts'
import { type Problem, readSources } from './house/source.ts'
import { checkWalls } from './house/walls.ts'

/** Everything the house refuses in the tree below `root`, by file and line; empty when the house is in order. */
export function checkHouse(root: string): Problem[] {
  const sources = readSources(root)
  return [...checkWalls(sources), ...checkHabits(sources), ...checkSentences(root), ...checkSheets(root)].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  )
}

if (import.meta.main) {
  const problems = checkHouse(join(import.meta.dirname, '..'))
  for (const { file, line, says } of problems) console.log(`${file}:${line}  ${says}`)
  console.log(problems.length === 0 ? 'The house is in order.' : `${problems.length} to put right.`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
