import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish } from './world/company.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let articles: { returns: string; delivery: string }
beforeAll(async () => {
  world = await makeWorld()
  articles = await furnish(world)
})
afterAll(() => world.stop())

const questions = {
  en: ['How long may I return something after delivery?', '30'],
  ms: ['berapa hari boleh pulangkan barang?', '30'],
  id: ['berapa hari boleh retur barang?', '30'],
  th: ['คืนสินค้าได้ภายในกี่วัน', '30'],
  zh: ['多少天之内可以退货？', '30'],
  et: ['Mitme päeva jooksul saab kaupa tagastada?', '30'],
} as const

for (const [language, [question, fact]] of Object.entries(questions)) {
  test(`the assistant answers in ${language} from the article, names its source and says that it is a program`, async () => {
    const visitor = await visitAs(world, { language })
    await visitor.write(question)
    await world.settled()
    const { messages } = await visitor.look()
    const [hello, answer] = messages.filter((message) => message.author === 'assistant')
    expect(hello?.text).toMatch(/program|โปรแกรม|程序|arvutiprogramm/)
    expect(answer?.text).toContain(fact)
    expect(answer?.sources).toMatchObject([{ article: articles.returns }])
    expect(answer?.asksWhetherSolved).toBe(true)
    expect(answer?.language).toBe(language)
  })
}

test('the source of an answer can be opened, without a script in it', async () => {
  const visitor = await visitAs(world, { language: 'et' })
  const { body } = await visitor.ask<{ html: string; language: string }>('GET', `/w/articles/${articles.returns}?language=et`)
  expect(body.language).toBe('et')
  expect(body.html).toContain('<h2>Hind</h2>')
})

test('what no article answers is not guessed: a person gets it, and the place counts from the first message', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('Does the Zeppelin airship museum accept my grandmother’s stamps as payment?')
  await world.settled()
  const { state } = await visitor.look()
  expect(visitor.said('assistant').join(' ')).toContain('rather not guess')
  expect(state.phase).toMatch(/waiting|callback/)
})

test('“yes, that solved it” closes the matter by the customer’s own word', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('How long may I return something after delivery?')
  await world.settled()
  const { messages } = await visitor.look()
  const answer = messages.find((message) => message.asksWhetherSolved)
  await visitor.ask('POST', '/w/solution', { seq: answer?.seq, solved: true })
  await world.settled()
  expect((await visitor.look()).state).toMatchObject({ phase: 'closed', asksEffort: { about: 'assistant' } })
})

test('“no, it did not” brings a person', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('How long may I return something after delivery?')
  await world.settled()
  const answer = (await visitor.look()).messages.find((message) => message.asksWhetherSolved)
  await visitor.ask('POST', '/w/solution', { seq: answer?.seq, solved: false })
  await world.settled()
  expect((await visitor.look()).state.phase).toMatch(/waiting|callback/)
})

test('thanks for an answer are taken, not looked up; “that did not help” brings a person', async () => {
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('How long may I return something after delivery?')
  await world.settled()
  await visitor.write('ok, thanks')
  await world.settled()
  expect((await visitor.look()).state.phase).not.toMatch(/waiting|callback/)
  expect(visitor.said('assistant').at(-1)).toBe('You are welcome. If there is anything else, just write.')
  await visitor.write('hmm, that did not help')
  await world.settled()
  expect((await visitor.look()).state.phase).toMatch(/waiting|callback/)
})

test('an article that is withdrawn answers nobody any more', async () => {
  await world.request('DELETE', `/v1/articles/${articles.delivery}/publication`)
  const visitor = await visitAs(world, { language: 'en' })
  await visitor.write('How long does delivery take?')
  await world.settled()
  const sources = (await visitor.look()).messages.flatMap((message) => message.sources)
  expect(sources.map((source) => source.article)).not.toContain(articles.delivery)
  await world.request('POST', `/v1/articles/${articles.delivery}/publication`)
})
