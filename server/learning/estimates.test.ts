import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatchingEstimates } from '../../contract/learning.ts'
import { Beliefs } from '../../core/routing/beliefs.ts'
import { playRounds } from '../../core/routing/laboratory/rounds.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { saveRows } from '../demo/store.ts'
import { newId } from '../platform/ids.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

const day = playRounds({ people: 6, intents: 2, rounds: 260, hidden: 0.8, seed: 4000 })
const ids = new Map(Array.from({ length: 6 }, (_, person) => [`p${person}`, newId()]))
const idOf = (person: string) => ids.get(person) ?? ''
const ask = () => world.request<MatchingEstimates>('GET', '/v1/matching/estimates')

/** The rounds of that day, with what came of them. */
async function save(): Promise<void> {
  const rounds = day.rounds.map(({ round, places }) => ({
    id: newId(),
    places: places.map((place) => ({ ...place, id: newId(), person: idOf(place.person) })),
    round: { ...round, people: round.people.map((hand) => ({ ...hand, id: idOf(hand.id) })) },
  }))
  const closed = rounds.flatMap(({ id, round, places }) =>
    places.map((place) => ({ ...place, round_id: id, holdout: round.places[place.nth]?.holdout ?? false, conversation: newId() })),
  )
  const assignments = closed.map(({ resolved: _, ...assignment }) => ({ ...assignment, value_minutes: 1 }))
  const outcomes = closed.map(({ id, person, intent, language, resolved, conversation }) => ({
    closure: newId(),
    conversation,
    person,
    intent,
    language,
    resolved,
    rule: resolved ? 'said-solved' : 'said-unsolved',
    assignment: id,
  }))
  await world.platform.database.inAccount(world.account, async (db) => {
    const { account } = world
    await saveRows(
      db,
      account,
      'rounds',
      rounds.map(({ id, round }) => ({ id, round })),
    )
    await saveRows(db, account, 'assignments', assignments)
    await saveRows(db, account, 'outcomes', outcomes)
    await saveRows(
      db,
      account,
      'skilfulness',
      day.counts.map((count) => ({ ...count, person: idOf(count.person) })),
    )
  })
}

test('while nothing was drawn, nothing is said', async () => {
  const { status, body } = await ask()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    outcomes: 0,
    gain: null,
    ways: [
      { way: 'without', robust: null },
      { way: 'believed', robust: null },
    ],
  })
})

test('from the rounds that were played it is told what other ways would have resolved, and any analyst may read it', async () => {
  await save()
  const { body } = await ask()
  expect(body.outcomes).toBe(day.rounds.flatMap(({ places }) => places).length)

  const truths = day.truths(new Beliefs(day.counts))
  for (const { way, robust, propensity } of body.ways) {
    if (!robust || !propensity) throw new Error(`${way} says nothing`)
    for (const { low, high } of [robust, propensity]) {
      expect(low, way).toBeLessThan(truths[way])
      expect(high, way).toBeGreaterThan(truths[way])
    }
  }
  expect(body.gain?.low).toBeLessThan(truths.believed - truths.without)
  expect(body.gain?.high).toBeGreaterThan(truths.believed - truths.without)
  const { cookie } = await world.makePerson('analyst')
  expect((await world.request('GET', '/v1/matching/estimates', { cookie })).status).toBe(200)
})
