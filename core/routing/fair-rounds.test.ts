import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../queue/order.ts'
import type { Place } from '../queue/place.ts'
import { servable } from './pairing.ts'
import { playRound, type Round } from './round.ts'

const minute = 60_000
const limit = { now: 1000 * minute, waitLimitMinutes: 20 }

const anyPlaces = fc
  .array(fc.record({ priority: fc.constantFrom<Place['priority'][]>(0, 1, 5, 7, 8), waited: fc.nat(40), number: fc.nat(1000) }), { maxLength: 30 })
  .map((list) =>
    list.map(({ priority, waited, number }, nth): Place => {
      const place = { conversation: `c${nth}`, number, waitingSince: limit.now - waited * minute, limitAt: null, priority, perMinute: 1, minutes: 5 }
      return { ...place, language: null, skill: null, askedForPerson: false }
    }),
  )

test('whoever has waited to the limit is served before anybody who has not, however few people are free', () => {
  fc.assert(
    fc.property(anyPlaces, fc.nat(30), (places, free) => {
      const order = inOrder(places, limit)
      const everybody = Array.from({ length: free }, (_, person) => person)
      const chosen = new Set(
        servable(
          order.map(() => everybody),
          free,
        ).map((at) => order[at]),
      )
      const isLate = (place: Place) => limit.now - place.waitingSince >= limit.waitLimitMinutes * minute
      const lateLeft = order.some((place) => isLate(place) && !chosen.has(place))
      if (lateLeft) for (const place of chosen) expect(place && isLate(place)).toBe(true)
    }),
  )
})

const belief = fc.record({
  mean: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  deviation: fc.double({ min: 0, max: 0.3, noNaN: true }),
  n: fc.nat(99),
})
const anyRound: fc.Arbitrary<Round> = fc.integer({ min: 1, max: 8 }).chain((people) =>
  fc.record({
    seed: fc.nat(),
    learns: fc.boolean(),
    meanOffered: fc.nat(50),
    people: fc.array(fc.record({ id: fc.uuid(), load: fc.nat(3), capacity: fc.constant(4), since: fc.nat(), offered: fc.nat(99) }), {
      minLength: people,
      maxLength: people,
    }),
    places: fc.array(
      fc.record({
        conversation: fc.uuid(),
        value: fc.nat(100),
        holdout: fc.boolean(),
        fits: fc.array(fc.record({ misfit: fc.nat(2), belief }), { minLength: people, maxLength: people }),
      }),
      { maxLength: people },
    ),
  }),
)

test('a round gives nobody two customers, and nobody to two people', () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      const pairs = playRound(round)
      expect(pairs).toHaveLength(round.places.length)
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const person of pairs) expect(round.people[person]).toBeDefined()
    }),
  )
})

test('a round that was kept decides the same again', () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      expect(playRound(JSON.parse(JSON.stringify(round)) as Round)).toEqual(playRound(round))
    }),
  )
})
