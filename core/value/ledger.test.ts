import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balance, costEntry, type Entry, expectedEntry, realise, writeOff } from './ledger.ts'

test('a decision that came half true is half realised, and the rest is written off', () => {
  const expected = { id: 'a', ...expectedEntry(12.34, 'uplift') }
  const came = realise(expected, 600, 'purchase-in-window')
  const rest = writeOff(expected, came.cents, 'window-over')
  expect(rest).toMatchObject({ kind: 'written-off', cents: 634, settles: 'a' })
  expect(balance([expected, came, ...(rest ? [rest] : [])])).toEqual({ booked: 1234, realised: 600, open: 0, writtenOff: 634, cost: 0 })
})

test('more than was expected is realised in full, and the write-off is negative', () => {
  const expected = { id: 'a', ...expectedEntry(10, 'uplift') }
  expect(writeOff(expected, 4500, 'window-over')?.cents).toBe(-3500)
})

test('closing an expectation twice writes nothing the second time', () => {
  const expected = { id: 'a', ...expectedEntry(10, 'uplift') }
  const first = writeOff(expected, 0, 'window-over')
  expect(writeOff(expected, first?.cents ?? 0, 'window-over')).toBeNull()
})

test('cost is counted in whole cents and never mixed with value', () => {
  const cost = costEntry(7.5, 1.35, 'minutes-of-a-person')
  expect(cost).toMatchObject({ cents: 1013, numbers: { minutes: 7.5, costOfMinute: 1.35 } })
  expect(balance([cost])).toEqual({ booked: 0, realised: 0, open: 0, writtenOff: 0, cost: 1013 })
})

test('a loss of half a cent rounds as a win of half a cent does', () => {
  expect(expectedEntry(-0.125, 'uplift').cents).toBe(-expectedEntry(0.125, 'uplift').cents)
  expect(Object.is(expectedEntry(-0.001, 'uplift').cents, 0)).toBe(true)
})

test('the books balance after any history of decisions, outcomes and write-offs, in any order', () => {
  const money = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const matter = fc.record({
    expected: money,
    cost: fc.nat(60),
    outcomes: fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 4 }),
    closed: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(matter, { maxLength: 20 }), fc.nat(), (matters, turn) => {
      const entries = matters.flatMap((one, index) => historyOf(`e${index}`, one))
      const shuffled = entries.map((entry, index) => ({ entry, key: (index * 7919 + turn) % 101 })).sort((a, b) => a.key - b.key)
      const books = balance(shuffled.map(({ entry }) => entry))
      expect(books.booked).toBe(books.realised + books.open + books.writtenOff)
      expect(entries.every((entry) => Number.isInteger(entry.cents))).toBe(true)
      if (matters.every((one) => one.closed)) expect(books.open).toBe(0)
    }),
  )
})

function historyOf(id: string, one: { expected: number; cost: number; outcomes: number[]; closed: boolean }): Entry[] {
  const expected = { id, ...expectedEntry(one.expected, 'uplift') }
  const outcomes = one.outcomes.map((cents) => realise(expected, cents, 'outcome'))
  const settled = outcomes.reduce((total, entry) => total + entry.cents, 0)
  const rest = one.closed ? writeOff(expected, settled, 'window-over') : null
  return [expected, costEntry(one.cost, 1.2, 'minutes-of-a-person'), ...outcomes, ...(rest ? [rest] : [])]
}
