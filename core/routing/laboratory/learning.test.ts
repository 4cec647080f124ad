import { expect, test } from 'vitest'
import { learn } from './learning.ts'

const trial = { people: 10, intents: 4, load: 0.7, handleMinutes: 5, outcomesPerPerson: 240, seed: 4, hidden: 0.7 }

test('once it was seen who is good at what, more is resolved than by skill alone, and nobody is left without work', () => {
  const worlds = [1, 2].map((seed) => ({ skills: learn({ ...trial, seed }, false), learnt: learn({ ...trial, seed }, true) }))
  const late = (run: { tenths: number[] }) => run.tenths.slice(6).reduce((sum, share) => sum + share, 0)
  const lift = worlds.reduce((sum, { skills, learnt }) => sum + late(learnt) / late(skills) - 1, 0) / worlds.length
  expect(lift).toBeGreaterThan(0.05)
  for (const { learnt } of worlds) {
    expect(learnt.spread.least).toBeGreaterThan(0.5)
    expect(learnt.spread.most).toBeLessThan(1.5)
  }
})

test('the same seed learns the same', () => {
  expect(learn(trial, true)).toEqual(learn(trial, true))
})
