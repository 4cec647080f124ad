import { afterAll, beforeAll, expect, test } from 'vitest'
import { many, one, sql } from '../server/platform/db.ts'
import { furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let kadri: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  kadri = await teammate(world, { name: 'Kadri Tamm', capacity: 50 })
})
afterAll(() => world.stop())

/** A matter from its first word to its closure; gives back its conversation. */
async function servedBy(who: 'assistant' | 'person', visitor: Visitor): Promise<string> {
  const { body } = await visitor.write(who === 'person' ? 'human please' : 'How long may I return something after delivery?')
  await world.settled()
  if (who === 'person') {
    await kadri.take(body.conversation)
    await kadri.reply(body.conversation, 'Here I am, it is done.')
    await kadri.close(body.conversation)
  } else {
    const answer = (await visitor.look()).messages.find((message) => message.asksWhetherSolved)
    await visitor.ask('POST', '/w/solution', { seq: answer?.seq, solved: true })
    await world.settled()
  }
  return body.conversation
}

const visit = () => visitAs(world, { language: 'en' })
const asked = async (visitor: Visitor) => (await visitor.look()).state.asksEffort

test('the question comes in the same widget as soon as the matter is closed, not before', async () => {
  const visitor = await visit()
  const { body } = await visitor.write('human please')
  await world.settled()
  await kadri.take(body.conversation)
  await kadri.reply(body.conversation, 'Here I am.')
  expect(await asked(visitor)).toBeNull()
  await kadri.close(body.conversation)
  expect(await asked(visitor)).toEqual({ conversation: body.conversation, about: 'person' })
  const { seconds } = await one(
    world.platform.database.platform,
    sql<{ seconds: number }>`
      select extract(epoch from e.asked_at - k.at)::float8 as seconds from efforts e join closures k on k.id = e.closure where e.conversation = ${body.conversation}`,
  )
  expect(seconds).toBeLessThan(5 * 60)
})

test('it is credited to whoever served: the person who spoke, or the assistant alone', async () => {
  const [withPerson, withAssistant] = [await visit(), await visit()]
  const conversations = { person: await servedBy('person', withPerson), assistant: await servedBy('assistant', withAssistant) }
  await withPerson.ask('POST', '/w/effort', { conversation: conversations.person, score: 7 })
  await withAssistant.ask('POST', '/w/effort', { conversation: conversations.assistant, score: 6, comment: 'quick' })
  await world.settled()
  const told = await many(
    world.platform.database.platform,
    sql<{ about: string; person: string | null; score: number }>`
      select facts->>'about' as about, facts->>'person' as person, (facts->>'score')::int as score
      from events where name = 'effort.answered' and subject in (${conversations.person}, ${conversations.assistant}) order by id`,
  )
  expect(told).toEqual([
    { about: 'person', person: kadri.person, score: 7 },
    { about: 'assistant', person: null, score: 6 },
  ])
})

test('one matter is asked about once, and nobody is asked while it goes on', async () => {
  const visitor = await visit()
  const conversation = await servedBy('assistant', visitor)
  await visitor.ask('POST', '/w/effort', { conversation, score: 5 })
  expect(await asked(visitor)).toBeNull()
  const { n } = await one(
    world.platform.database.platform,
    sql<{ n: number }>`select count(*)::int as n from efforts where conversation = ${conversation}`,
  )
  expect(n).toBe(1)
})

test('writing again instead of answering takes the question away', async () => {
  const visitor = await visit()
  await servedBy('person', visitor)
  await visitor.write('one more thing')
  await world.settled()
  expect(await asked(visitor)).toBeNull()
})

test('the first answer stands, a second one is refused', async () => {
  const visitor = await visit()
  const conversation = await servedBy('person', visitor)
  expect((await visitor.ask('POST', '/w/effort', { conversation, score: 2 })).status).toBe(204)
  const again = await visitor.ask('POST', '/w/effort', { conversation, score: 7 })
  expect(again).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
  const { score } = await one(
    world.platform.database.platform,
    sql<{ score: number }>`select score from efforts where conversation = ${conversation}`,
  )
  expect(score).toBe(2)
})

test('only whole numbers from 1 to 7 are answers', async () => {
  const visitor = await visit()
  const conversation = await servedBy('person', visitor)
  for (const score of [0, 8, 3.5, -1, '5', null]) expect((await visitor.ask('POST', '/w/effort', { conversation, score })).status).toBe(400)
  expect(await asked(visitor)).not.toBeNull()
  for (const score of [1, 7]) {
    const other = await visit()
    expect((await other.ask('POST', '/w/effort', { conversation: await servedBy('person', other), score })).status).toBe(204)
  }
})

test('nobody answers for somebody else, nor about a conversation that does not exist', async () => {
  const [mine, theirs] = [await visit(), await visit()]
  await servedBy('person', mine)
  const foreign = await servedBy('person', theirs)
  for (const conversation of [foreign, '01900000-0000-7000-8000-000000000000'])
    expect((await mine.ask('POST', '/w/effort', { conversation, score: 1 })).status).toBe(404)
  expect(await asked(theirs)).toEqual({ conversation: foreign, about: 'person' })
})

test('who left without being served, and spam, is asked nothing', async () => {
  const [gone, spam] = [await visit(), await visit()]
  await gone.write('human please')
  const { body } = await spam.write('human please')
  await world.settled()
  await gone.ask('DELETE', '/w/place')
  await kadri.take(body.conversation)
  await kadri.reply(body.conversation, 'No, thank you.')
  await kadri.ask('POST', `/v1/conversations/${body.conversation}/closure`, { resolved: false, reason: 'spam' })
  await world.settled()
  expect(await asked(gone)).toBeNull()
  expect(await asked(spam)).toBeNull()
})
