import { z } from 'zod'
import type { ConversationPage, ConversationQuery } from '../../contract/conversations.ts'
import { Id, Time } from '../../contract/shapes.ts'
import { type Db, many, one, sql } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { listRows, type Where } from './rows.ts'
import { type By, hasTerms, listHits, matches } from './search.ts'

type Query = z.output<typeof ConversationQuery>

/** Beyond this a search is not counted. */
const mostCounted = 10_000

/**
 * One page of the inbox, wherever it stands in the list: which conversations is asked along an index, what they show only for these.
 * A cursor names the last row seen, so that news at the top shifts nothing, and how the search was made, so that all pages are of one.
 */
export async function listPage(db: Db, account: string, person: string, query: Query): Promise<ConversationPage> {
  const isLine = query.view === 'waiting' && !query.search
  const seen = readCursor(query.cursor)
  const after = seen ? sql`and (c.last_at, c.id) < (${seen.at}::timestamptz, ${seen.id}::uuid)` : sql``
  const order = isLine ? sql`q.priority desc, q.number` : sql`c.last_at desc, c.id desc`
  const { wanted, all, by } = query.search ? await search(query.search) : await listIds()
  const found = await listRows(db, account, sql`c.id = any(${wanted}::uuid[])`, sql`c.id`, wanted.length, person)
  const byId = new Map(found.map((row) => [row.id, row]))
  const hits = query.search ? await listHits(db, { account, text: query.search, by, conversations: wanted }) : new Map()
  const rows = wanted.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ ...row, hit: hits.get(id) ?? null }] : []
  })
  const last = rows.at(-1)
  const cursor = last && !isLine && wanted.length === query.limit ? `${last.lastAt}_${last.id}_${by}` : null
  const counts = await countViews(db, account, person)
  return { rows, cursor, counts, total: all ?? (await countAll(db, { query, counts, from: sources(by), seen: wanted.length })) }

  async function listIds(): Promise<Found> {
    const ids = await many(
      db,
      sql<{ id: string }>`select c.id ${sources('letters')} ${after} order by ${order} limit ${query.limit} offset ${query.offset}`,
    )
    return { wanted: ids.map((row) => row.id), by: 'letters' }
  }

  /**
   * Where no message at all has these words, the inside of a word may be meant. That is settled for the whole list: an empty page behind
   * others is its end, and letters would bring there what the pages before it are not of.
   */
  async function search(text: string): Promise<Found> {
    if (seen) return searchIds(seen.by)
    if (!hasTerms(text)) return searchIds('letters')
    const found = await searchIds('terms')
    const isTheirs = found.wanted.length > 0 || (query.offset > 0 && (await hasAny('terms')))
    return isTheirs ? found : searchIds('letters')
  }

  async function hasAny(by: By): Promise<boolean> {
    return (await many(db, sql`select 1 ${sources(by)} limit 1`)).length > 0
  }

  /**
   * Once for the page and for how many there are. Elsewhere the database is told to go along indexes; here it would fetch names and letters
   * row by row that it can read in one go, in twice the time.
   */
  async function searchIds(by: By): Promise<Found> {
    await one(db, sql`select set_config('enable_seqscan', 'on', true)`)
    const found = await many(
      db,
      sql<{ id: string; n: number }>`
        select c.id, count(*) over ()::int as n ${sources(by)} ${after} order by ${order} limit ${query.limit} offset ${query.offset}`,
    )
    await one(db, sql`select set_config('enable_seqscan', 'off', true)`)
    const [first] = found
    // Behind a cursor only the rest is counted.
    return { wanted: found.map((row) => row.id), by, ...(first && !seen && { all: Math.min(first.n, mostCounted) }) }
  }

  /** Only the tables that the question needs: the longest list is read along its index alone. */
  function sources(by: By): Where {
    const { view, search, customer } = query
    const claims = view === 'mine' || view === 'assistant' || view === 'snoozed'
    const places = view === 'waiting' || view === 'assistant'
    return sql`from conversations c
      ${claims ? sql`left join claims k on k.account = c.account and k.conversation = c.id and k.ended_at is null` : sql``}
      ${places ? sql`left join places q on q.account = c.account and q.conversation = c.id` : sql``}
      where c.account = ${account} and ${(customer || search) && view === 'all' ? sql`true` : inView(view, person)}
      ${customer ? sql`and c.customer = ${customer}` : sql``} ${search ? sql`and ${matches(account, search, by)}` : sql``}`
  }
}

