import { noMatter } from '../../core/understanding/intent-limits.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { unlessOvertaken } from '../platform/overtaken.ts'
import type { Platform } from '../platform/platform.ts'
import { findUnderWay } from '../platform/underway.ts'
import { effectOf } from './adoption.ts'
import { findInForce, findVersionInForce, listTeachingAccounts, readModel } from './store.ts'
import { type TrainedModel, type TrainingStep, trainBeside } from './training.ts'
import {
  allowSilence,
  findSnapshot,
  findVersionBefore,
  isLearnt,
  isOutlived,
  listVersions,
  proposedOf,
  removeOldVersions,
  restoreExamples,
  type Snapshot,
  saveAdoption,
  saveVersion,
  takeSnapshot,
} from './versions.ts'

/** Trains anew from all examples, before the transaction opens. What is trained comes into force, unless it reads worse. */
export const learnIntents = action<'examples.changed' | 'model.missed', ['model.trained', 'model.adopted']>(
  'understanding.learnIntents',
  ['model.trained', 'model.adopted'],
  async (work, _fact, { asked, event }) => {
    if (asked) await keep(work, asked as Trained, event)
  },
)

learnIntents.ask = async (read, account, { event, name, whisper }): Promise<Trained | undefined> => {
  const snapshot = await read((db) => (name === 'model.missed' ? findMissed(db, account) : findUnlearnt(db, account, event)))
  if (!snapshot) return undefined
  const examples = snapshot.examples.length
  return train(
    snapshot,
    seldom((training) => whisper({ name: 'training', training: { ...training, examples } })),
  )
}

/** A version that cannot be read is trained anew from its own examples: what was proposed meanwhile stays a proposal. */
async function findMissed(db: Db, account: string): Promise<Snapshot | undefined> {
  const { version, stored } = await findInForce(db, account)
  if (stored?.ok) return undefined
  return (version === null ? undefined : await findSnapshot(db, account, version)) ?? takeSnapshot(db, account)
}

async function findUnlearnt(db: Db, account: string, event: number): Promise<Snapshot | undefined> {
  return unlessOvertaken(db, account, { action: learnIntents.name, event, atLeastEvery: 60_000 }, async () => {
    const taken = await takeSnapshot(db, account)
    return (await isLearnt(db, account, taken)) && (await findInForce(db, account)).stored?.ok ? undefined : taken
  })
}

/** Trains in the transaction at hand: for the making of a company. */
export async function trainNow(work: Work<'model.trained' | 'model.adopted'>): Promise<void> {
  await allowSilence(work.db)
  const trained = await train(await takeSnapshot(work.db, work.account), () => undefined)
  if (trained) await keep(work, trained, null)
}

/**
 * Row 8: a person puts a trained version in force. Unless it is the one that was proposed, its examples come back with it; so to put the
 * one in force in force again is to decline what was proposed.
 */
export async function adoptModel(work: Work<'model.adopted' | 'model.missed'>, version: number, person: string | null): Promise<void> {
  const { db, account } = work
  const versions = await listVersions(db, account)
  const wanted = versions.find((one) => one.version === version) ?? refuse('not-found')
  const proposed = proposedOf(versions)
  if (wanted.inForce && !proposed) return
  const insteadOf = await findVersionInForce(db, account)
  const reason = wanted === proposed ? 'chosen' : 'back'
  await saveAdoption(db, account, { version, insteadOf, reason, person })
  if (reason === 'back') await restoreExamples(db, account, version)
  work.tell('model.adopted', { version, insteadOf, reason, by: person })
  // Of a form that is read no more: its examples make a new one in seconds.
  if (!(await readModel(db, account, version)).ok) work.tell('model.missed', { version })
}

/** At start: an account with examples and without a model that this release reads gets one by itself. */
export async function teachUntaught(platform: Platform): Promise<void> {
  for (const account of await listTeachingAccounts(platform.database)) {
    await platform.act(account, async (work) => {
      const { version, stored } = await findInForce(work.db, account)
      if (stored?.ok || (await findUnderWay(work.db, account, learnIntents.name))) return
      if (stored) {
        const { code, field } = stored
        platform.log.warn(
          { account, version, code, field },
          'a stored model cannot be read; its examples make a new one, until then the one before it reads',
        )
      }
      work.tell('model.missed', { version })
    })
  }
}

interface Trained {
  model: TrainedModel
  snapshot: Snapshot
}

async function train(snapshot: Snapshot, onStep: (step: TrainingStep) => void): Promise<Trained | undefined> {
  if (new Set(snapshot.examples.map(({ intent }) => intent).filter((intent) => intent !== noMatter)).size < 2) return undefined
  return { model: await trainBeside(snapshot.examples, onStep), snapshot }
}

async function keep(work: Work<'model.trained' | 'model.adopted'>, { model, snapshot }: Trained, becauseOf: number | null): Promise<void> {
  const { db, account } = work
  if (await isOutlived(db, account, snapshot)) return
  const inForce = (await listVersions(db, account)).find((version) => version.inForce)
  const version = await saveVersion(db, account, { becauseOf, ...model, snapshot })
  if (version === undefined) return
  const isRead = inForce !== undefined && (await findInForce(db, account)).stored?.ok === true
  const adopted = !isRead || effectOf(inForce, { version, byIntent: model.byIntent }).verdict !== 'worse'
  work.tell('model.trained', { version, adopted })
  if (adopted) {
    // One that could not be read was made anew; undoing leads past it.
    const insteadOf = inForce && !isRead ? await findVersionBefore(db, account, inForce.version) : (inForce?.version ?? null)
    const adoption = { version, insteadOf, reason: 'trained' as const }
    await saveAdoption(db, account, { ...adoption, person: null })
    work.tell('model.adopted', { ...adoption, by: null })
  }
  const now = adopted ? version : (inForce?.version ?? version)
  await removeOldVersions(db, account, [now, await findVersionBefore(db, account, now)])
}

const whisperMilliseconds = 250

/** Consoles need no more than a few words a second. */
function seldom(say: (step: TrainingStep) => void): (step: TrainingStep) => void {
  let last = Number.NEGATIVE_INFINITY
  return (step) => {
    if (performance.now() - last < whisperMilliseconds) return
    last = performance.now()
    say(step)
  }
}
