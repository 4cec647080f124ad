import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** Every setting, its default and what it means. This file alone reads the environment and the command line. */
const Settings = z.strictObject({
  /** Port that the server listens on; 0 takes a free one. */
  port: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535),
  /** Address that the server listens on. */
  host: z.string().min(1),
  /** Folder of the embedded database and of secrets. */
  data: z.string().min(1),
  /** PostgreSQL server to use instead of the embedded one (15 or newer). */
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/name' }).nullable(),
  /** Whether the demo company is made on the first run and kept alive. */
  demo: z.boolean(),
  /** Address under which people reach this server; links in mails begin with it. */
  publicUrl: z.url({ error: 'must be an address such as https://care.example.com' }).nullable(),
  /** How many proxies of one's own stand before this server, one behind the other; counted only with PUBLIC_URL. */
  proxies: z.coerce.number({ error: 'must be a number' }).int().min(1).max(10),
  /** Mail server, such as smtp://user:password@host:587; without it letters go to the terminal. */
  smtpUrl: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }).nullable(),
  /** Sender of those mails. */
  mailFrom: z.string(),
  /** Secret that signs sessions; made and kept in the database when it is not given. */
  secret: z.string().min(32, 'must have at least 32 characters').nullable(),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
  /** How many messages a minute one visitor may send. */
  visitorRate: z.coerce.number().int().min(1),
  /** Whether sign-ins are counted by address: always, but in tests, where one address signs everybody in. */
  throttle: z.boolean(),
  /** Connections to the database from this node. */
  poolSize: z.coerce.number().int().min(2).max(200),
})
export type Config = z.infer<typeof Settings>

/** A setting that cannot be used: the start stops and says which. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

const fromCommandLine = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'no-demo': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Reads command line over environment over defaults. Throws BadSetting naming the first value that cannot be used. */
export function readConfig(argv: string[], env: Record<string, string | undefined>): Config {
  const given = parseCommandLine(argv)
  const raw = {
    port: given.port ?? env['PORT'] ?? '8080',
    host: given.host ?? env['HOST'] ?? '127.0.0.1',
    data: resolve(given.data ?? env['SAMBUT_DATA'] ?? defaultDataFolder()),
    databaseUrl: env['DATABASE_URL'] || null,
    demo: !(given['no-demo'] ?? env['SAMBUT_DEMO'] === 'off'),
    publicUrl: env['PUBLIC_URL'] || null,
    proxies: env['PROXIES'] || '1',
    smtpUrl: env['SMTP_URL'] || null,
    mailFrom: env['MAIL_FROM'] || 'Sambut <no-reply@localhost>',
    secret: env['SAMBUT_SECRET'] || null,
    logLevel: env['LOG_LEVEL'] ?? 'warn',
    visitorRate: env['VISITOR_RATE'] ?? '60',
    throttle: true,
    poolSize: env['POOL_SIZE'] ?? '20',
  }
  const read = Settings.safeParse(raw)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const key = String(issue?.path[0] ?? '')
  throw new BadSetting(`${settingName(key)} ${issue?.message ?? 'cannot be used'}; it is "${String(raw[key as keyof typeof raw])}".`)
}

function parseCommandLine(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: fromCommandLine, strict: true, allowPositionals: false }).values
  } catch (error) {
    const known = Object.keys(fromCommandLine)
      .map((name) => `--${name}`)
      .join(', ')
    throw new BadSetting(`${error instanceof Error ? error.message : String(error)} Known options: ${known}.`)
  }
}

/** PostgreSQL refuses to run as root, and the user it then runs as cannot read below /root: hence /var/lib for root. */
function defaultDataFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/sambut' : join(process.cwd(), 'data')
}

const names: Record<string, string> = {
  port: '--port (or PORT)',
  host: '--host (or HOST)',
  data: '--data (or SAMBUT_DATA)',
  databaseUrl: 'DATABASE_URL',
  publicUrl: 'PUBLIC_URL',
  proxies: 'PROXIES',
  smtpUrl: 'SMTP_URL',
  secret: 'SAMBUT_SECRET',
  logLevel: 'LOG_LEVEL',
  visitorRate: 'VISITOR_RATE',
  poolSize: 'POOL_SIZE',
}
const settingName = (key: string) => names[key] ?? key

export const usage = `
  npm start -- [options]

  --port N       port to listen on (8080)
  --host H       address to listen on (127.0.0.1)
  --data FOLDER  where the embedded database lives
  --no-demo      start with an empty company instead of the demo

  DATABASE_URL   a PostgreSQL server (15 or newer) instead of the embedded one
  PUBLIC_URL, PROXIES, SMTP_URL, MAIL_FROM, SAMBUT_SECRET, LOG_LEVEL, VISITOR_RATE, POOL_SIZE: see docs/operating.md

`

/** Reads the environment of this process; the only place that does. */
export function configOfProcess(): Config | 'help' {
  if (process.argv.includes('--help')) return 'help'
  const config = readConfig(process.argv.slice(2), process.env)
  if (existsSync(config.data) && config.databaseUrl === null && existsSync(join(config.data, 'package.json')))
    throw new BadSetting(`--data ${config.data} holds a package.json; name a folder of its own.`)
  return config
}
