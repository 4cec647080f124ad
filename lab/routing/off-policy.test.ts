import { beforeAll, expect, test } from 'vitest'
import { askDays } from './off-policy-days.ts'

// The bench plays two hundred.
const days = 50
let records: ReturnType<typeof askDays>
beforeAll(() => {
  records = askDays({ people: 8, intents: 3, hidden: 0.8, rounds: 200 }, days)
})
const of = (name: Parameters<typeof records.get>[0]) => {
  const record = records.get(name)
  if (!record) throw new Error(`nothing was said of ${name}`)
  return record
}

test('the truth lies in the interval on nine days of ten at least', () => {
  for (const name of ['without propensity', 'without robust', 'believed propensity', 'believed robust', 'gain robust'] as const) {
    const { said, held } = of(name)
    expect(said, name).toBeGreaterThan(47)
    expect(held / said, name).toBeGreaterThanOrEqual(0.9)
  }
})

test('the plain share of those matched by learning is not the share without it, nor that of the beliefs of today', () => {
  expect(of('without plain').held).toBeLessThan(38)
  expect(of('believed plain').held).toBeLessThan(38)
  expect(of('without plain').error).toBeGreaterThan(0.03)
})

test('what is believed makes the interval smaller', () => {
  for (const way of ['without', 'believed'] as const) expect(of(`${way} robust`).width).toBeLessThan(of(`${way} propensity`).width)
})
