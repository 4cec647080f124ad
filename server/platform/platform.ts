import type pg from 'pg'
import { type Auth, makeAuth, makeWhoIsIt, type SignedIn } from './auth.ts'
import { type Bell, hangBell } from './bell.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db.ts'
import { type Flow, makeTeller, type Teller } from './events.ts'
import { type Feed, startFeed } from './feed.ts'
import { type Log, makeLog } from './log.ts'
import { type Mailer, makeMailer } from './mail.ts'
import { migrate } from './migrate.ts'
import { type Runner, startRunner } from './runner.ts'
import { sharedSecret } from './secrets.ts'
import { makeUser } from './users.ts'

/** Everything below the slices: it knows none of them. */
export interface Platform {
  config: Config
  log: Log
  database: Database
  act: Teller['act']
  runner: Runner
  feed: Feed
  bell: Bell
  auth: Auth
  whoIsIt: (cookie: string | undefined) => Promise<SignedIn | undefined>
  /** Makes the user by whom a person signs in. */
  makeUser: (user: { name: string; email: string; password?: string }) => Promise<string>
  mailer: Mailer
  /** Set when everything is there that `GET /health/ready` promises. */
  ready: { is: boolean }
  stop: () => Promise<void>
}

export async function startPlatform(config: Config, connection: pg.PoolConfig, flow: Flow): Promise<Platform> {
  const log = makeLog(config.logLevel)
  const database = openDatabase(connection, config.poolSize, log)
  await migrate(database.pool)

  let wake = () => {}
  const address = config.publicUrl ?? `http://localhost:${config.port}`
  const teller = makeTeller({ database, flow, address, committed: () => wake() })
  let whisper: Bell['whisper'] = () => {}
  const runner = startRunner(database, teller, flow, log, (passing) => whisper(passing))
  const feed = await startFeed(database, log)
  const lookHere = () => {
    runner.kick()
    feed.kick()
  }
  const bell = await hangBell(connection, database.pool, lookHere, log)
  whisper = bell.whisper
  wake = () => {
    lookHere()
    bell.ring()
  }

  const mailer = makeMailer(config.smtpUrl, config.mailFrom, log)
  const secret = await sharedSecret(database, config.secret)
  const auth = makeAuth(database, { secret, url: address, mailer, log, throttle: config.throttle })
  return {
    config,
    log,
    database,
    act: teller.act,
    runner,
    feed,
    bell,
    auth,
    whoIsIt: makeWhoIsIt(auth, database),
    makeUser: (user) => makeUser(auth, user),
    mailer,
    ready: { is: false },
    stop: async () => {
      await runner.stop()
      await feed.stop()
      await bell.stop()
      mailer.stop()
      await database.close()
    },
  }
}
