import type { Cut } from './gold.ts'

/**
 * Precision, recall and F1 of words, in per cent: a word counts when both its ends are where people put them; spaces count nowhere
 * (Sproat and Emerson, "The first international Chinese word segmentation bakeoff", SIGHAN 2003).
 */
export function spanF1(cuts: readonly Cut[], segment: (text: string) => [number, number][]): { precision: number; recall: number; f1: number } {
  let right = 0
  let found = 0
  let wanted = 0
  for (const { text, spans } of cuts) {
    const truth = new Set(spans.map(([from, to]) => `${from}-${to}`))
    const guesses = segment(text).filter(([from, to]) => text.slice(from, to).trim() !== '')
    right += guesses.filter(([from, to]) => truth.has(`${from}-${to}`)).length
    found += guesses.length
    wanted += truth.size
  }
  return { precision: (100 * right) / found, recall: (100 * right) / wanted, f1: (200 * right) / (found + wanted) }
}
