import { expect, test } from 'vitest'
import { numbersIn, withNumber } from './policy-numbers.ts'

const policy = { costOfMinute: 1, priorityFrom: [2, 5], waitLimitMinutes: 20, returnMinutes: 120, patience: { factor: 2, on: true } }

test('every number of a policy can be tried, also one that nobody thought of here', () => {
  expect(numbersIn(policy)).toEqual([
    ['costOfMinute', 1],
    ['priorityFrom.0', 2],
    ['priorityFrom.1', 5],
    ['waitLimitMinutes', 20],
    ['patience.factor', 2],
  ])
})

test('one number changes and the rest stays as it was', () => {
  expect(withNumber(policy, 'priorityFrom.1', 7)).toEqual({ ...policy, priorityFrom: [2, 7] })
  expect(withNumber(policy, 'patience.factor', 3)).toEqual({ ...policy, patience: { factor: 3, on: true } })
  expect(Array.isArray(withNumber(policy, 'priorityFrom.0', 1).priorityFrom)).toBe(true)
  expect(policy.priorityFrom).toEqual([2, 5])
})
