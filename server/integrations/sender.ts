import { createHmac } from 'node:crypto'
import { many, sql } from '../platform/db.ts'
import { messageOf } from '../platform/errors.ts'
import { OutboundFailure, request } from '../platform/outbound.ts'
import type { Platform } from '../platform/platform.ts'
import { startRounds } from '../platform/rounds.ts'
import { noteNews } from './store.ts'

export interface Sender {
  /** Something may be due: look now instead of at the next poll. */
  kick: () => void
  stop: () => Promise<void>
}

export interface SenderOptions {
  /** Lets receivers stand on this machine or in its network; off, because the addresses come from people. */
  allowPrivate?: boolean
  /** Seconds until the next attempt, after each that failed; after the last one it is given up until somebody replays it. */
  waitSeconds?: readonly number[]
}

/** The schedule that Standard Webhooks 1.0.0 recommends: some three days. */
const standardWait = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
const pollMilliseconds = 250
const atOnce = 10
const timeoutMilliseconds = 10_000
/** Longer than the time-out; who did not come back by then died, and another node sends it again. */
const leaseSeconds = 60

/** Row 42: sends what was noted, at least once, in order per webhook and subject, outside of any transaction. */
export function startSender(platform: Platform, { allowPrivate = false, waitSeconds = standardWait }: SenderOptions = {}): Sender {
  const { database, log } = platform
  const sending = new Set<Promise<void>>()

  async function look(): Promise<void> {
    try {
      await database.platform.transaction().execute(noteNews)
      const claimed = sending.size >= atOnce ? [] : await claim(platform, atOnce - sending.size, waitSeconds.length)
      for (const send of claimed) start(send)
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'the webhook sender could not look for work; it tries again')
    }
  }

  function start(send: Send): void {
    const run: Promise<void> = deliver(send).finally(() => {
      sending.delete(run)
      void rounds.round()
    })
    sending.add(run)
  }

  async function deliver(send: Send): Promise<void> {
    const error = await post(send, allowPrivate)
    if (error !== null) log.info({ webhook: send.webhook, event: send.event, attempt: send.attempts, error }, 'a webhook was not delivered')
    const wait = (waitSeconds[send.attempts - 1] ?? 0) * (0.9 + Math.random() / 5)
    try {
      // Fenced by the attempt: whoever comes back after another node took over, or after a replay, changes nothing.
      await sql`
        update webhook_sends set error = ${error?.slice(0, 500) ?? null}, sent_at = case when ${error === null} then clock_timestamp() end,
          retry_at = clock_timestamp() + make_interval(secs => ${wait})
        where account = ${send.account} and id = ${send.id} and attempts = ${send.attempts} and sent_at is null`.execute(database.platform)
    } catch (failure) {
      log.warn({ error: messageOf(failure) }, 'the end of a webhook could not be noted; it will be sent again')
    }
  }

  const rounds = startRounds(look, pollMilliseconds)
  return {
    kick: () => void rounds.round(),
    stop: async () => {
      await rounds.stop()
      await Promise.allSettled(sending)
    },
  }
}

/** Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body` with the bytes behind `whsec_`; timestamp in seconds. */
export function sign(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

interface Send {
  account: string
  id: number
  webhook: string
  event: number
  attempts: number
  body: string
  url: string
  secret: string
}

/** Why it was not delivered; null when it was. */
async function post({ event, url, secret, body }: Send, allowPrivate: boolean): Promise<string | null> {
  const id = `msg_${event}`
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign(secret, id, timestamp, body),
  }
  try {
    const { status } = await request(url, { method: 'POST', headers, body, allowPrivate, timeoutMilliseconds })
    return status >= 200 && status < 300 ? null : `The receiver answered ${status}.`
  } catch (error) {
    if (error instanceof OutboundFailure) return `${error.code}: ${error.message}`
    throw error
  }
}

/** Takes what is due and first of its line; what was given up holds nobody back. */
function claim({ database }: Platform, limit: number, mostAttempts: number): Promise<Send[]> {
  return many(
    database.platform,
    sql<Send>`
      with due as (
        select s.account, s.id from webhook_sends s
        where s.sent_at is null and s.retry_at <= clock_timestamp() and s.attempts <= ${mostAttempts}::int
          and not exists (
            select 1 from webhook_sends e
            where e.account = s.account and e.webhook = s.webhook and e.subject is not distinct from s.subject
              and e.event < s.event and e.sent_at is null and (e.attempts <= ${mostAttempts}::int or e.retry_at > clock_timestamp()))
        order by s.retry_at, s.event limit ${limit}
        for update skip locked
      ), taken as (
        update webhook_sends s set attempts = s.attempts + 1, retry_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        from due where s.account = due.account and s.id = due.id and s.sent_at is null
        returning s.account, s.id, s.webhook, s.event, s.attempts, s.body
      )
      select t.*, w.url, w.secret from taken t join webhooks w on w.account = t.account and w.id = t.webhook order by t.event`,
  )
}
