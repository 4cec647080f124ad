import { type Forecast, scoreOf } from './forecast.ts'
import { longestSaidBelow, shortestSaidAbove } from './said-minutes.ts'

/** A wait that was foretold when it began, as it came. Minutes; `weight` makes up for those like it who gave up before. */
export interface Outcome extends Forecast {
  waited: number
  weight: number
}

/** Between which normal scores of a forecast of so many minutes 80 of 100 waits lie, once the range is said as people say it. */
export type Calibration = (mean: number) => { low: number; high: number }

/** 10 % and 90 % of the standard normal distribution: what holds before anything was seen. */
const level = 1.2816
export const uncalibrated: Calibration = () => ({ low: -level, high: level })

/** The scores are learnt around these means, in minutes, each an octave from the next, and go over into each other between them. */
const knots = [0.5, 1, 2, 4, 8, 16, 32]
/** The starting scores count as this many waits seen around a knot. */
const priorWaits = 30
/** However odd the past, a range keeps some width on both sides and stays one. */
const bounds = { least: 0.25, most: 3 }
/** From knot to knot a score falls by no more, so that a longer line is never told a shorter wait. */
const steepest = 0.3
/** A single late wait does not speak for a crowd. */
const mostWeight = 10

/**
 * Row 10: what the account's own waits say about its forecasts, so that the range holds 80 of 100 whatever the forecast overlooks:
 * the 10 % and 90 % quantile of past scores, near in length (split conformal prediction with scaled residuals: Lei et al. 2018,
 * localised: Guan 2023), mixed with the normal scores while the past is short. A wait's score is that of the bound that, rounded,
 * would just have held it: "0 to 1 minutes" holds more than the exact range did.
 */
export function calibrationFrom(outcomes: readonly Outcome[]): Calibration {
  const usable = outcomes.filter(({ mean, spread }) => mean > 0 && spread > 0)
  if (usable.length === 0) return uncalibrated
  const [lows, highs] = [scoresBy(usable, longestSaidBelow), scoresBy(usable, shortestSaidAbove)]
  const learnt = knots.map((knot) => {
    const octave = Math.log2(knot)
    return {
      low: Math.min(-bounds.least, Math.max(-bounds.most, reached(near(octave, lows), 0.1))),
      high: Math.max(bounds.least, Math.min(bounds.most, reached(near(octave, highs), 0.9))),
    }
  })
  for (const [index, { low, high }] of learnt.entries()) {
    const before = learnt[index - 1]
    if (before === undefined) continue
    learnt[index] = { low: Math.max(low, before.low - steepest), high: Math.max(high, before.high - steepest) }
  }
  return (mean) => between(learnt, Math.log2(Math.max(mean, 1e-3)))
}

interface Score {
  score: number
  octave: number
  weight: number
}

/** The scores that a bound would have needed, sorted. */
function scoresBy(outcomes: readonly Outcome[], boundFor: (waited: number) => number): Score[] {
  return outcomes
    .map((one) => ({ score: scoreOf(one, boundFor(one.waited)), octave: Math.log2(one.mean), weight: Math.min(mostWeight, one.weight) }))
    .sort((a, b) => a.score - b.score)
}

/** Each weighing less the further its forecast is from here (a Gauss kernel of one octave). */
function near(octave: number, scores: readonly Score[]): Score[] {
  return scores.map((one) => ({ ...one, weight: one.weight * Math.exp(-((one.octave - octave) ** 2) / 2) }))
}

/** The score below which this share lies, of those seen and of the prior's normal distribution. */
function reached(near: readonly Score[], share: number): number {
  const weight = share * (near.reduce((sum, one) => sum + one.weight, 0) + priorWaits)
  let low = -bounds.most
  let high = bounds.most
  for (let halving = 0; halving < 20; halving++) {
    const middle = (low + high) / 2
    let below = priorWaits * normalBelow(middle)
    for (const one of near) {
      if (one.score > middle) break
      below += one.weight
    }
    if (below < weight) low = middle
    else high = middle
  }
  return high
}

/** Share of the standard normal distribution below a score, to 0.0002 (Bowling et al. 2009). */
function normalBelow(score: number): number {
  return 1 / (1 + Math.exp(-0.07056 * score ** 3 - 1.5976 * score))
}

function between(learnt: readonly { low: number; high: number }[], octave: number): { low: number; high: number } {
  const place = Math.min(knots.length - 1, Math.max(0, octave - Math.log2(knots[0] ?? 1)))
  const left = learnt[Math.floor(place)]
  const right = learnt[Math.ceil(place)]
  if (left === undefined || right === undefined) return uncalibrated(2 ** octave)
  const part = place - Math.floor(place)
  return { low: left.low + part * (right.low - left.low), high: left.high + part * (right.high - left.high) }
}
