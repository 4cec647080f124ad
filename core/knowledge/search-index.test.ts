import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Language, languages } from '../language.ts'
import { answer } from './answer.ts'
import type { Article } from './passage.ts'
import { createIndex } from './search-index.ts'

const make = (id: string, language: Language, title: string, body: string): Article => ({ id, language, title, body })
const articles: Article[] = [
  make(
    'warranty',
    'en',
    'How long is the warranty?',
    '# How long is the warranty?\n\nFrames carry a warranty of 5 years, lamps of 2 years.\n\n## Wear\n\nNormal wear is not covered.',
  ),
  make(
    'refund',
    'en',
    'When do I get my refund?',
    'The refund is made within 5 working days after the goods reach the warehouse. Cards take up to 3 more days.',
  ),
  make(
    'missed',
    'en',
    'I missed my delivery',
    'The truck goes back to the depot. A second attempt is free: book it from the tracking link within 7 days.',
  ),
  make('payment', 'en', 'How can I pay?', 'We take Visa, Mastercard and PayNow. You may also pay in instalments from €150.'),
  make('password', 'en', 'I forgot my password', 'Press “Forgot password”. The link is valid for 30 minutes; look in the spam folder too.'),
  make('samples', 'en', 'Fabric samples', 'Up to 6 samples of fabric are free and arrive in 3 working days.'),
  make('warranty', 'et', 'Kui pikk on garantii?', 'Raamidel on garantii 5 aastat, lampidel 2 aastat.'),
  make('refund', 'zh', '什么时候退款？', '货物到达仓库后5个工作日内退款。银行卡最多再需要3天。'),
  make('missed', 'th', 'พลาดการจัดส่ง', 'รถจะกลับไปที่คลังสินค้า ส่งครั้งที่สองฟรี จองได้จากลิงก์ติดตามภายใน 7 วัน'),
  make('refund', 'id', 'Kapan dana saya kembali?', 'Pengembalian dana dilakukan dalam 5 hari kerja setelah barang tiba di gudang.'),
]
const full = (): ReturnType<typeof createIndex> => {
  const index = createIndex(null)
  for (const article of articles) index.add(article)
  return index
}
const first = (query: string, language: Language): string | undefined => full().search(query, { language, limit: 5 })[0]?.passage.article

test('a customer finds the article in everyday words that it does not use', () => {
  expect(first('how many years is the guarantee', 'en')).toBe('warranty')
  expect(first('when do I get my money back', 'en')).toBe('refund')
  expect(first('I was out when the driver came, will it be brought out again?', 'en')).toBe('missed')
})

test('signs without a word find nothing, in no language', () => {
  for (const signs of ['??', '？？', '…', '!!! 😀', ' ']) for (const language of languages) expect(first(signs, language)).toBeUndefined()
})

test('a customer finds the article in the language written', () => {
  expect(first('mitu aastat garantiid on', 'et')).toBe('warranty')
  expect(first('我的钱什么时候能拿回来', 'zh')).toBe('refund')
  expect(first('ไม่อยู่บ้าน จะมาส่งอีกรอบไหม', 'th')).toBe('missed')
  expect(first('uang saya kapan balik', 'id')).toBe('refund')
})

test('a question that the title asks is answered by what stands first', () => {
  const index = createIndex(null)
  const body = '# How long does delivery take?\n\nParcels come after 2–4 working days.\n\n## Late?\n\nIf our delivery is late, you get €10.'
  index.add(make('times', 'en', 'How long does delivery take?', body))
  expect(index.search('how long does delivery take', { language: 'en', limit: 1 })[0]?.passage.text).toMatch(/^Parcels/)
})

test('a slip of the pen does not hide an article', () => {
  expect(first('pasword forgoten', 'en')).toBe('password')
})

test('when a language has no article at all, another language answers', () => {
  const hits = full().search('bila saya dapat duit balik', { language: 'ms', limit: 3 })
  expect(hits[0]?.passage.article).toBe('refund')
})

test('the own language comes first even when another would fit better', () => {
  for (const { passage } of full().search('garantii', { language: 'et', limit: 5 })) expect(passage.language).toBe('et')
})

test('a conversation is found by the message that was meant, whatever language it was held in', () => {
  const index = createIndex(null)
  index.add(make('c1', 'en', '', 'Hello, I have a question.\n\nThe lamp from order 20418 flickers.\n\nThanks!'))
  index.add(make('c2', 'et', '', 'Tere!\n\nMinu lamp on katki, tellimus 20419.'))
  index.add(make('c3', 'en', '', 'Can I pay by invoice?'))
  const hits = index.search('lamp', { language: 'en', limit: 5, everywhere: true })
  expect(hits.map(({ passage }) => passage.article).toSorted()).toEqual(['c1', 'c2'])
  expect(hits.find(({ passage }) => passage.article === 'c1')?.passage.text).toContain('20418')
})

