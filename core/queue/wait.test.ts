import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chance, chance } from '../chance.ts'
import { calibrationFrom, type Outcome } from './calibration.ts'
import { forecastWait, type WaitFacts } from './forecast.ts'
import { waitRange } from './wait.ts'

const facts: WaitFacts = {
  ahead: 4,
  peopleOn: 3,
  capacity: 3,
  inService: 3,
  meanHandleMinutes: 6,
  abandonmentPerMinute: 0.03,
  overtakingPerMinute: 0,
  completionsSeen: 200,
}

const rangeFor = (of: WaitFacts) => waitRange(forecastWait(of))

test('with nobody on, no wait is promised', () => {
  expect(rangeFor({ ...facts, peopleOn: 0 })).toBeNull()
  expect(rangeFor({ ...facts, capacity: 0 })).toBeNull()
})

test('four ahead of three people with six minutes each wait some ten minutes', () => {
  expect(rangeFor(facts)).toEqual({ from: 4, to: 14 })
  expect(rangeFor({ ...facts, inService: 0, ahead: 2 })).toEqual({ from: 0, to: 1 })
})

test('the first customer of a new shop hears a range too, only a wider one', () => {
  const width = (completionsSeen: number) => {
    const range = rangeFor({ ...facts, ahead: 20, completionsSeen })
    return range === null ? 0 : range.to - range.from
  }
  expect(width(0)).toBeGreaterThan(width(500))
})

test('where dearer matters keep coming, a longer and a wider wait is told', () => {
  const calm = rangeFor(facts)
  const busy = rangeFor({ ...facts, overtakingPerMinute: 0.3 })
  expect(busy?.to).toBeGreaterThan(calm?.to ?? Number.POSITIVE_INFINITY)
  expect((busy?.to ?? 0) - (busy?.from ?? 0)).toBeGreaterThan((calm?.to ?? 0) - (calm?.from ?? 0))
})

const anyFacts = fc.record({
  ahead: fc.nat(300),
  peopleOn: fc.integer({ min: 1, max: 40 }),
  capacity: fc.integer({ min: 1, max: 120 }),
  inService: fc.nat(130),
  meanHandleMinutes: fc.double({ min: 0, max: 60, noNaN: true }),
  abandonmentPerMinute: fc.double({ min: 0, max: 0.5, noNaN: true }),
  overtakingPerMinute: fc.double({ min: 0, max: 5, noNaN: true }),
  completionsSeen: fc.nat(5000),
})

const anyOutcome = fc.record({
  mean: fc.double({ min: 0.1, max: 40, noNaN: true }),
  spread: fc.double({ min: 0.1, max: 40, noNaN: true }),
  waited: fc.double({ min: 0, max: 90, noNaN: true }),
  weight: fc.double({ min: 1, max: 100, noNaN: true }),
})

test('one more ahead never shortens the wait that is told, and a range is always a range, whatever became of earlier waits', () => {
  fc.assert(
    fc.property(anyFacts, fc.array(anyOutcome, { maxLength: 30 }), (facts, outcomes) => {
      const calibration = calibrationFrom(outcomes)
      const range = waitRange(forecastWait(facts), calibration)
      const longer = waitRange(forecastWait({ ...facts, ahead: facts.ahead + 1 }), calibration)
      if (range === null || longer === null) throw new Error('people are on')
      expect(range.from).toBeGreaterThanOrEqual(0)
      expect(range.to).toBeGreaterThan(range.from)
      expect(Number.isInteger(range.from) && Number.isInteger(range.to)).toBe(true)
      expect(longer.from).toBeGreaterThanOrEqual(range.from)
      expect(longer.to).toBeGreaterThanOrEqual(range.to)
    }),
    { numRuns: 300 },
  )
})

test('a shop whose customers wait twice as long as it foretells learns to tell the truth, and one such wait does not turn it round', () => {
  const random = chance(7)
  const forecast = { mean: 5, spread: 2 }
  const late = (n: number): Outcome[] => Array.from({ length: n }, () => ({ ...forecast, waited: 10 * Math.exp(0.4 * random.normal()), weight: 1 }))
  const told = waitRange(forecast, calibrationFrom(late(1000)))
  const held = late(1000).filter(({ waited }) => told && waited >= told.from && waited <= told.to).length
  expect(held).toBeGreaterThan(750)
  expect(held).toBeLessThan(900)
  expect(waitRange(forecast, calibrationFrom(late(1)))).toEqual(waitRange(forecast))
})

test('eight of ten customers wait within the range that they were told, whether the wait is short or long', () => {
  const random = chance(20260302)
  const lengths = [3, 10, 25, Number.POSITIVE_INFINITY].map((below) => ({ below, told: 0, held: 0 }))
  for (let run = 0; run < 12_000; run++) {
    const told = {
      ...facts,
      ahead: random.whole(0, 40),
      capacity: random.whole(1, 12),
      meanHandleMinutes: random.pick([4, 6, 12]),
      abandonmentPerMinute: random.pick([0, 0.01, 0.05]),
      completionsSeen: random.pick([0, 20, 200]),
    }
    const range = rangeFor({ ...told, inService: told.capacity })
    if (range === null) continue
    const waited = simulate(told, random)
    const length = lengths.find(({ below }) => (range.from + range.to) / 2 < below)
    if (length === undefined) continue
    length.told++
    if (waited >= range.from && waited <= range.to) length.held++
  }
  for (const { told, held } of lengths) {
    expect(held / told).toBeGreaterThan(0.75)
    expect(held / told).toBeLessThan(0.87)
  }
})

/** One wait, event by event: the pool finishes at its true pace, which the mean of those seen only estimates; some ahead leave. */
function simulate(told: Omit<WaitFacts, 'inService'>, random: Chance): number {
  const seen = told.completionsSeen + 10
  const trueMinutes = told.meanHandleMinutes * (1 + random.normal() / Math.sqrt(seen))
  const busy = Array.from({ length: told.capacity }, () => random.exponential(trueMinutes))
  const patience = Array.from({ length: told.ahead }, () =>
    told.abandonmentPerMinute > 0 ? random.exponential(1 / told.abandonmentPerMinute) : Infinity,
  )
  const finishNext = () => {
    const soonest = busy.indexOf(Math.min(...busy))
    const at = busy[soonest] ?? 0
    busy[soonest] = at + random.exponential(trueMinutes)
    return at
  }
  let waited = finishNext()
  for (const until of patience) if (until > waited) waited = finishNext()
  return waited
}
