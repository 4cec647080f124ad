import { parseArgs } from 'node:util'

export interface Options {
  files: string[]
  /** Messages a second on average; arrivals are Poisson. */
  rate: number
  team: number
  /** How many lines are played; all of them when it is not given. */
  limit: number
  seed: number
  /** Seconds that a team member thinks before the answer, on average. */
  handle: number
  address: string | null
  email: string | null
  password: string | null
  /** After so many acknowledged messages the server is killed and started again. */
  killAt: number | null
  json: boolean
}

export const usage = `
  npm run replay -- --file messages.jsonl [options]

  --file F      opening messages, one {"text", "lang"?, "intent"?} a line; .gz too; may be given several times
  --rate R      messages a second, arriving as in life (5)
  --team N      simulated team members who answer (8)
  --limit N     plays the first N messages only
  --handle S    seconds that a team member takes to answer (2)
  --seed N      the same seed, the same arrivals and tempers (1)
  --address U   a server that runs already; without it a new one is started and removed again
  --email E     owner of that server, with --password; not needed for a demo company
  --password P
  --kill-at N   kills the server (kill -9) after N acknowledged messages, and starts it again
  --json        the result as JSON instead of a table

`

/** Reads the command line. What cannot be used is named, the first one only. */
export function readOptions(argv: string[]): { ok: true; options: Options } | { ok: false; says: string } | { ok: 'help' } {
  const read = parse(argv)
  if ('says' in read) return { ok: false, says: read.says }
  const { values } = read
  if (values.help) return { ok: 'help' }
  const numbers: Partial<Record<NumberName, number>> = {}
  for (const name of numberNames) {
    const given = values[name]
    if (given === undefined) continue
    const says = wrong(name, given)
    if (says) return { ok: false, says }
    numbers[name] = Number(given)
  }
  const says = contradiction(values)
  if (says) return { ok: false, says }
  const { rate = 5, team = 8, limit = Number.POSITIVE_INFINITY, seed = 1, handle = 2 } = numbers
  const { file: files = [], email = null, password = null, json = false } = values
  return {
    ok: true,
    options: { files, rate, team, limit, seed, handle, address: origin(values.address), email, password, killAt: numbers['kill-at'] ?? null, json },
  }
}

const known = {
  file: { type: 'string', multiple: true },
  rate: { type: 'string' },
  team: { type: 'string' },
  limit: { type: 'string' },
  seed: { type: 'string' },
  handle: { type: 'string' },
  address: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  'kill-at': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const bounds = {
  rate: { from: 0.01, to: 1000, whole: false },
  team: { from: 1, to: 50, whole: true },
  limit: { from: 1, to: 1e9, whole: true },
  seed: { from: 0, to: 2 ** 31, whole: true },
  handle: { from: 0, to: 600, whole: false },
  'kill-at': { from: 1, to: 1e9, whole: true },
}
type NumberName = keyof typeof bounds
const numberNames = Object.keys(bounds) as NumberName[]

function parse(argv: string[]) {
  try {
    return { values: parseArgs({ args: argv, options: known, strict: true, allowPositionals: false }).values }
  } catch (error) {
    const says = error instanceof Error ? (error.message.split('. ')[0] ?? '').replace(/\.$/, '') : String(error)
    return {
      says: `${says}. Known options: ${Object.keys(known)
        .map((name) => `--${name}`)
        .join(', ')}.`,
    }
  }
}

function wrong(name: NumberName, given: string): string | undefined {
  const { from, to, whole } = bounds[name]
  const number = given.trim() === '' ? Number.NaN : Number(given)
  if (number >= from && number <= to && (!whole || Number.isInteger(number))) return undefined
  return `--${name} must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}; it is "${given}".`
}

interface Given {
  file?: string[] | undefined
  address?: string | undefined
  email?: string | undefined
  password?: string | undefined
  'kill-at'?: string | undefined
}

function contradiction({ file, address, email, password, 'kill-at': killAt }: Given): string | undefined {
  if (!file?.length) return '--file is missing: name a file of opening messages, one {"text": "..."} a line.'
  if (address !== undefined && !origin(address)) return `--address must be an address such as http://localhost:8080; it is "${address}".`
  if (address !== undefined && killAt !== undefined) return '--kill-at kills the server that the replay started; leave out --address.'
  if (address === undefined && (email ?? password) !== undefined) return '--email and --password belong to --address.'
  if ((email === undefined) !== (password === undefined)) return '--email and --password go together.'
  return undefined
}

function origin(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null
  const url = new URL(address)
  return /^https?:$/.test(url.protocol) ? url.origin : null
}
