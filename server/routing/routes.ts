import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { DecisionList, Override, Pause, PauseView, PolicyView } from '../../contract/routing.ts'
import { Id } from '../../contract/shapes.ts'
import { counterfactual, decide, isOfTheseRules } from '../../core/routing/decide.ts'
import { relaxesAfter } from '../../core/team/capacity.ts'
import { findState } from '../conversations/state.ts'
import { currencyOf } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { override, pauseAssistant } from './actions.ts'
import { viewAssignments } from './assignments.ts'
import { type DecisionRow, findPause, findPolicy, isPaused, listDecisions } from './store.ts'

const ById = z.strictObject({ id: Id })

export function routes(api: Api): void {
  api.get('/v1/policy', 'read', { says: 'The policy in force, by version.', answer: PolicyView }, ({ account, read }) =>
    read((db) => viewPolicy(db, account)),
  )

  api.get('/v1/policy/pause', 'read', { says: 'Since when the assistant is paused, and by whom.', answer: PauseView }, ({ account, read }) =>
    read(async (db) => {
      const pause = await findPause(db, account)
      return { pause: pause ? { since: pause.since.toISOString(), by: pause.by } : null }
    }),
  )

  api.put(
    '/v1/policy/pause',
    'lead',
    {
      says: 'Kill switch: pauses the assistant, and people answer whatever is unanswered and all that comes; or ends the pause.',
      body: Pause,
      answer: PolicyView,
    },
    ({ account, act, person, body }) =>
      act(async (work) => {
        await pauseAssistant(work, body.paused, person || null)
        return viewPolicy(work.db, account)
      }),
  )

  api.put(
    '/v1/conversations/:id/override',
    'serve',
    { says: 'Sends a conversation to a person or to the assistant; final.', params: ById, body: Override, status: 204 },
    async ({ act, params, body, person }) => {
      await act((work) => override(work, params.id, body.to, person))
    },
  )

  api.get(
    '/v1/conversations/:id/decisions',
    'read',
    { says: 'Each decision with its numbers, what would have changed it, and whether it replays.', params: ById, answer: DecisionList },
    ({ account, read, params }) =>
      read(async (db) => {
        if (!(await findState(db, account, params.id))) refuse('not-found')
        const decisions = (await listDecisions(db, account, params.id)).map(toView)
        return { decisions, assignments: await viewAssignments(db, account, params.id) }
      }),
  )
}

/** The policy in force, with the switch that silences the assistant. */
export async function viewPolicy(db: Db, account: string) {
  const { policy, at, by } = await findPolicy(db, account)
  return {
    ...policy,
    relaxMinutes: relaxesAfter(policy),
    since: (at ?? new Date(0)).toISOString(),
    by,
    assistantPaused: await isPaused(db, account),
    currency: await currencyOf(db, account),
  }
}

/** The verdict, and every number that is shown as its reason. */
function isSame(row: DecisionRow): boolean {
  const { to, priority, because } = decide(row.facts)
  return to === row.decided && priority === row.priority && isDeepStrictEqual(JSON.parse(JSON.stringify(because)), row.because)
}

/** A decision as people read it. It is decided again from what was saved: the same numbers must give the same answer. */
function toView(row: DecisionRow) {
  const olderRules = !isOfTheseRules(row.facts)
  const numbers = Object.fromEntries(Object.entries(row.because.numbers).map(([name, value]) => [name, value ?? null]))
  return {
    id: row.id,
    at: row.at.toISOString(),
    seq: row.seq,
    to: row.decided,
    priority: row.priority,
    because: { code: row.because.code, numbers },
    policyVersion: row.policyVersion,
    price: row.because.numbers.price ?? null,
    counterfactual: olderRules ? null : counterfactual(row.facts),
    replays: !olderRules && isSame(row),
    olderRules,
  }
}
