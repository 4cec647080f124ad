import type { WidgetMessage, WidgetState } from '../contract/channels.ts'
import type { Outgoing } from './outbox.ts'

/** A file on its way into the message that is being written. */
export interface Attached {
  clientId: string
  file: File
  /** What the server made of it; null while it is on its way. */
  stored: WidgetMessage['files'][number] | null
  /** How much of it is there, 0–1. */
  share: number
  /** Why it was refused, as the server's code; null while it may still arrive. */
  wrong: string | null
}

/** All that the screen shows, in one value. */
export interface Snapshot {
  company: string
  assistant: string
  language: string
  /** The server knows this visitor; until then the screen shows a still outline. */
  visited: boolean
  messages: WidgetMessage[]
  state: WidgetState
  outgoing: Outgoing[]
  /** What stands in the writing field. */
  draft: string
  /** Files that go with it. */
  attached: Attached[]
  typing: 'assistant' | 'person' | null
  /** The server cannot be reached just now. */
  away: boolean
  /** The most people ahead in this wait, so that the seats already served stay visible. */
  mostAhead: number
  askedForPerson: boolean
  /** The answers (seq) the customer has judged, and the conversations whose effort or contact was given. */
  judged: number
  effortGiven: string | null
  callbackGiven: string | null
  /** The last message that was in sight. */
  seen: number
  open: boolean
  sound: boolean
}

export const nothingYet: WidgetState = {
  customer: '',
  conversation: null,
  phase: 'new',
  place: null,
  person: null,
  teamIsIn: true,
  assistantPaused: false,
  opensAt: null,
  mayReturnUntil: null,
  callbackAt: null,
  asksEffort: null,
}

export interface Store {
  now: () => Snapshot
  change: (patch: Partial<Snapshot>) => void
  subscribe: (hear: () => void) => () => void
}

export function makeStore(initial: Snapshot): Store {
  let snapshot = initial
  const hearers = new Set<() => void>()
  return {
    now: () => snapshot,
    change: (patch) => {
      snapshot = { ...snapshot, ...patch }
      for (const hear of hearers) hear()
    },
    subscribe: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
}

/** Every message once, in the server's order, however often and by whatever way it came (I2). */
export function merge(known: WidgetMessage[], come: WidgetMessage[]): WidgetMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of come) byId.set(message.id, message)
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}

/** What waits to be sent and is not in the timeline yet: an echo and its message are never both shown. */
export function echoes(outgoing: Outgoing[], messages: WidgetMessage[]): Outgoing[] {
  const arrived = new Set(messages.map((message) => message.clientId))
  return outgoing.filter((item) => item.kind === 'message' && !arrived.has(item.clientId))
}

export function unread(snapshot: Snapshot): number {
  return snapshot.messages.filter((message) => message.seq > snapshot.seen && message.author !== 'customer' && message.author !== 'system').length
}

/** The answer that the two buttons "Did that solve it?" stand under: only the newest, only once. */
export function askedAbout(snapshot: Snapshot): WidgetMessage | undefined {
  const last = snapshot.messages.findLast((message) => message.author !== 'system')
  const open = last?.asksWhetherSolved && last.author === 'assistant' && last.seq > snapshot.judged
  return open && echoes(snapshot.outgoing, snapshot.messages).length === 0 ? last : undefined
}
