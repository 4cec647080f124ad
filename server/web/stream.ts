import type { StreamEvents } from '../../contract/channels.ts'
import type { EventName } from '../../contract/events.ts'
import type { Seen } from '../platform/feed.ts'
import type { Call } from '../platform/http.ts'
import type { Platform } from '../platform/platform.ts'
import { findWidgetState } from './state.ts'
import { findCustomerOf, listForCustomer, markSent } from './store.ts'

/** A client that does not read is let go at this much; it comes back with its cursor (I16). */
const mostUnread = 1_000_000
const coalesceMilliseconds = 20
/** News of one conversation comes in bursts: the first is shown at once, the rest together. */
const restMilliseconds = 150
const pulseMilliseconds = 20_000

/** Facts after which a customer's page may look different although the fact names somebody else. */
const forEverybody = new Set<EventName>(['presence.changed', 'policy.changed'])

/** Facts that name the customer and change nothing in their window: what follows from them has facts of its own. */
const behindTheScenes = new Set<EventName>([
  'message.understood',
  'matter.corrected',
  'stake.weighed',
  'conversation.routed',
  'conversation.passed',
  'handover.prepared',
  'help.given',
  'reply.sent',
  'value.booked',
])

/** Server-sent events of one visitor: words in order, then where things stand; resumes after any sequence number. */
export async function stream(platform: Platform, call: Call<undefined, undefined, undefined>, after: number): Promise<void> {
  const { account, customer, visitor } = call.visitor
  const { raw } = call.reply
  call.reply.hijack()
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'access-control-allow-origin': '*',
  })

  let last = after
  let lastState = ''
  let pending: NodeJS.Timeout | undefined
  let refreshedAt = Number.NEGATIVE_INFINITY
  let working: Promise<void> = Promise.resolve()

  function push<Name extends keyof StreamEvents>(name: Name, value: StreamEvents[Name]): void {
    if (raw.writableEnded) return
    if (raw.writableLength > mostUnread) raw.destroy()
    else raw.write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`)
  }

  async function bringUpToDate(): Promise<void> {
    const before = last
    await platform.database.inAccount(account, async (db) => {
      // Signed in or joined: who comes back with the same token finds the other timeline.
      if ((await findCustomerOf(db, account, visitor)) !== customer) return void raw.end()
      for (const message of await listForCustomer(db, account, customer, last)) {
        push('message', message)
        last = message.seq
      }
      const state = await findWidgetState(db, account, customer)
      const text = JSON.stringify(state)
      if (text === lastState) return
      lastState = text
      push('state', state)
    })
    if (last > before) await noteSent(platform, account, customer, last)
  }

  function soon(): void {
    pending ??= setTimeout(
      () => {
        pending = undefined
        refreshedAt = performance.now()
        working = working.then(bringUpToDate).catch((error: Error) => {
          platform.log.warn({ error: error.message }, 'a visitor could not be brought up to date; the stream is closed and comes back')
          raw.end()
        })
      },
      Math.max(coalesceMilliseconds, refreshedAt + restMilliseconds - performance.now()),
    )
  }

  const unwatch = platform.feed.watch(account, (seen) => {
    if (seen.some((fact) => concerns(fact, customer))) soon()
  })
  const unhear = platform.bell.hear(({ account: where, frame }) => {
    if (where !== account || frame.name !== 'typing' || frame.customer !== customer) return
    if (frame.author === 'person' || frame.author === 'assistant') push('typing', { author: frame.author })
  })
  const pulse = setInterval(() => raw.writableEnded || raw.write(': still here\n\n'), pulseMilliseconds)
  raw.on('close', () => {
    unwatch()
    unhear()
    clearInterval(pulse)
    clearTimeout(pending)
  })
  raw.write(': welcome\n\n')
  soon()
}

function concerns({ name, facts }: Seen, customer: string): boolean {
  if (forEverybody.has(name)) return true
  const { customer: whose, before } = facts as { customer?: string; before?: string }
  return (whose === customer || before === customer) && !behindTheScenes.has(name)
}

/** The team sees that it arrived. */
async function noteSent(platform: Platform, account: string, customer: string, upTo: number): Promise<void> {
  await platform.act(account, async (work) => {
    const conversation = await markSent(work.db, account, customer, upTo)
    if (conversation) work.tell('reply.sent', { conversation, customer, seq: upTo, channel: 'web' })
  })
}
