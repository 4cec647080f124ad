import type { z } from 'zod'
import type { Batch, Identify, Page, Track } from '../../contract/customers.ts'
import { type Complaint, complainOfOrder } from './order-events.ts'

/** One event of the owner's pages or systems, in one form whichever route it came by. */
export interface Collected {
  kind: 'identify' | 'track' | 'page'
  userId: string | null
  anonymousId: string | null
  messageId: string | null
  name: string
  /** Of an identify call: the traits. */
  properties: Record<string, unknown>
  source: string
  at: Date | null
}

type Call = z.output<typeof Identify> | z.output<typeof Track> | z.output<typeof Page>

export function fromCall(kind: Collected['kind'], call: Call): Collected {
  const properties = ('traits' in call ? call.traits : call['properties']) as Record<string, unknown>
  return {
    kind,
    userId: call.userId?.trim() || null,
    anonymousId: call.anonymousId?.trim() || null,
    messageId: call.messageId?.trim() || null,
    name: nameOf(kind, call, properties),
    properties,
    source: sourceOf(call.context),
    at: call.timestamp ? new Date(call.timestamp) : null,
  }
}

export function fromBatch({ batch }: z.output<typeof Batch>): Collected[] {
  return batch.map((call) => fromCall(call.type, call))
}

/** Everything that keeps an event from being stored, with its path. What cannot be stored as it was said is refused, never changed. */
export function complain(event: Collected, prefix: string): Complaint[] {
  const { kind, userId, anonymousId, messageId, name, properties, source } = event
  const inside = `${prefix}${kind === 'identify' ? 'traits' : 'properties'}`
  const nobody = userId === null && anonymousId === null ? [{ path: `${prefix}userId`, message: 'userId or anonymousId is needed' }] : []
  const heads = Object.entries({ userId, anonymousId, messageId, name, 'context.library.name': source })
  return [
    ...nobody,
    ...heads.flatMap(([key, text]) => (text !== null && !isPlain(text) ? [{ path: `${prefix}${key}`, message: unprintable }] : [])),
    ...complainOfValue(properties, inside, 0),
    ...(JSON.stringify(properties).length > mostCharacters ? [{ path: inside, message: 'is larger than 32 KB' }] : []),
    ...(kind === 'track' ? complainOfOrder(name, properties, inside) : []),
  ]
}

/** The field's own limit for one event. */
const mostCharacters = 32 * 1024
const deepest = 10
const unprintable = 'has control characters or an unpaired surrogate'

function nameOf(kind: Collected['kind'], call: Call, properties: Record<string, unknown>): string {
  if (kind === 'track') return String(call['event'])
  if (kind === 'identify') return 'identify'
  const said = [call['name'], properties['title'], properties['path'], properties['url']].find(
    (text) => typeof text === 'string' && text.trim() !== '',
  )
  return String(said ?? 'page').slice(0, 300)
}

function sourceOf(context: Record<string, unknown> | undefined): string {
  const library = context?.['library']
  const name = typeof library === 'object' && library !== null ? (library as { name?: unknown }).name : undefined
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 64) : 'api'
}

function complainOfValue(value: unknown, path: string, depth: number): Complaint[] {
  if (typeof value === 'string') return isPlain(value) ? [] : [{ path, message: unprintable }]
  if (typeof value !== 'object' || value === null) return []
  if (depth >= deepest) return [{ path, message: `is nested deeper than ${deepest}` }]
  return Object.entries(value).flatMap(([key, inner]) =>
    isPlain(key) ? complainOfValue(inner, `${path}.${key}`, depth + 1) : [{ path, message: `a key ${unprintable}` }],
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const isPlain = (text: string) => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
