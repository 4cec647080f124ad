import { randomUUID } from 'node:crypto'
import type { Visited, WidgetMessage, WidgetState } from '../../contract/channels.ts'
import { one, sql } from '../../server/platform/db.ts'
import { readAccountToken } from '../../server/platform/secrets.ts'
import type { Answer, World } from './world.ts'

/** A customer on somebody's page, speaking through the widget's own API. */
export interface Visitor {
  token: string
  customer: string
  visited: Visited
  /** Sends a message; the same client id again is the same message again. */
  write: (text: string, clientId?: string) => Promise<Answer<{ id: string; seq: number; conversation: string }>>
  pressForPerson: (clientId?: string) => Promise<Answer<WidgetState>>
  look: () => Promise<{ messages: WidgetMessage[]; state: WidgetState }>
  /** Texts of one kind of author, as last looked at. */
  said: (author: WidgetMessage['author']) => string[]
  /** Looks until the phase is this one; an error after 10 seconds. */
  untilPhase: (phase: RegExp) => Promise<WidgetState>
  ask: <Body = unknown>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<Answer<Body>>
}

/** A phase that has not come by now will not come. */
const longestMilliseconds = 10_000

export async function visitAs(
  world: World,
  wish: { language?: string; user?: { id: string; signature: string; name?: string }; token?: string },
): Promise<Visitor> {
  const { status, body: visited } = await world.request<Visited>('POST', '/w/visits', { nobody: true, body: { site: world.site, ...wish } })
  if (status !== 200) throw new Error(`the visit was refused: ${JSON.stringify(visited)}`)
  const { token } = visited
  const hash = readAccountToken(token)?.hash ?? ''
  const { customer } = await one(
    world.platform.database.platform,
    sql<{ customer: string }>`select customer from visitors where token_hash = ${hash}`,
  )
  let seen: WidgetMessage[] = []

  const ask: Visitor['ask'] = (method, path, body) =>
    world.request(method, path, { token, ...(body !== undefined && { body }), headers: { 'accept-language': wish.language ?? 'en' } })
  const look: Visitor['look'] = async () => {
    const { body } = await ask<{ messages: WidgetMessage[]; state: WidgetState }>('GET', '/w/timeline')
    seen = body.messages
    return body
  }
  return {
    token,
    customer,
    visited,
    ask,
    look,
    write: (text, clientId = randomUUID()) => ask('POST', '/w/messages', { clientId, text }),
    pressForPerson: (clientId = randomUUID()) => ask('POST', '/w/person', { clientId }),
    said: (author) => seen.filter((message) => message.author === author).map((message) => message.text),
    untilPhase: async (phase) => {
      const until = performance.now() + longestMilliseconds
      for (;;) {
        const { state } = await look()
        if (phase.test(state.phase)) return state
        if (performance.now() > until)
          throw new Error(`the phase is still ${state.phase} after ${longestMilliseconds / 1000} seconds; expected ${String(phase)}`)
      }
    },
  }
}
