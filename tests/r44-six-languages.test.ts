import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchResult } from '../contract/knowledge.ts'
import { createIndex, type SearchIndex } from '../core/knowledge/search-index.ts'
import { type Language, languages } from '../core/language.ts'
import { detectLanguage, settleLanguage } from '../core/understanding/language.ts'
import { readContent } from '../server/demo/content.ts'
import { weights } from '../server/understanding/weights.ts'
import { furnish } from './world/company.ts'
import { type Teammate, teammate } from './world/teammate.ts'
import { visitAs } from './world/visitor.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let lead: Teammate
beforeAll(async () => {
  world = await makeWorld()
  await furnish(world)
  lead = await teammate(world, { role: 'lead', capacity: 1, languages: [...languages] })
  await lead.comeOn()
  // The first one is served, the next two stand ahead of everybody in these tests.
  for (const _ of [1, 2, 3]) {
    const visitor = await visitAs(world, { language: 'en' })
    await visitor.write('human please')
    await world.settled()
  }
})
afterAll(() => world.stop())

const root = join(import.meta.dirname, '..')
const sentencesOf = (language: Language) =>
  Object.fromEntries(
    readdirSync(join(root, 'locales', language)).flatMap((file) =>
      flatten(JSON.parse(readFileSync(join(root, 'locales', language, file), 'utf8')), file.replace('.json', '')),
    ),
  )

