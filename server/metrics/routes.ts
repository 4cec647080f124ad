import { z } from 'zod'
import { Evidence, EvidenceQuery, Invariants, MetricName, Results, ResultsQuery } from '../../contract/metrics.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { compare } from './compare.ts'
import { checkInvariants } from './invariants.ts'
import { makeEvidence, readCursor } from './results.ts'
import { findNow, listNames, listServed, type Period } from './store.ts'

const MetricPath = z.strictObject({ metric: MetricName })

export function routes(api: Api): void {
  api.get(
    '/v1/results',
    'read',
    {
      says: 'Every figure of a period, the last 7 days unless said, with its course, and what differs from the period before or another one beyond chance.',
      query: ResultsQuery,
      answer: Results,
    },
    ({ account, read, query }) =>
      read(async (db) => {
        const now = await findNow(db)
        const period = periodOf(query, now)
        const length = period.to.getTime() - period.from.getTime()
        const before = query.before === undefined ? period.from.getTime() - length : Date.parse(query.before)
        if (before > period.from.getTime() - length) refuse('bad-input', [{ path: 'before', message: 'must begin a whole period before from' }])
        return compare(db, account, period, { before: new Date(before), now })
      }),
  )

  api.get(
    '/v1/results/:metric/conversations',
    'read',
    { says: 'The conversations that a figure stands on, and what each adds to it.', params: MetricPath, query: EvidenceQuery, answer: Evidence },
    ({ account, read, params, query }) =>
      read(async (db) => {
        const now = await findNow(db)
        const { metric } = params
        const after =
          query.cursor === undefined ? null : (readCursor(query.cursor) ?? refuse('bad-input', [{ path: 'cursor', message: 'is not ours' }]))
        const served = await listServed(db, account, periodOf(query, now))
        const { rows, cursor } = makeEvidence(metric, served, now.getTime(), { after, limit: query.limit })
        const names = await listNames(
          db,
          account,
          rows.map((row) => row.conversation),
        )
        return { metric, rows: rows.map((row) => ({ ...row, customer: names.get(row.conversation) ?? null })), cursor }
      }),
  )

  api.get('/health/invariants', 'own', { says: 'Counts in the database what must never happen.', answer: Invariants }, ({ account, read }) =>
    read(async (db) => ({ checks: await checkInvariants(db, account) })),
  )
}

const day = 24 * 60 * 60 * 1000
const usualDays = 7
/** A year and the same days before it; longer would be another question. */
const longestDays = 400

function periodOf(query: Pick<z.output<typeof ResultsQuery>, 'from' | 'to' | 'language'>, now: Date): Period {
  const to = query.to === undefined ? now : new Date(query.to)
  const from = query.from === undefined ? new Date(to.getTime() - usualDays * day) : new Date(query.from)
  const length = to.getTime() - from.getTime()
  if (!(length > 0)) refuse('bad-input', [{ path: 'to', message: 'must be later than from' }])
  if (length > longestDays * day) refuse('bad-input', [{ path: 'from', message: `must be within ${longestDays} days of to` }])
  return { from, to, language: query.language }
}
