import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

/** A server of one's own, empty or with the demo company, on a folder that is removed again. */
export interface OwnServer {
  address: string
  /** Its data folder. */
  data: string
  /** Who may sign in to an empty one, as it was printed. */
  findOwner: () => { email: string; password: string }
  /** The sign-in link that the server printed for this address; waits for it. */
  linkFor: (email: string) => Promise<string>
  /** kill -9: nothing is finished, nothing is said. */
  kill: () => Promise<void>
  startAgain: () => Promise<void>
  stop: () => Promise<void>
  /** Lines of its log at warning or above, by message. */
  complaints: Map<string, number>
}

const startSeconds = 240

export async function startOwnServer(root: string, { demo = false } = {}): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), 'sambut-replay-'))
  // PostgreSQL may run as another user, who must get through to its folder.
  chmodSync(data, 0o755)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const said: string[] = []
  const complaints = new Map<string, number>()
  let child = launch()

  function launch(): ChildProcess {
    const started = spawn(process.execPath, ['server/main.ts', ...(demo ? [] : ['--no-demo']), '--port', String(port), '--data', data], {
      cwd: root,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [started.stdout, started.stderr]) createInterface({ input: stream }).on('line', (line) => note(line, said, complaints))
    return started
  }

  async function untilReady(): Promise<void> {
    const deadline = performance.now() + startSeconds * 1000
    while (performance.now() < deadline) {
      if (hasEnded(child)) throw new Error(`the server did not start: ${said.slice(-5).join(' ')}`)
      if (await isReady(address)) return
      await wait(50)
    }
    throw new Error(`the server was not ready within ${startSeconds} s`)
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (hasEnded(child)) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  /** The database outlives a killed server; a server that ends as it should stops it too. */
  async function stop(): Promise<void> {
    if (hasEnded(child)) {
      child = launch()
      await untilReady()
    }
    await end('SIGTERM')
    rmSync(data, { recursive: true, force: true })
  }

  await untilReady()
  return {
    address,
    data,
    findOwner: () => ownerIn(said),
    linkFor: (email) => linkIn(said, email),
    kill: () => end('SIGKILL'),
    startAgain: async () => {
      child = launch()
      await untilReady()
    },
    stop,
    complaints,
  }
}

/** Settings that would lead it to another database or another post box stay out. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _a, PUBLIC_URL: _b, SMTP_URL: _c, PORT: _d, HOST: _e, SAMBUT_DATA: _f, ...rest } = process.env
  return rest
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function note(line: string, said: string[], complaints: Map<string, number>): void {
  if (!line.startsWith('{')) {
    said.push(line)
    return
  }
  process.stderr.write(`  server: ${line}\n`)
  const { msg = line, action, error } = parse(line)
  const what = [msg, action, error].filter((part) => typeof part === 'string').join(' · ')
  complaints.set(what, (complaints.get(what) ?? 0) + 1)
}

function parse(line: string): { msg?: unknown; action?: unknown; error?: unknown } {
  try {
    return JSON.parse(line) as { msg?: unknown }
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function ownerIn(said: string[]): { email: string; password: string } {
  const found = /signs in with (\S+) and the password (\S+)/.exec(said.join('\n'))
  if (!found?.[1] || !found[2]) throw new Error('the server did not say how its owner signs in')
  return { email: found[1], password: found[2] }
}

async function linkIn(said: string[], email: string): Promise<string> {
  const deadline = performance.now() + 10_000
  while (performance.now() < deadline) {
    const at = said.findLastIndex((line) => line.includes(`Sign-in link for ${email} `))
    const link = at < 0 ? undefined : said[at + 1]?.trim()
    if (link) return link
    await wait(10)
  }
  throw new Error(`the server printed no sign-in link for ${email}`)
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2000) })
    await answer.body?.cancel()
    return answer.status === 200
  } catch (error) {
    // Not there yet; whoever waits bounds how often.
    if (error instanceof Error) return false
    throw error
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('the system gave no free port')
  return address.port
}
