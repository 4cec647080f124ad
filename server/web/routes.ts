import { z } from 'zod'
import {
  Acknowledged,
  CallbackSlots,
  CallbackWish,
  EffortAnswer,
  Pressed,
  SentMessage,
  Solution,
  Visit,
  Visited,
  WidgetArticle,
  WidgetExplanation,
  WidgetMessage,
  WidgetState,
} from '../../contract/channels.ts'
import { Id, Seq } from '../../contract/shapes.ts'
import { toLanguage } from '../../core/language.ts'
import { judge } from '../assistant/actions.ts'
import { receive } from '../conversations/actions.ts'
import { findNewest } from '../conversations/state.ts'
import { answerEffort } from '../feedback/actions.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { failpoint } from '../platform/failpoints.ts'
import type { Api } from '../platform/http.ts'
import { comeBack, leave } from '../queue/actions.ts'
import { cancelCallback } from '../queue/callbacks.ts'
import { listSlots, wishCallback } from './callback.ts'
import { fileRoutes } from './files.ts'
import { pressForPerson } from './person.ts'
import { articleForCustomer, explanationForCustomer } from './sources.ts'
import { findWidgetState } from './state.ts'
import { listForCustomer } from './store.ts'
import { stream } from './stream.ts'
import { transcriptRoutes } from './transcripts.ts'
import { visit } from './visits.ts'

const After = z.strictObject({ after: z.coerce.number().pipe(Seq).default(0) })

/** From one address: a whole office behind one, but no flood. */
const visitsPerMinute = 1200

/** The customer's window: what the widget on somebody's page may ask for. */
export function routes(api: Api): void {
  const { platform } = api

  api.post(
    '/w/visits',
    'anyone',
    { says: 'Begins a visit and gives the token for everything else.', body: Visit, answer: Visited, perMinute: visitsPerMinute },
    ({ body }) => visit(platform, body),
  )

  api.get(
    '/w/timeline',
    'visitor',
    {
      says: 'What was said after a number, and where things stand.',
      query: After,
      answer: z.strictObject({ messages: z.array(WidgetMessage), state: WidgetState }),
    },
    ({ visitor, read, query }) =>
      read(async (db) => ({
        messages: await listForCustomer(db, visitor.account, visitor.customer, query.after),
        state: await findWidgetState(db, visitor.account, visitor.customer),
      })),
  )

  api.get('/w/stream', 'visitor', { says: 'Server-sent events: messages, state, typing.', query: After }, (call) =>
    stream(platform, { ...call, query: undefined }, call.query.after),
  )

  api.post(
    '/w/messages',
    'visitor',
    {
      says: 'A message of the customer; acknowledged when it is stored.',
      body: SentMessage,
      answer: Acknowledged,
      status: 201,
      perMinute: platform.config.visitorRate,
    },
    async ({ visitor, act, body, request }) => {
      const languageHint = toLanguage(request.headers['accept-language']?.split(',')[0]) ?? null
      const stored = await act((work) =>
        receive(work, {
          customer: visitor.customer,
          channel: 'web',
          clientId: body.clientId,
          text: body.text,
          languageHint,
          page: body.page ?? null,
          files: body.files,
        }),
      )
      await failpoint('message.after-commit')
      return { ...stored, at: stored.at.toISOString() }
    },
  )

  fileRoutes(api)
  transcriptRoutes(api)

  api.post(
    '/w/person',
    'visitor',
    { says: 'The always-visible control: a person, please.', body: Pressed, answer: WidgetState, perMinute: 30 },
    ({ visitor, act, body }) =>
      act(async (work) => {
        await pressForPerson(work, visitor.customer, body.clientId)
        return findWidgetState(work.db, visitor.account, visitor.customer)
      }),
  )

  api.delete(
    '/w/place',
    'visitor',
    { says: 'Leaves the queue; for two hours the same place can be had back.', answer: WidgetState, perMinute: 30 },
    ({ visitor, act }) =>
      act(async (work) => {
        await leave(work, await currentOf(work.db, visitor), 'left')
        return findWidgetState(work.db, visitor.account, visitor.customer)
      }),
  )

  api.put('/w/place', 'visitor', { says: 'Returns to the same place in the queue.', answer: WidgetState, perMinute: 30 }, ({ visitor, act }) =>
    act(async (work) => {
      const state = await findWidgetState(work.db, visitor.account, visitor.customer)
      if (!state.mayReturnUntil) refuse('conflict')
      await comeBack(work, await currentOf(work.db, visitor))
      return findWidgetState(work.db, visitor.account, visitor.customer)
    }),
  )

  api.post(
    '/w/solution',
    'visitor',
    { says: 'Whether an answer solved it.', body: Solution, answer: WidgetState, perMinute: 60 },
    ({ visitor, act, body }) =>
      act(async (work) => {
        await judge(work, visitor.customer, body.seq, body.solved)
        return findWidgetState(work.db, visitor.account, visitor.customer)
      }),
  )

  api.post(
    '/w/effort',
    'visitor',
    { says: 'How easy it was, 1 to 7.', body: EffortAnswer, status: 204, perMinute: 30 },
    async ({ visitor, act, body }) => {
      await act((work) => answerEffort(work, visitor.customer, { conversation: body.conversation, score: body.score, comment: body.comment ?? null }))
    },
  )

  api.post(
    '/w/callback',
    'visitor',
    { says: 'When, or where, to come back to the customer.', body: CallbackWish, answer: WidgetState, perMinute: 10 },
    ({ visitor, act, body }) =>
      act(async (work) => {
        await wishCallback(work, visitor.customer, body)
        return findWidgetState(work.db, visitor.account, visitor.customer)
      }),
  )

  api.delete(
    '/w/callback',
    'visitor',
    { says: 'Gives an agreed time up for the place in the queue.', answer: WidgetState, perMinute: 10 },
    ({ visitor, act }) =>
      act(async (work) => {
        await cancelCallback(work, await currentOf(work.db, visitor))
        return findWidgetState(work.db, visitor.account, visitor.customer)
      }),
  )

  api.get(
    '/w/callback/slots',
    'visitor',
    { says: 'Times at which a person can come to this customer.', answer: CallbackSlots, perMinute: 30 },
    ({ visitor, read }) => read((db) => listSlots(db, visitor.account, visitor.customer)),
  )

  api.post('/w/typing', 'visitor', { says: 'The customer is writing.', status: 204, perMinute: 60 }, async ({ visitor, read }) => {
    const conversation = await read((db) => currentOf(db, visitor))
    platform.bell.whisper({ account: visitor.account, frame: { name: 'typing', conversation, customer: visitor.customer, author: 'customer' } })
  })

  api.get(
    '/w/explanation',
    'visitor',
    { says: 'Why it was decided like this, in the language of the customer.', answer: WidgetExplanation },
    ({ visitor, read }) => read((db) => explanationForCustomer(db, visitor.account, visitor.customer)),
  )

  api.get(
    '/w/articles/:id',
    'visitor',
    {
      says: 'The source of an answer.',
      params: z.strictObject({ id: Id }),
      query: z.strictObject({ language: z.string().max(35).optional() }),
      answer: WidgetArticle,
    },
    ({ visitor, read, params, query }) => read((db) => articleForCustomer(db, visitor.account, params.id, toLanguage(query.language) ?? null)),
  )
}

async function currentOf(db: Db, visitor: { account: string; customer: string }): Promise<string> {
  return ((await findNewest(db, visitor.account, visitor.customer)) ?? refuse('not-found')).id
}
