import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

const says = (...argv: string[]) => {
  const read = readOptions(argv)
  return read.ok ? null : read.says.split('\n')[0]
}

test('a mistake on the command line is named', () => {
  expect(says()).toBe('--scenario FILE is missing')
  expect(says('--scenario', 'a.json', '--seeds', '0')).toBe('--seeds must be a whole number from 1 to 100000')
  expect(says('--scenario', 'a.json', '--seed', 'x')).toBe('--seed must be a whole number from 0 to 4294967295')
  expect(says('--theory', '--seed', '99999999999999999999')).toBe('--seed must be a whole number from 0 to 4294967295')
  expect(says('--theory', '--seed', '-1')).toBe('--seed must be a whole number from 0 to 4294967295')
  expect(says('--scenario', 'a.json', '--load', '0')).toBe('--load must lie between 0 and 20')
  expect(says('--scenario', 'a.json', '--policies', 'sambut,best')).toContain('there is no policy "best"')
  expect(says('--scenario', 'a.json', '--nonsense')).toContain('--nonsense')
})

test('what is left out has a default, and policies come in their own order', () => {
  expect(readOptions(['--scenario', 'a.json'])).toMatchObject({ ok: true, options: { seed: 1, seeds: 20, load: null, json: false } })
  const read = readOptions(['--scenario', 'a.json', '--policies', 'sambut,bot-first'])
  expect(read).toMatchObject({ ok: true, options: { policies: ['bot-first', 'sambut'] } })
})

test('who asks for help needs no scenario', () => {
  expect(readOptions(['--help'])).toMatchObject({ ok: true, options: { help: true } })
})
