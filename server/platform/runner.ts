import { randomUUID } from 'node:crypto'
import type { EventName, Events } from '../../contract/events.ts'
import type { Whisper } from './bell.ts'
import { changed, type Database, many, sql } from './db.ts'
import { messageOf } from './errors.ts'
import type { Action, Delivered, Flow, Teller } from './events.ts'
import type { Log } from './log.ts'

/** A lease is as long as the longest transaction may be; after it another node takes over and the late one is fenced (I14). */
const leaseSeconds = 30
const mostAttempts = 8
const atOnce = 10
const pollMilliseconds = 250

export interface Runner {
  /** Something may be due: look now instead of at the next poll. */
  kick: () => void
  /** Waits until what is running has ended; takes on nothing new. What takes long may give up and is asked anew at the next start. */
  stop: () => Promise<void>
  /** Resolves when nothing is due any more: for tests and for the end of a seed. */
  idle: () => Promise<void>
}

interface Delivery {
  account: string
  id: number
  event: number
  action: string
  attempts: number
  name: EventName
  facts: Events[EventName]
  at: Date
}

/** Delivers saved facts to their actions: at least once, in order per subject and action, with back-off and a dead letter. */
export function startRunner(database: Database, teller: Teller, flow: Flow, log: Log, whisper: (whisper: Whisper) => void = () => undefined): Runner {
  const actions = new Map(Object.values(flow).flatMap((answers) => answers.map((answer) => [answer.name, answer as Action<EventName>])))
  const running = new Set<Promise<void>>()
  const waitingForIdle = new Set<() => void>()
  const stopping = new AbortController()
  let stopped = false
  let looking = false
  let lookAgain = false
  let lastLook: Promise<void> = Promise.resolve()
  let soon: NodeJS.Immediate | undefined

  function look(): void {
    if (stopped) return
    if (looking) lookAgain = true
    else lastLook = takeOn()
  }

  async function takeOn(): Promise<void> {
    looking = true
    try {
      do {
        lookAgain = false
        if (running.size >= atOnce) break
        const lease = randomUUID()
        const claimed = await claim(database, lease, atOnce - running.size)
        for (const delivery of claimed) start(delivery, lease)
        if (claimed.length === 0 && running.size === 0 && !lookAgain && waitingForIdle.size > 0) await settle()
      } while (lookAgain && !stopped)
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'the event runner could not look for work; it tries again')
    } finally {
      looking = false
    }
  }

  /** A commit and the end of the delivery that made it come together: one look serves both. */
  function lookSoon(): void {
    if (soon) return
    soon = setImmediate(() => {
      soon = undefined
      look()
    })
  }

  function start(delivery: Delivery, lease: string): void {
    const run: Promise<void> = deliver(delivery, lease).finally(() => {
      running.delete(run)
      lookSoon()
    })
    running.add(run)
  }

  async function deliver(delivery: Delivery, lease: string): Promise<void> {
    const answer = actions.get(delivery.action)
    try {
      if (!answer) throw new Error(`no action is called ${delivery.action}`)
      const about = { event: delivery.event, at: delivery.at, attempt: delivery.attempts }
      const asked = answer.ask && (await ask(answer.ask, about, delivery, lease))
      await database.inAccount(delivery.account, async (db, now) => {
        const mine = await changed(db, sql`delete from deliveries where account = ${delivery.account} and id = ${delivery.id} and lease = ${lease}`)
        if (mine === 0) return
        await teller.within({ db, account: delivery.account, now }, (work) => answer.run(work, delivery.facts, { ...about, asked }))
      })
      teller.committed()
    } catch (error) {
      if (stopping.signal.aborted && error === stopping.signal.reason) await giveBack(delivery, lease)
      else await putOff(delivery, lease, error)
    }
  }

  /** What takes longer than a lease keeps it meanwhile: nobody else is to begin the same. */
  async function ask(how: NonNullable<Action['ask']>, about: Delivered, { account, id, name }: Delivery, lease: string): Promise<unknown> {
    const hold = setInterval(() => void keepLease(account, id, lease), (leaseSeconds / 3) * 1000)
    try {
      const read = <T>(run: Parameters<typeof database.inAccount<T>>[1]) => database.inAccount(account, run)
      return await how(read, account, { ...about, name, stopping: stopping.signal, whisper: (frame) => whisper({ account, frame }) })
    } finally {
      clearInterval(hold)
    }
  }

  async function keepLease(account: string, id: number, lease: string): Promise<void> {
    try {
      await sql`
        update deliveries set leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        where account = ${account} and id = ${id} and lease = ${lease}`.execute(database.platform)
    } catch (error) {
      // Should it run out, another node takes over and this one is fenced.
      log.warn({ error: messageOf(error) }, 'a lease could not be kept')
    }
  }

  /** As if it had not been begun: whoever looks next takes it. */
  async function giveBack({ account, id }: Delivery, lease: string): Promise<void> {
    try {
      await sql`
        update deliveries set lease = null, leased_until = '-infinity', attempts = attempts - 1
        where account = ${account} and id = ${id} and lease = ${lease}`.execute(database.platform)
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'what was given up for the stop could not be given back; its lease will run out')
    }
  }

  /** Back-off 0.2 s · 2^n with jitter, at most a minute; then the dead letter, which is shown and can be replayed. */
  async function putOff(delivery: Delivery, lease: string, error: unknown): Promise<void> {
    const dead = delivery.attempts >= mostAttempts
    const level = dead ? 'error' : 'warn'
    log[level]({ action: delivery.action, event: delivery.event, attempt: delivery.attempts, error: messageOf(error) }, 'an action failed')
    const seconds = Math.min(60, 0.2 * 2 ** delivery.attempts) * (0.75 + Math.random() / 2)
    try {
      await sql`
        update deliveries set lease = null, leased_until = '-infinity', error = ${messageOf(error).slice(0, 2000)},
          retry_at = clock_timestamp() + make_interval(secs => ${seconds}), dead_at = case when ${dead} then clock_timestamp() end
        where account = ${delivery.account} and id = ${delivery.id} and lease = ${lease}`.execute(database.platform)
    } catch (again) {
      // The lease runs out by itself and somebody takes the delivery over: nothing is lost.
      log.warn({ error: messageOf(again) }, 'a failed action could not be put off; its lease will run out')
    }
  }

  /** What is put off, or leased to another node, is still to be done. */
  async function settle(): Promise<void> {
    const open = await many(database.platform, sql`select 1 from deliveries where dead_at is null and due_at <= clock_timestamp() limit 1`)
    if (open.length > 0) return
    for (const resolve of waitingForIdle) resolve()
    waitingForIdle.clear()
  }

  const poll = setInterval(lookSoon, pollMilliseconds)
  return {
    kick: lookSoon,
    idle: () =>
      new Promise((resolve) => {
        waitingForIdle.add(resolve)
        look()
      }),
    stop: async () => {
      stopped = true
      stopping.abort()
      clearInterval(poll)
      // What is being claimed at this moment is leased to this node: it ends like all the rest.
      await lastLook
      await Promise.allSettled(running)
    },
  }
}

