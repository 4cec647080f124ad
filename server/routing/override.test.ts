import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DecisionList } from '../../contract/routing.ts'
import { furnish } from '../../tests/world/company.ts'
import { teammate } from '../../tests/world/teammate.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { one, sql } from '../platform/db.ts'
import { override, route } from './actions.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
})
afterAll(() => world.stop())

test('a colleague’s word that falls while a message is being decided is not decided over', async () => {
  const { account, platform } = world
  const lead = await teammate(world, { role: 'lead' })
  const visitor = await visitAs(world, { language: 'en' })
  const { conversation, seq } = (await visitor.write('How long does delivery take?')).body
  await world.settled()

  let isDecided = false
  let deciding: Promise<void> = Promise.resolve()
  const isWaiting = async () => {
    const { n } = await one(
      platform.database.platform,
      sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return n > 0
  }
  await platform.act(account, async (work) => {
    await override(work, conversation, 'person', lead.person)
    const facts = { conversation, customer: visitor.customer, seq }
    deciding = platform
      .act(account, (other) => route.run(other, facts, { event: 2 ** 30, at: work.now, attempt: 1 }))
      .then(() => {
        isDecided = true
      })
    await expect.poll(async () => isDecided || (await isWaiting())).toBe(true)
  })
  await deciding
  const { decisions } = (await world.request<DecisionList>('GET', `/v1/conversations/${conversation}/decisions`)).body
  expect(decisions.slice(0, 2).map(({ to, because }) => [to, because.code])).toEqual([
    [decisions[0]?.to, 'override'],
    [decisions[0]?.to, 'override'],
  ])
})
