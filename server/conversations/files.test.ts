import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Timeline } from '../../contract/conversations.ts'
import type { Attachment, Problem } from '../../contract/shapes.ts'
import { type Visitor, visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'
import { one, sql } from '../platform/db.ts'

const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
let world: World
let visitor: Visitor
beforeAll(async () => {
  world = await makeWorld()
  visitor = await visitAs(world, { language: 'en' })
})
afterAll(() => world.stop())

async function put(bytes: Buffer, { name = 'broken leg.png', clientId = randomUUID(), token = visitor.token } = {}) {
  const answer = await world.api.server.inject({
    method: 'POST',
    url: `/w/files?${new URLSearchParams({ name, clientId })}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    payload: bytes,
  })
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Attachment & Problem }
}
const send = (files: string[], text = '', clientId: string = randomUUID()) =>
  visitor.ask<{ conversation: string; seq: number }>('POST', '/w/messages', { clientId, text, files })

test('a picture that a customer sends stands in both windows, and only those who may see it get it', async () => {
  const { status, body: file } = await put(picture)
  expect([status, file.kind, file.name, file.size]).toEqual([201, 'image/png', 'broken leg.png', 16])
  expect((await world.request('GET', `/v1/files/${file.id}`)).status, 'what was only drafted is nobody’s business').toBe(404)

  const sent = await send([file.id], 'The leg is broken.')
  expect(sent.status).toBe(201)
  const seen = (await visitor.look()).messages.find((message) => message.seq === sent.body.seq)
  expect(seen?.files).toEqual([{ id: file.id, name: 'broken leg.png', kind: 'image/png', size: 16 }])
  const timeline = await world.request<Timeline>('GET', `/v1/conversations/${sent.body.conversation}/timeline`)
  expect(timeline.body.entries.find((entry) => entry.seq === sent.body.seq)?.files).toEqual(seen?.files)

  const team = await world.request('GET', `/v1/files/${file.id}`)
  expect(team.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': "attachment; filename*=UTF-8''broken%20leg.png",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })
  expect((await visitor.ask('GET', `/w/files/${file.id}`)).status).toBe(200)
  const stranger = await visitAs(world, { language: 'en' })
  expect((await stranger.ask('GET', `/w/files/${file.id}`)).status).toBe(404)
  expect((await stranger.ask('POST', '/w/messages', { clientId: randomUUID(), text: 'mine', files: [file.id] })).status).toBe(400)
  const { owner } = await world.makeAccount()
  expect((await world.request('GET', `/v1/files/${file.id}`, { cookie: owner.cookie })).status).toBe(404)
  expect((await world.request('GET', `/v1/files/${file.id}`, { nobody: true })).status).toBe(401)
})

test('sent twice, a file and its message are kept once; a message of files alone says their names', async () => {
  const clientId = randomUUID()
  const [first, again] = [await put(picture, { clientId }), await put(picture, { clientId })]
  expect(again.body.id).toBe(first.body.id)
  const message = randomUUID()
  const [sent, repeated] = [await send([first.body.id], '', message), await send([first.body.id], '', message)]
  expect([sent.status, repeated.body]).toEqual([201, sent.body])
  const seen = (await visitor.look()).messages.find(({ seq }) => seq === sent.body.seq)
  expect([seen?.text, seen?.files.length]).toEqual(['broken leg.png', 1])
  expect((await send([first.body.id])).status, 'a file hangs on one message').toBe(400)
  expect((await send([])).status).toBe(400)
})

test('a program, an empty file, one that is too large and one too many are refused, and nothing of them stays', async () => {
  const other = await visitAs(world, { language: 'en' })
  const { token } = other
  expect((await put(Buffer.from('MZ\x90\x00\x03'), { name: 'picture.png', token })).body.error.code).toBe('wrong-file')
  expect((await put(Buffer.alloc(0), { token })).status).toBe(415)
  expect((await put(Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024)]), { token })).body.error.code).toBe('too-large')
  for (let n = 0; n < 20; n += 1) expect((await put(picture, { token })).status).toBe(201)
  expect((await put(picture, { token })).body.error.code).toBe('too-many-files')
  const { kept } = await one(
    world.platform.database.platform,
    sql<{ kept: number }>`select count(*)::int as kept from files where customer = ${other.customer}`,
  )
  expect(kept).toBe(20)
})

test('a file that was attached and never sent is forgotten after a day; one that was sent stays', async () => {
  const [loose, sent] = [await put(picture), await put(picture)]
  await send([sent.body.id], 'here')
  await sql`update deliveries set due_at = now() where action = 'conversations.forget'`.execute(world.platform.database.platform)
  world.platform.runner.kick()
  await world.settled()
  expect((await visitor.ask('GET', `/w/files/${loose.body.id}`)).status).toBe(404)
  expect((await visitor.ask('GET', `/w/files/${sent.body.id}`)).status).toBe(200)
})

test('what a customer takes back before sending is gone at once; what was said stays', async () => {
  const { body: file } = await put(picture)
  expect((await visitor.ask('DELETE', `/w/files/${file.id}`)).status).toBe(204)
  expect((await visitor.ask('GET', `/w/files/${file.id}`)).status).toBe(404)
  const { body: said } = await put(picture)
  await send([said.id], 'look')
  expect((await visitor.ask('DELETE', `/w/files/${said.id}`)).status).toBe(404)
})
