import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('a file is enough; everything else has a default', () => {
  expect(readOptions(['--file', 'a.jsonl'])).toEqual({
    ok: true,
    options: {
      files: ['a.jsonl'],
      rate: 5,
      team: 8,
      limit: Number.POSITIVE_INFINITY,
      seed: 1,
      handle: 2,
      address: null,
      email: null,
      password: null,
      killAt: null,
      json: false,
    },
  })
})

test('everything can be said, and several files are played one after the other', () => {
  const said = [
    '--file',
    'a',
    '--file',
    'b',
    '--rate',
    '0.5',
    '--team',
    '3',
    '--limit',
    '10',
    '--seed',
    '7',
    '--handle',
    '0',
    '--kill-at',
    '5',
    '--json',
  ]
  expect(readOptions(said)).toMatchObject({
    ok: true,
    options: { files: ['a', 'b'], rate: 0.5, team: 3, limit: 10, seed: 7, handle: 0, killAt: 5, json: true },
  })
  expect(readOptions(['--file', 'a', '--address', 'http://localhost:8080/console/'])).toMatchObject({
    ok: true,
    options: { address: 'http://localhost:8080' },
  })
})

const refused: [string[], RegExp][] = [
  [[], /--file is missing/],
  [['--file', 'a', '--speed', '3'], /'--speed'.*Known options: --file/],
  [['--file', 'a', 'b'], /'b'/],
  [['--file'], /--file/],
  [['--file', 'a', '--rate', '0'], /--rate must be a number from 0.01 to 1000; it is "0"/],
  [['--file', 'a', '--rate', ''], /--rate must be/],
  [['--file', 'a', '--team', '2.5'], /--team must be a whole number/],
  [['--file', 'a', '--limit', 'all'], /--limit must be/],
  [['--file', 'a', '--address', 'localhost:8080'], /--address must be an address/],
  [['--file', 'a', '--address', 'http://localhost', '--kill-at', '5'], /--kill-at/],
  [['--file', 'a', '--email', 'a@b.test', '--password', 'x'], /belong to --address/],
  [['--file', 'a', '--address', 'http://localhost', '--email', 'a@b.test'], /go together/],
]
for (const [argv, says] of refused) {
  test(`"${argv.join(' ')}" is refused in one line that names what is wrong`, () => {
    const read = readOptions(argv)
    if (read.ok !== false) throw new Error('it was not refused')
    expect(read.says).toMatch(says)
    expect(read.says).not.toContain('\n')
  })
}
