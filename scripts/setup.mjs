// What `npm start` and `npm test` share: the right Node, the packages, the bundles, and how to run a program and stop it again.
// Plain JavaScript for Node 20, because it runs before the packages, and so before Node 24, are there.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Node 24 as npm brought it: it runs our TypeScript as it stands. */
export const node = join(root, 'node_modules/.bin/node')

/** A problem that its reader can put right: shown without a stack. */
export class Refusal extends Error {}

export function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20)
    throw new Refusal(`Sambut needs Node 20 or newer to start; this is Node ${process.versions.node}. Newer ones are at https://nodejs.org.`)
}

/** Installs exactly what package-lock.json names, when it is not there yet or the lock has changed since. */
export async function install() {
  if (isInstalled()) return
  say('Installing packages (about a minute, only when they have changed) …')
  // Under `npm start` npm says where it is itself. Dev packages build the bundles, so they are wanted in production too. That some
  // packages want a newer Node than the host's is no news: Node 24 is among them.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const code = await run([...npm, 'ci', '--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) throw new Refusal('The packages could not be installed: npm says why above. `npm ci` tries it again.')
  if (!existsSync(node))
    throw new Refusal('npm left out node_modules/.bin/node, because it ran no install scripts. `npm rebuild node` puts it there.')
}

/** Each bundle's configuration, and the file that tells that it has been built. */
const bundles = [
  ['console/vite.config.ts', 'build/console/index.html'],
  ['widget/vite.config.ts', 'build/widget/widget.js'],
  ['widget/demo/vite.config.ts', 'build/shop/shop.html'],
]
const sources = ['console', 'widget', 'locales', 'contract', 'core', 'package-lock.json', 'tsconfig.base.json']

/** Builds the bundles, at once, when one is missing or what they are made of has changed since. */
export async function build() {
  const stamp = join(root, 'build/.stamp')
  const made = fingerprint(sources)
  const built = bundles.every(([, file]) => existsSync(join(root, file)))
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return

  say('Building console and widget (some seconds, only when they have changed) …')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  const codes = await Promise.all(bundles.map(([config]) => run([node, vite, 'build', '--logLevel=warn', '--config', config], { env })))
  if (codes.some((code) => code !== 0)) throw new Refusal('A bundle could not be built: its errors are above.')
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stamp, made)
}

/** The programs we started that still run. */
const running = new Set()
let forwarded = ''

/** Runs a program with our own terminal and resolves with its exit code, a signal counted as shells do: 128 + its number. */
export function run([program, ...args], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    running.add(child)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/**
 * Passes a signal on to what runs, once, and waits for it to end by itself. Ctrl-C in a terminal reaches the whole group, so there
 * is nothing to pass on; npm then sends the same signal a second time, hence "once".
 */
export function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const heardAlready = forwarded !== '' || (signal === 'SIGINT' && process.stdin.isTTY)
      forwarded = signal
      if (!heardAlready) for (const child of running) child.kill(signal)
      if (running.size === 0) process.exit(128 + constants.signals[signal])
    })
  }
}

/** Whether we were told to stop. */
export function stopped() {
  return forwarded !== ''
}

/** Runs a script from top to bottom and ends with its exit code; a refusal is said in one line. */
export async function main(script) {
  passSignalsOn()
  try {
    process.exitCode = await script()
  } catch (error) {
    if (forwarded === '') console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
  if (forwarded !== '' && process.exitCode === 1) process.exitCode = 128 + constants.signals[forwarded]
}

export function say(step) {
  console.log(step)
}

function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json')
  return existsSync(record) && existsSync(node) && statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** By content, not by date: a fresh checkout or a moved clock must not decide what is served. */
function fingerprint(paths) {
  const hash = createHash('sha256')
  const read = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) read(`${path}/${name}`)
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\n`).update(readFileSync(full))
  }
  for (const path of paths) read(path)
  return hash.digest('hex')
}
