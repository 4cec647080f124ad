import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPassages, toPlain } from './markdown.ts'

const article = (body: string) => ({ id: 'returns', language: 'en' as const, title: 'Returns', body })

test('each paragraph stands under its heading, and a list stays together with the line that leads it, each point with its mark', () => {
  const body =
    '# Returns\n\nYou have **30 days**.\n\n## How\n\nDo this:\n\n1. Open *Orders*\n2. Press [Return](https://x.example/a "b")\n\nThat is all.'
  expect(toPassages(article(body)).map(({ heading, text }) => [heading, text])).toEqual([
    ['', 'You have 30 days.'],
    ['How', 'Do this:\n1. Open Orders\n2. Press Return'],
    ['How', 'That is all.'],
  ])
})

test('two lines of one paragraph are one passage, and a new paragraph is another', () => {
  expect(toPassages(article('One\ntwo.\n\nThree.')).map(({ text }) => text)).toEqual(['One two.', 'Three.'])
})

test('marks, tables, code fences and front matter leave no trace in the text', () => {
  const body =
    '---\ntitle: x\n---\nTitle\n=====\n\n> A `quote` with <b>bold</b>\n\n| Size | Price |\n|---|---|\n| 160 | €449 |\n\n```\ncode\n```\n***\n'
  expect(toPlain(body)).toBe('Title\n\nA quote with bold\n\nSize · Price\n160 · €449\n\ncode')
})

test('underscores and stars inside words and sums stay', () => {
  expect(toPlain('file_name_here and 90*200 cm')).toBe('file_name_here and 90*200 cm')
})

test('any text at all can be read, and no passage is empty', () => {
  fc.assert(
    fc.property(anyText(300), (body) => {
      for (const { text } of toPassages(article(body))) expect(text.trim()).not.toBe('')
    }),
    { numRuns: 100 },
  )
})

test('hostile Markdown costs time in proportion to its length', () => {
  const from = performance.now()
  for (const piece of ['[', '![](', '<a', '**', '* ', '|', '`', '<!--', '- a\n']) toPlain(piece.repeat(100_000 / piece.length))
  expect(performance.now() - from).toBeLessThan(20_000)
})

/** Any UTF-16 units whatever, half characters too: cheaper than a generator that knows Unicode. */
function anyText(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.nat(0xffff), fc.nat(0x7f), fc.integer({ min: 0xe00, max: 0xe7f }), fc.integer({ min: 0x4e00, max: 0x9fff }))
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units))
}
