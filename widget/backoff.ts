/**
 * Milliseconds before try number `failures` (1 = the first retry): doubling from 1 s to 30 s, of which a random half
 * is taken off, so that a thousand widgets do not come back in the same second ("equal jitter", AWS Architecture Blog 2015).
 */
export function backoff(failures: number, chance: number): number {
  const full = Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1))
  return full / 2 + (full / 2) * chance
}
