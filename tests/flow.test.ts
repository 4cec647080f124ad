import { expect, test } from 'vitest'
import type { EventName } from '../contract/events.ts'
import { flow } from '../server/flow.ts'
import { action, type Flow } from '../server/platform/events.ts'

/** The facts that follow from a fact without a customer, a person or the clock in between. */
function follow(of: Flow): Map<EventName, EventName[]> {
  const entries = Object.entries(of) as [EventName, Flow[EventName]][]
  return new Map(entries.map(([name, answers]) => [name, (answers ?? []).flatMap((answer) => answer.tells).filter((told) => !told.endsWith('.due'))]))
}

function findRing(of: Flow): EventName[] | null {
  const next = follow(of)
  const walk = (name: EventName, path: EventName[]): EventName[] | null => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    for (const told of next.get(name) ?? []) {
      const ring = walk(told, [...path, name])
      if (ring) return ring
    }
    return null
  }
  for (const name of next.keys()) {
    const ring = walk(name, [])
    if (ring) return ring
  }
  return null
}

test('no fact leads back to itself without a customer, a person or the clock', () => {
  expect(findRing(flow)).toBeNull()
})

test('a planted ring is found and named', () => {
  const back = action<'reply.written', ['message.received']>('planted.echo', ['message.received'], async () => {})
  const ring = findRing({ ...flow, 'reply.written': [back] })
  expect(ring).toContain('reply.written')
  expect(ring).toContain('message.received')
})

test('every action that answers a fact has a name of its own slice, and is named once', () => {
  const distinct = [...new Set<{ name: string }>(Object.values(flow).flat())]
  const names = distinct.map((answer) => answer.name)
  for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
