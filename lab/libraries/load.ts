import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname

/** The libraries we compare ourselves with have a package of their own, so that nobody who only runs the product installs them. */
export function installLibraries(): void {
  if (existsSync(join(folder, 'node_modules', 'minisearch'))) return
  console.error('Installing the libraries to compare with, once (about 240 MB) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('The libraries to compare with could not be installed; see above.')
}

/** Loads one of them. They bring types of very different care, so each adapter says what it uses. */
export async function load<T>(name: string): Promise<T> {
  // One of them reads .env files aloud.
  process.env.DOTENV_CONFIG_QUIET = 'true'
  return (await import(name)) as T
}
