import type { Meaning } from '../meaning.ts'
import { type Json, pack, UnreadableModel, unpack } from '../packed.ts'
import { checkFeatures, type Fields, fieldsOf, rowOfNumbers } from '../packed-fields.ts'
import type { Classifier } from './classifier.ts'
import { classifierFeatures } from './features.ts'
import type { Scope } from './scope.ts'
import { tableOf } from './vocabulary.ts'

/** The classifier as bytes, with what its owner notes beside it; the space of meaning is not in them and comes in again when it is read. */
export function packClassifier(classifier: Classifier, beside: { [key: string]: Json } = {}): Uint8Array {
  const { labels, columns, vocabulary, weights, scales, bias, temperature, scope, accuracy, examples, meaning, moods } = classifier
  const head = {
    ...beside,
    format: moods ? formats.withMoods : formats.plain,
    features: classifierFeatures,
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

/** Reads what `packClassifier` wrote. Throws `UnreadableModel` when the bytes are none, or it was trained with another space of meaning. */
export function readClassifier(bytes: Uint8Array, space: Meaning | null): Classifier {
  const packed = unpack(bytes)
  const fields = fieldsOf(packed)
  const format = fields.number('format')
  if (format !== formats.plain && format !== formats.withMoods)
    throw new UnreadableModel('other-format', 'format', `is ${format}, which this release does not read`)
  checkFeatures(packed, classifierFeatures)
  const [labels, columns] = [fields.texts('labels'), fields.number('columns')]
  if (columns < labels.length || columns > labels.length + 1)
    throw new UnreadableModel('damaged', 'columns', `are ${columns} for ${labels.length} labels`)
  const meaning = meaningIn(fields, space)
  const keys = rowOfNumbers(packed, 'keys', { kind: Uint32Array })
  const rows = keys.length + (meaning?.space.size ?? 0)
  return {
    labels,
    columns,
    vocabulary: { keys, rarity: rowOfNumbers(packed, 'rarity', { kind: Float32Array, length: keys.length }), table: tableOf(keys) },
    weights: rowOfNumbers(packed, 'weights', { kind: Int8Array, length: rows * columns }),
    scales: rowOfNumbers(packed, 'scales', { kind: Float32Array, length: rows }),
    bias: rowOfNumbers(packed, 'bias', { kind: Float32Array, length: columns }),
    temperature: fields.number('temperature'),
    scope: scopeIn(fields.within('scope')),
    accuracy: fields.maybe('accuracy', fields.number),
    examples: fields.number('examples'),
    meaning,
    moods: format === formats.withMoods,
  }
}

/** What never learnt words of feeling stays as it always was. */
const formats = { plain: 1, withMoods: 2 }

function meaningIn(fields: Fields, space: Meaning | null): Classifier['meaning'] {
  const learnt = fields.maybe('meaning', fields.within)
  if (!learnt) return null
  if (!space || learnt.number('mark') !== space.mark)
    throw new UnreadableModel('other-meaning', 'meaning.mark', 'is that of another space of meaning')
  return { space, weight: learnt.number('weight') }
}

function scopeIn(fields: Fields): Scope {
  return {
    centres: fields.numbers('centres'),
    spreads: fields.numbers('spreads'),
    slope: fields.number('slope'),
    intercept: fields.number('intercept'),
    threshold: fields.number('threshold'),
  }
}