/** What was given up is tried anew from the first attempt, after its cause was mended; of one account, or of all. How many. */
export function replayDead(database: Database, account: string | null): Promise<number> {
  return changed(
    database.platform,
    sql`
      update deliveries set dead_at = null, attempts = 0, retry_at = '-infinity', error = null
      where dead_at is not null ${account === null ? sql`` : sql`and account = ${account}`}`,
  )
}

/** Takes the first due delivery of every lane: what is urgent first, then the oldest. */
async function claim(database: Database, lease: string, limit: number): Promise<Delivery[]> {
  return many(
    database.platform,
    sql<Delivery>`
      with ready as (
        select d.account, d.id from deliveries d
        where d.dead_at is null and d.due_at <= clock_timestamp() and d.retry_at <= clock_timestamp() and d.leased_until < clock_timestamp()
          and not exists (
            select 1 from deliveries e
            where e.lane = d.lane and e.action = d.action and e.account = d.account and e.dead_at is null
              -- "+ 0" keeps the planner from walking deliveries_to_do by its second column: the lane's own index is the short way.
              and e.id + 0 < d.id and e.due_at <= clock_timestamp())
        order by d.urgent desc, d.due_at, d.id
        limit ${limit}
        for update skip locked
      ), taken as (
        update deliveries d set lease = ${lease}, leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}), attempts = d.attempts + 1
        from ready r where d.account = r.account and d.id = r.id
        returning d.account, d.id, d.event, d.action, d.attempts
      )
      select t.account, t.id, t.event, t.action, t.attempts, e.name, e.facts, e.at
      from taken t join events e on e.account = t.account and e.id = t.event
      order by t.id`,
  )
}
