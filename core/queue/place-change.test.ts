import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlaceCause, placeChange } from './place-change.ts'

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
