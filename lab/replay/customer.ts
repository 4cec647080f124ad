import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Acknowledged, Visited } from '../../contract/channels.ts'
import type { Door } from './http.ts'
import type { Line } from './lines.ts'

/** One opening message and what became of it on the way. */
export interface Sent {
  line: Line
  clientId: string
  token: string
  /** performance.now() when the customer pressed send, and when it was acknowledged. */
  began: number
  acknowledged: { at: number; id: string; seq: number; conversation: string } | null
  attempts: number
  /** Why it never will be: the server's code, or that nobody answered. */
  refusal: string | null
}

/** A new customer comes to the page and writes; the same client id is sent again until it is acknowledged. */
export async function write(door: Door, site: string, line: Line): Promise<Sent> {
  const sent: Sent = { line, clientId: randomUUID(), token: '', began: performance.now(), acknowledged: null, attempts: 0, refusal: null }
  const visit = await door.insist('POST', '/w/visits', { language: line.lang, body: { site, ...(line.lang && { language: line.lang }) } })
  const visited = Visited.safeParse(visit.body)
  if (visit.status !== 200 || !visited.success) return { ...sent, refusal: refusalOf(visit.status, visit.body) }
  sent.token = visited.data.token
  sent.began = performance.now()
  const answer = await door.insist('POST', '/w/messages', {
    token: sent.token,
    language: line.lang,
    body: { clientId: sent.clientId, text: line.text },
  })
  const at = performance.now()
  sent.attempts = answer.attempts
  const acknowledged = Acknowledged.safeParse(answer.body)
  if (answer.status !== 201 || !acknowledged.success) return { ...sent, refusal: refusalOf(answer.status, answer.body) }
  const { id, seq, conversation } = acknowledged.data
  return { ...sent, acknowledged: { at, id, seq, conversation } }
}

function refusalOf(status: number, body: unknown): string {
  if (status === 0) return 'nobody answered'
  const code = (body as { error?: { code?: unknown } } | undefined)?.error?.code
  return typeof code === 'string' ? code : `status ${status}`
}

/** Room for so many at a time; the rest waits for its turn. */
export function makeSlots(most: number): { take: () => Promise<() => void>; taken: () => number } {
  let taken = 0
  const queue: (() => void)[] = []
  const give = () => {
    taken -= 1
    queue.shift()?.()
  }
  return {
    taken: () => taken,
    take: async () => {
      if (taken >= most) await new Promise<void>((resolve) => queue.push(resolve))
      taken += 1
      return give
    },
  }
}

/** Waits, or ends early when it is over. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
