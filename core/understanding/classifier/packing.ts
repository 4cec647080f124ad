import type { Meaning } from '../meaning.ts'
import { type Json, pack, unpack } from '../packed.ts'
import type { Classifier } from './classifier.ts'
import type { Scope } from './scope.ts'
import { tableOf } from './vocabulary.ts'

/** The classifier as bytes; the space of meaning is not in them and comes in again when it is read. */
export function packClassifier(classifier: Classifier): Uint8Array {
  const { labels, columns, vocabulary, weights, scales, bias, temperature, scope, accuracy, examples, meaning } = classifier
  const head = {
    format: 1,
    labels,
    columns,
    temperature,
    scope: { ...scope },
    accuracy,
    examples,
    meaning: meaning && { weight: meaning.weight, mark: meaning.space.mark },
  }
  const { keys, rarity } = vocabulary
  return pack(head satisfies Json, { weights, scales, bias, keys, rarity })
}

/** Reads what `packClassifier` wrote. Throws when the bytes are no classifier, or it was trained with another space of meaning. */
export function readClassifier(bytes: Uint8Array, space: Meaning | null): Classifier {
  const { head, arrays } = unpack(bytes)
  const { format, labels, columns, temperature, scope, accuracy, examples, meaning: learnt } = head as unknown as Head
  if (format !== 1) throw new Error(`A classifier of format ${format} cannot be read.`)
  const { weights, scales, bias, keys, rarity } = arrays
  if (!(weights instanceof Int8Array && scales instanceof Float32Array && bias instanceof Float32Array)) throw new Error(incomplete)
  if (!(keys instanceof Uint32Array && rarity instanceof Float32Array)) throw new Error(incomplete)
  if (learnt && learnt.mark !== space?.mark) throw new Error('The classifier was trained with another space of meaning.')
  const meaning = learnt && space ? { space, weight: learnt.weight } : null
  const vocabulary = { keys, rarity, table: tableOf(keys) }
  return { labels, columns, vocabulary, weights, scales, bias, temperature, scope, accuracy, examples, meaning }
}

interface Head {
  format: number
  labels: string[]
  columns: number
  temperature: number
  scope: Scope
  accuracy: number | null
  examples: number
  meaning: { weight: number; mark: number } | null
}

const incomplete = 'The packed classifier is incomplete.'
