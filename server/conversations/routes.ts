import { z } from 'zod'
import {
  CannedReplyChange,
  CannedReplyList,
  Draft,
  DraftMode,
  Habits,
  LabelChange,
  LabelList,
  MacroChange,
  MacroList,
  Plan,
  Seen,
} from '../../contract/conversations.ts'
import { Id } from '../../contract/shapes.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api, Call } from '../platform/http.ts'
import { cancelPlanned, plan } from './desk.ts'
import { saveSeen } from './marks.ts'
import { dismissPlanned } from './planned.ts'
import {
  findHabits,
  listLabels,
  listMacros,
  listReplies,
  removeLabel,
  removeMacro,
  removeReply,
  saveDraft,
  saveHabits,
  saveLabel,
  saveMacro,
  saveReply,
} from './saved.ts'
import { findState } from './state.ts'

const ById = z.strictObject({ id: Id })
const ByMode = z.strictObject({ id: Id, mode: DraftMode })
const ByPlanned = z.strictObject({ id: Id, planned: Id })
const Made = z.strictObject({ id: Id })

/** What a team keeps on its desk: labels, saved words, macros, drafts, planned words, habits. */
export function routes(api: Api): void {
  labels(api)
  replies(api)
  macros(api)
  ownWords(api)
}

function labels(api: Api): void {
  api.get('/v1/labels', 'read', { says: 'All labels.', answer: LabelList }, ({ account, read }) =>
    read(async (db) => ({ labels: await listLabels(db, account) })),
  )
  api.post('/v1/labels', 'serve', { says: 'A new label.', body: LabelChange, answer: Made, status: 201 }, ({ account, act, body, person }) =>
    act(async ({ db }) => ({ id: (await saveLabel(db, account, { id: null, person: person || null, ...body })) ?? refuse('internal') })),
  )
  api.put('/v1/labels/:id', 'lead', { says: 'Renames or recolours a label.', params: ById, body: LabelChange, status: 204 }, (call) =>
    call.act(async ({ db }) => {
      if (!(await saveLabel(db, call.account, { id: call.params.id, person: null, ...call.body }))) refuse('not-found')
    }),
  )
  api.delete('/v1/labels/:id', 'lead', { says: 'Removes a label everywhere.', params: ById, status: 204 }, ({ account, act, params }) =>
    act(async ({ db }) => {
      if (!(await removeLabel(db, account, params.id))) refuse('not-found')
    }),
  )
}

function replies(api: Api): void {
  api.get('/v1/replies', 'read', { says: 'Saved replies: the team’s, and one’s own.', answer: CannedReplyList }, ({ account, person, read }) =>
    read(async (db) => ({ replies: await listReplies(db, account, person) })),
  )
  api.post(
    '/v1/replies',
    'serve',
    { says: 'A new saved reply; for everybody only by a lead.', body: CannedReplyChange, answer: Made, status: 201 },
    (call) => call.act(async ({ db }) => ({ id: await keepReply(db, call, null) })),
  )
  api.put('/v1/replies/:id', 'serve', { says: 'Changes a saved reply.', params: ById, body: CannedReplyChange, status: 204 }, (call) =>
    call.act(async ({ db }) => {
      await keepReply(db, call, call.params.id)
    }),
  )
  api.delete('/v1/replies/:id', 'serve', { says: 'Removes a saved reply.', params: ById, status: 204 }, ({ account, act, params, person, role }) =>
    act(async ({ db }) => {
      if (!(await removeReply(db, account, { id: params.id, person, isLead: isLead(role) }))) refuse('not-found')
    }),
  )
}

const isLead = (role: Call<undefined, undefined, undefined>['role']) => role === 'lead' || role === 'owner'

async function keepReply(
  db: Db,
  { account, person, role, body }: { account: string; person: string; role: Parameters<typeof isLead>[0]; body: z.output<typeof CannedReplyChange> },
  id: string | null,
): Promise<string> {
  if (!body.own && !isLead(role)) refuse('not-allowed')
  return (await saveReply(db, account, { id, ...body, person, isLead: isLead(role) })) ?? refuse('not-found')
}

function macros(api: Api): void {
  api.get('/v1/macros', 'read', { says: 'All macros.', answer: MacroList }, ({ account, read }) =>
    read(async (db) => ({ macros: await listMacros(db, account) })),
  )
  api.post('/v1/macros', 'lead', { says: 'A new macro.', body: MacroChange, answer: Made, status: 201 }, ({ account, act, body, person }) =>
    act(async ({ db }) => ({ id: (await saveMacro(db, account, { id: null, person: person || null, ...body })) ?? refuse('internal') })),
  )
  api.put('/v1/macros/:id', 'lead', { says: 'Changes a macro.', params: ById, body: MacroChange, status: 204 }, ({ account, act, params, body }) =>
    act(async ({ db }) => {
      if (!(await saveMacro(db, account, { id: params.id, person: null, ...body }))) refuse('not-found')
    }),
  )
  api.delete('/v1/macros/:id', 'lead', { says: 'Removes a macro.', params: ById, status: 204 }, ({ account, act, params }) =>
    act(async ({ db }) => {
      if (!(await removeMacro(db, account, params.id))) refuse('not-found')
    }),
  )
}

function ownWords(api: Api): void {
  api.put(
    '/v1/conversations/:id/drafts/:mode',
    'serve',
    { says: 'Keeps what one has begun to write; empty words throw it away.', params: ByMode, body: Draft, status: 204 },
    ({ account, act, params, body, person }) =>
      act(async ({ db }) => {
        if (!(await findState(db, account, params.id))) refuse('not-found')
        await saveDraft(db, account, { conversation: params.id, person, mode: params.mode, text: body.text })
      }),
  )
  api.put(
    '/v1/conversations/:id/seen',
    'serve',
    { says: 'Seen up to this number.', params: ById, body: Seen, status: 204 },
    ({ account, act, params, body, person }) =>
      act(async ({ db }) => {
        if (!(await findState(db, account, params.id))) refuse('not-found')
        await saveSeen(db, account, { conversation: params.id, person, seq: body.seq })
      }),
  )
  api.post(
    '/v1/conversations/:id/planned',
    'serve',
    { says: 'Keeps words to be sent at a time.', params: ById, body: Plan, status: 204 },
    ({ act, params, body, person }) =>
      act((work) => plan(work, { conversation: params.id, person, clientId: body.clientId, text: body.text, at: new Date(body.at) })),
  )
  api.delete(
    '/v1/conversations/:id/planned/:planned',
    'serve',
    {
      says: 'Calls planned words back, or puts away those that were held back.',
      params: ByPlanned,
      body: z.strictObject({ heldBack: z.boolean() }),
      status: 204,
    },
    ({ account, act, params, body, person }) =>
      act(async (work) => {
        if (body.heldBack) {
          if (!(await dismissPlanned(work.db, account, params.planned, person))) refuse('not-found')
        } else await cancelPlanned(work, { planned: params.planned, person })
      }),
  )
  api.get('/v1/me/habits', 'serve', { says: 'How one likes to work at the desk.', answer: Habits }, ({ account, person, read }) =>
    read(async (db) => Habits.parse(await findHabits(db, account, person))),
  )
  api.put(
    '/v1/me/habits',
    'serve',
    { says: 'Sets how one likes to work at the desk.', body: Habits, answer: Habits },
    ({ account, person, act, body }) =>
      act(async ({ db }) => {
        await saveHabits(db, account, person, body)
        return body
      }),
  )
}
