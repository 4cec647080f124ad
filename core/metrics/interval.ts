/** 95 % interval of a share (Wilson 1927): honest with few, and at 0 and 1. Everything is possible when nothing was seen. */
export function wilson(successes: number, n: number): { from: number; to: number } {
  if (n <= 0) return { from: 0, to: 1 }
  const share = successes / n
  const square = z * z
  const middle = (share + square / (2 * n)) / (1 + square / n)
  const half = (z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  // At the ends the formula gives 0 and 1, but not the arithmetic.
  return { from: successes <= 0 ? 0 : Math.max(0, middle - half), to: successes >= n ? 1 : Math.min(1, middle + half) }
}

/** 97.5 % of the standard normal distribution. */
export const z = 1.959964
