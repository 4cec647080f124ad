// `npm test`: everything that must hold, on a fresh clone too. `npm test -- r04` runs only the tests whose path contains "r04".
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findOrInstallChromium } from './chromium.mjs'
import { build, install, main, node, Refusal, refuseOldNode, root, run, say, stopped } from './setup.mjs'

const filters = process.argv.slice(2)

await main(async () => {
  refuseOldNode()
  await install()
  const chromium = await findOrInstallChromium()

  // All that the tests write lies in here, and all that they start carries its name: so both are found again at the end.
  const folder = mkdtempSync(join(tmpdir(), 'sambut-test-'))
  chmodSync(folder, 0o755)
  const env = { ...process.env, CHROMIUM: chromium, TMPDIR: folder, SAMBUT_TEST_RUN: folder, NODE_ENV: 'test' }
  try {
    const counts = [await bundle()]
    if (filters.length === 0 && !stopped()) counts.push(await check(folder, env))
    if (!stopped()) counts.push(await walk(folder, env))
    const passed = counts.reduce((sum, count) => sum + count.passed, 0)
    const failed = counts.reduce((sum, count) => sum + count.failed, 0)
    if (!stopped()) say(`\n${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  } finally {
    await stopWhatIsLeft(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A bundle that does not build is one failure among others: the rest is told all the same. */
async function bundle() {
  try {
    await build()
    return { passed: 1, failed: 0 }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!stopped()) say(error.message)
    return { passed: 0, failed: 1 }
  }
}

async function check(folder, env) {
  const outcome = join(folder, 'check.json')
  await run([node, 'scripts/check.ts', '--without-tests', '--outcome', outcome], { env })
  return existsSync(outcome) ? JSON.parse(readFileSync(outcome, 'utf8')) : { passed: 0, failed: 1 }
}

/** Rules, slices and journeys. A file that cannot even be loaded counts as one failure, and so does an error outside any test. */
async function walk(folder, env) {
  const outcome = join(folder, 'vitest.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const code = await run([node, vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${outcome}`, ...filters], { env })
  if (!existsSync(outcome)) return { passed: 0, failed: 1 }
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(outcome, 'utf8'))
  const unread = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length
  const failed = numFailedTests + unread
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** A test that dies cannot clear up behind itself: what carries this run's name in its environment is ended here. */
async function stopWhatIsLeft(name) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    const left = listOwn(name)
    if (left.length === 0) return
    for (const pid of left) tryKill(pid, signal)
    for (let i = 0; i < 50 && listOwn(name).length > 0; i++) await wait(100)
  }
}

function listOwn(name) {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && readOrNothing(`/proc/${pid}/environ`).includes(`SAMBUT_TEST_RUN=${name}\0`))
}

/** Processes end while we look, and those of other people are none of our business. */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

function tryKill(pid, signal) {
  try {
    process.kill(Number(pid), signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
