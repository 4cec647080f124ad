import { hash, mix } from './hash.ts'
import { kind, margin, type Sheet } from './sheet.ts'

/** Raised whenever a boundary gets other features than before: weights learnt for the former ones are then refused instead of misread. */
export const segmenterFeatures = 1

/** Room for the features of one boundary. */
export const featureRoom = 96

/** Hashes of features with few values, worked out once. */
const namesOf = (template: number, values: number) => Int32Array.from({ length: values }, (_, value) => hash(mix(template, value)))
const names = {
  pattern: namesOf(3, 128),
  inside: namesOf(10, 256),
  ending: namesOf(11, 256),
  starting: namesOf(12, 256),
  over: namesOf(13, 256),
  class: namesOf(15, 128),
  classCut: namesOf(16, 256),
}

/**
 * The features of a boundary before unit `at`, as hashes: characters and their kinds in a window of three on both sides (Neubig et al.,
 * "Pointwise prediction for robust, adaptable Japanese morphological analysis", ACL 2011), the dictionary's words on both sides, and the
 * lexicon's words around. Returns how many were written to `into`.
 */
export function featuresAt(sheet: Sheet, at: number, into: Int32Array): number {
  const { codes, kinds } = sheet
  const here = at + margin
  let count = 0
  // Characters: every sequence of one to four in the window, and five over the boundary.
  for (let from = -4; from < 4; from++) {
    let state = mix(1, from)
    const most = Math.min(5, 4 - from)
    for (let size = 1; size <= most; size++) {
      state = mix(state, codes[here + from + size - 1] ?? 0)
      const to = from + size
      const wanted = size <= 2 ? from >= -3 && to <= 3 : size === 3 ? from >= -3 && to <= 3 : from < 0 && to > 0
      if (wanted) into[count++] = hash(state)
    }
  }
  for (let from = -3; from < 3; from++) {
    let state = mix(2, from)
    for (let size = 1; size <= Math.min(4, 3 - from); size++) {
      state = mix(state, kinds[here + from + size - 1] ?? 0)
      if (size > 1 && from + size >= 0 && from <= 0) into[count++] = hash(state)
    }
  }
  if ((kinds[here - 1] ?? 0) >= kind.han || (kinds[here] ?? 0) >= kind.han) count = classFeatures(sheet, here, into, count)
  count = dictionaryFeatures(sheet, here, into, count)
  return lexiconFeatures(sheet, here, into, count)
}

function classFeatures({ classes, dictionary }: Sheet, here: number, into: Int32Array, start: number): number {
  let count = start
  const second = classes[here - 2] ?? 0
  const left = classes[here - 1] ?? 0
  const right = classes[here] ?? 0
  const next = classes[here + 1] ?? 0
  const cut = dictionary[here] ?? 0
  for (let bit = 0; bit < 8; bit++) {
    const has = 1 << bit
    const pattern = (second & has ? 8 : 0) + (left & has ? 4 : 0) + (right & has ? 2 : 0) + (next & has ? 1 : 0)
    if (pattern === 0) continue
    into[count++] = names.class[bit * 16 + pattern] as number
    into[count++] = names.classCut[(bit * 16 + pattern) * 2 + cut] as number
  }
  into[count++] = hash(mix(17, left * 256 + right))
  into[count++] = hash(mix(18, second * 256 + left))
  into[count++] = hash(mix(19, right * 256 + next))
  return count
}

function dictionaryFeatures(sheet: Sheet, here: number, into: Int32Array, start: number): number {
  const { dictionary, covering } = sheet
  let count = start
  let pattern = 0
  for (let offset = -3; offset <= 3; offset++) pattern = pattern * 2 + (dictionary[here + offset] ?? 0)
  const cut = dictionary[here] ?? 0
  const left = covering[here - 1] ?? 0
  const right = covering[here] ?? 0
  into[count++] = names.pattern[pattern] as number
  into[count++] = hash(mix(4, cut))
  if (cut) {
    const lengths = Math.min(lengthAt(sheet, here - 1), 7) * 8 + Math.min(lengthAt(sheet, here), 7)
    into[count++] = hash(mix(5, left))
    into[count++] = hash(mix(6, right))
    into[count++] = hash(mix(mix(7, left), right))
    into[count++] = hash(mix(8, lengths))
  } else {
    into[count++] = hash(mix(mix(9, left), here - margin - (sheet.start[here] ?? 0)))
    into[count++] = names.inside[Math.min(lengthAt(sheet, here), 15) * 16 + Math.min(here - margin - (sheet.start[here] ?? 0), 15)] as number
  }
  return count
}

function lengthAt({ start, end }: Sheet, here: number): number {
  return (end[here] ?? 0) - (start[here] ?? 0)
}

function lexiconFeatures(sheet: Sheet, here: number, into: Int32Array, start: number): number {
  let count = start
  const ending = sheet.ending[here] ?? 0
  const starting = sheet.starting[here] ?? 0
  const over = sheet.over[here] ?? 0
  into[count++] = names.ending[ending] as number
  into[count++] = names.starting[starting] as number
  into[count++] = names.over[over] as number
  into[count++] = hash(mix(14, ((ending >> 3) * 16 + (starting >> 3)) * 16 + (over >> 3)))
  return count
}
