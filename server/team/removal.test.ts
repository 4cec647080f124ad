import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '../../contract/shapes.ts'
import type { Person, TeamList } from '../../contract/team.ts'
import { furnish } from '../../tests/world/company.ts'
import { teammate } from '../../tests/world/teammate.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
})
afterAll(() => world.stop())

const remove = (person: string) => world.request<Problem>('DELETE', `/v1/team/${person}`)
const team = async () => (await world.request<TeamList>('GET', '/v1/team')).body.people

test('whoever leaves the team is signed out within a second, and the customers they served keep their place', async () => {
  const leaving = await teammate(world, { name: 'Mari Maasikas' })
  await leaving.comeOn()
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('human please')
  await visitor.untilPhase(/person/)
  await leaving.reply(body.conversation, 'I am looking into it.')

  expect((await remove(leaving.person)).status).toBe(204)
  await world.settled()
  const { state, messages } = await visitor.look()
  expect(state.phase).toMatch(/waiting|callback/)
  expect(
    messages.some((message) => message.name === 'Mari'),
    'what was said keeps its name',
  ).toBe(true)
  await expect.poll(async () => (await leaving.ask('GET', '/v1/me')).status, { timeout: 1000 }).toBe(401)
  expect((await team()).map((person) => person.name)).not.toContain('Mari Maasikas')

  const next = await teammate(world, { name: 'Jaan Tamm' })
  await next.comeOn()
  await visitor.untilPhase(/person/)
  expect((await remove(leaving.person)).status, 'once is enough').toBe(404)
})

test('the last owner stays, and only owners take people off the team', async () => {
  expect((await remove(world.owner.person)).body.error.code).toBe('last-owner')
  const lead = await world.makePerson('lead')
  const other = await world.makePerson('team')
  expect((await world.request('DELETE', `/v1/team/${other.person}`, { cookie: lead.cookie })).status).toBe(403)
})

test('whoever comes back is invited under the same address and has their old name in old words', async () => {
  const invitation = { name: 'Siti Rahayu', email: 'siti@example.test', role: 'team', languages: ['ms'] }
  const first = (await world.request<Person>('POST', '/v1/team', { body: invitation })).body
  expect((await world.request('POST', '/v1/team', { body: invitation })).status).toBe(409)
  await remove(first.id)
  const again = await world.request<Person>('POST', '/v1/team', { body: { ...invitation, role: 'lead' } })
  expect([again.status, again.body.id, again.body.role]).toEqual([201, first.id, 'lead'])
})
