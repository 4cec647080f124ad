import type { FairnessView, PolicyVersions, ReplayView, StaffingView } from '../../contract/trust.ts'
import { readScenario } from '../../core/routing/laboratory/scenario.ts'
import { differences } from '../../core/trust/changes.ts'
import { audit, breachesOf } from '../../core/trust/fairness.ts'
import { amountOf, isEnough, leastConversations, leastDays } from '../../core/trust/past.ts'
import { observedLive } from '../../core/trust/replay.ts'
import { frameOf } from '../../core/trust/replay-day.ts'
import { staffing } from '../../core/trust/staffing.ts'
import { currencyOf } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { findPolicy } from '../routing/store.ts'
import { countApprovers } from '../team/store.ts'
import { blockingOf } from './approving.ts'
import { findBounds } from './bounds.ts'
import { findTrial, type ReplayRow } from './replays.ts'
import { findPast } from './store.ts'
import { listDrafts, listRejected, listVersions, type Proposed, type Version } from './versions.ts'

/** Drafts, versions and what was turned down, each with what it changes. */
export async function viewVersions(db: Db, account: string, person: string): Promise<PolicyVersions> {
  const { policy: inForce } = await findPolicy(db, account)
  const versions = await listVersions(db, account)
  const policyOf = new Map<number, Proposed>(versions.map(({ version, policy }) => [version, policy]))
  const drafts = await listDrafts(db, account)
  const trials: (ReplayRow | undefined)[] = []
  for (const { draft } of drafts) trials.push(await findTrial(db, account, draft))
  return {
    live: inForce.version,
    others: await countApprovers(db, account, person || null),
    drafts: drafts.map(({ draft, at, by, author, words, policy, warning }, index) => ({
      draft,
      at: at.toISOString(),
      by,
      mine: author === person,
      words,
      warning,
      differences: differences(inForce, { ...inForce, ...policy }),
      trial: viewTrial(trials[index], inForce.version),
    })),
    versions: versions.map((one) => viewVersion(one, policyOf)),
    rejected: (await listRejected(db, account)).map(({ draft, policy, baseVersion, at, by, rejectedBy, words, warning }) => ({
      draft,
      at: at.toISOString(),
      by,
      rejectedBy,
      words,
      warning,
      differences: differences(policyOf.get(baseVersion) ?? inForce, { ...(policyOf.get(baseVersion) ?? inForce), ...policy }),
    })),
  }
}

function viewVersion(
  { version, at, by, approvedBy, alone, untried, backTo, words, warning, policy }: Version,
  policyOf: ReadonlyMap<number, Proposed>,
) {
  const before = policyOf.get(version - 1)
  const how = backTo !== null ? 'back' : alone === null ? (version === 1 ? 'start' : 'at-once') : alone ? 'alone' : 'approved'
  return {
    version,
    at: at.toISOString(),
    by,
    approvedBy,
    how: how as PolicyVersions['versions'][number]['how'],
    untried: untried ?? false,
    backTo,
    words: words ?? '',
    warning,
    differences: before ? differences(before, policy) : [],
  }
}

function viewTrial(trial: ReplayRow | undefined, live: number): PolicyVersions['drafts'][number]['trial'] {
  if (!trial) return null
  const figure = (name: 'value' | 'wait') =>
    trial.result?.kind === 'past' ? (trial.result.figures.find(({ figure }) => figure === name)?.difference ?? null) : null
  return {
    replay: trial.replay,
    state: stateOf(trial),
    stale: trial.version !== live,
    value: figure('value'),
    wait: figure('wait'),
    blocking: blockingOf(trial),
  }
}

function stateOf({ doneAt, failed, refused, ended }: ReplayRow): ReplayView['state'] {
  if (doneAt === null) return failed ? 'failed' : 'under-way'
  if (ended !== null) return ended
  return refused === null ? 'done' : 'too-little-past'
}

export function viewReplay(row: ReplayRow): ReplayView {
  const { asked, refused, result } = row
  return { ...briefly(row), asked, tooLittle: refused && { ...refused, leastConversations, leastDays }, result }
}

export function briefly(row: ReplayRow): Omit<ReplayView, 'asked' | 'result' | 'tooLittle'> {
  const { replay, at, by, draft, version, asked } = row
  return { replay, at: at.toISOString(), by, draft, version, title: titleOf(asked), state: stateOf(row) }
}

function titleOf(asked: ReplayRow['asked']): ReplayView['title'] {
  if (!('scenario' in asked)) return { scenario: null, assistantOff: asked.assistant === 'off', people: asked.staff.map(({ people }) => people) }
  const read = readScenario(asked.scenario)
  return { scenario: read.ok ? read.scenario.name : '', assistantOff: false, people: [] }
}

/** Row 38: live decisions of the last four weeks. */
export async function viewFairness(db: Db, account: string): Promise<FairnessView> {
  const { bounds, by } = await findBounds(db, account)
  const { conversations, from, to } = await findPast(db, account)
  const groups = audit(observedLive(conversations), bounds)
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    conversations: conversations.length,
    versions: [...new Set(conversations.map(({ facts }) => facts.policy.version))].sort((a, b) => a - b),
    bounds,
    boundsBy: by,
    groups,
    breaches: breachesOf(groups),
  }
}

export async function viewStaffing(db: Db, account: string, target: { share: number; withinSeconds: number }): Promise<StaffingView> {
  const past = await findPast(db, account)
  const { policy } = await findPolicy(db, account)
  const held = new Set(past.presence.map(({ person }) => person))
  const on = past.people.filter(({ person }) => held.has(person))
  const capacity = on.length === 0 ? 1 : on.reduce((sum, one) => sum + one.capacity, 0) / on.length
  const { patienceMinutes } = frameOf(past)
  const planned = staffing(past, { ...target, capacity, patienceMinutes, costOfMinute: policy.costOfMinute })
  return {
    enough: isEnough(amountOf(past)),
    conversations: past.conversations.length,
    capacity,
    currency: await currencyOf(db, account),
    ...planned,
  }
}
