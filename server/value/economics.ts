import { defaultEconomics, meanEconomics } from '../../core/value/defaults.ts'
import type { Economics } from '../../core/value/economics.ts'
import type { Db } from '../platform/db.ts'
import { countIntents, listEconomics } from './store.ts'

/** An intent that nobody has brought yet counts as one, so that the mean exists from the first day. */
const leastWeight = 1

/** The economics of this intent (the owner's, else the starting figures) and the account's mean by volume. */
export async function findEconomics(db: Db, account: string, intent: string | null): Promise<{ economics: Economics; mean: Economics }> {
  const known = await listEconomics(db, account)
  const volume = await countIntents(db, account)
  const mean = meanEconomics(known.map((economics) => ({ economics, weight: Math.max(leastWeight, volume.get(economics.intent) ?? 0) })))
  const own = known.find((economics) => economics.intent === intent)
  return { economics: own ?? (intent ? defaultEconomics(intent) : mean), mean }
}
