import type { Measured, TrainingEffect } from '../../contract/understanding.ts'

/** What is known of a version from the examples that were held back from its training. */
export interface MeasuredVersion {
  version: number
  byIntent: Readonly<Record<string, Measured>>
}

/**
 * Row 8: a trained version comes into force by itself, unless it reads worse than the one in force beyond chance; then a person decides.
 * Two-proportion z test with pooled variance, one-sided at 5 % (z > 1.64).
 */
export function verdictOf({ before, after }: Pick<TrainingEffect, 'before' | 'after'>): TrainingEffect['verdict'] {
  if (before.of === 0 || after.of === 0) return 'same'
  const pooled = (before.share * before.of + after.share * after.of) / (before.of + after.of)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.of + 1 / after.of))
  const z = error === 0 ? 0 : (after.share - before.share) / error
  if (z < -1.64) return 'worse'
  return z > 1.64 && after.of >= fewestToPraise ? 'better' : 'same'
}

/** Two of two right is no triumph: of fewer held-back examples the share says too little. */
const fewestToPraise = 20

/**
 * Both versions on the intents of the new one, each weighing as much as in the version that knew it better: an intent that lost its examples
 * cannot leave the sum with them. A new intent makes the others harder to tell apart; what the old version does not know it cannot read at
 * all, and that counts too. So adding an intent is not held against the one who adds it.
 */
export function effectOf(before: MeasuredVersion, after: MeasuredVersion): TrainingEffect {
  const overall = shareOf(before.byIntent)
  const now = Object.entries(after.byIntent).map(([intent, measured]) => {
    const was = measuredOf(before, intent)
    const weight = Math.max(measured.of, was?.of ?? 0)
    const shareBefore = was ? (was.of === 0 ? overall : was.right / was.of) : 0
    return { intent, weight, wasRight: weight * shareBefore, isRight: measured.of === 0 ? 0 : (weight * measured.right) / measured.of }
  })
  const of = sum(now.map(({ weight }) => weight))
  const known = sum(now.map(({ intent }) => measuredOf(before, intent)?.of ?? 0))
  const shares = {
    before: { share: of === 0 ? 0 : sum(now.map(({ wasRight }) => wasRight)) / of, of: known || of },
    after: { share: of === 0 ? 0 : sum(now.map(({ isRight }) => isRight)) / of, of },
  }
  return {
    from: before.version,
    to: after.version,
    ...shares,
    verdict: verdictOf(shares),
    unknown: now.filter(({ intent }) => !measuredOf(before, intent)).length,
    ...changesOf(before, after),
  }
}

/** Share right over all intents; 0 when nothing was held back. */
export function shareOf(byIntent: MeasuredVersion['byIntent']): number {
  const all = Object.values(byIntent)
  const of = sum(all.map((measured) => measured.of))
  return of === 0 ? 0 : sum(all.map((measured) => measured.right)) / of
}

const mostShown = 3

function changesOf(before: MeasuredVersion, after: MeasuredVersion): Pick<TrainingEffect, 'gained' | 'lost'> {
  const changes = Object.entries(after.byIntent).flatMap(([intent, now]) => {
    const was = measuredOf(before, intent)
    return was && was.of > 0 && now.of > 0 ? [{ intent, before: was, after: now, by: now.right / now.of - was.right / was.of }] : []
  })
  const shown = (some: typeof changes) => some.slice(0, mostShown).map(({ by: _, ...change }) => change)
  return {
    gained: shown(changes.filter(({ by }) => by > 0).toSorted((a, b) => b.by - a.by)),
    lost: shown(changes.filter(({ by }) => by < 0).toSorted((a, b) => a.by - b.by)),
  }
}

/** An intent may be called `constructor`. */
const measuredOf = ({ byIntent }: MeasuredVersion, intent: string) => (Object.hasOwn(byIntent, intent) ? byIntent[intent] : undefined)

const sum = (numbers: number[]) => numbers.reduce((total, next) => total + next, 0)
