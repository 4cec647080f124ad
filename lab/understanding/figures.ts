/** What a task measured, by name; figures print as they stand, shares as per cent by the name's ending "%"; null where there was nothing to measure. */
export type Figures = Record<string, number | string | null>

export interface TaskOptions {
  train?: string | undefined
  test?: string | undefined
  docs?: string | undefined
  questions?: string | undefined
}

/** Share of equal pairs, in per cent. */
export function accuracy(pairs: readonly { truth: string; guess: string }[]): number {
  return percent(pairs.filter(({ truth, guess }) => truth === guess).length, pairs.length)
}

/** The mean over the labels of the harmonic mean of precision and recall, in per cent. Labels are those that occur in the truth. */
export function macroF1(pairs: readonly { truth: string; guess: string }[]): number {
  const labels = [...new Set(pairs.map(({ truth }) => truth))]
  return mean(labels.map((label) => f1(pairs.map(({ truth, guess }) => ({ truth: truth === label, guess: guess === label })))))
}

/** F1 of finding what is true, in per cent. */
export function f1(pairs: readonly { truth: boolean; guess: boolean }[]): number {
  const hits = pairs.filter(({ truth, guess }) => truth && guess).length
  const wrong = pairs.filter(({ truth, guess }) => truth !== guess).length
  return hits === 0 ? 0 : (200 * hits) / (2 * hits + wrong)
}

/**
 * Expected calibration error, in per cent, over 15 bins of equal width: how far "70 % sure" is from seven in ten.
 * Source: Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 */
export function expectedCalibrationError(guesses: readonly { confidence: number; right: boolean }[]): number {
  const bins = Map.groupBy(guesses, ({ confidence }) => Math.min(14, Math.floor(confidence * 15)))
  const gaps = [...bins.values()].map((bin) => {
    const right = bin.filter((guess) => guess.right).length / bin.length
    return Math.abs(right - mean(bin.map(({ confidence }) => confidence))) * bin.length
  })
  return percent(
    gaps.reduce((sum, gap) => sum + gap, 0),
    guesses.length,
  )
}

/** The probability that a positive scores above a negative, in per cent; ties count half; null without both. Source: Hanley and McNeil, Radiology 1982. */
export function areaUnderCurve(scores: readonly { score: number; positive: boolean }[]): number | null {
  const sorted = scores.toSorted((a, b) => a.score - b.score)
  let ranks = 0
  for (let first = 0; first < sorted.length; ) {
    let end = first
    while (sorted[end]?.score === sorted[first]?.score && end < sorted.length) end++
    ranks += ((first + end + 1) / 2) * sorted.slice(first, end).filter(({ positive }) => positive).length
    first = end
  }
  const positives = scores.filter(({ positive }) => positive).length
  const pairs = positives * (scores.length - positives)
  return pairs === 0 ? null : percent(ranks - (positives * (positives + 1)) / 2, pairs)
}

/** The value below which the share `of` (0–1) of the values lies. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))] ?? Number.NaN
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole
}

/** The share of which `is` holds, in per cent; null of nothing, for that is neither none nor all. */
export function share<T>(of: readonly T[], is: (one: T) => boolean): number | null {
  return of.length === 0 ? null : percent(of.filter(is).length, of.length)
}