test('articles that come and go all day leave the search as good as new', () => {
  const [worn, fresh] = [full(), full()]
  for (let round = 0; round < 300; round++) {
    worn.add(make('daily', 'en', 'Refund of the day', `refund warranty ${round}`))
    if (round % 2 === 0) worn.remove('daily')
  }
  worn.remove('daily')
  for (const query of ['refund', 'guarantee']) {
    expect(worn.search(query, { language: 'en', limit: 5 })).toEqual(fresh.search(query, { language: 'en', limit: 5 }))
  }
})

test('each article is found once, best first, and no more than asked for', () => {
  const hits = full().search('free delivery refund warranty days', { language: 'en', limit: 3 })
  expect(hits.length).toBe(3)
  expect(new Set(hits.map(({ passage }) => passage.article)).size).toBe(3)
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, z) => z - a))
})

test('the words that were found are named as the customer wrote them', () => {
  const hit = full().search('How long is the WARRANTY on my Zeppelin?', { language: 'en', limit: 1 })[0]
  expect(hit?.matched).toContain('WARRANTY')
  expect(hit?.matched).not.toContain('Zeppelin')
})

test('an article that was removed is not found any more', () => {
  fc.assert(
    fc.property(fc.subarray(articles), fc.constantFrom(...languages), (gone, language) => {
      const index = full()
      for (const { id, language: spoken } of gone) index.remove(id, spoken)
      const found = index.search('refund warranty delivery garantii 退款 จัดส่ง dana', { language, limit: 20 })
      const lost = new Set(gone.map(({ id, language: spoken }) => `${id} ${spoken}`))
      for (const { passage } of found) expect(lost.has(`${passage.article} ${passage.language}`)).toBe(false)
    }),
    { numRuns: 15 },
  )
})

test('removing an article without a language removes it in all of them', () => {
  const index = full()
  index.remove('refund')
  for (const language of languages) {
    for (const { passage } of index.search('refund 退款 dana', { language, limit: 20 })) expect(passage.article).not.toBe('refund')
  }
})

test('adding an article twice is the same as adding it once, and adding and removing leaves no trace', () => {
  const queries = ['refund', 'how long is the guarantee', '退款', 'kas garantii']
  const once = full()
  const twice = full()
  for (const article of articles) twice.add(article)
  twice.add(make('extra', 'en', 'Refund refund', 'warranty refund'))
  twice.remove('extra')
  for (const query of queries)
    for (const language of languages) expect(twice.search(query, { language, limit: 5 })).toEqual(once.search(query, { language, limit: 5 }))
})

test('any text can be searched and answered without an error', () => {
  const index = full()
  fc.assert(
    fc.property(anyText(120), fc.constantFrom(...languages), (query, language) => {
      const hits = index.search(query, { language, limit: 5 })
      for (const { score, evidence } of hits) expect(Number.isFinite(score) && evidence.coverage >= 0 && evidence.coverage <= 1).toBe(true)
      const said = answer(hits, query)
      expect(said.confidence).toBeGreaterThanOrEqual(0)
      expect(said.confidence).toBeLessThanOrEqual(1)
    }),
    { numRuns: 100 },
  )
})

test('any article can be added', () => {
  fc.assert(
    fc.property(anyText(200), anyText(30), fc.constantFrom(...languages), (body, title, language) => {
      const index = createIndex(null)
      index.add({ id: 'any', language, title, body })
      answer(index.search(`${title} ${body}`, { language, limit: 3 }), body)
      index.remove('any')
      expect(index.search(title, { language, limit: 3 })).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('100 kB of hostile text is searched and answered as fast as a long letter', () => {
  const index = full()
  for (const piece of ['refund ', 'a', 'ก', '退', 'รับประกัน', '退款保修', 'not home ', '\u0301', '﷽', "'", '1 ']) {
    const query = piece.repeat(100_000 / piece.length)
    for (const language of ['en', 'th'] as const) {
      const from = performance.now()
      answer(index.search(query, { language, limit: 10 }), query)
      expect(performance.now() - from).toBeLessThan(10_000)
    }
  }
})

/** Any UTF-16 units whatever, half characters too: cheaper than a generator that knows Unicode. */
function anyText(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.nat(0xffff), fc.nat(0x7f), fc.integer({ min: 0xe00, max: 0xe7f }), fc.integer({ min: 0x4e00, max: 0x9fff }))
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units))
}
