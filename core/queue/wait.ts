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
  /** How many conversations the mean stands on; 0 for a starting figure. */
  completionsSeen: number
}

/**
 * Row 10: the wait as an 80 % range in minutes, rounded as people say it; null when nobody is on.
 * With j waiting ahead in a busy pool the next one moves up after an exponential time of rate c/h + jθ (Erlang A:
 * Palm 1957; Garnett, Mandelbaum & Reiman 2002). The sum is told as a Gamma of the same mean and variance,
 * wider while the mean handle time is young. It never falls with more people ahead.
 */
export function waitRange(facts: WaitFacts): { from: number; to: number } | null {
  if (facts.peopleOn <= 0 || facts.capacity <= 0) return null
  const free = Math.max(0, Math.floor(facts.capacity - facts.inService))
  const steps = Math.floor(facts.ahead) + 1 - free
  if (steps <= 0) return { from: 0, to: 1 }

  const { mean, variance } = moments(facts, steps)
  const from = human(quantile(mean, variance, -z))
  return { from, to: Math.max(human(quantile(mean, variance, z)), from + 1) }
}

/** 10 % and 90 % of the standard normal distribution. */
const z = 1.2816

/** A starting mean counts as this many conversations seen. */
const priorCompletions = 10

function moments(facts: WaitFacts, steps: number): { mean: number; variance: number } {
  const rate = facts.capacity / Math.max(0.1, facts.meanHandleMinutes)
  const leaving = Math.max(0, facts.abandonmentPerMinute)
  let mean = 0
  let variance = 0
  for (let ahead = 0; ahead < steps; ahead++) {
    const minutes = 1 / (rate + ahead * leaving)
    mean += minutes
    variance += minutes * minutes
  }
  const doubt = 1 / (priorCompletions + Math.max(0, facts.completionsSeen))
  return { mean, variance: variance + mean * mean * doubt }
}

/** Quantile of a Gamma distribution by the cube root (Wilson & Hilferty 1931). */
function quantile(mean: number, variance: number, normal: number): number {
  const shape = (mean * mean) / variance
  const root = 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape))
  return mean * Math.max(0, root) ** 3
}

/** Steps that people use: single minutes, from 20 on fives, from 60 on quarters, from three hours on halves. */
function human(minutes: number): number {
  const step = minutes < 20 ? 1 : minutes < 60 ? 5 : minutes < 180 ? 15 : 30
  return Math.round(minutes / step) * step
}
