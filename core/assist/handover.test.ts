import { expect, test } from 'vitest'
import { readMessage } from '../understanding/read.ts'
import { composeHandover, type HandoverFacts } from './handover.ts'
import { findMatter, type Said, shorten } from './matter.ts'
import type { Order } from './order-at-hand.ts'

const start = Date.UTC(2026, 2, 2, 9)
const minute = 60_000

function say(text: string, at = start, change: { mood?: number; reply?: string } = {}): Said {
  const reading = readMessage(text, { weights: null, model: null, before: null, hint: null })
  const { mood, reply = null } = change
  const felt = mood === undefined ? reading : { ...reading, mood: { ...reading.mood, is: { ...reading.mood.is, score: mood } } }
  return { text, at, reading: felt, reply }
}

const order: Order = {
  number: 'RK-20418',
  status: 'shipped',
  at: start - 5 * 86_400_000,
  cents: 54_900,
  items: [{ name: 'Saar table', quantity: 1 }],
}

function compose(said: Said[], change: Partial<HandoverFacts> = {}) {
  return composeHandover({
    now: start + 9 * minute,
    decision: { because: { code: 'worth-a-person', numbers: { stake: 495 } }, at: start },
    customer: { name: 'Lim Hui Min', verified: true, sinceYear: 2023, language: 'en', orders: 1 },
    intent: { is: 'delivery-status', confidence: 0.8 },
    said,
    matter: findMatter(said),
    orders: [order],
    help: [],
    callback: null,
    wait: { since: start, until: null },
    told: [],
    stake: null,
    articles: [],
    ...change,
  })
}

test('the card quotes the sentence with most feeling and most in it, not the thanks that follow', () => {
  const said = [
    say('Hello', start, { mood: 0 }),
    say('I have a question. My table RK-20418 was meant to come on Tuesday and again nothing came!', start, { mood: -0.7 }),
    say('Thank you so much, that is really wonderful of you', start, { mood: 0.9 }),
  ]
  expect(findMatter(said).quote).toBe('My table RK-20418 was meant to come on Tuesday and again nothing came!')
})

test('without any feeling the card quotes the first message of substance', () => {
  const said = [
    say('Hi there', start, { mood: 0 }),
    say('Can you send the invoice of the lamp to our company?', start, { mood: 0 }),
    say('The lamp is in the hall on the left side', start, { mood: 0 }),
  ]
  expect(findMatter(said).quote).toBe('Can you send the invoice of the lamp to our company?')
})

test('what follows the telling sentence is quoted with it while both are short', () => {
  const said = [say('Hello. Where is my table RK-20418? It was meant to come on Tuesday.', start, { mood: -0.4 })]
  expect(findMatter(said).quote).toBe('Where is my table RK-20418? It was meant to come on Tuesday.')
})

test('a customer who wrote only a greeting is quoted as they wrote, and asked what it is about', () => {
  const card = compose([say('hello')], { intent: { is: 'greeting', confidence: 0.9 } })
  expect(card.matter.quote).toBe('hello')
  expect(card.nextStep.code).toBe('ask-goal')
  expect(compose([]).matter.quote).toBeNull()
})

test('a long message without spaces is cut between words', () => {
  const thai = 'โต๊ะที่สั่งไว้ยังไม่มาส่งเลยค่ะ'.repeat(20)
  const short = shorten(thai, 60, 'th')
  expect(short.length).toBeLessThanOrEqual(61)
  const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)].map((part) => part.index)
  expect(words).toContain(short.length - 1)
})

test('what the customer wants is their answer to our question, else their newest wish', () => {
  const asked = [say('My table is late again, the truck never came'), say('It should come on Saturday before noon', start, { reply: 'ask-goal' })]
  expect(findMatter(asked).goal).toBe('It should come on Saturday before noon')
  const wished = [
    say('My table is late again, the truck never came', start, { mood: -0.8 }),
    say('Could the six chairs come with it?', start, { mood: 0 }),
  ]
  expect(findMatter(wished).goal).toBe('Could the six chairs come with it?')
  expect(findMatter([say('My table is late again, the truck never came')]).goal).toBeNull()
})

