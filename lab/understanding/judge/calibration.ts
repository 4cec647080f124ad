/**
 * Slope and offset that make a score a probability, by gradient on held-back scores.
 * Source: Platt, "Probabilistic Outputs for Support Vector Machines", 1999.
 */
export function fitPlatt(scored: readonly { score: number; positive: boolean }[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0]
  for (let step = 0; step < 500; step++) {
    let [down, left] = [0, 0]
    for (const { score, positive } of scored) {
      const error = 1 / (1 + Math.exp(-(slope * score + offset))) - (positive ? 1 : 0)
      down += error * score
      left += error
    }
    slope -= (0.5 * down) / scored.length
    offset -= (0.5 * left) / scored.length
  }
  return { slope, offset }
}

/** The threshold above which at most this share of the others is taken for a positive. */
export function thresholdForFalseShare(scored: readonly { score: number; positive: boolean }[], share: number): number {
  const others = scored.filter(({ positive }) => !positive).map(({ score }) => score)
  others.sort((a, b) => b - a)
  return others[Math.floor(share * others.length)] ?? 0
}

/** The threshold with the best F1. */
export function thresholdForF1(scored: readonly { score: number; positive: boolean }[]): number {
  const sorted = scored.toSorted((a, b) => b.score - a.score)
  const positives = scored.filter(({ positive }) => positive).length
  let [hits, best, threshold] = [0, 0, 0]
  sorted.forEach(({ score, positive }, index) => {
    if (positive) hits++
    const f1 = (2 * hits) / (index + 1 + positives)
    if (f1 > best) [best, threshold] = [f1, score]
  })
  return threshold
}
