import { spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** One thing that must hold, and the program that looks. */
interface Step {
  name: string
  command: readonly string[]
}

interface Outcome {
  name: string
  passed: boolean
}

const root = join(import.meta.dirname, '..')
const node = process.execPath
const rooms = ['core', 'contract', 'server', 'console', 'widget', 'lab', 'tests']
const program = (path: string) => join(root, 'node_modules', path)

const still: Step[] = [
  ...rooms
    .filter(hasSources)
    .map((room) => ({ name: `types of ${room}`, command: [node, program('typescript/bin/tsc'), '-p', `${room}/tsconfig.json`] })),
  { name: 'house', command: [node, 'scripts/check-house.ts'] },
  { name: 'format and lint', command: [node, program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=40'] },
  { name: 'nothing unused', command: [node, program('knip/bin/knip.js'), '--no-progress'] },
]
/** Alone at the end, so that nothing they time is slowed down by a compiler. */
const moving: Step[] = [{ name: 'rules and slices', command: [node, program('vitest/vitest.mjs'), 'run', '--reporter=dot', 'core', 'server'] }]

const { values: options } = parseArgs({ options: { 'without-tests': { type: 'boolean' }, outcome: { type: 'string' } } })
const outcomes = await atOnce(2, still)
if (!options['without-tests']) outcomes.push(...(await atOnce(1, moving)))

const failed = outcomes.filter((outcome) => !outcome.passed)
if (options.outcome) writeFileSync(options.outcome, JSON.stringify({ passed: outcomes.length - failed.length, failed: failed.length }))
if (failed.length > 0) console.log(`check: ${failed.map((outcome) => outcome.name).join(', ')} failed; what is wrong stands above.`)
process.exitCode = failed.length > 0 ? 1 : 0

/** Two at a time keep two cores busy; the slow ones stand first enough in the list that none is left alone for long. */
async function atOnce(workers: number, steps: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...steps]
  const done: Outcome[] = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) done.push(await look(step))
  }
  await Promise.all(Array.from({ length: workers }, work))
  return done
}

function look({ name, command: [file = node, ...args] }: Step): Promise<Outcome> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => {
      const passed = code === 0
      console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s`)
      if (!passed) console.log(`${said.trimEnd()}\n`)
      resolve({ name, passed })
    })
  })
}

/** A room without a source has no types to check, and the compiler calls that an error. */
function hasSources(room: string): boolean {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).some((file) => /\.tsx?$/.test(file))
}
