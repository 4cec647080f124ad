import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { makeApp } from './app.ts'
import { current } from './demo/routes.ts'
import { seedDemo } from './demo/seed.ts'
import { startDemo } from './demo/stream.ts'
import { createAccount } from './first-account.ts'
import { flow } from './flow.ts'
import { startSender } from './integrations/sender.ts'
import { startMessageReader } from './knowledge/message-terms.ts'
import { findFirstAccount } from './platform/accounts.ts'
import { BadSetting, type Config, configOfProcess, usage } from './platform/config.ts'
import { startPostman } from './platform/letters.ts'
import { openLive } from './platform/live.ts'
import { takeFolder } from './platform/one-at-a-time.ts'
import { type Platform, startPlatform } from './platform/platform.ts'
import { startPostgres } from './platform/postgres.ts'
import { teachUntaught } from './understanding/teaching.ts'
import { warmUp } from './understanding/warm.ts'

const endMilliseconds = 3000

type Undo = (() => Promise<void> | void)[]

/** Starts everything in order, says what it does, and stops it in the opposite order. */
async function main(undo: Undo): Promise<void> {
  const config = configOfProcess()
  if (config === 'help') return void process.stdout.write(usage)
  const began = performance.now()
  const say = (step: string) => process.stdout.write(`  ${seconds(began)}  ${step}\n`)
  process.stdout.write('\n  Sambut\n\n')

  const stop = once(async (signal: string) => {
    process.stdout.write(`\n  ${signal}: stopping, what runs is finished first; once more ends everything at once\n`)
    await undoAll(undo)
    process.stdout.write('  stopped\n')
  })
  let asked = 0
  const onSignal = (signal: string) => void (asked++ === 0 ? stop(signal).then(() => process.exit(0), fail) : endNow(undo))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)

  const connection = await findDatabase(config, say, undo)
  say('bringing the database to its newest form')
  const platform = await startPlatform(config, connection, flow)
  undo.push(platform.stop)
  warmUp()
  await makeCompany(platform, say)
  const taught = teachUntaught(platform).catch((error: Error) =>
    platform.log.warn({ error: error.message }, 'models are missing and could not be asked for'),
  )
  undo.push(() => taught)

  const api = await makeApp(platform)
  const live = openLive(platform)
  api.server.server.on('upgrade', live.upgrade)
  undo.push(() => api.server.close(), live.stop)
  const address = await listen(api.server, config)
  undo.push(startSender(platform).stop, startPostman(platform).stop, startMessageReader(platform).stop)
  if (config.demo && (await hasDemo(platform))) {
    const demo = await startDemo(platform, address)
    current.demo = demo
    undo.push(demo.stop)
  }
  platform.ready.is = true
  welcome(config, address, seconds(began), await hasDemo(platform))
}

/** What was started last is stopped first. */
async function undoAll(undo: Undo): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) await step()
}

/** Whoever asks twice does not wait: what is left is told to stop all at once, the database too, which keeps what was committed. */
async function endNow(undo: Undo): Promise<never> {
  process.stdout.write('  ending everything now\n')
  await Promise.race([Promise.allSettled(undo.splice(0).map(async (step) => step())), wait(endMilliseconds)])
  process.exit(1)
}

async function findDatabase(config: Config, say: (step: string) => void, undo: Undo) {
  if (config.databaseUrl) return { connectionString: config.databaseUrl }
  mkdirSync(config.data, { recursive: true })
  const folder = await takeFolder(config.data)
  undo.push(folder.release)
  const postgres = await startPostgres(config.data, say)
  undo.push(postgres.stop)
  return postgres.connection
}

/** The first run makes a company: the demo's, or an empty one whose owner signs in by the link that is printed. */
async function makeCompany(platform: Platform, say: (step: string) => void): Promise<void> {
  await platform.database.alone('first company', async () => {
    if (await findFirstAccount(platform.database)) return
    if (platform.config.demo) await seedDemo(platform, say)
    else await createAccount(platform, say)
  })
}

async function hasDemo(platform: Platform): Promise<boolean> {
  return (await findFirstAccount(platform.database))?.demo ?? false
}

async function listen(server: Awaited<ReturnType<typeof makeApp>>['server'], config: Config): Promise<string> {
  try {
    return await server.listen({ port: config.port, host: config.host })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new BadSetting(`--port ${config.port} is taken by another program; name a free one, such as --port ${config.port + 1}.`)
  }
}

function welcome(config: Config, address: string, time: string, demo: boolean): void {
  const url = config.publicUrl ?? address.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost')
  const lines = [
    `ready after ${time.trim()}`,
    '',
    `Console      ${url}/console/`,
    ...(demo
      ? [
          '             one click signs you in as the owner, a lead, the team or an analyst',
          `Demo shop    ${url}/shop/`,
          '             write to the company as a customer',
        ]
      : []),
    `API          ${url}/docs`,
    '',
    'Ctrl-C stops everything.',
  ]
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`)
}

const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s`

function once<Argument>(run: (argument: Argument) => Promise<void>): (argument: Argument) => Promise<void> {
  let running: Promise<void> | undefined
  return (argument) => (running ??= run(argument))
}

function fail(error: unknown): never {
  const message = error instanceof Error ? (error instanceof BadSetting ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`\n  Sambut did not start: ${message}\n\n`)
  process.exit(1)
}

const undo: Undo = []
await main(undo).catch(async (error) => {
  await undoAll(undo)
  fail(error)
})
