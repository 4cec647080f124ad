import { expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { liftOf, type Stratum } from './lift.ts'
import { outcomeOf } from './outcome.ts'

test('a matter is resolved when somebody said so and the customer did not come back with it', () => {
  expect(outcomeOf({ said: true, cameBack: false, effort: null })).toEqual({ resolved: true, rule: 'said-solved' })
  expect(outcomeOf({ said: true, cameBack: true, effort: 7 })).toEqual({ resolved: false, rule: 'came-back' })
  expect(outcomeOf({ said: false, cameBack: false, effort: 7 })).toEqual({ resolved: false, rule: 'said-unsolved' })
  expect(outcomeOf({ said: true, cameBack: false, effort: 2 })).toEqual({ resolved: false, rule: 'hard-for-the-customer' })
})

test('silence proves nothing, an easy matter does', () => {
  expect(outcomeOf({ said: null, cameBack: false, effort: null })).toBeNull()
  expect(outcomeOf({ said: null, cameBack: false, effort: 6 })?.resolved).toBe(true)
})

test('a few outcomes are not enough to say anything', () => {
  expect(liftOf([{ learnt: { n: 500, resolved: 400 }, holdout: { n: 29, resolved: 20 } }])).toBeNull()
})

test('an arm with easier matters does not look better for it', () => {
  const lift = liftOf([
    { learnt: { n: 900, resolved: 810 }, holdout: { n: 20, resolved: 18 } },
    { learnt: { n: 100, resolved: 50 }, holdout: { n: 80, resolved: 40 } },
  ])
  expect(lift?.difference).toBeCloseTo(0)
  expect(lift?.low).toBeLessThan(0)
})

test('the interval holds the truth nineteen times of twenty', () => {
  const dice = chance(7)
  let held = 0
  const arm = (n: number, share: number) => ({ n, resolved: Array.from({ length: n }, () => dice.next()).filter((die) => die < share).length })
  for (let run = 0; run < 1000; run++) {
    const strata: Stratum[] = [0.5, 0.7, 0.9].map((share) => ({ learnt: arm(120, share + 0.05), holdout: arm(15, share) }))
    const lift = liftOf(strata)
    if (lift && lift.low <= 0.05 && lift.high >= 0.05) held++
  }
  expect(held).toBeGreaterThan(930)
  expect(held).toBeLessThan(985)
})
