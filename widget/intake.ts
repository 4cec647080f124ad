import type { WidgetMessage, WidgetState } from '../contract/channels.ts'
import type { Memory } from './memory.ts'
import type { ServerEvent } from './sse.ts'
import { merge, type Store } from './state.ts'

/** All that comes from the server ends in the store through here. The contract gives the shapes. */
export class Intake {
  /** The last message that the server told, not one concluded from an acknowledgement: between the two may lie others. */
  heard = 0
  readonly #memory: Memory
  readonly #store: Store
  readonly #arrived: (message: WidgetMessage) => void
  readonly #moved: () => void
  #customer: string | null
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor(memory: Memory, store: Store, arrived: (message: WidgetMessage) => void, moved: () => void) {
    this.#memory = memory
    this.#customer = memory.read('customer')
    this.#store = store
    this.#arrived = arrived
    this.#moved = moved
  }

  event({ event, data }: ServerEvent) {
    const read = readJson(data)
    // A line that is not JSON is a proxy's error page, and no reason to fall.
    if (read === undefined) return
    if (event === 'message') this.messages([read as WidgetMessage], true)
    else if (event === 'state') this.state(read as WidgetState)
    else if (event === 'typing') this.#typing((read as { author: 'assistant' | 'person' }).author)
  }

  /** `live`: it comes now, so it may sound; history does not. */
  messages(come: WidgetMessage[], live: boolean) {
    const before = this.#store.now()
    const known = new Set(before.messages.map((message) => message.id))
    for (const message of come) this.heard = Math.max(this.heard, message.seq)
    const fresh = come.filter((message) => !known.has(message.id) && message.author !== 'customer')
    this.#store.change({ messages: merge(before.messages, come), ...(fresh.length > 0 ? { typing: null } : {}) })
    if (live) for (const message of fresh) if (message.author !== 'system') this.#arrived(message)
  }

  /** The customer's own message, as soon as the server has it; the stream tells the same once more. */
  own(message: WidgetMessage) {
    const known = this.#store.now().messages
    if (!known.some((one) => one.id === message.id)) this.#store.change({ messages: merge(known, [message]) })
  }

  state(state: WidgetState) {
    this.#notice(state.customer)
    const before = this.#store.now()
    const known = before.mostAhead || Number(this.#memory.read('ahead') ?? 0)
    const mostAhead = state.place ? Math.max(known, state.place.ahead) : 0
    if (mostAhead !== before.mostAhead) this.#memory.keep('ahead', mostAhead ? String(mostAhead) : null)
    const settled = state.phase === 'person' || state.phase === 'closed'
    if (settled && before.askedForPerson) this.#memory.keep('asked', null)
    // The question has gone: should the matter go on and be closed again, it is asked anew.
    const asksAnew = !state.asksEffort && before.effortGiven !== null
    if (asksAnew) this.#memory.keep('effort', null)
    this.#store.change({ state, mostAhead, ...(asksAnew ? { effortGiven: null } : {}), ...(settled ? { askedForPerson: false } : {}) })
  }

  /** An answer to an action may carry the state; what it does not carry, the stream brings. */
  answer(body: unknown) {
    if (typeof body !== 'object' || body === null) return
    if ('phase' in body) this.state(body as WidgetState)
    else if ('state' in body) this.state(body.state as WidgetState)
  }

  /** Signed in, signed out or joined: the timeline is another one, and so are its numbers. */
  #notice(customer: string) {
    const before = this.#customer
    if (before === customer) return
    this.#customer = customer
    this.#memory.keep('customer', customer)
    if (before === null) return
    for (const name of ['judged', 'seen', 'ahead', 'asked']) this.#memory.keep(name, null)
    this.heard = 0
    this.#store.change({ messages: [], judged: 0, seen: 0, mostAhead: 0, askedForPerson: false, typing: null })
    this.#moved()
  }

  #typing(author: 'assistant' | 'person') {
    clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => this.#store.change({ typing: null }), 6000)
    this.#store.change({ typing: author })
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
