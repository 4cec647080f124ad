import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installLibraries } from '../libraries/load.ts'
import { compare, type LibraryFigure } from './compare.ts'
import { type DevelopmentSet, developmentSets } from './development.ts'
import type { Figures } from './figures.ts'

/** Measures everything on the development splits, beside the libraries that people use, and prints the table of `docs/results.md`. */
export async function runAll(): Promise<void> {
  installLibraries()
  const { sets, missing } = developmentSets()
  if (missing.length > 0) console.error(`Left out, for their files are not here: ${missing.join(', ')}.`)
  console.log('| set | Sambut | the libraries, in the same run |\n|---|---|---|')
  for (const set of sets) {
    console.error(`${set.name} …`)
    const own = runApart(set)
    const others = await compare(set)
    console.log(`| ${set.name} | ${headline(own)} | ${others.map(say).join(' · ') || '–'} |`)
  }
}

/** Each set in a process of its own, so that the figures of one do not hang on what ran before it. */
function runApart({ name, task, files }: DevelopmentSet): Figures {
  const given = Object.entries(files).flatMap(([option, file]) => (file === undefined ? [] : [`--${option}`, file]))
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'bench.ts'), '--task', task, ...given, '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`${name} could not be measured:\n${stderr}`)
  return JSON.parse(stdout) as Figures
}

/** What the table shows of a task: its shares, and what it costs. Counts of texts are left to the single run. */
function headline(figures: Figures): string {
  return Object.entries(figures)
    .filter(([name, value]) => typeof value === 'number' && (name.includes('%') || /AUC|MRR|CPU s|^ms|bytes/.test(name)))
    .map(([name, value]) => `${name.replace(/,? %$/, '')} ${round(Number(value))}`)
    .join(' · ')
}

function say({ library, what, value }: LibraryFigure): string {
  return `${library} ${what} ${round(value)}`
}

function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
}
