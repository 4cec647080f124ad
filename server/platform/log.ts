import { type Logger, pino } from 'pino'

export type Log = Logger

/** Secrets and people's words never reach the log. */
const secrets = [
  'req.headers.authorization',
  'req.headers.cookie',
  '*.password',
  '*.secret',
  '*.token',
  '*.signature',
  '*.text',
  'password',
  'secret',
  'token',
]

export function makeLog(level: string): Log {
  return pino({ level, redact: { paths: secrets, censor: '[hidden]' }, base: null })
}
