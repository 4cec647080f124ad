import { type Aged, agedDays, isResolved, watchedDays, worseIn } from '../../core/trust/worse.ts'
import { listServed } from '../metrics/store.ts'
import type { Db } from '../platform/db.ts'
import { action } from '../platform/events.ts'
import { findPolicy, lockPolicy } from '../routing/store.ts'
import { notify } from '../team/notices.ts'
import { listPeople } from '../team/store.ts'
import { propose } from './approving.ts'
import { listAged } from './store.ts'
import { findSince, findVersion, isWarned, saveWarning } from './versions.ts'

const dayMilliseconds = 86_400_000

/** Row 40: from the day on which the first of its decisions is old enough, a version is looked at once a day; the first has none before it. */
export const watchVersion = action<'policy.replaced', ['version.due']>('trust.watchVersion', ['version.due'], async (work, { version }) => {
  const since = await findSince(work.db, work.account, version)
  if (version === 1 || !since) return
  for (let day = 1; day <= watchedDays; day++) work.tellAt(new Date(since.getTime() + (agedDays + day) * dayMilliseconds), 'version.due', { version })
})

/**
 * Row 40: a version that does worse than the one before it, beyond chance, is proposed for return: a draft with the earlier numbers and its
 * reason, told to the owners, approved by people or not at all. Once for each pair, whatever becomes of it.
 */
export const checkVersion = action<'version.due', ['policy.drafted', 'replay.asked', 'notice.made']>(
  'trust.checkVersion',
  ['policy.drafted', 'replay.asked', 'notice.made'],
  async (work, { version }) => {
    const { db, account, now } = work
    const before = version - 1
    const isOver = async () => (await findPolicy(db, account)).policy.version !== version || (await isWarned(db, account, { version, before }))
    if (await isOver()) return
    const worse = await compareVersions(db, account, { version, before, now })
    if (worse.length === 0) return
    // Read without the lock, so that nobody who changes the policy waits for it; looked at again with it.
    await lockPolicy(db, account)
    const earlier = await findVersion(db, account, before)
    if (!earlier || (await isOver())) return
    const draft = await propose(work, { policy: earlier, words: '', person: null })
    await saveWarning(db, account, { version, before, worse }, draft)
    for (const { id } of (await listPeople(db, account)).filter(({ role }) => role === 'owner'))
      await notify(work, { person: id, kind: 'policy', conversation: null, once: `policy ${version} ${before}` })
  },
)

/** The last conversations that the earlier version decided beside those of this one, each as it stood when it was a week old. */
async function compareVersions(db: Db, account: string, of: { version: number; before: number; now: Date }) {
  const since = await findSince(db, account, of.version)
  if (!since) return []
  const span = watchedDays * dayMilliseconds
  const from = new Date(since.getTime() - span)
  const to = new Date(Math.min(of.now.getTime() - agedDays * dayMilliseconds, since.getTime() + span))
  const resolved = new Map((await listServed(db, account, { from, to })).map((one) => [one.conversation, isResolved(one)]))
  const aged = new Map<number, Aged[]>([of.version, of.before].map((version) => [version, []]))
  for (const { conversation, version, value } of await listAged(db, account, from, agedDays)) {
    const came = resolved.get(conversation)
    if (came !== undefined) aged.get(version)?.push({ value, resolved: came })
  }
  return worseIn(aged.get(of.version) ?? [], aged.get(of.before) ?? [])
}
