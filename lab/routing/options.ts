import { parseArgs } from 'node:util'
import { type PolicyName, policyNames } from '../../core/routing/laboratory/policy.ts'

export interface Options {
  scenario: string | null
  seed: number
  seeds: number
  load: number | null
  policies: readonly PolicyName[]
  json: boolean
  svg: string | null
  all: boolean
  staffing: boolean
  theory: boolean
  help: boolean
}

export const usage = `
  npm run lab:routing -- --scenario FILE [options]
  npm run lab:routing -- --all | --theory [--seed N]

  --scenario F  a day to be played; its keys are explained in lab/scenarios/README.md
  --seed N      the first seed; the same seed, the same customers and dice (1)
  --seeds N     so many days, seed by seed (20)
  --load L      scales the arrivals: offered load if everybody went to people (the scenario's)
  --policies P  some of ${policyNames.join(',')}
  --json        the result as JSON instead of tables
  --svg FOLDER  draws charts into this folder
  --staffing    people needed in each hour, for the service level and for the most value
  --all         every shipped scenario, load, noise and help, as the tables of docs/results.md
  --theory      the simulator against the formulas of Erlang
  --help        this page
`

/** The dice know 32 bits: a larger seed would throw what a smaller one has thrown. */
const mostSeed = 2 ** 32 - 1
const mostDays = 100_000

/** Reads the command line. What cannot be used is named, the first one only. */
export function readOptions(argv: string[]): { ok: true; options: Options } | { ok: false; says: string } {
  const read = parse(argv)
  if ('says' in read) return { ok: false, says: read.says }
  const { scenario = null, svg = null, json = false, all = false, staffing = false, theory = false, help = false, ...rest } = read
  const seed = wholeFrom(rest.seed ?? '1', 0, mostSeed)
  const seeds = wholeFrom(rest.seeds ?? '20', 1, mostDays)
  if (seed === null) return { ok: false, says: `--seed must be a whole number from 0 to ${mostSeed}` }
  if (seeds === null) return { ok: false, says: `--seeds must be a whole number from 1 to ${mostDays}` }
  const load = rest.load === undefined ? null : Number(rest.load)
  if (load !== null && !(load > 0 && load <= 20)) return { ok: false, says: '--load must lie between 0 and 20' }
  const policies = policiesOf(rest.policies)
  if (typeof policies === 'string') return { ok: false, says: policies }
  if (scenario === null && !all && !theory && !help) return { ok: false, says: `--scenario FILE is missing${usage}` }
  return { ok: true, options: { scenario, seed, seeds, load, policies, json, svg, all, staffing, theory, help } }
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = {
    scenario: text,
    seed: text,
    seeds: text,
    load: text,
    policies: text,
    svg: text,
    json: flag,
    all: flag,
    staffing: flag,
    theory: flag,
    help: flag,
  }
  try {
    return parseArgs({ args: argv.reduce(withNegative, []), options }).values
  } catch (error) {
    return { says: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** `--seed -1` is a number that is refused as one, not a forgotten argument. */
function withNegative(read: string[], next: string): string[] {
  const before = read.at(-1)
  return /^-\d/.test(next) && before?.startsWith('--') ? [...read.slice(0, -1), `${before}=${next}`] : [...read, next]
}

function policiesOf(written: string | undefined): readonly PolicyName[] | string {
  if (written === undefined) return policyNames
  const asked = written.split(',')
  const unknown = asked.find((name) => !policyNames.some((known) => known === name))
  if (unknown !== undefined) return `there is no policy "${unknown}"; there are ${policyNames.join(', ')}`
  return policyNames.filter((name) => asked.includes(name))
}

function wholeFrom(written: string, least: number, most: number): number | null {
  const number = Number(written)
  return written.trim() !== '' && Number.isInteger(number) && number >= least && number <= most ? number : null
}
