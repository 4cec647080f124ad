import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish } from './world/company.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let address: string
beforeAll(async () => {
  world = await makeWorld({ logLevel: 'silent' })
  await furnish(world)
  address = await world.api.server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => world.stop())

const signed = (id: string) => ({ id, signature: createHmac('sha256', world.identitySecret).update(id).digest('hex') })

/** Reads a visitor's stream until the server ends it. */
const readToTheEnd = async (token: string, whenOpen: () => Promise<unknown>) => {
  const answer = await fetch(`${address}/w/stream?after=0`, { headers: { authorization: `Bearer ${token}` } })
  const [text] = await Promise.all([answer.text(), whenOpen()])
  return text
}

test('who signs out and comes back finds nothing of the signed-in customer, and is somebody new', async () => {
  const signedIn = await visitAs(world, { language: 'en', user: signed('cust-out') })
  await signedIn.write('my order is late')
  const after = await visitAs(world, { language: 'en', token: signedIn.token })
  expect(after.customer).not.toBe(signedIn.customer)
  expect(after.token).not.toBe(signedIn.token)
  expect(after.visited).toMatchObject({ messages: [], customer: { name: null, verified: false }, state: { customer: after.customer, phase: 'new' } })
  const again = await visitAs(world, { language: 'en', token: after.token, user: signed('cust-out') })
  expect(again.customer).toBe(signedIn.customer)
  expect(again.visited.messages.map(({ text }) => text)).toContain('my order is late')
})

test('an open window follows its visitor to the timeline they signed in to', async () => {
  const phone = await visitAs(world, { language: 'en', user: signed('cust-two') })
  await phone.write('from the phone')
  const desk = await visitAs(world, { language: 'en' })
  await desk.write('from the desk')
  await readToTheEnd(desk.token, () => visitAs(world, { language: 'en', token: desk.token, user: signed('cust-two') }))
  const { messages, state } = await desk.look()
  expect(state.customer).toBe(phone.customer)
  expect(messages.map(({ text }) => text)).toEqual(expect.arrayContaining(['from the phone', 'from the desk']))
})

test('after a long break nothing is missing: all that came after a number is told', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  const { body } = await visitor.write('the first')
  for (let nth = 0; nth < 210; nth++) await visitor.write(`line ${nth}`)
  const { body: missed } = await visitor.ask<{ messages: { seq: number }[] }>('GET', `/w/timeline?after=${body.seq}`)
  expect(missed.messages.length).toBeGreaterThanOrEqual(210)
  expect(missed.messages.map(({ seq }) => seq)).toEqual(missed.messages.map((_, index) => body.seq + 1 + index))
})

test('a visitor who presses too often is asked to wait, and nobody else is', async () => {
  const [eager, calm] = [await visitAs(world, { language: 'en' }), await visitAs(world, { language: 'en' })]
  const press = () => eager.ask('POST', '/w/callback', { phone: '' })
  for (let nth = 0; nth < 10; nth++) expect((await press()).status).not.toBe(429)
  expect(await press()).toMatchObject({ status: 429, body: { error: { code: 'too-many' } } })
  expect((await calm.ask('POST', '/w/callback', { phone: '' })).status).not.toBe(429)
})

test('an address that only claims to be somebody else is counted with all its tokens', async () => {
  const answers = []
  for (let nth = 0; nth < 61; nth++)
    answers.push(await world.request('GET', '/v1/demo/people', { nobody: true, headers: { authorization: `Bearer ${randomUUID()}` } }))
  expect(answers.at(-1)?.status).toBe(429)
})

test('the last owner stays one', async () => {
  const demote = (person: string) => world.request('PATCH', `/v1/team/${person}`, { body: { role: 'lead' } })
  expect(await demote(world.owner.person)).toMatchObject({ status: 409, body: { error: { code: 'last-owner' } } })
  const second = await world.makePerson('owner')
  expect((await demote(second.person)).status).toBe(200)
})
