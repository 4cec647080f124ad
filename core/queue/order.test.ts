import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Server } from '../team/person.ts'
import { ahead, bestFor, inOrder, nextFor } from './order.ts'
import type { Place } from './place.ts'

const minute = 60_000
const now = 1000 * minute

function place(number: number, change: Partial<Place> = {}): Place {
  const base = { conversation: `c${number}`, number, waitingSince: now - minute, priority: 0, perMinute: 1, uplift: 5 } as const
  return { ...base, language: 'en', skill: null, askedForPerson: false, ...change }
}

function person(id: string, change: Partial<Server> = {}): Server {
  return { id, presence: 'on', languages: ['en'], skills: [], capacity: 2, load: 0, freeSince: 0, ...change }
}

const anyPlace = fc.record({
  priority: fc.constantFrom<Place['priority'][]>(0, 1, 2),
  waited: fc.nat(40),
  language: fc.constantFrom<Place['language'][]>('en', 'th', null),
  skill: fc.constantFrom('sales', null),
})
const anyPlaces = fc
  .array(anyPlace, { maxLength: 40 })
  .map((list) => list.map(({ waited, ...rest }, index) => place(index + 1, { ...rest, waitingSince: now - waited * minute })))

test('who came first is served first, and only a stated priority goes before', () => {
  const places = [place(3), place(1), place(2, { priority: 1 }), place(4, { priority: 2 })]
  expect(inOrder(places).map((one) => one.number)).toEqual([4, 2, 1, 3])
  expect(ahead(places, 'c3')).toBe(3)
  expect(ahead(places, 'c4')).toBe(0)
  expect(ahead(places, 'gone')).toBe(4)
})

test('what a customer is told to be ahead is their position in the order of service', () => {
  fc.assert(
    fc.property(anyPlaces, fc.boolean(), (places, bounded) => {
      const limit = bounded ? { now, waitLimitMinutes: 20 } : undefined
      for (const [index, one] of inOrder(places, limit).entries()) expect(ahead(places, one.conversation, limit)).toBe(index)
    }),
  )
})

test('who has waited beyond the limit goes before every priority, oldest first', () => {
  const places = [place(1, { priority: 2 }), place(2, { waitingSince: now - 25 * minute }), place(3, { waitingSince: now - 30 * minute })]
  const order = inOrder(places, { now, waitLimitMinutes: 20 })
  expect(order.map((one) => one.number)).toEqual([3, 2, 1])
  expect(nextFor(person('ana'), places, now, 20)?.number).toBe(3)
})

test('the next customer of a person is the first in order whom they may serve', () => {
  const places = [place(1, { language: 'th' }), place(2, { skill: 'sales' }), place(3), place(4)]
  expect(nextFor(person('ana'), places, now, 20)?.number).toBe(3)
  expect(nextFor(person('ana', { skills: ['sales'] }), places, now, 20)?.number).toBe(2)
  expect(nextFor(person('ana', { load: 2 }), places, now, 20)).toBeNull()
  expect(nextFor(person('ana', { languages: ['et'] }), places, now, 20)).toBeNull()
})

test('a customer of a rare language waits for it at first, and is not left behind at the limit', () => {
  const waiting = (waited: number) => [place(1, { language: 'th', waitingSince: now - waited * minute })]
  expect(nextFor(person('ana'), waiting(5), now, 20)).toBeNull()
  expect(nextFor(person('ana'), waiting(16), now, 20)?.number).toBe(1)
})

test('nobody is passed over by one behind whom the same person may serve as well', () => {
  fc.assert(
    fc.property(anyPlaces, (places) => {
      const next = nextFor(person('ana'), places, now, 20)
      const served = inOrder(places, { now, waitLimitMinutes: 20 }).find((one) => nextFor(person('ana'), [one], now, 20) !== null)
      expect(next).toBe(served ?? null)
    }),
  )
})

test('of several free people the best match takes it, then the least loaded, then the longest free', () => {
  const customer = place(1, { skill: 'sales', waitingSince: now - 12 * minute })
  const exact = person('exact', { skills: ['sales'], load: 1 })
  const loaded = person('loaded', { load: 1, capacity: 4 })
  const late = person('late', { freeSince: 5 })
  const early = person('early', { freeSince: 3 })
  expect(bestFor(customer, [loaded, late, exact, early], now, 20)?.id).toBe('exact')
  expect(bestFor(customer, [loaded, late, early], now, 20)?.id).toBe('early')
  expect(bestFor(place(2, { skill: 'sales' }), [late, early], now, 20)).toBeNull()
  expect(bestFor(customer, [person('away', { presence: 'away' })], now, 20)).toBeNull()
})

test('ten thousand who wait are ordered, counted and offered in the blink of an eye', () => {
  const places = Array.from({ length: 10_000 }, (_, index) => place((index * 7919) % 10_007, { priority: index % 50 === 0 ? 1 : 0, language: 'th' }))
  const began = performance.now()
  expect(inOrder(places)).toHaveLength(10_000)
  expect(ahead(places, 'c5000')).toBeGreaterThan(0)
  expect(nextFor(person('ana'), places, now, 20)).toBeNull()
  expect(performance.now() - began).toBeLessThan(500)
})
