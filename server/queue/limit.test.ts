import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '../../contract/shapes.ts'
import { furnish } from '../../tests/world/company.ts'
import { teammate } from '../../tests/world/teammate.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { sql } from '../platform/db.ts'
import { startPolicy } from '../routing/store.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
})
afterAll(() => world.stop())

const { version: _, relaxMinutes: __, ...policy } = startPolicy
const setLimit = (waitLimitMinutes: number) => world.request('PUT', '/v1/policy', { body: { ...policy, waitLimitMinutes } })

test('a limit that the owner makes shorter holds for whoever waits already; one made longer takes nothing back', async () => {
  const mei = await teammate(world, { capacity: 1, languages: ['en', 'zh'] })
  await mei.comeOn()
  const busy = await visitAs(world, { language: 'zh' })
  await busy.write('我要找人工客服')
  await world.settled()
  expect((await busy.look()).state.phase).toBe('person')
  const kadri = await teammate(world, { capacity: 1, languages: ['en'] })
  await kadri.comeOn()

  const waiting = await visitAs(world, { language: 'zh' })
  const { conversation } = (await waiting.write('我要找人工客服')).body
  await world.settled()
  const { platform } = world.platform.database
  const minutesBack = sql`
    update places set waiting_since = waiting_since - interval '6 minutes', limit_at = limit_at - interval '6 minutes' where conversation = ${conversation}`
  await minutesBack.execute(platform)
  await setLimit(30)
  await world.settled()
  expect((await waiting.look()).state.phase, 'her language is still waited for').toBe('waiting')
  const { rows } = await sql<{ minutes: number }>`
    select round(extract(epoch from limit_at - waiting_since) / 60)::int as minutes from places where conversation = ${conversation}`.execute(
    platform,
  )
  expect(rows).toEqual([{ minutes: 20 }])

  await setLimit(7)
  await world.settled()
  expect((await waiting.look()).state.phase).toBe('person')
})

test('the owner says when a language is given up, and that holds for whoever waits already', async () => {
  await setLimit(20)
  const waiting = await visitAs(world, { language: 'th' })
  const mali = await teammate(world, { capacity: 1, languages: ['th'] })
  await mali.comeOn()
  const busy = await visitAs(world, { language: 'th' })
  await busy.write('ขอคุยกับเจ้าหน้าที่')
  await world.settled()
  const free = await teammate(world, { capacity: 1, languages: ['en'] })
  await free.comeOn()
  const { conversation } = (await waiting.write('ขอคุยกับเจ้าหน้าที่')).body
  await world.settled()
  await sql`
    update places set waiting_since = waiting_since - interval '6 minutes', limit_at = limit_at - interval '6 minutes' where conversation = ${conversation}`.execute(
    world.platform.database.platform,
  )
  const set = async (relaxMinutes: [number, number]) => {
    const { status, body } = await world.request<Problem>('PUT', '/v1/policy', { body: { ...policy, relaxMinutes } })
    await world.settled()
    return status < 300 ? 'set' : body.error.code
  }
  expect(await set([12, 8])).toBe('relax-order')
  expect(await set([12, 20])).toBe('relax-order')
  expect(await set([2, 8])).toBe('set')
  expect((await waiting.look()).state.phase, 'her language is still waited for').toBe('waiting')
  expect(await set([2, 5])).toBe('set')
  expect((await waiting.look()).state.phase).toBe('person')
})
