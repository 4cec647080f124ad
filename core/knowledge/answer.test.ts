import { expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { answer } from './answer.ts'
import { createIndex } from './search-index.ts'
import { longestAnswer } from './sentences.ts'

const shop = createIndex(null)
const titles: [string, Language, string, string][] = [
  [
    'warranty',
    'en',
    'How long is the warranty?',
    'Frames and wood carry a warranty of 5 years. Fabric and lamps carry 2 years. Mattresses carry 10 years. Wear is not covered.',
  ],
  [
    'refund',
    'en',
    'When do I get my refund?',
    'The refund is made within 5 working days after the goods reach the warehouse. Cards take up to 3 more days at the bank.',
  ],
  ['delivery', 'en', 'How long does delivery take?', 'Parcels take 2–4 working days. Large furniture takes 5–9 working days.'],
  ['payment', 'en', 'How can I pay?', 'We take Visa, Mastercard and PayNow.'],
  ['showrooms', 'en', 'Showrooms and opening hours', 'The showrooms in Singapore and Tallinn are open 10–20, on Sundays 11–18.'],
  ['password', 'en', 'I forgot my password', `${'Press the link and choose a new password that you have never used. '.repeat(20)}`],
  ['refund', 'zh', '什么时候退款？', '货物到达仓库后5个工作日内退款。银行卡最多再需要3天。'],
  ['delivery', 'zh', '送货要多久？', '包裹需要2到4个工作日。大件家具需要5到9个工作日。'],
]
for (const [id, language, title, body] of titles) shop.add({ id, language, title, body })
const ask = (query: string, language: Language = 'en') => answer(shop.search(query, { language, limit: 5 }), query)

test('an answer is in the words of the article and names it', () => {
  const said = ask('until when is my money refunded?')
  expect(said).toMatchObject({ kind: 'answer', article: 'refund', title: 'When do I get my refund?' })
  expect(said.kind === 'answer' && said.text).toContain('within 5 working days')
})

test('an answer in Chinese keeps whole sentences', () => {
  const said = ask('什么时候退款', 'zh')
  expect(said).toMatchObject({ kind: 'answer', article: 'refund' })
  expect(said.kind === 'answer' && said.text).toMatch(/。$/)
})

test('an answer is never longer than a chat bubble holds', () => {
  const said = ask('I forgot my password')
  expect(said.kind).toBe('answer')
  expect(said.kind === 'answer' ? said.text.length : 0).toBeLessThanOrEqual(longestAnswer)
})

test('what the articles do not say is not answered, and the nearest articles are offered', () => {
  for (const query of [
    'Do you take bitcoin?',
    'Is there parking at the Tallinn showroom?',
    'Are you hiring drivers?',
    'What is the weather tomorrow?',
  ]) {
    expect(ask(query)).toMatchObject({ kind: 'none' })
  }
  const near = ask('Can I pay with bitcoin?')
  expect(near.kind === 'none' && near.near.length).toBeGreaterThan(0)
})

test('a greeting or an empty message gets no article', () => {
  for (const query of ['', '   ', '👍', 'hello', '?', 'ok thanks']) expect(ask(query)).toMatchObject({ kind: 'none' })
})
