import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectLanguage, settleLanguage } from '../language.ts'
import { readLanguages } from './latin-model.ts'

const model = readLanguages(readFileSync(new URL('../../../weights/language-share-alike.bin', import.meta.url)))
const language = (text: string) => detectLanguage(text, model).is

test('a few words of chat are enough to know the language', () => {
  expect(language('where is it')).toBe('en')
  expect(language('kat mana barang saya ni')).toBe('ms')
  expect(language('barangnya kok belum nyampe sih')).toBe('id')
  expect(language('kus mu pakk on')).toBe('et')
  expect(language('ของยังไม่มา')).toBe('th')
  expect(language('我的訂單呢')).toBe('zh')
})

test('Malay and Indonesian that could be either are said with little confidence, and context settles them', () => {
  const either = detectLanguage('pesanan saya', model)
  expect(either.confidence).toBeLessThan(0.9)
  expect(settleLanguage(either, { before: 'ms', hint: null }).is).toBe('ms')
  expect(settleLanguage(either, { before: 'id', hint: null }).is).toBe('id')
})

test('neighbours of the six languages are not taken for them', () => {
  for (const text of [
    'missä mun paketti on, ei oo vielä tullut',
    'nasaan na po yung order ko',
    'aku durung nampa barange, kok suwe banget',
    'wo bleibt denn mein paket',
    'где мой заказ',
    '荷物はまだ届きませんか',
  ])
    expect(language(text), text).toBe('other')
})

test('names after @, addresses and order numbers say nothing about the language', () => {
  expect(language('@thebestshop https://shop.example/order?this=that RK-20418')).toBe('unknown')
  expect(language('@thebestshop kus mu tellimus on? https://the-shop.example/where/is/it')).toBe('et')
})

test('the words that decided are named, and without them the answer is another', () => {
  const text = 'Hello, boleh tengokkan parcel saya kat mana'
  const { is, because } = detectLanguage(text, model)
  expect(is).toBe('ms')
  expect(because.length).toBeGreaterThan(0)
  for (const span of because) expect(text.slice(span.from, span.to)).toBe(span.text)
  const rest = [...because].sort((a, b) => b.from - a.from).reduce((left, span) => left.slice(0, span.from) + left.slice(span.to), text)
  expect(language(rest)).not.toBe('ms')
})

test('a message in two languages says which else is in it', () => {
  expect(detectLanguage('this is ridiculous, I already paid. barang tak sampai lagi, nak refund', model).mixed).toBeDefined()
  expect(detectLanguage('ยังไม่ได้ refund เลยค่ะ please cancel my order', model)).toMatchObject({ is: 'th', mixed: { is: 'en' } })
  expect(detectLanguage('Where is my order? It was due yesterday.', model).mixed).toBeUndefined()
})

test('any text has a language or none, without error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { confidence } = detectLanguage(text, model)
      return confidence >= 0 && confidence <= 1
    }),
    { numRuns: 200 },
  )
})
