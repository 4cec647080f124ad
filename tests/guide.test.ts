import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { refusalCodes, statusOf } from '../server/platform/errors.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
/** Each row of the tables of a page, by what stands in its first cell between backticks. */
const rowsOf = (page: string) => [...read(page).matchAll(/^\| `([^`]+)`(.*)$/gm)].map(([, name = '', rest = '']) => ({ name, rest }))

test('whoever writes a program finds every refusal in the guide, with its status', () => {
  const told = new Map(rowsOf('docs/api.md').map(({ name, rest }) => [name, Number(/\| (\d{3}) \|/.exec(rest)?.[1])]))
  expect(refusalCodes.filter((code) => told.get(code) !== statusOf(code))).toEqual([])
})

test('whoever runs it finds every setting once', () => {
  const asked = [...new Set([...read('server/platform/config.ts').matchAll(/env\['(\w+)'\]/g)].map(([, name]) => name))]
  const told = rowsOf('docs/operating.md').map(({ name }) => name)
  expect(asked.map((name) => [name, told.filter((one) => one === name).length])).toEqual(asked.map((name) => [name, 1]))
})

test('every page of the guide leads to pages and files that are there', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  const dead = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .filter(([, target = '']) => !existsSync(join(root, dirname(page), target)))
        .map(([, target]) => `${page}: ${target}`),
    )
  expect(dead).toEqual([])
})
