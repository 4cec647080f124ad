import { expect, test } from 'vitest'
import type { Answer } from '../knowledge/passage.ts'
import { converse, type Turn } from './converse.ts'

const turn: Turn = {
  first: false,
  company: 'Rumah Kodu',
  assistant: null,
  waiting: true,
  ahead: 2,
  range: { from: 3, to: 6 },
  teamIsIn: true,
  opensAt: null,
  answer: { kind: 'none', because: 'nothing-found', confidence: 0, near: [] },
  intent: null,
  aside: null,
  frustrated: false,
  orderKnown: false,
  orderAsked: false,
  goalAsked: false,
}
const saidIn = (changed: Partial<Turn>) => converse({ ...turn, ...changed }).bubbles.flatMap(({ says }) => says.map(({ code }) => code))

test('whoever asks "hello?" or "still there?" in the queue is told where they stand', () => {
  for (const aside of ['hello', 'waiting'] as const) expect(saidIn({ aside })).toEqual(['place', 'range'])
  expect(saidIn({ aside: 'hello', ahead: 0, range: null })).toEqual(['place-next'])
  expect(saidIn({ aside: 'waiting', teamIsIn: false })).toEqual(['nobody-in'])
})

test('whoever greets is greeted, told the place when they wait, and asked what it is about', () => {
  expect(saidIn({ first: true, aside: 'hello' })).toEqual(['hello', 'place', 'range', 'help-while-waiting'])
  expect(saidIn({ first: true, aside: 'hello', waiting: false })).toEqual(['hello', 'how-can-i-help'])
  expect(saidIn({ aside: 'hello', waiting: false })).toEqual(['how-can-i-help'])
})

test('in the queue one question is asked at a time, and nothing that is known', () => {
  expect(saidIn({ intent: 'delivery-status' })).toEqual(['ask-order'])
  expect(saidIn({ intent: 'delivery-status', orderKnown: true })).toEqual(['ask-goal'])
  expect(saidIn({ intent: 'delivery-status', orderAsked: true, goalAsked: true })).toEqual(['noted'])
})

test('thanks are taken, and whoever was not helped gets a person', () => {
  expect(converse({ ...turn, waiting: false, aside: 'thanks' }).passOn).toBe(false)
  for (const aside of ['unhelped', 'no'] as const) expect(converse({ ...turn, waiting: false, aside }).passOn).toBe(true)
  expect(saidIn({ waiting: false, aside: 'waiting' })).toEqual(['how-can-i-help'])
  expect(converse({ ...turn, waiting: false }).passOn).toBe(true)
})

test('an answer is given with its source, and a person is offered to who is angry', () => {
  const answer: Answer = { kind: 'answer', text: 'Within 30 days.', article: 'a', title: 'Returns', confidence: 0.8, because: [] }
  expect(converse({ ...turn, answer }).bubbles.at(-1)?.answer).toEqual(answer)
  expect(saidIn({ answer, waiting: false, frustrated: true })).toEqual(['answer', 'offer-person'])
})
