export interface WaitFacts {
  /** Places before this one. */
  ahead: number
  peopleOn: number
  /** Conversations that all people on duty together hold at once, and how many they hold now. */
  capacity: number
  inService: number
  /** Minutes from taking a conversation to closing it. */
  meanHandleMinutes: number
  /** Share of those waiting that leaves in a minute. */
  abandonmentPerMinute: number
  /** How many come in a minute who would go before this place, as their priority is higher. */
  overtakingPerMinute: number
  /** How many conversations the mean stands on; 0 for a starting figure. */
  completionsSeen: number
}

/** A wait that is still to come, in minutes: its mean and standard deviation. Nothing stands in the way: both 0. */
export interface Forecast {
  mean: number
  spread: number
}

/**
 * Row 10: the wait as the live state foretells it; null when nobody is on.
 * With j places ahead in a busy pool the line shortens at the rate c/h + jθ and grows at the rate λ of those who overtake: a birth
 * and death process (Erlang A: Palm 1957; Garnett, Mandelbaum & Reiman 2002), whose time to reach the front has its mean and variance
 * step by step (Keilson 1979). Wider while the mean handle time is young.
 */
export function forecastWait(facts: WaitFacts): Forecast | null {
  if (facts.peopleOn <= 0 || facts.capacity <= 0) return null
  const free = Math.max(0, Math.floor(facts.capacity - facts.inService))
  const steps = Math.floor(facts.ahead) + 1 - free
  if (steps <= 0) return { mean: 0, spread: 0 }
  const { mean, variance } = moments(facts, steps)
  return { mean, spread: Math.sqrt(variance) }
}

/** Quantile of a Gamma distribution with this mean and spread, by the cube root (Wilson & Hilferty 1931); `normal` is a normal score. */
export function quantile({ mean, spread }: Forecast, normal: number): number {
  if (mean <= 0) return 0
  const shape = (mean / spread) ** 2
  const root = 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape))
  return mean * Math.max(0, root) ** 3
}

/** Where a wait that came lies in its forecast: the normal score whose quantile it is. */
export function scoreOf({ mean, spread }: Forecast, waited: number): number {
  const shape = (mean / spread) ** 2
  return (Math.cbrt(waited / mean) - 1 + 1 / (9 * shape)) * 3 * Math.sqrt(shape)
}

/** A starting mean counts as this many conversations seen. */
const priorCompletions = 10

/** So many places beyond the own one are looked at: further back the line hardly ever grows. */
const beyond = 40
/**
 * The part of those of a higher priority who are ever in the way: the others find somebody free elsewhere, are helped meanwhile or
 * leave. In the laboratory ranges were narrowest for what they held between a quarter and a half, on seeds that are not reported.
 */
const inTheWay = 0.3
/** Overtaking is measured over an hour; a line is never told to stand still because of it. */
const mostOvertaking = 0.9

function moments(facts: WaitFacts, steps: number): { mean: number; variance: number } {
  const rate = facts.capacity / Math.max(0.1, facts.meanHandleMinutes)
  const leaving = Math.max(0, facts.abandonmentPerMinute)
  const growing = Math.min(inTheWay * Math.max(0, facts.overtakingPerMinute), mostOvertaking * rate)
  const top = steps - 1 + (growing > 0 ? beyond : 0)
  // Of the passage from one more place to this one: what the last looked at would take if nothing changed behind it.
  let passage = { mean: 1 / (rate + top * leaving - growing), square: 0 }
  passage.square = 2 * passage.mean ** 2
  let mean = 0
  let variance = 0
  for (let ahead = top; ahead >= 0; ahead--) {
    passage = stepDown(rate + ahead * leaving, growing, passage)
    if (ahead >= steps) continue
    mean += passage.mean
    variance += passage.square - passage.mean ** 2
  }
  const doubt = 1 / (priorCompletions + Math.max(0, facts.completionsSeen))
  return { mean, variance: variance + mean * mean * doubt }
}

/** First and second moment of the time until one place fewer is ahead, given those with one place more. */
function stepDown(down: number, up: number, more: { mean: number; square: number }): { mean: number; square: number } {
  const all = down + up
  const grows = up / all
  const mean = (1 + up * more.mean) / down
  const square = (2 / all ** 2 + (2 * grows * (more.mean + mean)) / all + grows * (more.square + 2 * more.mean * mean)) / (1 - grows)
  return { mean, square }
}
