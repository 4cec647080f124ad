import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetting } from './config.ts'

/**
 * One server per data folder: the second start says so and harms nothing. The file names the process that holds the folder;
 * after a kill -9 that process is gone and the file is taken over.
 */
export async function takeFolder(data: string): Promise<{ release: () => void }> {
  const file = join(data, 'sambut.pid')
  if (!tryToTake(file)) {
    const holder = Number(readFileSync(file, 'utf8'))
    if (isSambut(holder))
      throw new BadSetting(`--data ${data} is in use: Sambut runs there already as process ${holder}. Stop it first, or name another folder.`)
    rmSync(file, { force: true })
    if (!tryToTake(file)) throw new BadSetting(`--data ${data} was taken by another start in the same moment.`)
  }
  return { release: () => rmSync(file, { force: true }) }
}

function tryToTake(file: string): boolean {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false
    throw error
  }
}

/** Process numbers are used again: it must be alive and look like a server of ours, where the system tells (Linux). */
function isSambut(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.ts')
  } catch (error) {
    // No /proc on this system: alive is all that can be known, and waiting is the safe side.
    if ((error as { code?: string }).code === 'ENOENT') return true
    throw error
  }
}
