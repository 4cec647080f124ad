import { expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { findTopics, type TopicText } from './topics.ts'

const monday: [string, Language, string][] = [
  ['refund', 'en', 'where is my refund for the chair'],
  ['refund', 'en', 'the refund has not reached my bank'],
  ['refund', 'en', 'still waiting for the refund of last week'],
  ['refund', 'ms', 'bila refund saya masuk'],
  ['password', 'en', 'I forgot my password and cannot log in'],
  ['password', 'en', 'password reset link does not come'],
  ['password', 'en', 'how do I reset the password of my account'],
  ['password', 'id', 'lupa password, tidak bisa masuk akun'],
  ['screws', 'en', 'four screws are missing in the wardrobe box'],
  ['screws', 'en', 'the bag of screws was not in the box'],
  ['screws', 'en', 'screws missing, cannot build the wardrobe'],
]

const toTexts = (day: [string, Language, string][]): TopicText[] => day.map(([, language, text], index) => ({ id: String(index), text, language }))

test('customers who write about one thing, in whatever language, are one topic', () => {
  const { of } = findTopics(toTexts(monday))
  const byTheme = Map.groupBy(
    monday.map(([theme], index) => ({ theme, topic: of.get(String(index)) })),
    ({ theme }) => theme,
  )
  for (const members of byTheme.values()) expect(new Set(members.map(({ topic }) => topic)).size).toBe(1)
  expect(new Set(of.values()).size).toBe(3)
})

test('a topic is named by the words of those who wrote', () => {
  const { topics } = findTopics(toTexts(monday))
  const names = topics.map(({ name }) => name.join(' '))
  expect(names.some((name) => name.includes('refund'))).toBe(true)
  expect(names.some((name) => name.includes('password'))).toBe(true)
  expect(names.some((name) => name.includes('screws'))).toBe(true)
})

test('yesterday’s topics keep their numbers and names today, and something new gets a number of its own', () => {
  const before = findTopics(toTexts(monday)).topics
  const tuesday: [string, Language, string][] = [
    ['refund', 'en', 'no refund yet on my card'],
    ['app', 'en', 'the app crashes on the payment page'],
    ['app', 'en', 'your app crashes since the update'],
    ['app', 'en', 'app keeps crashing after the update'],
  ]
  const { topics, of } = findTopics(toTexts(tuesday), before)
  const refund = before.find(({ name }) => name.includes('refund'))
  expect(topics.find(({ number }) => number === refund?.number)?.name).toEqual(refund?.name)
  expect(of.get('0')).toBe(refund?.number)
  expect(of.get('1')).toBe(of.get('3'))
  expect(before.map(({ number }) => number)).not.toContain(of.get('1'))
})

test('a single odd message makes no topic', () => {
  expect(findTopics(toTexts([['odd', 'en', 'my parrot sings opera at night']])).topics).toEqual([])
})