interface Found {
  wanted: string[]
  /** How many there are in all, when that was counted. */
  all?: number
  by: By
}

const Cursor = z.strictObject({ at: Time, id: Id, by: z.enum(['terms', 'letters']).default('letters') })

function readCursor(cursor: string | undefined): z.output<typeof Cursor> | null {
  if (cursor === undefined) return null
  const [at, id, by] = cursor.split('_')
  const known = Cursor.safeParse({ at, id, by })
  return known.success ? known.data : refuse('bad-input', [{ path: 'cursor', message: 'is not a cursor of this list' }])
}

const sleeps = sql`exists (select 1 from snoozes z where z.account = c.account and z.conversation = c.id and z.claim = k.id and z.ended_at is null)`

/** Whoever agreed on a time is with nobody until then. */
const nothingAgreed = sql`
  not exists (select 1 from callbacks a where a.account = c.account and a.conversation = c.id and a.due_at is not null and a.done_at is null)`

function inView(view: Query['view'], person: string): Where {
  const who = sql`${person || null}::uuid`
  switch (view) {
    case 'mine':
      return sql`c.closed_at is null and k.person = ${who} and not ${sleeps}`
    case 'snoozed':
      return sql`c.closed_at is null and k.person = ${who} and ${sleeps}`
    case 'waiting':
      return sql`c.closed_at is null and q.waiting_since is not null`
    case 'assistant':
      return sql`c.closed_at is null and q.waiting_since is null and k.person is null and ${nothingAgreed}`
    case 'following':
      return sql`(exists (select 1 from followers f where f.account = c.account and f.conversation = c.id and f.person = ${who})
        or exists (select 1 from mentions f where f.account = c.account and f.conversation = c.id and f.person = ${who}))`
    case 'closed':
      return sql`c.closed_at is not null`
    default:
      return sql`c.closed_at is null`
  }
}

interface Counting {
  query: Query
  counts: ConversationPage['counts']
  from: Where
  /** How many rows this page has: one that is not full is the last. */
  seen: number
}

async function countAll(db: Db, { query, counts, from, seen }: Counting): Promise<number> {
  const { search, customer, view, offset, limit } = query
  if (!search && !customer && view !== 'closed') return counts[view]
  if (!query.cursor && seen < limit && (seen > 0 || offset === 0)) return offset + seen
  const most = search ? mostCounted : 1_000_000
  const { n } = await one(db, sql<{ n: number }>`select count(*)::int as n from (select 1 ${from} limit ${most}) counted`)
  return n
}

/** How many conversations each view has; each number along an index of its own, so that long lists cost little. */
export async function countViews(db: Db, account: string, person: string): Promise<ConversationPage['counts']> {
  const who = sql`${person || null}::uuid`
  const { open, waiting, held, mine, snoozed, following } = await one(
    db,
    sql<{ open: number; waiting: number; held: number; mine: number; snoozed: number; following: number }>`
      select
        (select count(*) from conversations c where c.account = ${account} and c.closed_at is null)::int as open,
        (select count(*) from places q join conversations c on c.account = q.account and c.id = q.conversation
          where q.account = ${account} and q.waiting_since is not null and c.closed_at is null)::int as waiting,
        (select count(*) from claims k left join places q on q.account = k.account and q.conversation = k.conversation
          where k.account = ${account} and k.ended_at is null and k.holder = 'person' and q.waiting_since is null)::int as held,
        (select count(*) from claims k where k.account = ${account} and k.person = ${who} and k.ended_at is null and k.holder = 'person')::int as mine,
        (select count(*) from claims k join snoozes z on z.account = k.account and z.claim = k.id and z.ended_at is null
          where k.account = ${account} and k.person = ${who} and k.ended_at is null and k.holder = 'person')::int as snoozed,
        (select count(*) from (
          select conversation from followers where account = ${account} and person = ${who}
          union select conversation from mentions where account = ${account} and person = ${who}) f)::int as following`,
  )
  return { mine: mine - snoozed, waiting, assistant: Math.max(0, open - waiting - held), all: open, snoozed, following }
}
