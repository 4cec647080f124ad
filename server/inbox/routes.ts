import { z } from 'zod'
import {
  Changes,
  ChangesDone,
  Close,
  Conversation,
  ConversationPage,
  ConversationQuery,
  GiveBack,
  Merge,
  Reply,
  Timeline,
  TimelineQuery,
} from '../../contract/conversations.ts'
import { Assignment, CourseQuery, FloorBoard, FloorCourse } from '../../contract/queue.ts'
import { Id, Time } from '../../contract/shapes.ts'
import { reply } from '../conversations/actions.ts'
import { mergeInto } from '../conversations/desk.ts'
import { markSeen } from '../conversations/holder.ts'
import { listFollowers } from '../conversations/marks.ts'
import { findMergedInto, listMerged } from '../conversations/merges.ts'
import { listPlanned } from '../conversations/planned.ts'
import { findDrafts } from '../conversations/saved.ts'
import { findState } from '../conversations/state.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { giveBack, giveToAssistant, takeOver } from '../queue/actions.ts'
import { reassign } from '../queue/reassign.ts'
import { override } from '../routing/actions.ts'
import { listPeople } from '../team/store.ts'
import { openAgain, separate } from './again.ts'
import { changeEach, resolve } from './changes.ts'
import { listCourse } from './course.ts'
import { viewFloor } from './floor.ts'
import { listPage } from './pages.ts'
import { findRow } from './rows.ts'
import { findPage, findWeighed, listClaims, listMoods, listTimeline } from './store.ts'
import { transferRoutes } from './transfers.ts'

const ById = z.strictObject({ id: Id })
const Stored = z.strictObject({ id: Id, seq: z.number().int(), at: Time })

