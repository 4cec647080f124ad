import { fillCompany, joinCompany } from './company.ts'
import { makeDoor } from './http.ts'
import { readFiles } from './lines.ts'
import { type Options, readOptions, usage } from './options.ts'
import { isGood } from './result.ts'
import { play } from './run.ts'
import { type OwnServer, startOwnServer } from './server.ts'
import { toTable } from './table.ts'

/** Plays real opening messages as real customers, and says what became of every one. Ends with 1 when a promise broke, 2 when it could not begin. */
async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2))
  if (read.ok === 'help') return end(0, process.stdout, usage)
  if (!read.ok) return end(2, process.stderr, `${read.says}\n`)
  const { options } = read
  const lines = await readFiles(options.files, options.limit, complain).catch((error: Error) => error)
  if (lines instanceof Error) return end(2, process.stderr, `--file cannot be read: ${lines.message}\n`)
  if (lines.length === 0) return end(2, process.stderr, '--file holds no message that could be played.\n')

  const began = performance.now()
  const say = (line: string) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}\n`)
  const server = options.address === null ? await startServer(say) : null
  try {
    const door = makeDoor(options.address ?? server?.address ?? '')
    const company = server ? await fillCompany(door, server, options.team, root) : await joinCompany(door, options.team, credentials(options))
    say(`${company.team.length} of the team are signed in; ${lines.length} customers come at ${options.rate}/s`)
    const result = await play(lines, { door, company, options, server, say })
    door.close()
    return end(isGood(result) ? 0 : 1, process.stdout, `${options.json ? JSON.stringify(result, null, 2) : toTable(result)}\n`)
  } finally {
    await server?.stop()
  }
}

const root = new URL('../../', import.meta.url)

const complain = (says: string) => process.stderr.write(`${says}\n`)

const credentials = ({ email, password }: Options) => (email !== null && password !== null ? { email, password } : null)

/** Ctrl-C ends the server too, and its folder is removed. */
async function startServer(say: (line: string) => void): Promise<OwnServer> {
  say('starting a server of its own')
  const server = await startOwnServer(root.pathname)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().finally(() => process.exit(130)))
  say(`it is ready at ${server.address}; filling the company`)
  return server
}

function end(code: number, stream: NodeJS.WriteStream, text: string): number {
  stream.write(text)
  return code
}

process.exitCode = await main().catch((error: Error) => end(1, process.stderr, `the replay broke off: ${error.message}\n`))
