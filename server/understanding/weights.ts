import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWeights, type Weights, weightFiles } from '../../core/understanding/weights.ts'

const folder = join(import.meta.dirname, '..', '..', 'weights')

/** Read once, when the program starts: some megabytes in a fraction of a second. */
export const weights: Weights = readWeights({
  segmenter: read('segmenter'),
  language: read('language'),
  person: read('person'),
  mood: read('mood'),
  meaning: read('meaning'),
})

function read(name: keyof Weights): Uint8Array {
  return readFileSync(join(folder, `${weightFiles[name]}.bin`))
}
