import { expect, test } from 'vitest'
import { packMeaning, readMeaning } from '../meaning.ts'
import { predict } from './classifier.ts'
import { contributions } from './explanation.ts'
import { featuresOf } from './features.ts'
import { packClassifier, readClassifier } from './packing.ts'
import { trainClassifier, UntrainableError } from './training.ts'

const things = ['card', 'loan', 'phone', 'router', 'invoice', 'parcel', 'sofa', 'ticket']
const ways = ['my new % is not here', 'when do I get the %', 'where is that % now', 'the % has not come yet', 'I am waiting for a %', 'no % so far']
const faults = [
  'the % is broken',
  'my % does not work',
  '% stopped working today',
  'a fault in my %',
  'please repair the %',
  'something is wrong with this %',
]
const texts = (forms: string[], label: string) => things.flatMap((thing) => forms.map((form) => ({ text: form.replace('%', thing), label })))
const examples = [...texts(ways, 'late'), ...texts(faults, 'broken')]
const classifier = trainClassifier(examples, { seed: 3 })

test('what was never seen is read by what it has in common with the examples', () => {
  const read = (text: string) => classifier.labels[predict(classifier, text).best]
  expect(read('my kettle is broken and does not work')).toBe('broken')
  expect(read('the kettle has not come, when do I get it')).toBe('late')
})

test('a capital letter, a wide letter or a drawn-out word changes nothing that matters', () => {
  const best = (text: string) => predict(classifier, text).best
  expect(best('THE SOFA IS BROKEN')).toBe(best('the sofa is broken'))
  expect(best('the sofa is brooooken')).toBe(best('the sofa is broken'))
})

test('training refuses by name what cannot be learnt from', () => {
  const codeOf = (given: { text: string; label: string }[]) => {
    try {
      trainClassifier(given, { seed: 1 })
      return 'trained'
    } catch (error) {
      return error instanceof UntrainableError ? error.code : error
    }
  }
  expect(codeOf([])).toBe('no-examples')
  expect(codeOf([{ text: 'hello', label: 'greeting' }])).toBe('one-label')
  expect(
    codeOf([
      { text: 'hello', label: 'greeting' },
      { text: ' ', label: 'other' },
    ]),
  ).toBe('empty-text')
})

test('an example that was given twice teaches once', () => {
  const twice = trainClassifier([...examples, ...examples], { seed: 3 })
  expect(twice.weights).toEqual(classifier.weights)
})

test('the share that is done is told until all is done', () => {
  const told: number[] = []
  trainClassifier(examples, { seed: 3, onProgress: (share) => told.push(share) })
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test('probabilities sum to one, and what belongs to none of the labels is doubted more than what does', () => {
  const { probabilities, inScope } = predict(classifier, 'my new sofa is not here')
  expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
  expect(inScope).toBeGreaterThan(predict(classifier, 'zzz qqq xxyy').inScope)
})

test('words that mean the same are known from few examples, and the space of meaning is asked for again when the classifier is read', () => {
  const space = readMeaning(spaceWith(['kaputt', 'broken']))
  const trained = trainClassifier(examples, { seed: 3, meaning: space })
  expect(trained.labels[predict(trained, 'kaputt').best]).toBe('broken')
  const bytes = packClassifier(trained)
  expect(() => readClassifier(bytes, null)).toThrow('another space of meaning')
  expect(predict(readClassifier(bytes, space), 'kaputt').probabilities).toEqual(predict(trained, 'kaputt').probabilities)
})

test('moods are told by words of feeling that no example had, and this is kept with the model', () => {
  const feelings = [
    ...things.flatMap((thing) => [`I am angry about the ${thing}`, `this ${thing} is terrible`]).map((text) => ({ text, label: 'unhappy' })),
    ...things.flatMap((thing) => [`I am happy with the ${thing}`, `this ${thing} is wonderful`]).map((text) => ({ text, label: 'happy' })),
  ]
  const trained = trainClassifier(feelings, { seed: 3, moods: true })
  const read = readClassifier(packClassifier(trained), null)
  expect(read.labels[predict(read, 'saya kecewa sekali').best]).toBe('unhappy')
  expect(predict(read, 'saya kecewa sekali').probabilities).toEqual(predict(trained, 'saya kecewa sekali').probabilities)
})

test('each word has its exact share of the lead, words of feeling too', () => {
  const trained = trainClassifier(
    things.flatMap((thing) => [
      { text: `not happy with my ${thing}`, label: 'unhappy' },
      { text: `very happy with my ${thing}`, label: 'happy' },
    ]),
    { seed: 3, moods: true },
  )
  const prediction = predict(trained, 'I am not happy!')
  const shares = contributions(trained, prediction, { label: 0, against: 1 }).reduce((sum, { weight }) => sum + weight, 0)
  const bias = (trained.bias[0] ?? 0) - (trained.bias[1] ?? 0)
  expect(shares + bias).toBeCloseTo((prediction.scores[0] ?? 0) - (prediction.scores[1] ?? 0), 3)
})

/** Two numbers: one for these words, one for all others. */
function spaceWith(words: string[]): Uint8Array {
  const own = new Set(words.flatMap((word) => [...featuresOf(word).hashes]))
  const others = new Set(examples.flatMap(({ text }) => [...featuresOf(text).hashes]).filter((hash) => !own.has(hash)))
  const keys = Uint32Array.from([...own, ...others])
  const vectors = Int8Array.from([...keys].flatMap((hash) => (own.has(hash) ? [127, 0] : [0, 10])))
  return packMeaning({ size: 2, keys, vectors, scales: new Float32Array(keys.length).fill(1) })
}

test('of a hundred thousand letters only the first thousands are read', () => {
  for (const piece of ['a', 'เ', '退', '!', 'a b ']) {
    const text = piece.repeat(100_000 / piece.length)
    expect(predict(classifier, text).probabilities).toEqual(predict(classifier, text.slice(0, 4000)).probabilities)
  }
})
