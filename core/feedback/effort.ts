/** Row 28: Customer Effort Score 2.0 (Dixon, Toman & DeLisi 2013): who agrees (5–7 of 7) that it was made easy, and the mean. Null without answers. */
export function effortShare(scores: readonly number[]): { share: number | null; mean: number | null; n: number } {
  const valid = scores.filter((score) => Number.isInteger(score) && score >= 1 && score <= 7)
  const n = valid.length
  if (n === 0) return { share: null, mean: null, n }
  return {
    share: valid.filter((score) => score >= 5).length / n,
    mean: valid.reduce((total, score) => total + score, 0) / n,
    n,
  }
}
