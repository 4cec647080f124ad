import { expect, test } from 'vitest'
import { decodeModel, encodeModel, readIntent } from './intent.ts'
import { noMatter } from './intent-limits.ts'
import { trainIntents } from './intent-training.ts'

const examples = Object.entries({
  'where-is-it': [
    'where is my parcel',
    'when does my order arrive',
    'my delivery is late',
    'track my parcel',
    'has it been shipped',
    'kus mu pakk on',
    'millal tellimus kohale tuleb',
    '我的快递到哪了',
    '什么时候送到',
    'พัสดุถึงไหนแล้ว',
    'barang saya dah sampai mana',
    'kapan paket saya sampai',
  ],
  'money-back': [
    'I want my money back',
    'where is my refund',
    'refund has not arrived',
    'please refund me',
    'my refund is late',
    'raha tagasi palun',
    'kus mu raha on',
    '退款什么时候到账',
    '还没收到退款',
    'เงินคืนยังไม่เข้า',
    'bila refund saya masuk',
    'uang saya kapan kembali',
  ],
  invoice: [
    'I need an invoice',
    'send me the receipt',
    'invoice with our company name',
    'can I have a receipt',
    'the invoice is wrong',
    'vajan arvet',
    'saatke arve firmale',
    '请开发票',
    '发票抬头写错了',
    'ขอใบกำกับภาษี',
    'nak invois syarikat',
    'minta faktur pajak',
  ],
}).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent })))

const model = trainIntents(examples, { seed: 7, meaning: null })

test('a new sentence about a known matter finds its intent in all six languages', () => {
  const asked = {
    'when will the parcel get here': 'where-is-it',
    'tahan oma raha tagasi': 'money-back',
    麻烦开一张发票: 'invoice',
    ขอเงินคืนค่ะ: 'money-back',
    'nak invois utk syarikat': 'invoice',
    'paket saya kapan sampai ya': 'where-is-it',
  }
  for (const [text, intent] of Object.entries(asked)) expect(readIntent(model, text).intent.is, text).toBe(intent)
})

test('the same examples and the same seed give the same model, and it reads the same after being saved', () => {
  expect(encodeModel(trainIntents(examples, { seed: 7, meaning: null }))).toEqual(encodeModel(model))
  const saved = decodeModel(encodeModel(model), null)
  for (const { text } of examples) expect(readIntent(saved, text)).toEqual(readIntent(model, text))
})

test('the words that decided are shown where they stand', () => {
  const text = 'Hello, please send the invoice soon'
  const { intent, intents } = readIntent(model, text)
  expect(intent.is).toBe('invoice')
  expect(intent.because[0]?.text).toBe('invoice')
  for (const { from, to, text: part } of intent.because) expect(text.slice(from, to)).toBe(part)
  expect(intents.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1.0001)
})

test('a message without a single known word is none of the intents', () => {
  for (const text of ['', '🤷', 'qwrtp zxcvb', 'гдеzz']) expect(readIntent(model, text).intent.is).toBeNull()
})

test('chatter that is no company’s matter is none of the intents, though it was never taught', () => {
  for (const text of [
    'tell me a funny story about a dragon',
    'who won the football match yesterday',
    'mitu ruutmeetrit on üks hektar',
    '讲个好笑的笑话吧',
  ])
    expect(readIntent(model, text).intent.is, text).toBeNull()
  for (const { text, intent } of examples) expect(readIntent(model, text).intent.is, text).toBe(intent)
})

test('examples of none of the matters are no matter themselves, and one matter beside them is still one', () => {
  const none = ['is this the pizza place', 'two pizzas with ham please', 'do you deliver pizza'].map((text) => ({ text, intent: noMatter }))
  const taught = trainIntents([...examples, ...none], { seed: 7, meaning: null })
  expect(taught.classifier?.labels).not.toContain(noMatter)
  expect(readIntent(taught, 'two pizzas with ham and cheese please').intent.is).toBeNull()
  const one = examples.filter(({ intent }) => intent === 'invoice')
  expect(trainIntents([...one, ...none], { seed: 7, meaning: null }).classifier).toBeNull()
})

test('what is chatter elsewhere is a matter of the company whose examples say it', () => {
  const jokes = ['tell me a joke', 'another joke please', 'do you know a funny joke', 'a joke about cats'].map((text) => ({ text, intent: 'joke' }))
  const cards = ['print my birthday card', 'a card for my sister', 'how much is one card', 'cards with gold edges'].map((text) => ({
    text,
    intent: 'card',
  }))
  expect(readIntent(trainIntents([...jokes, ...cards], { seed: 1, meaning: null }), 'tell me a joke').intent.is).toBe('joke')
})

test('the account learns how well its intents are told apart', () => {
  expect(model.classifier?.examples).toBe(examples.length)
  expect(model.classifier?.accuracy).toBeGreaterThan(0.5)
})

test('an account with one intent, or none, is told nothing rather than the only thing there is', () => {
  expect(readIntent(trainIntents([], { seed: 1, meaning: null }), 'hello').intent.is).toBeNull()
  const one = trainIntents([{ text: 'hello there', intent: 'greeting' }], { seed: 1, meaning: null })
  expect(readIntent(one, 'hello there').intent.is).toBeNull()
  expect(readIntent(decodeModel(encodeModel(one), null), 'hello there').intent.is).toBeNull()
})

test('a message that wants two things names both', () => {
  const { intents } = readIntent(model, 'My parcel is late, where is it? Also I need an invoice with our company name.')
  expect(
    intents
      .slice(0, 2)
      .map(({ intent }) => intent)
      .toSorted(),
  ).toEqual(['invoice', 'where-is-it'])
})

test('without the words that decided, the message is read otherwise or with less certainty', () => {
  for (const { text } of examples) {
    const { intent } = readIntent(model, text)
    if (intent.is === null) continue
    const rest = intent.because.toSorted((a, b) => b.from - a.from).reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text)
    const again = readIntent(model, rest).intent
    expect(again.is !== intent.is || again.confidence < intent.confidence, text).toBe(true)
  }
})
