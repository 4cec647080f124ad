import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FirstRun } from '../../contract/integrations.ts'
import type { Problem } from '../../contract/shapes.ts'
import { visitAs } from '../../tests/world/visitor.ts'
import { makeWorld, type World } from '../../tests/world/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.stop())

const states = async () =>
  Object.fromEntries((await world.request<FirstRun>('GET', '/v1/first-run')).body.steps.map(({ step, state }) => [step, state]))
const company = { name: 'Rumah Kodu', assistant: 'Kodu helper', language: 'et', currency: 'EUR' }

test('a new company comes from nothing to its first conversation in five steps, and each is seen from the facts', async () => {
  expect(await states()).toEqual({ company: 'open', people: 'open', hours: 'open', articles: 'open', snippet: 'open' })
  expect((await world.request('PUT', '/v1/company', { body: company })).status).toBe(200)
  await world.makePerson('team')
  await world.request('PUT', '/v1/first-run/hours', { body: { state: 'skipped' } })
  const articles = [
    { title: 'How long may I return something?', body: 'Within 30 days.' },
    { title: 'Is there a warranty?', body: 'Five years on wood.' },
  ]
  const imported = await world.request('POST', '/v1/articles/imports', { body: { language: 'en', publish: true, articles } })
  expect([imported.status, imported.body]).toEqual([201, { articles: 2 }])
  expect(await states()).toEqual({ company: 'done', people: 'done', hours: 'skipped', articles: 'done', snippet: 'open' })

  const visitor = await visitAs(world, { language: 'et' })
  expect(visitor.visited.company).toBe('Rumah Kodu')
  const write = (page: string) => visitor.ask('POST', '/w/messages', { clientId: `a-first-word-${page.length}`, text: 'Tere', page })
  await write('https://care.example.com/try/?site=x')
  expect((await states())['snippet'], 'trying it on our page is not having it on one’s own').toBe('open')
  const customer = await visitAs(world, { language: 'en' })
  await customer.ask('POST', '/w/messages', { clientId: 'a-first-word', text: 'Hello', page: 'https://shop.example/sofas' })
  expect((await world.request<FirstRun>('GET', '/v1/first-run')).body).toMatchObject({ finished: true })
})

test('a step that was left for later is taken up again, and only the owner settles one', async () => {
  await world.request('PUT', '/v1/first-run/hours', { body: { state: 'done' } })
  expect((await states())['hours']).toBe('done')
  const lead = await world.makePerson('lead')
  expect((await world.request('PUT', '/v1/company', { cookie: lead.cookie, body: company })).status).toBe(403)
  const wrong = await world.request<Problem>('PUT', '/v1/company', { body: { ...company, currency: 'ABC' } })
  expect([wrong.status, wrong.body.error.details?.[0]?.path]).toEqual([400, 'currency'])
})

test('an import of which one article is broken leaves nothing behind', async () => {
  const before = (await world.request<{ articles: unknown[] }>('GET', '/v1/articles')).body.articles.length
  const articles = [
    { title: 'Good', body: 'A whole answer.' },
    { title: '', body: 'without a question' },
  ]
  expect((await world.request('POST', '/v1/articles/imports', { body: { language: 'en', publish: true, articles } })).status).toBe(400)
  expect((await world.request<{ articles: unknown[] }>('GET', '/v1/articles')).body.articles).toHaveLength(before)
})
