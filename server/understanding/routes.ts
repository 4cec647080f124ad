import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { IntentCorrection } from '../../contract/conversations.ts'
import { Id } from '../../contract/shapes.ts'
import { IntentExamples, IntentList, IntentSet, ModelChoice, SetCheck } from '../../contract/understanding.ts'
import { mostSetBytes, noMatter } from '../../core/understanding/intent-limits.ts'
import { findState } from '../conversations/state.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { findUnderWay } from '../platform/underway.ts'
import { correctIntent, labelled, replaceExamples, replaceSet } from './actions.ts'
import { effectOf } from './adoption.ts'
import { checkSet, intentCode } from './intent-set.ts'
import { countExamples, type LabelledExample, listExamples } from './store.ts'
import { adoptModel, learnIntents } from './teaching.ts'
import { findVersionBefore, listVersions, proposedOf } from './versions.ts'

const IntentPath = z.strictObject({ intent: z.string().regex(intentCode) })

export function routes(api: Api): void {
  modelRoutes(api)
  setRoutes(api)
  exampleRoutes(api)
}

function modelRoutes(api: Api): void {
  api.get(
    '/v1/intents',
    'read',
    {
      says: 'The intents with their examples, the model in force, the versions before it and what they read, and a training under way.',
      answer: IntentList,
    },
    ({ account, read }) => read((db) => viewIntents(db, account)),
  )

  api.put(
    '/v1/intents/model',
    'lead',
    { says: 'Puts a trained version in force; one from before brings its examples back.', body: ModelChoice, status: 204 },
    async ({ act, body, person }) => {
      await act((work) => adoptModel(work, body.version, person || null))
    },
  )
}

/** A set is some bytes longer as JSON than in its file. */
const bodyLimit = mostSetBytes * 1.6

function setRoutes(api: Api): void {
  api.post(
    '/v1/intents/check',
    'lead',
    {
      says: 'What a whole set would change, and which of its lines cannot be learnt from; changes nothing.',
      body: IntentSet,
      answer: SetCheck,
      bodyLimit,
    },
    async ({ account, read, body }) => {
      const known = new Set((await read((db) => countExamples(db, account))).map(({ intent }) => intent))
      const { good, ...check } = checkSet(body.examples, [...known])
      return { ...check, byLanguage: languagesOf(await labelAll(good)) }
    },
  )

  api.put(
    '/v1/intents',
    'lead',
    {
      says: 'Puts a whole set in place of all examples; training follows at once. Refused when any line cannot be learnt from.',
      body: IntentSet,
      status: 204,
      bodyLimit,
    },
    async ({ act, body }) => {
      const { good, faults, oneLabel } = checkSet(body.examples, [])
      const details = faults.slice(0, mostDetails).map(({ line, code }) => ({ path: `line ${line}`, message: code }))
      if (faults.length > 0) refuse('bad-input', details)
      if (oneLabel) refuse('bad-input', [{ path: 'examples', message: 'one-label' }])
      const examples = await labelAll(good)
      await act((work) => replaceSet(work, examples))
    },
  )
}

const mostDetails = 100

function exampleRoutes(api: Api): void {
  api.get(
    '/v1/intents/:intent/examples',
    'read',
    { says: 'The labelled examples of one intent.', params: IntentPath, answer: IntentExamples },
    ({ account, read, params }) =>
      read(async (db) => ({ examples: (await listExamples(db, account, params.intent)).map((example) => example.text) })),
  )

  api.put(
    '/v1/intents/:intent/examples',
    'lead',
    { says: 'Replaces the examples of one intent; training follows at once.', params: IntentPath, body: IntentExamples, status: 204 },
    async ({ act, params, body }) => {
      await act((work) => replaceExamples(work, params.intent, body.examples))
    },
  )

  api.put(
    '/v1/conversations/:id/intent',
    'serve',
    {
      says: 'Corrects what a message was about; the correction teaches. `null`: none of the matters.',
      params: z.strictObject({ id: Id }),
      body: IntentCorrection,
      status: 204,
    },
    async ({ account, act, params, body }) => {
      await act(async (work) => {
        const state = (await findState(work.db, account, params.id)) ?? refuse('not-found')
        const intent = body.intent === noMatter ? null : body.intent
        await correctIntent(work, { conversation: state.id, customer: state.customer, seq: body.seq, intent })
      })
    },
  )
}

async function viewIntents(db: Db, account: string): Promise<IntentList> {
  const counts = await countExamples(db, account)
  const versions = await listVersions(db, account)
  const inForce = versions.find((version) => version.inForce)
  const proposed = proposedOf(versions)
  const undo = inForce ? await findVersionBefore(db, account, inForce.version) : null
  const before = proposed ? inForce : versions.find(({ version }) => version === undo)
  const after = proposed ?? inForce
  const training = await findUnderWay(db, account, learnIntents.name)
  const history = versions.map(({ byIntent: _, inForce: __, ...version }) => version)
  return {
    intents: [...Map.groupBy(counts, ({ intent }) => intent)].map(([intent, some]) => ({
      intent,
      examples: some.reduce((sum, { examples }) => sum + examples, 0),
      byLanguage: Object.fromEntries(some.map(({ language, examples }) => [language ?? 'unknown', examples])),
    })),
    model: {
      version: inForce?.version ?? 0,
      trainedAt: inForce?.trainedAt ?? null,
      examples: inForce?.examples ?? 0,
      accuracy: inForce?.accuracy ?? null,
      heldBack: inForce?.heldBack ?? 0,
    },
    proposed: history.find(({ version }) => version === proposed?.version) ?? null,
    history,
    effect: before && after ? effectOf(before, after) : null,
    undo,
    training: training ? { since: training.since.toISOString(), failed: training.failed } : null,
  }
}

const atOnce = 500

/** In small parts, so that nobody else's request waits for the languages of twenty thousand lines. */
async function labelAll(lines: readonly { intent: string; text: string }[]): Promise<LabelledExample[]> {
  const all: LabelledExample[] = []
  for (let from = 0; from < lines.length; from += atOnce) {
    all.push(...lines.slice(from, from + atOnce).map(({ intent, text }) => labelled(intent, text.trim())))
    await setImmediate()
  }
  return all
}

function languagesOf(examples: readonly LabelledExample[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(examples, ({ language }) => language ?? 'unknown')].map(([language, some]) => [language, some.length]))
}
