import { Timeline } from '../../contract/conversations.ts'
import type { Door } from './http.ts'
import { connect } from './live.ts'

/** A lead's console that looks at every message as it comes. */
export interface Observer {
  /** When a customer's message was on the screen (performance.now), by conversation and number. */
  seen: Map<string, number>
  stop: () => void
}

export const keyOf = (conversation: string, seq: number) => `${conversation} ${seq}`

/** On the screen is what was pushed and then read: the frame says only that something is there. */
export function startObserver(door: Door, cookie: string): Observer {
  const seen = new Map<string, number>()
  const asked = new Set<string>()

  async function look(conversation: string, seq: number): Promise<void> {
    const key = keyOf(conversation, seq)
    if (asked.has(key)) return
    asked.add(key)
    const answer = await door.insist('GET', `/v1/conversations/${conversation}/timeline?after=${seq - 1}&limit=5`, { cookie })
    const read = Timeline.safeParse(answer.body)
    if (read.success && read.data.entries.some((entry) => entry.seq === seq)) seen.set(key, performance.now())
  }

  const connection = connect(door.address, cookie, ({ name, conversation, seq }) => {
    if (name === 'message.received' && conversation && seq !== undefined) void look(conversation, seq)
  })
  return { seen, stop: connection.stop }
}
