import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlaceCause, placeChange, rangeChange } from './place-change.ts'

test('the first thing a customer hears is that the place is kept', () => {
  expect(placeChange(null, { ahead: 4 }, null)).toEqual({
    announce: true,
    because: { code: 'place-kept', numbers: { ahead: 4 } },
    ahead: 4,
  })
})

test('moving up is told, standing still is not', () => {
  expect(placeChange({ ahead: 4 }, { ahead: 2 }, null)).toMatchObject({
    announce: true,
    because: { code: 'moved-up', numbers: { ahead: 2, before: 4 } },
  })
  expect(placeChange({ ahead: 4 }, { ahead: 4 }, 'higher-priority')).toMatchObject({ announce: false, because: null })
})

test('an announced position never grows without a stated reason', () => {
  const cause = fc.constantFrom<PlaceCause[]>('higher-priority', 'wait-limit', 'place-returned', null)
  fc.assert(
    fc.property(fc.array(fc.record({ ahead: fc.nat(50), cause })), (moves) => {
      let told: { ahead: number } | null = null
      for (const { ahead, cause } of moves) {
        const change = placeChange(told, { ahead }, cause)
        if (told !== null && change.ahead > told.ahead) expect(change.because?.code).toBe(cause)
        if (!change.announce && told !== null) expect(change.ahead).toBe(told.ahead)
        told = { ahead: change.ahead }
      }
    }),
  )
})

test('a later time is told with its reason: fewer people are there, or those before take longer', () => {
  const before = { range: { from: 4, to: 8 }, people: 3 }
  expect(rangeChange(before, { range: { from: 8, to: 14 }, people: 2 }).because?.code).toBe('fewer-people')
  expect(rangeChange(before, { range: { from: 8, to: 14 }, people: 3 }).because?.code).toBe('takes-longer')
  expect(rangeChange(before, { range: null, people: 0 }).because?.code).toBe('fewer-people')
})

test('an earlier time needs no reason, and a small change is not told', () => {
  const before = { range: { from: 4, to: 8 }, people: 3 }
  expect(rangeChange(before, { range: { from: 2, to: 4 }, people: 3 })).toEqual({ announce: true, because: null })
  expect(rangeChange(before, { range: { from: 5, to: 10 }, people: 3 })).toEqual({ announce: false, because: null })
})

test('whoever heard that fewer people are there hears of it when they are back', () => {
  const [both, one] = [
    { range: { from: 25, to: 60 }, people: 2 },
    { range: { from: 35, to: 90 }, people: 1 },
  ]
  expect(rangeChange(both, one).because?.code).toBe('fewer-people')
  expect(rangeChange(one, both)).toEqual({ announce: true, because: null })
})