/** The team's window: conversations, their timeline, and what a person does with them. */
export function routes(api: Api): void {
  api.get(
    '/v1/conversations',
    'read',
    { says: 'A page of the inbox with live counts.', query: ConversationQuery, answer: ConversationPage },
    ({ account, person, read, query }) => read((db) => listPage(db, account, person, query)),
  )

  api.get(
    '/v1/conversations/:id',
    'read',
    { says: 'One conversation with its stake, holders and moods.', params: ById, answer: Conversation },
    ({ account, person, read, params }) => read((db) => view(db, account, person, params.id)),
  )

  api.get(
    '/v1/conversations/:id/timeline',
    'read',
    { says: 'The whole timeline of its customer, by pages.', params: ById, query: TimelineQuery, answer: Timeline },
    ({ account, read, params, query }) =>
      read(async (db) => {
        const state = (await findState(db, account, params.id)) ?? refuse('not-found')
        return listTimeline(db, account, state.customer, query)
      }),
  )

  api.post(
    '/v1/conversations/:id/messages',
    'serve',
    { says: 'Replies to the customer, or leaves a private note.', params: ById, body: Reply, answer: Stored, status: 201 },
    async ({ act, params, body, person }) => {
      const { id, seq, at } = await act(async (work) => {
        const people = body.mentions.length > 0 ? (await listPeople(work.db, work.account)).map((one) => one.id) : []
        return reply(work, { conversation: params.id, person, ...body, mentions: body.mentions.filter((one) => people.includes(one)) })
      })
      return { id, seq, at: at.toISOString() }
    },
  )

  api.post(
    '/v1/conversations/:id/claim',
    'serve',
    { says: 'Takes the conversation over; the assistant falls silent.', params: ById, status: 204 },
    async ({ act, params, person }) => {
      await act((work) => takeOver(work, params.id, person))
    },
  )

  api.delete(
    '/v1/conversations/:id/claim',
    'serve',
    {
      says: 'Gives the conversation back: to the queue at the same place, to the assistant, or to a colleague.',
      params: ById,
      body: GiveBack,
      status: 204,
    },
    async ({ act, params, body, person }) => {
      await act(async (work) => {
        const note = body.note?.trim() || null
        if (note) await reply(work, { conversation: params.id, person, clientId: `note-${crypto.randomUUID()}`, text: note, private: true })
        if (body.to === 'assistant') {
          await giveToAssistant(work, params.id, person)
          return override(work, params.id, 'assistant', person)
        }
        if (body.to === 'person' && !body.person) refuse('bad-input', [{ path: 'person', message: 'name the colleague' }])
        const wanted = { language: body.language ?? null, skill: body.skill ?? null }
        await giveBack(work, params.id, person, { person: body.to === 'person' ? (body.person ?? null) : null, wanted, note })
      })
    },
  )

  api.put(
    '/v1/conversations/:id/claim/seen',
    'serve',
    { says: 'The holder has opened it: nobody else is asked.', params: ById, status: 204 },
    async ({ account, act, params, person }) => {
      await act(async ({ db }) => {
        if (!(await findState(db, account, params.id))) refuse('not-found')
        await markSeen(db, account, params.id, person)
      })
    },
  )

  transferRoutes(api)

  api.post(
    '/v1/conversations/:id/closure',
    'serve',
    { says: 'Closes the matter, as a dated record.', params: ById, body: Close, status: 204 },
    async ({ act, params, body, person }) => {
      await act((work) => resolve(work, params.id, person, body.resolved, body.reason))
    },
  )

  api.post(
    '/v1/conversations/changes',
    'serve',
    { says: 'Labels, urgency, snooze, assignment, words, closing: for one conversation or many.', body: Changes, answer: ChangesDone },
    ({ act, body, person }) => changeEach(act, { person, ...body }),
  )

  api.post(
    '/v1/conversations/:id/reopening',
    'serve',
    { says: 'Opens a closed matter again.', params: ById, status: 204 },
    async ({ act, params, person }) => {
      await act((work) => openAgain(work, params.id, person))
    },
  )

  api.post(
    '/v1/conversations/:id/merge',
    'serve',
    { says: 'Ends this conversation and reads it inside another; can be undone.', params: ById, body: Merge, status: 204 },
    async ({ act, params, body, person }) => {
      await act((work) => mergeInto(work, { conversation: params.id, into: body.into, person }))
    },
  )

  api.delete(
    '/v1/conversations/:id/merge',
    'serve',
    { says: 'Undoes a merge: the conversation stands by itself again, open if it was.', params: ById, status: 204 },
    async ({ act, params, person }) => {
      await act((work) => separate(work, params.id, person))
    },
  )

  api.post(
    '/v1/conversations/:id/typing',
    'serve',
    { says: 'A person is writing.', params: ById, status: 204 },
    async ({ account, read, params, person }) => {
      const state = (await read((db) => findState(db, account, params.id))) ?? refuse('not-found')
      api.platform.bell.whisper({ account, frame: { name: 'typing', conversation: params.id, customer: state.customer, person, author: 'person' } })
    },
  )

  api.post(
    '/v1/conversations/:id/viewing',
    'serve',
    { says: 'A person is looking at it.', params: ById, status: 204 },
    async ({ account, read, params, person }) => {
      const state = (await read((db) => findState(db, account, params.id))) ?? refuse('not-found')
      api.platform.bell.whisper({ account, frame: { name: 'viewing', conversation: params.id, customer: state.customer, person } })
    },
  )

  api.get(
    '/v1/floor',
    'read',
    { says: 'The live floor: who waits and why there, people and their load, value at risk now.', answer: FloorBoard },
    ({ account, read }) => read((db) => viewFloor(db, account)),
  )

  api.get(
    '/v1/floor/course',
    'read',
    { says: 'How many waited, what was at risk and how much people held, step by step.', query: CourseQuery, answer: FloorCourse },
    ({ account, read, query }) => read(async (db) => ({ points: await listCourse(db, account, query.hours) })),
  )

  api.put(
    '/v1/conversations/:id/assignment',
    'lead',
    { says: 'Moves a conversation to a person on duty, or back into the queue at its old place.', params: ById, body: Assignment, status: 204 },
    async ({ act, params, body }) => {
      await act((work) => reassign(work, params.id, { person: body.to === 'person' ? body.person : null }))
    },
  )
}

async function view(db: Db, account: string, person: string, id: string): Promise<z.input<typeof Conversation>> {
  const row = await findRow(db, account, id, person)
  if (!row) return refuse('not-found')
  const claims = await listClaims(db, account, id)
  const moods = await listMoods(db, account, id)
  return {
    ...row,
    page: await findPage(db, account, id),
    mayReply: row.holder?.kind === 'person' && row.holder.person === person,
    claims: claims.map(({ since, until, ...claim }) => ({ ...claim, since: since.toISOString(), until: until?.toISOString() ?? null })),
    weighed: await findWeighed(db, account, id),
    moods: moods.map(({ at, ...mood }) => ({ ...mood, at: at.toISOString() })),
    drafts: await findDrafts(db, account, id, person),
    planned: (await listPlanned(db, account, id)).map(({ dueAt, ...planned }) => ({ ...planned, dueAt: dueAt.toISOString() })),
    followers: await listFollowers(db, account, id),
    mergedInto: (await findMergedInto(db, account, id)) ?? null,
    merged: (await listMerged(db, account, id)).map(({ at, ...merged }) => ({ ...merged, at: at.toISOString() })),
  }
}
