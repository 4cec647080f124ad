import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatchingView } from '../../contract/learning.ts'
import { furnish } from '../../tests/world/company.ts'
import { teammate } from '../../tests/world/teammate.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { sql } from '../platform/db.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
})
afterAll(() => world.stop())

async function says(words: string): Promise<string> {
  const { body } = await (await visitAs(world, { language: 'en' })).write(words)
  await world.settled()
  return body.conversation
}

const load = async () => (await world.request<MatchingView>('GET', '/v1/matching')).body.load

test('with hardly anybody on duty a request for a person weighs what is at stake, not what a minute costs', async () => {
  const first = await teammate(world, { capacity: 9 })
  await says('I want to talk to a person, where is my parcel?')
  await says('A person, please: where is my parcel?')
  await first.comeOn()
  await world.settled()
  const second = await teammate(world, { capacity: 9 })
  await second.comeOn()
  for (let nth = 0; nth < 8; nth++) await says('I want to talk to a person, where is my parcel?')
  const { rows } = await sql<{ most: number; perMinute: number }>`
    select max(value_minutes)::float8 as most, (select max(per_minute) from places where account = ${world.account})::float8 as "perMinute"
    from assignments where account = ${world.account}`.execute(world.platform.database.platform)
  const [{ most, perMinute } = { most: 0, perMinute: 0 }] = rows
  expect(perMinute, 'what orders the queue is beyond any sum of money').toBeGreaterThan(100_000)
  expect(most).toBeLessThan(10_000)
  const spread = await load()
  expect(spread).toHaveLength(2)
  for (const { ofMean } of spread) {
    expect(ofMean).toBeGreaterThan(0.5)
    expect(ofMean).toBeLessThan(1.5)
  }
})
