import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultEconomics, meanEconomics, updateShare } from './defaults.ts'
import { weigh } from './weigh.ts'

const intents = [
  'delivery-status',
  'delivery-change',
  'order-cancel',
  'order-change',
  'return',
  'refund-status',
  'damaged-item',
  'missing-parts',
  'assembly',
  'warranty',
  'payment-problem',
  'invoice',
  'product-question',
  'buy-advice',
  'business-order',
  'discount',
  'account-access',
  'leaving',
  'opening-hours',
  'greeting',
]

const earns = (intent: string, value = 150) =>
  weigh({
    economics: defaultEconomics(intent),
    meanEconomics: meanEconomics([]),
    intentConfidence: 1,
    mood: { polarity: 'neutral', score: 0, frustrated: false, confused: false },
    worth: { lifetimeValue: { value, source: { kind: 'owner' } }, tenureYears: 0, repeats: 0, openPromises: 0 },
  }).perMinute

test('each of the twenty matters has figures of its own that say that they are starting figures', () => {
  const seen = new Set(intents.map((intent) => JSON.stringify({ ...defaultEconomics(intent), intent: '' })))
  expect(seen.size).toBe(20)
  for (const intent of [...intents, 'never-heard-of']) {
    const { resolvedByPerson, resolvedByAssistant, margin } = defaultEconomics(intent)
    expect(resolvedByPerson.value).toBeGreaterThanOrEqual(resolvedByAssistant.value)
    expect(margin.source).toMatchObject({ kind: 'default', note: expect.stringContaining('Starting figure, to be measured') })
  }
  expect(defaultEconomics('toString')).toEqual({ ...defaultEconomics('never-heard-of'), intent: 'toString' })
})

test('a minute of a person earns most where a sale or a customer is at stake, least where an article is enough', () => {
  for (const much of ['leaving', 'damaged-item', 'buy-advice', 'business-order']) {
    for (const little of ['delivery-status', 'invoice', 'opening-hours', 'greeting', 'discount'])
      expect(earns(much)).toBeGreaterThan(4 * earns(little))
  }
})

test('the mean of the account is weighted by volume, and counts what was measured', () => {
  const measured = { ...defaultEconomics('leaving'), lossProbability: { value: 0.5, source: { kind: 'measured', n: 30 } as const } }
  const mean = meanEconomics([
    { economics: measured, weight: 1 },
    { economics: defaultEconomics('invoice'), weight: 9 },
  ])
  expect(mean.lossProbability.value).toBeCloseTo(0.1 * 0.5 + 0.9 * 0.03)
  expect(mean.lossProbability.source).toEqual({ kind: 'segment', segment: 'all-intents', n: 30 })
  expect(mean.margin.source.kind).toBe('default')
  expect(mean.skill).toBeNull()
})

test('a share starts at what the owner believes and ends at what was seen', () => {
  const prior = { value: 0.5, source: { kind: 'owner' } as const }
  expect(updateShare(prior, 20, 0, 0)).toBe(prior)
  expect(updateShare(prior, 20, 20, 20)).toEqual({ value: 0.75, source: { kind: 'measured', n: 20 } })
  expect(updateShare(prior, 20, 9000, 10_000).value).toBeCloseTo(0.9, 2)
})

test('a share stays between the belief and what was seen', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 1000 }), share, fc.double({ min: 0, max: 1000, noNaN: true }), (belief, n, part, weight) => {
      const successes = Math.round(part * n)
      const { value } = updateShare({ value: belief, source: { kind: 'owner' } }, weight, successes, n)
      expect(value).toBeGreaterThanOrEqual(Math.min(belief, successes / n) - 1e-9)
      expect(value).toBeLessThanOrEqual(Math.max(belief, successes / n) + 1e-9)
    }),
  )
})
