import { expect, test } from 'vitest'
import type { Mood } from '../reading.ts'
import { moodSoFar, moodTrajectory } from './trajectory.ts'

const calm = (score: number) => ({ score, frustrated: false })

test('a conversation that slides from friendly to angry is seen to get worse', () => {
  expect(moodTrajectory([calm(0.5), calm(0.1), calm(-0.3), calm(-0.6)]).direction).toBe('worse')
})

test('a customer who calms down is seen to get better', () => {
  expect(moodTrajectory([calm(-0.8), calm(-0.4), calm(0.2), calm(0.5)]).direction).toBe('better')
})

test('one sharp word among friendly ones does not make a conversation bad', () => {
  expect(moodTrajectory([calm(0.6), calm(0.6), calm(0.6), calm(-0.2), calm(0.6)]).level).toBeGreaterThan(0.2)
})

test('how many messages in a row were frustrated is counted to the last one', () => {
  const sharp = { score: -0.7, frustrated: true }
  expect(moodTrajectory([sharp, calm(0), sharp, sharp]).frustrated).toBe(2)
  expect(moodTrajectory([]).frustrated).toBe(0)
})

const mood = (score: number, frustrated = false): Mood => ({
  polarity: score <= -0.25 ? 'negative' : score >= 0.25 ? 'positive' : 'neutral',
  score,
  frustrated,
  confused: false,
})

test('an angry customer who then gives only the order number is still an angry customer', () => {
  expect(moodSoFar([mood(-0.9, true)], mood(0))).toMatchObject({ polarity: 'negative', frustrated: true })
})

test('who is glad in the end is not held to what they said before', () => {
  expect(moodSoFar([mood(-0.6, true)], mood(0.9))).toMatchObject({ polarity: 'positive', frustrated: false })
})
