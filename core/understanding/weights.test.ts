import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Json, pack, unpack } from './packed.ts'
import { readers, type Weights, weightFiles } from './weights.ts'

const names = Object.keys(weightFiles) as (keyof Weights)[]
const bytesOf = (name: keyof Weights) => readFileSync(`weights/${weightFiles[name]}.bin`)

/** The file with another head. */
function changed(name: keyof Weights, change: (head: { [key: string]: Json }) => Json): Uint8Array {
  const { head, arrays } = unpack(bytesOf(name))
  return pack(change({ ...(head as { [key: string]: Json }) }), arrays)
}

test('a file of weights that was cut off, or is another file, is named', () => {
  for (const name of names) {
    const bytes = bytesOf(name)
    expect(() => readers[name](bytes.subarray(0, bytes.length - 64)), name).toThrow(new RegExp(`^weights/${weightFiles[name]}.bin: .+ is cut off$`))
    expect(() => readers[name](Buffer.from('not found')), name).toThrow(`weights/${weightFiles[name]}.bin: file holds no packed weights`)
  }
  expect(() => readers.mood(bytesOf('person'))).toThrow('weights/mood.bin: judge.columns are 1 instead of 5')
})

test('a field that is missing or of another kind is named', () => {
  expect(() => readers.person(changed('person', ({ slope: _, ...rest }) => rest))).toThrow('weights/person.bin: slope is no number')
  expect(() => readers.mood(changed('mood', (head) => ({ ...head, judge: null })))).toThrow('weights/mood.bin: judge is no object')
  expect(() => readers.meaning(changed('meaning', () => ({ size: 63 })))).toThrow(/meaning-share-alike.bin: vectors has \d+ numbers instead of \d+/)
  expect(() => readers.language(changed('language', (head) => ({ ...head, classes: [1] })))).toThrow('classes holds what is no text')
})

test('weights that were learnt for other features are refused instead of misread', () => {
  for (const name of names)
    expect(() => readers[name](changed(name, (head) => ({ ...head, features: 99 }))), name).toThrow('was learnt for features 99; this release has 1')
})
