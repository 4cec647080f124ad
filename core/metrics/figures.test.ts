import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metrics } from './definitions.ts'
import { evidence, figure, figureOf } from './figures.ts'
import type { Served } from './served.ts'

const second = 1000
const day = 24 * 60 * 60 * second
const opened = Date.UTC(2026, 2, 2)
const now = opened + 30 * day

function served(change: Partial<Served> = {}): Served {
  return {
    conversation: 'c1',
    number: 1,
    openedAt: opened,
    closedAt: opened + 600 * second,
    waitStartedAt: null,
    answeredByPersonAt: null,
    abandonedAt: null,
    askedForPersonAt: null,
    queuedAfterAskMs: null,
    assistantSpokeAfterAsk: false,
    servedBy: 'assistant',
    personMs: 0,
    assistantMs: 5000,
    handedOver: false,
    solvedByCustomerWord: null,
    recontactWithin7Days: false,
    effort: null,
    expectedCents: 0,
    realisedCents: null,
    costCents: 10,
    ...change,
  }
}

const answered = (seconds: number) =>
  served({
    waitStartedAt: opened,
    answeredByPersonAt: opened + seconds * second,
    servedBy: 'both',
    personMs: 300 * second,
    handedOver: true,
  })
const gaveUp = served({ waitStartedAt: opened, abandonedAt: opened + 90 * second, servedBy: null })

const time = fc.option(fc.integer({ min: opened, max: now }))
const anyServed: fc.Arbitrary<Served> = fc.record({
  conversation: fc.uuid(),
  number: fc.nat(),
  openedAt: fc.integer({ min: opened, max: now }),
  closedAt: time,
  waitStartedAt: time,
  answeredByPersonAt: time,
  abandonedAt: time,
  askedForPersonAt: time,
  queuedAfterAskMs: fc.option(fc.nat(3000)),
  assistantSpokeAfterAsk: fc.boolean(),
  servedBy: fc.constantFrom('assistant', 'person', 'both', null),
  personMs: fc.nat(3_600_000),
  assistantMs: fc.nat(60_000),
  handedOver: fc.boolean(),
  solvedByCustomerWord: fc.option(fc.boolean()),
  recontactWithin7Days: fc.boolean(),
  effort: fc.option(fc.integer({ min: 1, max: 7 })),
  expectedCents: fc.integer({ min: -1e6, max: 1e6 }),
  realisedCents: fc.option(fc.integer({ min: -1e6, max: 1e6 })),
  costCents: fc.nat(1e5),
})
const anyMetric = fc.constantFrom(...metrics)

test('every figure is what its evidence adds up to, in any order', () => {
  fc.assert(
    fc.property(anyMetric, fc.array(anyServed, { maxLength: 30 }), (metric, list) => {
      const rows = evidence(metric, list, now)
      const shown = figure(metric, list, now)
      expect(figureOf(metric, rows)).toEqual(shown)
      expect(shown.n).toBe(rows.filter((row) => row.counts).length)
      const turned = figureOf(metric, [...rows].reverse())
      if (shown.value !== null) expect(turned.value).toBeCloseTo(shown.value, 6)
      expect(rows.every((row) => row.counts === (row.value !== null))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a share lies between none and all, and nothing is claimed of nobody', () => {
  const shares = ['service-level', 'abandonment', 'handover-rate', 'verified-resolution', 'assistant-share', 'person-requests-honoured'] as const
  fc.assert(
    fc.property(fc.constantFrom(...shares), fc.array(anyServed), (metric, list) => {
      const { value, n } = figure(metric, list, now)
      if (n === 0) expect(value).toBeNull()
      else expect(value === null ? -1 : Math.min(value, 1 - value)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('eighty of twenty: two answered in time, one late, one gave up', () => {
  const list = [answered(5), answered(20), answered(21), gaveUp, served()]
  expect(figure('service-level', list, now)).toEqual({ value: 0.5, n: 4 })
  expect(figure('abandonment', list, now)).toEqual({ value: 0.25, n: 4 })
  expect(figure('average-speed-of-answer', list, now).value).toBeCloseTo(46 / 3)
  expect(figure('average-handle-time', list, now)).toEqual({ value: 300, n: 3 })
})

test('a customer who still waits, or whom the assistant helped meanwhile, is neither answered nor lost', () => {
  expect(figure('service-level', [served({ waitStartedAt: opened })], now)).toEqual({ value: null, n: 0 })
})

test('silence is not a resolution: it takes the customer’s yes, or seven days without a new contact', () => {
  const verdict = (change: Partial<Served>, at = now) => figure('verified-resolution', [served(change)], at)
  const soon = opened + 2 * day
  expect(verdict({}, soon)).toEqual({ value: null, n: 0 })
  expect(verdict({})).toEqual({ value: 1, n: 1 })
  expect(verdict({ solvedByCustomerWord: true }, soon).value).toBe(1)
  expect(verdict({ solvedByCustomerWord: false }).value).toBe(0)
  expect(verdict({ recontactWithin7Days: true }, soon).value).toBe(0)
  expect(verdict({ solvedByCustomerWord: true, recontactWithin7Days: true }).value).toBe(0)
  expect(verdict({ servedBy: 'both' }).value).toBe(0)
  expect(verdict({ waitStartedAt: opened, abandonedAt: opened + second, solvedByCustomerWord: true }).value).toBe(0)
  expect(verdict({ closedAt: null }).n).toBe(0)
  expect(verdict({ servedBy: 'person' }).n).toBe(0)
})

test('without a clock no verdict is given before its seven days', () => {
  expect(figure('verified-resolution', [served()])).toEqual({ value: null, n: 0 })
  expect(figure('verified-resolution', [served(), served({ openedAt: opened + 9 * day, closedAt: null })])).toEqual({ value: 1, n: 1 })
})

test('a request for a person is honoured within a second and in silence', () => {
  const asked = (change: Partial<Served>) => served({ askedForPersonAt: opened, queuedAfterAskMs: 300, ...change })
  const list = [asked({}), asked({ queuedAfterAskMs: 1500 }), asked({ assistantSpokeAfterAsk: true }), asked({ queuedAfterAskMs: null }), served()]
  expect(figure('person-requests-honoured', list, now)).toEqual({ value: 0.25, n: 4 })
})

test('handed over and served alone are shares of different wholes', () => {
  const list = [served(), served(), answered(5), served({ servedBy: 'person', personMs: 1 })]
  expect(figure('handover-rate', list, now).value).toBeCloseTo(1 / 3)
  expect(figure('assistant-share', list, now)).toEqual({ value: 0.5, n: 4 })
})

test('value, cost and return stand on money that is known', () => {
  const list = [served({ realisedCents: 3000, costCents: 800 }), served({ realisedCents: -200, costCents: 200 }), served({ costCents: 5 })]
  expect(figure('value-kept', list, now)).toEqual({ value: 28, n: 2 })
  expect(figure('cost', list, now)).toEqual({ value: 10.05, n: 3 })
  expect(figure('return-on-cost', list, now).value).toBeCloseTo(1.8)
  expect(figure('return-on-cost', [served({ realisedCents: 5, costCents: 0 })], now).value).toBeNull()
})

test('with no conversations there are none, and no value is claimed', () => {
  expect(figure('conversations', [], now)).toEqual({ value: 0, n: 0 })
  expect(figure('value-kept', [], now)).toEqual({ value: null, n: 0 })
  expect(figure('customer-effort', [served({ effort: 7 }), served({ effort: 4 })], now)).toEqual({ value: 5.5, n: 2 })
})
