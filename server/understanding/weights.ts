import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readers, type Weights, weightFiles } from '../../core/understanding/weights.ts'

/** Each is read when it is first asked for, and once: who only trains does not load what reads moods. */
export const weights: Weights = {
  get segmenter() {
    return kept('segmenter')
  },
  get language() {
    return kept('language')
  },
  get person() {
    return kept('person')
  },
  get mood() {
    return kept('mood')
  },
  get meaning() {
    return kept('meaning')
  },
}

const folder = join(import.meta.dirname, '..', '..', 'weights')
const read: Partial<Weights> = {}

function kept<Name extends keyof Weights>(name: Name): Weights[Name] {
  const known = read[name]
  if (known !== undefined) return known
  const made = readers[name](readFileSync(join(folder, `${weightFiles[name]}.bin`)))
  read[name] = made
  return made
}
