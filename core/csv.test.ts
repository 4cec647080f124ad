import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

const cell = (value: string | number | null) => toCsv([[value]]).slice(1, -2)

test('a name that is a formula is shown and never run', () => {
  for (const evil of ['=HYPERLINK("http://x")', '+1+cmd|x', '@SUM(A1)', '-2+3', '\t=1']) expect(cell(evil).replace(/^"/, '')).toMatch(/^'/)
})

test('numbers stay numbers, also below zero', () => {
  expect(cell(-3.5)).toBe('-3.5')
  expect(cell('-12')).toBe('-12')
})

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(toCsv([['a,b', 'say "hi"', 'two\nlines', null]])).toBe('\ufeff"a,b","say ""hi""","two\nlines",\r\n')
})