test('the order that the customer named is at hand, also by its number alone', () => {
  const other: Order = { ...order, number: 'RK-30001', at: start - 86_400_000 }
  expect(compose([say('Where is RK-20418?')], { orders: [other, order] }).order?.number).toBe('RK-20418')
  expect(compose([say('Where is #20418?')], { orders: [other, order] }).nextStep).toEqual({
    code: 'check-delivery',
    numbers: { order: 'RK-20418', status: 'shipped' },
  })
})

test('nobody asks for an order that is known; one of several is confirmed, none is asked for', () => {
  const said = [say('Where is my table?')]
  expect(compose(said).nextStep.code).toBe('check-delivery')
  const two = [{ ...order, number: 'RK-30001' }, order]
  expect(compose(said, { orders: two }).nextStep).toEqual({ code: 'confirm-order', numbers: { order: 'RK-30001', orders: 2 } })
  expect(compose(said, { orders: [] }).nextStep.code).toBe('ask-order')
})

test('an order number that the customer wrote is looked for, never asked again, and no other order is shown in its place', () => {
  const card = compose([say('Where is my table? It is RK-99999')])
  expect(card.nextStep).toEqual({ code: 'find-order', numbers: { order: 'RK-99999' } })
  expect(card.order).toBeNull()
})

test('an order on its way cannot be cancelled any more, so the return is offered', () => {
  const said = [say('Please cancel RK-20418')]
  const intent = { is: 'order-cancel', confidence: 0.9 }
  expect(compose(said, { intent }).nextStep.code).toBe('arrange-return')
  expect(compose(said, { intent, orders: [{ ...order, status: 'paid' }] }).nextStep.code).toBe('cancel-order')
  expect(compose(said, { intent, orders: [{ ...order, status: 'cancelled' }] }).nextStep.code).toBe('explain-status')
})

test('a customer in danger is cared for before anything else, and whoever asked for a call is called', () => {
  const callback = { contact: 'min@example.test', at: start + minute }
  expect(compose([say('Where is my table?')], { callback }).nextStep).toEqual({ code: 'call-back', numbers: { contact: 'min@example.test' } })
  const danger = say('Where is my table?')
  const vulnerable = { ...danger, reading: danger.reading && { ...danger.reading, vulnerable: { is: true, confidence: 1, because: [] } } }
  expect(compose([vulnerable], { callback }).nextStep.code).toBe('care-first')
})

test('the card says what was promised and told, how long they waited, and what was tried', () => {
  const card = compose([say('Where is my table?')], {
    told: [
      { at: start + 100, ahead: 4, range: { from: 6, to: 10 } },
      { at: start + 2 * minute, ahead: 4, range: { from: 5, to: 9 } },
      { at: start + 4 * minute, ahead: 1, range: { from: 2, to: 4 } },
    ],
    callback: { contact: '+65 8123 4567', at: start + 5 * minute },
    help: [
      { at: start + 1000, asked: 'Where is my table?', article: { id: 'a1', title: 'Track your order' }, solved: false },
      { at: start + 2000, asked: 'Can it come on Saturday?', article: null, solved: null },
    ],
    articles: [
      { id: 'a1', title: 'Track your order', text: '…' },
      { id: 'a2', title: 'Missed delivery', text: '…' },
    ],
  })
  expect(card.promises.map(({ code, text }) => [code, text])).toEqual([
    ['person', null],
    ['wait', '6–10'],
    ['callback', '+65 8123 4567'],
  ])
  expect(card.waited).toEqual({ minutes: 9, told: { from: 6, to: 10 } })
  expect(card.places.map(({ ahead }) => ahead)).toEqual([4, 1])
  expect(card.tried.map(({ what, helped }) => [what, helped])).toEqual([
    ['Track your order', false],
    ['Can it come on Saturday?', false],
  ])
  expect(card.articles.map(({ id }) => id)).toEqual(['a2'])
})

test('whoever was taken over by hand has that as the reason, and no promise of a person', () => {
  const card = compose([say('Where is my table?')], { decision: null, wait: null })
  expect(card.because.code).toBe('taken-over')
  expect(card.promises).toEqual([])
  expect(card.waited).toBeNull()
})
