import { expect, test } from 'vitest'
import { showsDifferences, weighedByLabels } from './telling.ts'
import { tableOf } from './vocabulary.ts'

const keys = Uint32Array.of(11, 12)
const vocabulary = { keys, rarity: Float32Array.of(1, 1), table: tableOf(keys) }
const everywhere = 0
const onlyInThanks = 1
const texts = Array.from({ length: 20 }, (_, text) =>
  text % 2 === 0 ? { known: Int32Array.of(everywhere, onlyInThanks, -1), label: 0 } : { known: Int32Array.of(everywhere), label: 1 },
)

test('a word that one label alone uses counts for more than one that all use alike', () => {
  const [common, telling] = weighedByLabels(vocabulary, texts, 2).rarity
  expect(common).toBeCloseTo(1)
  expect(telling).toBeGreaterThan(3)
})

test('a word said twice in a text is one text, and a label without texts says nothing', () => {
  const twice = texts.map(({ known, label }) => ({ known: Int32Array.of(...known, ...known), label }))
  expect(weighedByLabels(vocabulary, twice, 3).rarity).toEqual(weighedByLabels(vocabulary, texts, 3).rarity)
})

test('few examples a label are not trusted to show which words differ', () => {
  expect(showsDifferences(10_000, 77)).toBe(false)
  expect(showsDifferences(10_000, 3)).toBe(true)
  expect(showsDifferences(900, 2)).toBe(false)
})
