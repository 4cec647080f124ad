import type { FairnessBounds, NewReplay, ReplayResult } from '../../contract/trust.ts'
import { readScenario } from '../../core/routing/laboratory/scenario.ts'
import type { Ended } from '../../core/trust/ended.ts'
import { type Amount, amountOf, isEnough } from '../../core/trust/past.ts'
import type { Setting, StaffChange } from '../../core/trust/setting.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { findPolicy, lockPolicy } from '../routing/store.ts'
import { findBounds, saveBounds } from './bounds.ts'
import { playBeside, type ReplayWork } from './replaying.ts'
import { findAsked, findReplay, isEnded, saveReplay, saveResult } from './replays.ts'
import { findPast } from './store.ts'
import { findVersion } from './versions.ts'

interface Came {
  result: ReplayResult | null
  refused: Amount | null
  ended: Ended | null
}

/** Row 40: plays the past (or a scenario) before the transaction opens, in a thread of its own, and keeps what came of it. */
export const replayPast = action<'replay.asked', ['replay.done']>('trust.replayPast', ['replay.done'], async (work, { replay }, { asked }) => {
  const came = asked as Came | undefined
  if (came && (await saveResult(work.db, work.account, replay, came))) work.tell('replay.done', { replay, refused: came.refused !== null })
})

replayPast.ask = async (read, account, { event, whisper, stopping }): Promise<Came | undefined> => {
  const prepared = await read((db) => prepare(db, account, event))
  if (prepared === undefined || 'refused' in prepared) return prepared
  const { replay, work } = prepared
  const say = seldom((share) => whisper({ name: 'replaying', replay: { replay, share } }))
  const isCancelled = () => read((db) => isEnded(db, account, replay))
  const came = await playBeside(work, { onShare: say, isCancelled, stopping })
  return typeof came === 'string' ? { result: null, refused: null, ended: came } : { result: came, refused: null, ended: null }
}

/** Undefined when it was played before. */
async function prepare(db: Db, account: string, event: number): Promise<{ replay: number; work: ReplayWork } | Came | undefined> {
  const row = await findAsked(db, account, event)
  if (row === undefined || row.doneAt !== null) return undefined
  const { replay, asked, version } = row
  if ('scenario' in asked) return { replay, work: { scenario: readOrRefuse(asked.scenario) } }
  const past = await findPast(db, account)
  const amount = amountOf(past)
  if (!isEnough(amount)) return { result: null, refused: amount, ended: null }
  const inForce = (await findVersion(db, account, version)) ?? (await findPolicy(db, account)).policy
  const before: Setting = { policy: { ...inForce, version }, assistant: 'as-it-was', staff: [] }
  // A number that the proposal does not name stays as it is.
  const policy = { ...inForce, ...asked.policy, version: version + 1 }
  const after: Setting = { policy, assistant: asked.assistant, staff: asked.staff.map(toStaff) }
  const { timeZone } = await findAccount(db, account)
  const { bounds } = await findBounds(db, account)
  return { replay, work: { past, before, after, bounds, timeZone } }
}

/** Asks for a replay; what cannot be played is refused with its reason. A scenario is read first: one line names the key. */
export async function askReplay(work: Work<'replay.asked'>, of: { asked: NewReplay; draft: number | null; person: string | null }): Promise<number> {
  const { db, account } = work
  if ('scenario' in of.asked) readOrRefuse(of.asked.scenario)
  await lockPolicy(db, account)
  const { policy } = await findPolicy(db, account)
  const replay = await saveReplay(db, account, { ...of, version: policy.version })
  work.tell('replay.asked', { replay })
  return replay
}

/** Ends a run that is under way, or still waits for its turn; whichever node plays it looks, and stops. One that is done stays as it is. */
export async function cancelReplay(work: Work<'replay.done'>, replay: number): Promise<void> {
  const { db, account } = work
  if (!(await findReplay(db, account, replay))) refuse('not-found')
  const isSaved = await saveResult(db, account, replay, { result: null, refused: null, ended: 'cancelled' })
  if (isSaved) work.tell('replay.done', { replay, refused: false })
}

/** Row 38: the owner's word on how much groups of customers may differ. */
export async function changeBounds(work: Work<'bounds.changed'>, bounds: FairnessBounds, person: string | null): Promise<void> {
  await saveBounds(work.db, work.account, bounds, person)
  work.tell('bounds.changed', { by: person })
}

function readOrRefuse(written: unknown) {
  const read = readScenario(written)
  return read.ok ? read.scenario : refuse('bad-input', [{ path: 'scenario', message: read.says }])
}

function toStaff({ weekday, from, to, people }: { weekday: number | null; from: string; to: string; people: number }): StaffChange {
  return { weekday, from: minutesOf(from), to: minutesOf(to), people }
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

const whisperMilliseconds = 200

/** Consoles need no more than a few words a second. */
function seldom(say: (share: number) => void): (share: number) => void {
  let last = Number.NEGATIVE_INFINITY
  return (share) => {
    if (performance.now() - last < whisperMilliseconds) return
    last = performance.now()
    say(share)
  }
}
