import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish } from './world/company.ts'
import { teammate } from './world/teammate.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
})
afterAll(() => world.stop())

const signed = (id: string) => ({ id, signature: createHmac('sha256', world.identitySecret).update(id).digest('hex'), name: 'Mei Lin' })

test('a returning visitor finds what was said before', async () => {
  const first = await visitAs(world, { language: 'en' })
  await first.write('Can I return the chair?')
  await world.settled()
  const again = await visitAs(world, { token: first.token })
  expect(again.customer).toBe(first.customer)
  expect(again.visited.messages[0]?.text).toBe('Can I return the chair?')
})

test('a customer who is signed in on the page is the same customer on every device', async () => {
  const phone = await visitAs(world, { language: 'en', user: signed('cust-1') })
  const desk = await visitAs(world, { language: 'en', user: signed('cust-1') })
  expect(desk.customer).toBe(phone.customer)
  expect(desk.visited.customer).toEqual({ name: 'Mei Lin', verified: true })
})

test('a wrong signature is refused, not ignored', async () => {
  const answer = await world.request('POST', '/w/visits', {
    nobody: true,
    body: { site: world.site, user: { id: 'cust-1', signature: 'f'.repeat(64) } },
  })
  expect(answer.status).toBe(401)
  expect(answer.body).toMatchObject({ error: { code: 'bad-signature' } })
})

test('a message sent twice with one client id is stored once and acknowledged twice alike', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const [first, second] = await Promise.all([visitor.write('where is my parcel', 'the-same-id'), visitor.write('where is my parcel', 'the-same-id')])
  expect(first.status).toBe(201)
  expect(second.body).toEqual(first.body)
  await visitor.look()
  expect(visitor.said('customer')).toHaveLength(1)
})

test('forty messages at once stand in one order without gaps, for the customer and for the team', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await Promise.all(Array.from({ length: 40 }, (_, n) => visitor.write(`message ${n}`)))
  await world.settled()
  const { messages, state } = await visitor.look()
  const team = await teammate(world)
  const entries = await team.timeline(state.conversation ?? '')
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1))
  expect(messages.map((message) => message.seq)).toEqual(entries.map((entry) => entry.seq))
})

test('a private note never reaches the customer', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('I want to send it back')
  const team = await teammate(world)
  await team.note(body.conversation, 'canary: she is a friend of the owner')
  await world.settled()
  expect(JSON.stringify(await visitor.look())).not.toContain('canary')
  expect(JSON.stringify(await team.timeline(body.conversation))).toContain('canary')
})

test('a closed matter goes on in the same conversation when the customer writes again the same day', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('human please')
  await world.settled()
  const team = await teammate(world)
  await team.take(body.conversation)
  await team.reply(body.conversation, 'Here I am.')
  await team.close(body.conversation)
  expect((await visitor.look()).state.phase).toBe('closed')
  const again = await visitor.write('one more thing')
  expect(again.body.conversation).toBe(body.conversation)
})

test('only who holds the conversation may reply, and the assistant cannot answer beside a person', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('human please')
  await world.settled()
  const [one, two] = [await teammate(world), await teammate(world)]
  expect((await one.reply(body.conversation, 'too early')).body).toMatchObject({ error: { code: 'not-holder' } })
  const taken = await Promise.all([one.take(body.conversation), two.take(body.conversation)])
  expect(taken.map((answer) => answer.status).sort()).toEqual([204, 409])
  await visitor.write('can I return the chair?')
  await world.settled()
  await visitor.look()
  expect(visitor.said('assistant')).toEqual([])
})
