import type { WidgetMessage } from '../contract/channels.ts'
import type { Memory } from './memory.ts'

/** Something the customer did that has not reached the server yet. It survives a reload: each has its own row in the memory. */
export interface Outgoing {
  clientId: string
  kind: 'message' | 'person'
  text: string
  /** They are with the server already; the message only names them. */
  files: WidgetMessage['files']
  page: string
  /** Milliseconds, by this browser's clock; only for the order. */
  at: number
  /** Why the server refused it for good; null while it may still go. */
  refused: string | null
}

/** What came of one try. `later` keeps it, `refused` keeps it too and shows why. */
export type Delivery = { kind: 'delivered' } | { kind: 'later'; wait: number | null } | { kind: 'refused'; code: string }

export interface Outbox {
  all: () => Outgoing[]
  put: (outgoing: Outgoing) => void
  drop: (clientId: string) => void
  /** Sends what waits, oldest first, one at a time so that the order stays. Says how long to wait, or null when nothing is left. */
  flush: (deliver: (outgoing: Outgoing) => Promise<Delivery>) => Promise<{ wait: number | null } | null>
}

export function makeOutbox(memory: Memory): Outbox {
  const all = () =>
    memory
      .names('out:')
      .map((name) => parse(memory.read(name)))
      .filter((outgoing) => outgoing !== undefined)
      .sort((a, b) => a.at - b.at || a.clientId.localeCompare(b.clientId))
  const put = (outgoing: Outgoing) => memory.keep(`out:${outgoing.clientId}`, JSON.stringify(outgoing))
  const drop = (clientId: string) => memory.keep(`out:${clientId}`, null)

  return {
    all,
    put,
    drop,
    flush: async (deliver) => {
      for (;;) {
        const next = all().find((outgoing) => outgoing.refused === null)
        if (!next) return null
        const delivery = await deliver(next)
        if (delivery.kind === 'later') return { wait: delivery.wait }
        if (delivery.kind === 'delivered') drop(next.clientId)
        else put({ ...next, refused: delivery.code })
      }
    },
  }
}

/**
 * Reads an HTTP answer as a delivery. A place in the line (429), a broken server (5xx), a slow one (408) and a visit
 * to be renewed (401) are tried again; every other refusal is the customer's to see, with the text kept.
 */
export function deliveryOf(status: number, code: string, retryAfterSeconds: number | null): Delivery {
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  const again = status === 0 || status === 401 || status === 408 || status === 429 || status >= 500
  if (!again) return { kind: 'refused', code }
  return { kind: 'later', wait: retryAfterSeconds === null ? null : retryAfterSeconds * 1000 }
}

function parse(text: string | null): Outgoing | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '')
    // A row of before the files lacks them.
    return isOutgoing(read) ? { ...read, files: read.files ?? [] } : undefined
  } catch {
    return undefined
  }
}

function isOutgoing(read: unknown): read is Outgoing {
  return (
    typeof read === 'object' &&
    read !== null &&
    'clientId' in read &&
    typeof read.clientId === 'string' &&
    'kind' in read &&
    (read.kind === 'message' || read.kind === 'person') &&
    'text' in read &&
    typeof read.text === 'string' &&
    'at' in read &&
    typeof read.at === 'number' &&
    'refused' in read
  )
}
