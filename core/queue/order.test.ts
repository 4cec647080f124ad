import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ahead, inOrder, isLate } from './order.ts'
import type { Place } from './place.ts'

const minute = 60_000
const now = 1000 * minute

function place(number: number, change: Partial<Place> = {}): Place {
  const base = { conversation: `c${number}`, number, waitingSince: now - minute, limitAt: null, priority: 0, perMinute: 1, minutes: 5 } as const
  return { ...base, language: 'en', skill: null, askedForPerson: false, ...change }
}

const anyPlace = fc.record({
  priority: fc.constantFrom<Place['priority'][]>(0, 1, 5, 7),
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
})

test('ten thousand who wait are ordered and counted without comparing everybody with everybody', () => {
  const places = Array.from({ length: 10_000 }, (_, index) => place((index * 7919) % 10_007, { priority: index % 50 === 0 ? 1 : 0, language: 'th' }))
  const began = performance.now()
  expect(inOrder(places)).toHaveLength(10_000)
  expect(ahead(places, 'c5000')).toBeGreaterThan(0)
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('a place never gets worse because of those who come after it, are helped, write again, leave, or come back', () => {
  const move = fc.record({
    kind: fc.constantFrom('join', 'leave', 'return', 'write'),
    who: fc.nat(40),
    priority: fc.constantFrom<Place['priority'][]>(0, 1),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const own = place(1, { priority: 1 })
      let before = 5
      let waiting = [own, ...Array.from({ length: before }, (_, nth) => place(-nth, { priority: 1 }))]
      const gone: Place[] = []
      for (const [nth, { kind, who, priority }] of moves.entries()) {
        const other = waiting.filter((one) => one !== own)[who]
        if (kind === 'join') waiting.push(place(nth + 2, { priority }))
        if (kind === 'leave' && other) {
          waiting = waiting.filter((one) => one !== other)
          gone.push(other)
        }
        if (kind === 'write' && other && other.priority < 1) waiting = waiting.map((one) => (one === other ? { ...one, priority: 1 } : one))
        // Whoever came before and returns stands before again: that is the reason that is stated.
        const back = kind === 'return' ? gone.pop() : undefined
        if (back) waiting.push(back)
        const now = ahead(waiting, own.conversation)
        if (!back || back.number > own.number) expect(now).toBeLessThanOrEqual(before)
        else expect(now).toBe(before + 1)
        before = now
      }
    }),
  )
})

test('a limit that the owner makes longer puts nobody back who was promised the shorter', () => {
  const promised = place(2, { waitingSince: now - 25 * minute, limitAt: now - 5 * minute })
  const places = [place(1, { priority: 7, limitAt: now + 59 * minute }), promised]
  expect(inOrder(places, { now, waitLimitMinutes: 60 })[0]).toBe(promised)
  expect(inOrder(places, { now, waitLimitMinutes: 20 })[0]).toBe(promised)
  expect(isLate(place(3, { waitingSince: now - 25 * minute, limitAt: now + 35 * minute }), { now, waitLimitMinutes: 20 })).toBe(true)
})
