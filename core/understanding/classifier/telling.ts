import type { Vocabulary } from './vocabulary.ts'

/** A text by the rows of its features, -1 for none, with its label. */
export interface Placed {
  known: Int32Array
  label: number
}

/** Whether there are texts enough to see by which words the labels differ; with fewer it is chance which label had a word. */
export function showsDifferences(texts: number, labels: number): boolean {
  return texts >= fewestTexts && texts / labels > fewestALabel
}

const fewestTexts = 2000
const fewestALabel = 300

/**
 * The vocabulary with each feature counting for more, the more unevenly the labels use it: by one plus the largest log-ratio, without
 * its sign, between the share of a label's texts that have it and that of all others' (naive Bayes features: Wang and Manning,
 * "Baselines and Bigrams", 2012).
 */
export function weighedByLabels(vocabulary: Vocabulary, texts: readonly Placed[], labels: number): Vocabulary {
  const ofLabel = new Float64Array(labels)
  const having = new Uint32Array(vocabulary.keys.length * labels)
  const lastSeen = new Int32Array(vocabulary.keys.length).fill(-1)
  texts.forEach(({ known, label }, text) => {
    ofLabel[label] = (ofLabel[label] ?? 0) + 1
    for (let index = 0; index < known.length; index++) {
      const row = known[index] as number
      if (row < 0 || lastSeen[row] === text) continue
      lastSeen[row] = text
      ;(having[row * labels + label] as number) += 1
    }
  })
  const rarity = vocabulary.rarity.map((value, row) => value * (1 + unevenness(having.subarray(row * labels, (row + 1) * labels), ofLabel)))
  return { ...vocabulary, rarity }
}

/** One text more is added, shared out as the texts are, so that what was never seen is even. */
function unevenness(having: Uint32Array, ofLabel: Float64Array): number {
  const texts = ofLabel.reduce((sum, count) => sum + count, 0)
  const all = having.reduce((sum, count) => sum + count, 0)
  return having.reduce((most, own, label) => {
    const size = ofLabel[label] ?? 0
    const share = (own + size / texts) / (size + 1)
    const others = (all - own + 1 - size / texts) / (texts - size + 1)
    return size === 0 || size === texts ? most : Math.max(most, Math.abs(Math.log(share / others)))
  }, 0)
}
