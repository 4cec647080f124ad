import { expect, test } from 'vitest'
import { type Facts, fill, firstName } from './variables.ts'

const facts: Facts = { 'customer.name': 'Lim Hui Min', 'customer.first-name': 'Lim', 'me.name': 'Wei Ling', 'me.first-name': 'Wei', number: '1042' }

test('what is known is filled in', () => {
  expect(fill('Hello {{customer.name}}, {{ me.first-name }} here about #{{number}}.', facts)).toBe('Hello Lim Hui Min, Wei here about #1042.')
})

test('what is not known is said otherwise, or stays to be seen', () => {
  const nobody = { ...facts, 'customer.name': null }
  expect(fill('Hello {{customer.name|there}}!', nobody)).toBe('Hello there!')
  expect(fill('Hello {{customer.name}}!', nobody)).toBe('Hello {{customer.name}}!')
  expect(fill('{{password}}', facts)).toBe('{{password}}')
})

test('the first name of a name in any script', () => {
  expect(firstName('Kadri Tamm')).toBe('Kadri')
  expect(firstName('林慧敏')).toBe('林慧敏')
  expect(firstName(null)).toBeNull()
})
