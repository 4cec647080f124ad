import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterGathering, believedValue, helpGivesAway, type Prospect, personFirst, worthOf } from './worth.ts'

const prospect: Prospect = {
  atRisk: 40,
  resolvedByPerson: 0.9,
  resolvedByAssistant: 0.6,
  salesByPerson: 30,
  salesByAssistant: 10,
  handleMinutes: 6,
  gatheredMinutes: 1.2,
}

test('a minute earns more once the assistant has tried in vain', () => {
  const worth = worthOf(prospect)
  expect(worth.person).toBeCloseTo(66)
  expect(worth.uplift).toBeCloseTo((66 - 0.6 * 50) / 6)
  expect(worth.afterHelp).toBeCloseTo(66 / 4.8)
  expect(worth.ahead).toBeCloseTo(16 / 6)
})

test('the two jobs of a conversation add up to serving it by a person at once', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const money = fc.double({ min: 0, max: 500, noNaN: true })
  const any = fc.record({
    atRisk: money,
    resolvedByPerson: share,
    resolvedByAssistant: share,
    salesByPerson: money,
    salesByAssistant: money,
    handleMinutes: fc.double({ min: 0.5, max: 60, noNaN: true }),
    gatheredMinutes: fc.constant(0),
  })
  fc.assert(
    fc.property(any, (of) => {
      const { resolves, assistant, person, minutes, afterHelp, ahead, uplift } = worthOf(of)
      const both = (1 - resolves) * minutes * afterHelp + resolves * minutes * ahead
      expect(both).toBeCloseTo(uplift * minutes, 6)
      expect(resolves * assistant + both).toBeCloseTo(person, 6)
      expect(afterHelp).toBeGreaterThanOrEqual(ahead)
    }),
  )
})

test('a sale goes to a person who is free, an article to the assistant, and a dear minute is kept for dearer matters', () => {
  const sale = worthOf({ ...prospect, atRisk: 2, salesByPerson: 60, salesByAssistant: 15 })
  const article = worthOf({ ...prospect, atRisk: 6, salesByPerson: 0, salesByAssistant: 0, resolvedByAssistant: 0.9 })
  const outlook = { price: 1, stays: 1, staysAfterHelp: 0.9 }
  expect(personFirst(sale, outlook)).toBe(true)
  expect(personFirst(article, outlook)).toBe(false)
  expect(personFirst(sale, { ...outlook, price: 20 })).toBe(false)
})

test('who waits is helped meanwhile, unless the assistant would give away a sale that a person is near to', () => {
  const sale = worthOf({ ...prospect, atRisk: 2, salesByPerson: 60, salesByAssistant: 15 })
  expect(helpGivesAway(sale, { price: 1, stays: 0.9, staysAfterHelp: 0.9 })).toBe(true)
  expect(helpGivesAway(sale, { price: 1, stays: 0.2, staysAfterHelp: 0.2 })).toBe(false)
  expect(helpGivesAway(worthOf(prospect), { price: 5, stays: 1, staysAfterHelp: 1 })).toBe(false)
})

test('what was gathered saves minutes, but never all of them', () => {
  expect(afterGathering(6, 1.2)).toBeCloseTo(4.8)
  expect(afterGathering(2, 30)).toBeCloseTo(0.5)
})

test('an exact estimate is believed, a noisy one only in part', () => {
  const segment = { median: 100, spread: 1 }
  expect(believedValue(1000, 0, segment)).toBe(1000)
  expect(believedValue(1000, 1, segment)).toBeLessThan(1000)
  expect(believedValue(1000, 3, segment)).toBeLessThan(believedValue(1000, 1, segment))
  expect(believedValue(10, 1, segment)).toBeGreaterThan(10)
})
