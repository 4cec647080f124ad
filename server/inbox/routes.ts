import { z } from 'zod'
import { Close, Conversation, ConversationPage, ConversationQuery, GiveBack, Reply, Timeline, TimelineQuery } from '../../contract/conversations.ts'
import { FloorBoard } from '../../contract/queue.ts'
import { Id, Time } from '../../contract/shapes.ts'
import { close, reply, writeSystemLine } from '../conversations/actions.ts'
import { findClaim } from '../conversations/holder.ts'
import { findNewest, findState, reopen } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { giveBack, giveToAssistant, takeOver } from '../queue/actions.ts'
import { lockMatching } from '../queue/store.ts'
import { override } from '../routing/actions.ts'
import { viewFloor } from './floor.ts'
import { findRow } from './rows.ts'
import { findWeighed, listClaims, listMoods, listPage, listTimeline } from './store.ts'

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
      const { id, seq, at } = await act((work) => reply(work, { conversation: params.id, person, ...body }))
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
        if (body.note) await reply(work, { conversation: params.id, person, clientId: `note-${crypto.randomUUID()}`, text: body.note, private: true })
        if (body.to === 'assistant') {
          await giveToAssistant(work, params.id, person)
          return override(work, params.id, 'assistant', person)
        }
        if (body.to === 'person' && !body.person) refuse('bad-input', [{ path: 'person', message: 'name the colleague' }])
        await giveBack(work, params.id, person, { person: body.to === 'person' ? (body.person ?? null) : null })
      })
    },
  )

  api.post(
    '/v1/conversations/:id/closure',
    'serve',
    { says: 'Closes the matter, as a dated record.', params: ById, body: Close, status: 204 },
    async ({ account, act, params, body, person }) => {
      await act(async (work) => {
        const state = await lockAndFind(work.db, account, params.id)
        const claim = await findClaim(work.db, account, params.id)
        if (claim?.holder === 'person' && claim.person !== person) refuse('already-held')
        if (!state.closedAt) await writeSystemLine(work, { conversation: params.id, customer: state.customer, code: 'closed' })
        if (!(await close(work, { conversation: params.id, by: 'person', person, ...body }))) refuse('closed')
      })
    },
  )

  api.post(
    '/v1/conversations/:id/reopening',
    'serve',
    { says: 'Opens a closed matter again.', params: ById, status: 204 },
    async ({ account, act, params, person }) => {
      await act(async (work) => {
        await lockMatching(work.db, account)
        const state = await lockAndFind(work.db, account, params.id)
        if (!state.closedAt) refuse('conflict')
        const newest = await findNewest(work.db, account, state.customer)
        if (newest && !newest.closedAt) refuse('conflict')
        await reopen(work.db, account, params.id, 'person', true)
        work.tell('conversation.opened', { conversation: params.id, customer: state.customer, reopened: true })
        await takeOver(work, params.id, person)
      })
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

  api.get(
    '/v1/floor',
    'read',
    { says: 'The live floor: who waits and why there, people and their load, value at risk now.', answer: FloorBoard },
    ({ account, read }) => read((db) => viewFloor(db, account)),
  )
}

/** Whoever changes a matter locks its timeline first, and looks then. */
async function lockAndFind(db: Db, account: string, id: string) {
  const { customer } = (await findState(db, account, id)) ?? refuse('not-found')
  await lockTimeline(db, account, customer)
  return (await findState(db, account, id)) ?? refuse('not-found')
}

async function view(db: Db, account: string, person: string, id: string): Promise<z.input<typeof Conversation>> {
  const row = await findRow(db, account, id)
  if (!row) return refuse('not-found')
  const claims = await listClaims(db, account, id)
  const moods = await listMoods(db, account, id)
  return {
    ...row,
    mayReply: row.holder?.kind === 'person' && row.holder.person === person,
    claims: claims.map(({ since, until, ...claim }) => ({ ...claim, since: since.toISOString(), until: until?.toISOString() ?? null })),
    weighed: await findWeighed(db, account, id),
    moods: moods.map(({ at, ...mood }) => ({ ...mood, at: at.toISOString() })),
  }
}
