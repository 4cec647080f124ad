import { PolicyChange, PolicyView } from '../../contract/routing.ts'
import {
  Approval,
  DraftPath,
  FairnessBounds,
  FairnessView,
  MadeDraft,
  MadeReplay,
  NewDraft,
  NewReplay,
  PolicyVersions,
  Rejection,
  ReplayList,
  ReplayPath,
  ReplayView,
  StaffingQuery,
  StaffingView,
  VersionChoice,
} from '../../contract/trust.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { viewPolicy } from '../routing/routes.ts'
import { askReplay, cancelReplay, changeBounds } from './actions.ts'
import { approve, bringBack, propose, publishAlone, reject, tryDraft } from './approving.ts'
import { findReplay, listReplays } from './replays.ts'
import { briefly, viewFairness, viewReplay, viewStaffing, viewVersions } from './view.ts'

export function routes(api: Api): void {
  policyRoutes(api)
  draftRoutes(api)
  replayRoutes(api)
  fairnessRoutes(api)
}

function policyRoutes(api: Api): void {
  api.put(
    '/v1/policy',
    'own',
    { says: 'Changes the policy at once; only where nobody else could approve. Otherwise propose a draft.', body: PolicyChange, answer: PolicyView },
    ({ account, act, person, body }) =>
      act(async (work) => {
        await publishAlone(work, body, person || null)
        return viewPolicy(work.db, account)
      }),
  )

  api.get(
    '/v1/policy/versions',
    'read',
    { says: 'Drafts with their trials, every version with who and why, and what was turned down.', answer: PolicyVersions },
    ({ account, person, read }) => read((db) => viewVersions(db, account, person)),
  )

  api.put(
    '/v1/policy/restored',
    'lead',
    { says: 'Brings an earlier version back, as a new one; not one that was unfair.', body: VersionChoice, answer: PolicyView },
    ({ account, act, person, body }) =>
      act(async (work) => {
        await bringBack(work, body.version, person || null)
        return viewPolicy(work.db, account)
      }),
  )
}

function draftRoutes(api: Api): void {
  api.post(
    '/v1/policy/drafts',
    'lead',
    { says: 'Proposes a policy; it is tried on the own past at once.', body: NewDraft, answer: MadeDraft, status: 201 },
    async ({ act, person, body }) => ({ draft: await act((work) => propose(work, { ...body, person: person || null })) }),
  )

  api.post(
    '/v1/policy/drafts/:draft/trial',
    'lead',
    { says: 'Tries a draft on the own past against the version in force.', params: DraftPath, answer: MadeReplay, status: 201 },
    async ({ act, person, params }) => ({ replay: await act((work) => tryDraft(work, params.draft, person || null)) }),
  )

  api.put(
    '/v1/policy/drafts/:draft/approval',
    'lead',
    { says: 'Brings a draft into force: a second person, or its author where there is nobody else.', params: DraftPath, body: Approval, status: 204 },
    async ({ act, person, params, body }) => {
      await act((work) => approve(work, params.draft, { person, alone: body.alone }))
    },
  )

  api.put(
    '/v1/policy/drafts/:draft/rejection',
    'lead',
    { says: 'Turns a draft down, in words.', params: DraftPath, body: Rejection, status: 204 },
    async ({ act, person, params, body }) => {
      await act((work) => reject(work, params.draft, { person: person || null, words: body.words }))
    },
  )
}

function replayRoutes(api: Api): void {
  api.get('/v1/replays', 'read', { says: 'Replays of the own past, newest first.', answer: ReplayList }, async ({ account, read }) => ({
    replays: (await read((db) => listReplays(db, account))).map(briefly),
  }))

  api.post(
    '/v1/replays',
    'lead',
    {
      says: 'Plays the own past under another policy or team, or a scenario under every policy. What is wrong in a scenario is named by its key.',
      body: NewReplay,
      answer: MadeReplay,
      status: 201,
      perMinute: 30,
    },
    async ({ act, person, body }) => ({ replay: await act((work) => askReplay(work, { asked: body, draft: null, person: person || null })) }),
  )

  api.get(
    '/v1/replays/:replay',
    'read',
    { says: 'What a replay came to, with the conversations that would have been served differently.', params: ReplayPath, answer: ReplayView },
    async ({ account, read, params }) => viewReplay((await read((db) => findReplay(db, account, params.replay))) ?? refuse('not-found')),
  )

  api.put(
    '/v1/replays/:replay/cancellation',
    'lead',
    { says: 'Ends a replay that is under way or waits for its turn; one that is done stays as it is.', params: ReplayPath, status: 204 },
    async ({ act, params }) => {
      await act((work) => cancelReplay(work, params.replay))
    },
  )

  api.get(
    '/v1/staffing',
    'read',
    { says: 'People needed in each hour of the week, beside those who were on.', query: StaffingQuery, answer: StaffingView },
    ({ account, read, query }) => read((db) => viewStaffing(db, account, query)),
  )
}

function fairnessRoutes(api: Api): void {
  api.get(
    '/v1/fairness',
    'read',
    { says: 'Waits, share of the assistant and handovers by group of customers on live decisions, with intervals and bounds.', answer: FairnessView },
    ({ account, read }) => read((db) => viewFairness(db, account)),
  )

  api.put(
    '/v1/fairness/bounds',
    'own',
    { says: 'By how much groups of customers may differ before a policy is kept from going live.', body: FairnessBounds, status: 204 },
    async ({ act, person, body }) => {
      await act((work) => changeBounds(work, body, person || null))
    },
  )
}
