import type { WidgetMessage, WidgetState } from '../contract/channels.ts'
import { backoff } from './backoff.ts'
import { Effort } from './effort.ts'
import { Files } from './files.ts'
import { Intake } from './intake.ts'
import type { Memory } from './memory.ts'
import { newId } from './new-id.ts'
import { type Delivery, deliveryOf, makeOutbox, type Outbox, type Outgoing } from './outbox.ts'
import type { Settings } from './settings.ts'
import type { Store } from './state.ts'
import { follow } from './stream.ts'
import { Visitor } from './visitor.ts'
import { type Answer, makeWire, type Wire } from './wire.ts'

/** Everything the customer can do. What comes of it is seen in the store. */
export class Chat {
  readonly files: Files
  readonly effort: Effort
  readonly #site: string
  readonly #memory: Memory
  readonly #store: Store
  readonly #wire: Wire
  readonly #intake: Intake
  readonly #visitor: Visitor
  readonly #outbox: Outbox
  #stream: ReturnType<typeof follow> | undefined
  #flushing = false
  #failures = 0
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(settings: Settings, memory: Memory, store: Store, arrived: (message: WidgetMessage) => void) {
    this.#site = settings.site
    this.#memory = memory
    this.#store = store
    this.#wire = makeWire(settings.host)
    this.#intake = new Intake(memory, store, arrived, () => void this.#catchUp(false))
    this.#visitor = new Visitor({ settings, memory, store, wire: this.#wire, intake: this.#intake })
    this.#outbox = makeOutbox(memory)
    this.files = new Files(store, this.#wire, this.visit)
    this.effort = new Effort(memory, store, async (answer) => {
      if (await this.visit()) return this.#wire.ask('POST', '/w/effort', answer, { outlives: true })
      return { ok: false, status: 0, code: 'unreachable', retryAfter: null }
    })
    this.showOutgoing()
  }

  visit = () => this.#visitor.visit()

  /** Keeps the stream while it is wanted. */
  hold(wanted: boolean) {
    if (!wanted) {
      this.#stream?.stop()
      this.#stream = undefined
      return
    }
    this.#stream ??= follow({
      open: (signal) => this.#wire.open(`/w/stream?after=${this.#intake.heard}`, signal),
      hear: (event) => this.#intake.event(event),
      catchUp: () => this.#catchUp(),
      health: (failures) => (failures > 1 || !navigator.onLine ? this.#store.change({ away: true }) : this.#visitor.reached()),
      stranger: () => this.#visitor.again(),
    })
  }

  /** The connection is back, or the customer looks again: waits no longer. */
  nudge() {
    this.#failures = 0
    this.#stream?.nudge()
    void this.effort.settle()
    void this.flush()
  }

  send(text: string) {
    this.#put({ ...newOutgoing('message', text), files: this.files.handOver() })
  }

  /** Row 4: goes the same safe way as a message, so that it is heard even after a lost connection. */
  wantPerson = () => {
    this.#memory.keep('asked', '1')
    this.#store.change({ askedForPerson: true })
    this.#put(newOutgoing('person', ''))
  }

  retry(outgoing: Outgoing) {
    this.#put({ ...outgoing, refused: null })
  }

  takeBack(outgoing: Outgoing) {
    this.#outbox.drop(outgoing.clientId)
    this.showOutgoing()
  }

  showOutgoing() {
    this.#store.change({ outgoing: this.#outbox.all() })
  }

  /** One deed that needs an answer now; false when it was not done. */
  async act(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<boolean> {
    if (!(await this.visit())) return false
    const answer = await this.#wire.ask(method, path, body)
    if (!answer.ok) return false
    this.#intake.answer(answer.body)
    // The outcome shall be seen even while the stream is broken.
    void this.#catchUp()
    return true
  }

  read(path: string): Promise<Answer> {
    return this.#wire.ask('GET', path)
  }

  /** Sends what waits, now and again until nothing is left. */
  async flush() {
    if (this.#flushing) return
    this.#flushing = true
    clearTimeout(this.#again)
    const left = await oneTabAtATime(`sambut:${this.#site}:send`, () => this.#outbox.flush((outgoing) => this.#deliver(outgoing)))
    this.#flushing = false
    this.showOutgoing()
    if (left) this.#again = setTimeout(() => void this.flush(), left.wait ?? backoff(++this.#failures, Math.random()))
  }

  #put(outgoing: Outgoing) {
    void this.effort.settle()
    this.#outbox.put(outgoing)
    this.showOutgoing()
    // While a flush runs it finds this one too; while it waits for a worse moment to pass, the order must not be broken.
    void this.flush()
  }

  async #deliver(outgoing: Outgoing): Promise<Delivery> {
    if (!(await this.visit())) return { kind: 'later', wait: null }
    const { clientId, text, page, files } = outgoing
    const message = outgoing.kind === 'message'
    const answer = message
      ? await this.#wire.ask('POST', '/w/messages', { clientId, text, page, files: files.map((file) => file.id) })
      : await this.#wire.ask('POST', '/w/person', { clientId })
    if (!answer.ok) {
      if (answer.status === 401) await this.#visitor.again()
      if (answer.status === 0) this.#visitor.notReached()
      return deliveryOf(answer.status, answer.code, answer.retryAfter)
    }
    this.#failures = 0
    this.#visitor.reached()
    this.#intake.answer(answer.body)
    if (message) this.#intake.own(asMessage(outgoing, answer.body as { id: string; seq: number; at: string }))
    return { kind: 'delivered' }
  }

  /** `live` is false for what is history to the customer. */
  async #catchUp(live = true) {
    const answer = await this.#wire.ask('GET', `/w/timeline?after=${this.#intake.heard}`)
    if (!answer.ok) return
    const body = answer.body as { messages: WidgetMessage[]; state: WidgetState }
    this.#intake.state(body.state)
    this.#intake.messages(body.messages, live)
  }
}

function asMessage({ clientId, text, files }: Outgoing, { id, seq, at }: { id: string; seq: number; at: string }): WidgetMessage {
  return { id, seq, clientId, author: 'customer', name: null, text, language: null, sources: [], files, asksWhetherSolved: false, at }
}

function newOutgoing(kind: Outgoing['kind'], text: string): Outgoing {
  return { clientId: newId(), kind, text, files: [], page: location.href.slice(0, 2000), at: Date.now(), refused: null }
}

/** Two tabs share the outbox. If the other one sleeps on its turn we go on after 5 s: the server keeps each clientId once. */
async function oneTabAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work()
  const patience = AbortSignal.timeout(5000)
  return navigator.locks.request(name, { signal: patience }, work).catch((error: unknown) => {
    if (patience.aborted) return work()
    throw error
  })
}
