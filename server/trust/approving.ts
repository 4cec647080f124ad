import { stepsOf } from '../../core/routing/policy-bounds.ts'
import { audit, type Breach, blocking, breachesOf } from '../../core/trust/fairness.ts'
import { observedLive } from '../../core/trust/replay.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { changePolicy } from '../routing/actions.ts'
import { findPolicy, lockPolicy } from '../routing/store.ts'
import { countApprovers } from '../team/store.ts'
import { askReplay } from './actions.ts'
import { findBounds } from './bounds.ts'
import { findTrial, type ReplayRow } from './replays.ts'
import { findPast } from './store.ts'
import { type Draft, findDraft, findSince, findVersion, type Proposed, saveDraft, saveJudgement, saveReturn } from './versions.ts'

/** Row 40: a policy is proposed, and tried on the account's own past at once. */
export async function propose(
  work: Work<'policy.drafted' | 'replay.asked'>,
  of: { policy: Proposed; words: string; person: string | null },
): Promise<number> {
  const { db, account } = work
  await lockPolicy(db, account)
  const { policy: inForce } = await findPolicy(db, account)
  // Who does not speak of the switch leaves it as it will be by then: the draft says nothing of it.
  const draft = await saveDraft(db, account, {
    policy: { ...of.policy, relaxMinutes: stepsOf(of.policy, inForce) },
    baseVersion: inForce.version,
    words: of.words,
    author: of.person,
  })
  work.tell('policy.drafted', { draft, by: of.person })
  await tryDraft(work, draft, of.person)
  return draft
}

/** Tries a draft once more, against the version that is in force now. */
export async function tryDraft(work: Work<'replay.asked'>, draft: number, person: string | null): Promise<number> {
  const { policy } = (await findDraft(work.db, work.account, draft)) ?? refuse('not-found')
  return askReplay(work, { asked: { policy, assistant: 'as-it-was', staff: [] }, draft, person })
}

/**
 * Row 40: somebody else brings a draft into force. Refused without a trial against the version in force, or when groups of customers
 * would be served too differently (row 38). Its own author may approve only where there is nobody else, and says so.
 */
export async function approve(
  work: Work<'policy.judged' | 'policy.changed' | 'policy.replaced'>,
  draft: number,
  of: { person: string; alone: boolean },
): Promise<void> {
  const { db, account } = work
  if (of.person === '') refuse('not-allowed')
  await lockPolicy(db, account)
  const found = (await findDraft(db, account, draft)) ?? refuse('not-found')
  const alone = found.author === of.person
  if (alone && !(of.alone && (await countApprovers(db, account, of.person)) === 0)) refuse('second-person')
  const trial = await findTrial(db, account, draft)
  const { policy: inForce } = await findPolicy(db, account)
  if (!trial?.doneAt || trial.ended === 'cancelled' || trial.version !== inForce.version) return refuse('not-tried')
  const against = blockingOf(trial)
  if (against.length > 0) refuse('unfair', against.map(toDetail))
  await bringIntoForce(work, found, { person: of.person, alone, untried: trial.result === null })
}

/** The only person of a company changes the policy at once. It is written down that nobody else looked and nothing was tried. */
export async function publishAlone(
  work: Work<'policy.drafted' | 'policy.judged' | 'policy.changed' | 'policy.replaced'>,
  policy: Proposed,
  person: string | null,
): Promise<void> {
  const { db, account } = work
  await lockPolicy(db, account)
  if ((await countApprovers(db, account, person)) > 0) refuse('second-person')
  const { policy: before } = await findPolicy(db, account)
  const proposed = { ...policy, relaxMinutes: stepsOf(policy, before) }
  const draft = await saveDraft(db, account, { policy: proposed, baseVersion: before.version, words: '', author: person })
  work.tell('policy.drafted', { draft, by: person })
  const found = (await findDraft(db, account, draft)) ?? refuse('not-found')
  await bringIntoForce(work, found, { person, alone: true, untried: true })
}

/** A policy that comes with a settings file: in force at once where nobody else could approve, otherwise proposed. */
export async function publishOrPropose(
  work: Work<'policy.drafted' | 'policy.judged' | 'policy.changed' | 'policy.replaced' | 'replay.asked'>,
  of: { policy: Proposed; words: string; person: string | null },
): Promise<void> {
  if ((await countApprovers(work.db, work.account, of.person)) === 0) await publishAlone(work, of.policy, of.person)
  else await propose(work, of)
}

export async function reject(work: Work<'policy.judged'>, draft: number, of: { person: string | null; words: string }): Promise<void> {
  const { db, account } = work
  await lockPolicy(db, account)
  if (!(await findDraft(db, account, draft))) refuse('not-found')
  const { person, words } = of
  await saveJudgement(db, account, { draft, judgement: 'rejected', person, words, alone: false, untried: false, version: null })
  work.tell('policy.judged', { draft, judgement: 'rejected', version: null, alone: false, by: person })
}

/** One press brings an earlier version back, as a new one; not one whose own decisions were beyond the bounds. */
export async function bringBack(
  work: Work<'policy.returned' | 'policy.changed' | 'policy.replaced'>,
  backTo: number,
  person: string | null,
): Promise<void> {
  const { db, account } = work
  await lockPolicy(db, account)
  const policy = (await findVersion(db, account, backTo)) ?? refuse('not-found')
  if ((await findPolicy(db, account)).policy.version === backTo) refuse('conflict')
  const against = await liveBreaches(db, account, backTo)
  if (against.length > 0) refuse('unfair', against.map(toDetail))
  const version = await changePolicy(work, policy, person)
  await saveReturn(db, account, { version, backTo, person })
  work.tell('policy.returned', { version, backTo, by: person })
}

/** What keeps a tried draft from going live. */
export function blockingOf(trial: Pick<ReplayRow, 'result'> | null): Breach[] {
  if (trial?.result?.kind !== 'past') return []
  return blocking(trial.result.breaches.before, trial.result.breaches.after)
}

async function bringIntoForce(
  work: Work<'policy.judged' | 'policy.changed' | 'policy.replaced'>,
  { draft, policy, author }: Draft,
  of: { person: string | null; alone: boolean; untried: boolean },
): Promise<void> {
  const { db, account } = work
  const version = await changePolicy(work, policy, author)
  await saveJudgement(db, account, { draft, judgement: 'approved', words: '', version, ...of })
  work.tell('policy.judged', { draft, judgement: 'approved', version, alone: of.alone, by: of.person })
}

/** Of what this version itself decided in the four weeks before it was replaced, however long ago that was. */
async function liveBreaches(db: Db, account: string, version: number): Promise<Breach[]> {
  const replaced = await findSince(db, account, version + 1)
  const { conversations } = await findPast(db, account, replaced ?? null)
  const own = conversations.filter(({ facts }) => facts.policy.version === version)
  return breachesOf(audit(observedLive(own), (await findBounds(db, account)).bounds))
}

/** For engineers; screens show the same from the trial. */
function toDetail({ dimension, group, figure, difference, half, bound }: Breach): { path: string; message: string } {
  const said = (value: number) => Number(value.toPrecision(4))
  return { path: `${dimension}.${group}.${figure}`, message: `differs by ${said(difference)} ± ${said(half)}, where ${said(bound)} is allowed` }
}
