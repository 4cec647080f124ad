import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { LiveFrame } from '../../contract/events.ts'
import type { Log } from './log.ts'

/** A passing thing that is not kept, such as "somebody is writing": to every node, at once, at most once. */
export interface Whisper {
  account: string
  frame: LiveFrame
}

/** Wakes the other nodes: a NOTIFY at most every few milliseconds, after the commit and outside of it. Carries whispers too. */
export interface Bell {
  ring: () => void
  whisper: (whisper: Whisper) => void
  hear: (heard: (whisper: Whisper) => void) => () => void
  stop: () => Promise<void>
}

const quietMilliseconds = 10

export async function hangBell(connection: pg.PoolConfig, pool: pg.Pool, rung: () => void, log: Log): Promise<Bell> {
  const node = randomUUID()
  const hearers = new Set<(whisper: Whisper) => void>()
  let stopped = false
  let pending: NodeJS.Timeout | undefined
  let listener: pg.Client | undefined

  async function listen(): Promise<void> {
    const client = new pg.Client({ ...connection, application_name: 'sambut-bell', keepAlive: true })
    client.on('notification', (notice) => heard(notice.payload ?? ''))
    client.on('error', () => comeBack(client))
    client.on('end', () => comeBack(client))
    await client.connect()
    await client.query('listen sambut')
    listener = client
  }

  function heard(payload: string): void {
    const [from, ...rest] = payload.split('\n')
    if (from === node) return
    if (rest.length === 0) rung()
    else passOn(JSON.parse(rest.join('\n')) as Whisper)
  }

  function passOn(whisper: Whisper): void {
    for (const hear of hearers) hear(whisper)
  }

  function comeBack(client: pg.Client): void {
    if (stopped || listener !== client) return
    listener = undefined
    const retry = () => {
      if (stopped) return
      listen().catch((error: Error) => {
        log.warn({ error: error.message }, 'cannot listen for other nodes; polling goes on, listening is tried again')
        setTimeout(retry, 1000)
      })
    }
    setTimeout(retry, 200)
  }

  function notify(payload: string): void {
    if (stopped) return
    pool
      .query("select pg_notify('sambut', $1)", [payload])
      .catch((error: Error) => log.debug({ error: error.message }, 'the bell did not ring; other nodes poll'))
  }

  await listen()
  return {
    ring: () => {
      pending ??= setTimeout(() => {
        pending = undefined
        notify(node)
      }, quietMilliseconds)
    },
    whisper: (whisper) => {
      passOn(whisper)
      notify(`${node}\n${JSON.stringify(whisper)}`)
    },
    hear: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    stop: async () => {
      stopped = true
      clearTimeout(pending)
      await listener?.end()
    },
  }
}
