import { parseSearch, type Search } from '../../core/conversations/search.ts'
import { type Db, many, sql } from '../platform/db.ts'
import type { Where } from './rows.ts'

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** A search as a condition over `c` (conversation). */
export function matches(account: string, text: string): Where {
  const search = parseSearch(text)
  if (search.number !== null) return sql`c.number = ${search.number}`
  const all = [...search.label.map(hasLabel), ...search.in.map(isIn), ...said(account, search)]
  return all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`
}

function hasLabel(name: string): Where {
  return sql`exists (
    select 1 from conversation_labels x join labels l on l.account = x.account and l.id = x.label
    where x.account = c.account and x.conversation = c.id and lower(l.name) = lower(${name}))`
}

/** `in:` names a channel, a state, or the notes of the team. */
function isIn(place: string): Where {
  const name = place.toLowerCase()
  if (name === 'open') return sql`c.closed_at is null`
  if (name === 'closed') return sql`c.closed_at is not null`
  if (name === 'notes') return sql`exists (select 1 from messages s where s.account = c.account and s.conversation = c.id and s.private)`
  return sql`c.channel = ${name}`
}

/** Words are found in names, in addresses, and in what was said; who and when belong to what was said. */
function said(account: string, search: Search): Where[] {
  const { words } = search
  const isAboutMessages = search.from.length > 0 || search.before !== null || search.after !== null
  if (!words && !isAboutMessages) return []
  // Asked once for all conversations: one reading of the messages costs less than one search for each row of a long list.
  const message = sql`c.id in (select s.conversation from messages s where s.account = ${account} and ${saidSo(search)})`
  const pattern = like(words)
  const customer = sql`c.customer in (select u.id from customers u
    where u.account = ${account} and (u.name ilike ${pattern} or u.local_name ilike ${pattern} or u.email ilike ${pattern}))`
  return [isAboutMessages ? message : sql`(${customer} or ${message})`]
}

/** A condition over `s` (message). */
function saidSo({ words, from, before, after }: Search): Where {
  const all = [
    sql`s.author <> 'system'`,
    ...(words ? [sql`s.text ilike ${like(words)}`] : []),
    ...from.map(isFrom),
    ...(before ? [sql`s.at < ${before}::date`] : []),
    ...(after ? [sql`s.at >= ${after}::date + 1`] : []),
  ]
  return sql.join(all, sql` and `)
}

function isFrom(who: string): Where {
  const name = who.toLowerCase()
  if (name === 'customer' || name === 'assistant') return sql`s.author = ${name}`
  if (name === 'team') return sql`s.author = 'person'`
  const pattern = like(who)
  return sql`(
    (s.author = 'customer' and exists (select 1 from customers f where f.account = s.account and f.id = s.customer
      and (f.name ilike ${pattern} or f.local_name ilike ${pattern} or f.email ilike ${pattern})))
    or exists (select 1 from people f where f.account = s.account and f.id = s.person and f.name ilike ${pattern}))`
}

/** The newest message of each conversation that was searched for, to jump to. */
export async function listHits(db: Db, account: string, text: string, conversations: string[]): Promise<Map<string, { seq: number; text: string }>> {
  const search = parseSearch(text)
  if ((!search.words && search.from.length === 0) || conversations.length === 0) return new Map()
  const rows = await many(
    db,
    sql<{ conversation: string; seq: number; text: string }>`
      select distinct on (s.conversation) s.conversation, s.seq, left(s.text, 300) as text
      from messages s where s.account = ${account} and s.conversation = any(${conversations}::uuid[]) and ${saidSo(search)}
      order by s.conversation, s.seq desc`,
  )
  return new Map(rows.map(({ conversation, ...hit }) => [conversation, hit]))
}
