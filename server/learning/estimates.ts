import { setImmediate } from 'node:timers/promises'
import type { MatchingEstimates } from '../../contract/learning.ts'
import { leastOutcomes } from '../../core/learning/lift.ts'
import { type Evidence, evidenceOf, gainOf, judge, mostWeight, type Way, ways } from '../../core/learning/off-policy.ts'
import { Beliefs } from '../../core/routing/beliefs.ts'
import type { Db } from '../platform/db.ts'
import { listSkilfulness } from '../routing/assignments.ts'
import { listPlayedRounds } from './store.ts'

/** Enough for an interval of a few points, and a moment's work. */
const mostOutcomes = 1000

/** Row 9: what other ways of matching would have resolved. Played after the transaction, an outcome at a time, so that nobody waits. */
export async function estimate(account: string, read: <T>(run: (db: Db) => Promise<T>) => Promise<T>): Promise<MatchingEstimates> {
  const { played, beliefs } = await read(async (db) => ({
    played: await listPlayedRounds(db, account, mostOutcomes),
    beliefs: new Beliefs(await listSkilfulness(db, account)),
  }))
  const rounds: Record<Way, Evidence>[][] = []
  for (const round of played) {
    const said: Record<Way, Evidence>[] = []
    for (const evidence of evidenceOf(round, beliefs)) {
      said.push(evidence)
      await setImmediate()
    }
    rounds.push(said)
  }
  return {
    outcomes: rounds.flat().length,
    most: mostOutcomes,
    leastOutcomes,
    mostWeight,
    ways: ways.map((way) => ({ way, ...judge(rounds.map((some) => some.map((one) => one[way]))) })),
    gain: gainOf(rounds),
  }
}
