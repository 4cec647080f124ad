import fc from 'fast-check'
import { expect, test } from 'vitest'
import { match } from './match.ts'
import { type Reach, WaitingRoom } from './waiting-room.ts'

const place = fc.record({
  index: fc.integer({ min: 1, max: 20 }),
  skill: fc.integer({ min: -1, max: 2 }),
  language: fc.integer({ min: 0, max: 2 }),
  stage: fc.integer({ min: 0, max: 2 }),
})
const reach: fc.Arbitrary<Reach> = fc.record({
  skills: fc.array(fc.constantFrom(0, 0.9, 1, 1.1), { minLength: 3, maxLength: 3 }).map((skills) => Float64Array.from(skills)),
  languages: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
})
type Place = { index: number; skill: number; language: number; stage: number }

/** What the heaps must find, by looking at everybody. */
function best(places: readonly (Place | null)[], of: Reach): number {
  const worth = (one: Place): number => {
    const speaks = of.languages.includes(one.language)
    const able = one.skill < 0 ? 1 : (of.skills[one.skill] as number)
    const options = [speaks && able > 0 ? able : 0, speaks && one.stage >= 1 && one.skill >= 0 ? 0.8 : 0, one.stage >= 2 ? 0.8 : 0]
    return Math.max(...options) ** 2 * one.index
  }
  return Math.max(0, ...places.map((one) => (one === null ? 0 : worth(one))))
}

function roomOf(places: readonly Place[]): WaitingRoom {
  const room = new WaitingRoom({ places: places.length, skills: 3, languages: 3, factor: 0.8 })
  for (const [number, one] of places.entries()) room.join(number, one)
  return room
}

test('a freed person gets the dearest of those they may serve, as if everybody had been looked at', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), fc.array(fc.tuple(reach, fc.nat(29)), { maxLength: 30 }), (given, steps) => {
      const room = roomOf(given)
      const left: (Place | null)[] = [...given]
      for (const [person, relaxed] of steps) {
        const one = left[relaxed]
        if (one) {
          left[relaxed] = { ...one, stage: Math.min(2, one.stage + 1) }
          room.relax(relaxed, Math.min(2, one.stage + 1))
        }
        const expected = best(left, person)
        const found = room.first(person)
        expect(best([left[found] ?? null], person)).toBeCloseTo(expected, 9)
        if (found < 0) continue
        room.leave(found)
        left[found] = null
      }
      expect(room.size).toBe(left.filter((one) => one !== null).length)
    }),
  )
})

test('the place never worsens: among equals nobody who came later is served before', () => {
  const anybody: Reach = { skills: new Float64Array([1, 1, 1]), languages: [0, 1, 2] }
  fc.assert(
    fc.property(fc.array(fc.tuple(place, fc.boolean()), { minLength: 1, maxLength: 40 }), (given) => {
      const room = new WaitingRoom({ places: given.length, skills: 3, languages: 3, factor: 0 })
      const waiting = new Set<number>()
      for (const [number, [one, takesOne]] of given.entries()) {
        room.join(number, { ...one, index: 0 })
        waiting.add(number)
        if (!takesOne) continue
        const next = room.first(anybody)
        expect(next).toBe(Math.min(...waiting))
        room.leave(next)
        waiting.delete(next)
      }
    }),
  )
})

test('several people who are free at once never get the same customer, nor one whom they may not serve', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), fc.array(reach, { maxLength: 10 }), (places, people) => {
      const room = roomOf(places)
      const matched = [...match(room, people)]
      const taken = matched.filter((number) => number >= 0)
      expect(new Set(taken).size).toBe(taken.length)
      for (const [person, number] of matched.entries()) {
        const one = places[number]
        if (one !== undefined) expect(best([one], people[person] as Reach)).toBeGreaterThan(0)
      }
      const left = places.map((one, number) => (taken.includes(number) ? null : one))
      for (const [person, number] of matched.entries()) if (number < 0) expect(best(left, people[person] as Reach)).toBe(0)
    }),
  )
})
