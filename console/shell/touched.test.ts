import { expect, test } from 'vitest'
import { touched } from './touched.ts'

test('a new message is seen in the lists, in its conversation and on the floor', () => {
  expect(touched({ name: 'message.received', conversation: 'c' })).toEqual([['conversations'], ['floor'], ['conversation', 'c']])
})

test('a fact asks for nothing that it does not change', () => {
  expect(touched({ name: 'reply.sent', conversation: 'c' })).toEqual([['conversation', 'c', 'timeline']])
  expect(touched({ name: 'handover.prepared', conversation: 'c' })).toEqual([['conversation', 'c']])
  expect(touched({ name: 'help.given', conversation: 'c' })).toEqual([['conversation', 'c']])
  expect(touched({ name: 'value.booked', conversation: 'c' })).toEqual([['results']])
  expect(touched({ name: 'customer.tracked', customer: 'k' })).toEqual([['customer', 'k']])
  expect(touched({ name: 'wait.due', conversation: 'c' })).toEqual([])
})

test('after a long break everything is asked anew', () => {
  expect(touched({ name: 'resync' })).toEqual([[]])
})