/** `slice.key.key` → sentence. */
function flatten(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as Record<string, unknown>).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`))
}

const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const gaps = (sentence: string) => [...sentence.matchAll(/\{\{-?\s*(\w+)/g)].map(([, name]) => name ?? '').sort()

for (const language of languages.filter((other) => other !== 'en')) {
  test(`every sentence stands in ${language} too, with the same gaps to fill, and none stands there alone`, () => {
    const [english, theirs] = [sentencesOf('en'), sentencesOf(language)]
    expect([...new Set(Object.keys(theirs).map(stem))].sort()).toEqual([...new Set(Object.keys(english).map(stem))].sort())
    for (const [key, sentence] of Object.entries(theirs)) {
      expect(sentence.trim(), key).not.toBe('')
      const same = english[key] ?? english[`${stem(key)}_other`] ?? ''
      // "One person" may be said in words where the number itself is not needed.
      const wanted = key.endsWith('_one') ? gaps(sentence) : gaps(same)
      expect({ key, gaps: [...new Set(gaps(sentence))] }).toEqual({ key, gaps: [...new Set(wanted)] })
    }
  })

  test(`${language} has each form of number that it needs`, () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const theirs = Object.keys(sentencesOf(language))
    const counted = [
      ...new Set(
        Object.keys(sentencesOf('en'))
          .filter((key) => /_(one|other)$/.test(key))
          .map(stem),
      ),
    ]
    expect(counted.length).toBeGreaterThan(0)
    for (const key of counted) for (const category of needed) expect(theirs, `${key} in ${language}`).toContain(`${key}_${category}`)
  })
}

const greetings: Record<Language, { hello: string; place: RegExp; program: RegExp }> = {
  en: { hello: 'hello', place: /place in the queue is safe.*ahead of you/, program: /program/ },
  ms: { hello: 'selamat pagi', place: /giliran|tempat/i, program: /program/i },
  id: { hello: 'halo', place: /antrean|antrian|tempat/i, program: /program/i },
  th: { hello: 'สวัสดีค่ะ', place: /คิว/, program: /โปรแกรม/ },
  zh: { hello: '你好', place: /排队|位/, program: /程序/ },
  et: { hello: 'tere', place: /järjekorra|koht/i, program: /programm/i },
}

for (const [language, { hello, place, program }] of Object.entries(greetings)) {
  test(`whoever waits with people ahead hears in ${language} that it is a program, that the place is safe and how many are ahead`, async () => {
    const visitor = await visitAs(world, { language })
    // While the assistant is paused everybody goes to people: the visitor stands in the queue before it says a word.
    await lead.ask('PUT', '/v1/policy/pause', { paused: true })
    await visitor.write(hello)
    await world.settled()
    await lead.ask('PUT', '/v1/policy/pause', { paused: false })
    await visitor.write(hello)
    await world.settled()
    const { state } = await visitor.look()
    const words = visitor.said('assistant').join(' ')
    expect(state.place?.ahead).toBeGreaterThan(0)
    expect(words).toMatch(program)
    expect(words).toMatch(place)
    expect(words).toContain(String(state.place?.ahead))
    expect((await visitor.look()).messages.find((message) => message.author === 'assistant')?.language).toBe(language)
  })
}

const questions: Record<Language, [question: string, article: string][]> = {
  en: [
    ['how many days do I have to return something', 'return-window'],
    ['when do I get my money back', 'refund-when'],
    ['I forgot my password', 'password-reset'],
    ['the table arrived broken', 'damaged-item'],
  ],
  ms: [
    ['berapa hari saya boleh pulangkan barang', 'return-window'],
    ['bila wang saya dikembalikan', 'refund-when'],
    ['saya terlupa kata laluan', 'password-reset'],
    ['meja sampai dalam keadaan rosak', 'damaged-item'],
  ],
  id: [
    ['berapa hari batas waktu retur', 'return-window'],
    ['kapan uang saya kembali', 'refund-when'],
    ['saya lupa kata sandi', 'password-reset'],
    ['meja datang dalam keadaan rusak', 'damaged-item'],
  ],
  th: [
    ['คืนสินค้าได้ภายในกี่วัน', 'return-window'],
    ['จะได้เงินคืนเมื่อไหร่', 'refund-when'],
    ['ลืมรหัสผ่าน', 'password-reset'],
    ['โต๊ะมาถึงแล้วแตกหัก', 'damaged-item'],
  ],
  zh: [
    ['多少天之内可以退货', 'return-window'],
    ['退款什么时候到账', 'refund-when'],
    ['我忘记密码了', 'password-reset'],
    ['桌子送到时是坏的', 'damaged-item'],
  ],
  et: [
    ['mitu päeva on tagastamiseks aega', 'return-window'],
    ['millal ma raha tagasi saan', 'refund-when'],
    ['unustasin parooli', 'password-reset'],
    ['laud jõudis kohale katkisena', 'damaged-item'],
  ],
}

let demo: SearchIndex | undefined
function demoIndex(): SearchIndex {
  if (demo) return demo
  demo = createIndex(weights.meaning)
  for (const [language, { articles }] of Object.entries(readContent()))
    for (const { slug, title, body } of articles) demo.add({ id: slug, language: language as Language, title, body })
  return demo
}

test('signs without a word find no article, in whatever language', () => {
  for (const language of languages)
    for (const signs of ['??', '…', '!!! 😀']) expect(demoIndex().search(signs, { language, limit: 5 }), signs).toEqual([])
})

for (const language of languages) {
  test(`everyday questions in ${language} find the article that answers them among the demo company's`, () => {
    for (const [question, slug] of questions[language]) {
      const hits = demoIndex().search(question, { language, limit: 10 })
      expect(
        hits.slice(0, 3).map((hit) => hit.passage.article),
        question,
      ).toContain(slug)
      expect(hits[0]?.passage.language).toBe(language)
    }
  })

  test(`messages in ${language} are recognised as such: 19 of 20 by their words alone, and 39 of 40 with what the page says`, async () => {
    const texts = readContent()[language].openings.map(({ text }) => text)
    const missed = texts.filter((text) => detectLanguage(text, weights.language).is !== language)
    expect(missed.length / texts.length, missed.join(' | ')).toBeLessThanOrEqual(0.05)
    const settled = texts.filter((text) => settleLanguage(detectLanguage(text, weights.language), { before: null, hint: language }).is !== language)
    expect(settled.length / texts.length, settled.join(' | ')).toBeLessThanOrEqual(0.025)
    const { body } = await lead.ask<SearchResult>('GET', `/v1/search?q=${encodeURIComponent(questions[language][0]?.[0] ?? '')}`)
    expect(body.hits[0]?.language).toBe(language)
  })
}
