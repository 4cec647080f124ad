import { z } from 'zod'
import { Accepted, Batch, CustomerList, CustomerView, Identify, Page, Track } from '../../contract/customers.ts'
import { Id } from '../../contract/shapes.ts'
import { refuse } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { collect } from './actions.ts'
import { type Collected, complain, fromBatch, fromCall } from './collected.ts'
import { listOrders } from './orders.ts'
import { type CustomerRow, findProfile, listCustomers, listEvents, listTraits } from './profile.ts'
import { listWorths } from './worth.ts'

const CustomerPath = z.strictObject({ id: Id })
const CustomerQuery = z.strictObject({
  search: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export function routes(api: Api): void {
  api.get(
    '/v1/customers',
    'read',
    { says: 'Customers, the last one seen first.', query: CustomerQuery, answer: CustomerList },
    ({ account, read, query }) =>
      read(async (db) => {
        const search = query.search?.replaceAll('\0', '').trim() || null
        const rows = await listCustomers(db, account, { search, after: readCursor(query.cursor), limit: query.limit + 1 })
        const shown = rows.slice(0, query.limit)
        const worths = await listWorths(
          db,
          account,
          shown.map((row) => row.id),
          new Date(),
        )
        const customers = shown.map(({ place, spentCents, lastAt, ...row }, index) => ({
          ...row,
          spent: spentCents / 100,
          lifetimeValue: worths[index]?.lifetimeValue.value ?? 0,
          lastAt: lastAt?.toISOString() ?? null,
        }))
        const last = shown.at(-1)
        return { customers, cursor: rows.length > query.limit && last ? cursorOf(last) : null }
      }),
  )

  api.get(
    '/v1/customers/:id',
    'read',
    { says: 'What is known of a customer, each fact with its source and time.', params: CustomerPath, answer: CustomerView },
    ({ account, read, params }) =>
      read(async (db) => {
        const profile = (await findProfile(db, account, params.id)) ?? refuse('not-found')
        const [worth] = await listWorths(db, account, [params.id], new Date())
        const orders = await listOrders(db, account, params.id)
        const traits = await listTraits(db, account, params.id)
        const events = await listEvents(db, account, params.id)
        return {
          ...profile,
          since: profile.since?.toISOString() ?? null,
          lifetimeValue: worth?.lifetimeValue ?? refuse('not-found'),
          orders: orders.map(({ totalCents, at, ...order }) => ({ ...order, at: at.toISOString(), total: totalCents / 100 })),
          traits: traits.map((trait) => ({ ...trait, at: trait.at.toISOString() })),
          events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
        }
      }),
  )

  const takeIn = async (act: Parameters<Parameters<Api['post']>[3]>[0]['act'], events: Collected[], prefix: (index: number) => string) => {
    const complaints = events.flatMap((event, index) => complain(event, prefix(index)))
    if (complaints.length > 0) refuse('bad-input', complaints.slice(0, 50))
    return { success: true, ...(await act((work) => collect(work, events))) }
  }

  api.post(
    '/v1/identify',
    'events',
    { says: 'Says who a visitor is and what is known of them.', body: Identify, answer: Accepted },
    ({ act, body }) => takeIn(act, [fromCall('identify', body)], () => ''),
  )
  api.post(
    '/v1/track',
    'events',
    { says: 'Says what a customer did; order events keep the orders up to date.', body: Track, answer: Accepted },
    ({ act, body }) => takeIn(act, [fromCall('track', body)], () => ''),
  )
  api.post('/v1/page', 'events', { says: 'Says which page a customer looked at.', body: Page, answer: Accepted }, ({ act, body }) =>
    takeIn(act, [fromCall('page', body)], () => ''),
  )
  api.post('/v1/batch', 'events', { says: 'Up to 500 events at once: all are stored, or none.', body: Batch, answer: Accepted }, ({ act, body }) =>
    takeIn(act, fromBatch(body), (index) => `batch.${index}.`),
  )
}

const cursorOf = (row: CustomerRow) => Buffer.from(`${row.place}|${row.id}`).toString('base64url')

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  const isGood = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(at) && Id.safeParse(id).success
  return isGood ? { at, id } : refuse('bad-input', [{ path: 'cursor', message: 'is not a cursor of this list' }])
}
