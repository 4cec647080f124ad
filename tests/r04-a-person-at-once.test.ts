import { afterAll, beforeAll, expect, test } from 'vitest'
import { one, sql } from '../server/platform/db.ts'
import { failAt } from '../server/platform/failpoints.ts'
import { type Visitor, visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

const wishes = {
  en: 'Can I please speak to a real person?',
  ms: 'Saya nak cakap dengan orang, bukan robot',
  id: 'Tolong sambungkan saya ke petugas manusia',
  th: 'ขอคุยกับเจ้าหน้าที่หน่อยค่ะ',
  zh: '我要找人工客服',
  et: 'Palun tahan inimesega raakida',
}

for (const [language, wish] of Object.entries(wishes)) {
  test(`a customer who asks for a person in ${language} is in the queue at once, and the assistant says nothing more`, async () => {
    const visitor = await visitAs(world, { language })
    await visitor.write(wish)
    await visitor.write('hello?')
    await world.settled()

    expect((await visitor.look()).state.phase).toMatch(/waiting|callback/)
    expect(await secondsToQueue(visitor)).toBeLessThanOrEqual(atOnce)
    expect(visitor.said('assistant')).toEqual([])
    expect(visitor.said('system').length).toBeGreaterThan(0)
  })
}

test('the control that is always in sight does the same as words', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('What does the Saar table cost?')
  await world.settled()
  const before = (await visitor.look()).messages.filter((message) => message.author === 'assistant').length
  await visitor.pressForPerson()
  await visitor.write('I mean the oak one')
  await world.settled()
  const { messages, state } = await visitor.look()
  expect(state.phase).toMatch(/waiting|callback/)
  expect(messages.filter((message) => message.author === 'assistant')).toHaveLength(before)
})

test('pressing the control twice is asking once', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.pressForPerson('the-same-press')
  await visitor.pressForPerson('the-same-press')
  await world.settled()
  await visitor.look()
  expect(visitor.said('customer')).toHaveLength(1)
  const asked = await one(
    world.platform.database.platform,
    sql<{ n: number }>`select count(*)::int as n from events where name = 'person.wanted' and facts->>'customer' = ${visitor.customer}`,
  )
  expect(asked.n).toBe(1)
})

test('an assistant in the middle of an answer falls silent when the customer asks for a person', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  let goOn = () => {}
  const thinking = new Promise<void>((begun) => {
    const disarm = failAt('assistant.before-answer', () => {
      disarm()
      begun()
      return new Promise<void>((resolve) => {
        goOn = resolve
      })
    })
  })
  await visitor.write('Where is my parcel?')
  await thinking
  await visitor.write('no wait, give me a human agent please')
  await visitor.untilPhase(/waiting|callback/)
  goOn()
  await world.settled()

  await visitor.look()
  expect(visitor.said('assistant')).toEqual([])
  expect(await secondsToQueue(visitor)).toBeLessThanOrEqual(atOnce)
})

test('nobody on duty: the customer hears honest words, keeps a place and can leave an address', async () => {
  const visitor = await visitAs(world, { language: 'et' })
  await visitor.write('Soovin inimesega rääkida')
  await world.settled()
  const { state } = await visitor.look()
  expect(state.phase).toBe('callback')
  expect(state.teamIsIn).toBe(false)
  expect(visitor.said('system')[0]).toContain('koht on alles')
  const answer = await visitor.ask('POST', '/w/callback', { email: 'mari@example.test' })
  expect(answer.status).toBe(200)
  await visitor.look()
  expect(visitor.said('system').at(-1)).toContain('mari@example.test')
})

test('talking about people, or asking whether it is a robot, is not a request for one', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('Are you a robot? Your agent told me yesterday that the parcel is on its way.')
  await world.settled()
  const wanted = await one(
    world.platform.database.platform,
    sql<{ n: number }>`select count(*)::int as n from events where name = 'person.wanted' and facts->>'customer' = ${visitor.customer}`,
  )
  expect(wanted.n).toBe(0)
})

/** From the moment the wish was stored until the place waits, by the database's own clock. */
/** One second is promised and measured by the replay; a machine that does other work needs room. */
const atOnce = 10

async function secondsToQueue(visitor: Visitor): Promise<number> {
  const { seconds } = await one(
    world.platform.database.platform,
    sql<{ seconds: number }>`
      select extract(epoch from p.waiting_since - c.asked_for_person_at)::float8 + extract(epoch from c.asked_for_person_at - m.at)::float8 as seconds
      from places p join conversations c on c.id = p.conversation
      join events e on e.name = 'person.wanted' and e.subject = c.id
      join messages m on m.customer = c.customer and m.seq = (e.facts->>'seq')::int
      where c.customer = ${visitor.customer}`,
  )
  return seconds
}
