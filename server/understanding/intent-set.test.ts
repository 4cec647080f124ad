import { expect, test } from 'vitest'
import { checkSet } from './intent-set.ts'

const lines = (rows: [intent: string, text: string][]) => rows.map(([intent, text], index) => ({ line: index + 2, intent, text }))
const check = (rows: [string, string][]) => checkSet(lines(rows), ['return', 'warranty'])

test('a good set is taken whole, and what it leaves without examples is named', () => {
  const { good, faults, gone, oneLabel, intents } = check([
    ['return', 'I want to send it back'],
    ['invoice', 'I need the invoice'],
  ])
  expect({ good: good.length, faults, gone, oneLabel }).toEqual({ good: 2, faults: [], gone: ['warranty'], oneLabel: false })
  expect(intents).toEqual([
    { intent: 'return', examples: 1 },
    { intent: 'invoice', examples: 1 },
  ])
})

test('every line that cannot be learnt from is named with its number and why', () => {
  const { faults, good } = check([
    ['return', '  '],
    ['Not a code', 'hello'],
    ['return', 'x'.repeat(1001)],
    ['return', 'a\u0000b'],
    ['return', 'fine'],
  ])
  expect(faults).toEqual([
    { line: 2, code: 'empty', other: null },
    { line: 3, code: 'bad-intent', other: null },
    { line: 4, code: 'too-long', other: null },
    { line: 5, code: 'not-text', other: null },
  ])
  expect(good.map(({ line }) => line)).toEqual([6])
})

test('the same words under two matters are taken for neither, and each line names the other', () => {
  const { faults, good } = check([
    ['return', 'It does not fit'],
    ['warranty', 'it does not fit '],
    ['return', 'It does not fit'],
    ['invoice', 'the bill'],
  ])
  expect(faults).toEqual([
    { line: 2, code: 'two-intents', other: 3 },
    { line: 3, code: 'two-intents', other: 2 },
    { line: 4, code: 'two-intents', other: 3 },
  ])
  expect(good).toHaveLength(1)
})

test('the same words twice under one matter count once', () => {
  expect(
    check([
      ['return', 'Send back'],
      ['return', 'send back'],
      ['invoice', 'the bill'],
    ]).faults,
  ).toEqual([{ line: 3, code: 'twice', other: 2 }])
})

test('a set of one matter has no difference to learn', () => {
  expect(check([['return', 'send back']]).oneLabel).toBe(true)
  expect(checkSet([], [])).toMatchObject({ oneLabel: true, examples: 0 })
})
