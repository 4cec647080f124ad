import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAssignments } from '../lab/queue/burst.ts'
import { type Company, makeCompany, nodeSettings, settled } from '../lab/queue/company.ts'
import { race } from '../lab/queue/race.ts'
import { flow } from '../server/flow.ts'
import { checkInvariants } from '../server/metrics/invariants.ts'
import { many, sql } from '../server/platform/db.ts'
import { startPlatform } from '../server/platform/platform.ts'
import { changePresence } from '../server/team/presence.ts'
import { makeDatabase, type OwnDatabase } from './world/database.ts'

let database: OwnDatabase
let company: Company
beforeAll(async () => {
  database = await makeDatabase()
  const start = () => startPlatform(nodeSettings, database.connection, flow)
  company = await makeCompany([await start(), await start()], { people: 12, capacity: 3 })
})
afterAll(async () => {
  for (const node of company.nodes) await node.stop()
  await database.drop()
})

test('two servers that fight over the same customers and people give nobody away twice, and lose nobody', { timeout: 120_000 }, async () => {
  const { nodes, account, people } = company
  for (const person of people) await nodes[0].act(account, (work) => changePresence(work, person, 'on'))
  const tallies = await race(company, { operations: 300, seed: 1, atOnce: 4 })
  await settled(company)

  expect([...tallies.values()].flatMap(({ failures }) => failures)).toEqual([])
  expect(await countAssignments(company)).toBeGreaterThan(10)
  const checks = await nodes[0].database.inAccount(account, (db) => checkInvariants(db, account))
  expect(checks.filter(({ violations }) => violations > 0)).toEqual([])
  expect(await many(nodes[0].database.platform, sql`select action, error from deliveries where dead_at is not null`)).toEqual([])
})
