import { parseSearch, type Search } from '../../core/conversations/search.ts'
import { wantedTerms } from '../../core/knowledge/message-terms.ts'
import { type Db, many, sql } from '../platform/db.ts'
import type { Where } from './rows.ts'

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** How words are looked for: by the terms that messages were read into, or letter by letter, which finds the inside of a word too, and reads everything. */
export type By = 'terms' | 'letters'

/** A search as a condition over `c` (conversation). */
export function matches(account: string, text: string, by: By): Where {
  const search = parseSearch(text)
  if (search.number !== null && search.words.length === 0) return sql`c.number = ${search.number}`
  const all = [...search.label.map(hasLabel), ...search.in.map(isIn), ...said(account, search, by)]
  const found = all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`
  return search.number === null ? found : sql`(c.number = ${search.number} or ${found})`
}

/** Whether terms can answer it: there is a word in it. */
export const hasTerms = (text: string): boolean => wantedOf(parseSearch(text)) !== null

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
function said(account: string, search: Search, by: By): Where[] {
  const { words, phrases } = search
  const isAboutMessages = search.from.length > 0 || search.before !== null || search.after !== null
  if (words.length === 0 && !isAboutMessages) return []
  const wanted = by === 'terms' ? wantedOf(search) : null
  const messages = wanted ? sql`messages_that_say(${wanted}::tsquery, ${phrases.map(like)}::text[], ${words.map(like)}::text[]) s` : sql`messages s`
  const all = [...(wanted ? [] : [sql`s.account = ${account}`, ...hasWords(search, null)]), ...byWhomAndWhen(account, search)]
  // Asked once for all conversations: that costs less than one search for each row of a long list.
  const message = sql`c.id in (select s.conversation from ${messages} where ${all.length > 0 ? sql.join(all, sql` and `) : sql`true`})`
  const pattern = like(words.join(' '))
  const customer = sql`c.customer in (select u.id from customers u
    where u.account = ${account} and (u.name ilike ${pattern} or u.local_name ilike ${pattern} or u.email ilike ${pattern}))`
  return [isAboutMessages ? message : sql`(${customer} or ${message})`]
}

const wantedOf = ({ words }: Search) => wantedTerms(words.join(' '))

/** What a message says, as conditions over `s` (messages). One that is not read yet is found by its letters. */
function hasWords({ words, phrases }: Search, wanted: string | null): Where[] {
  const letters = sql`s.author <> 'system' and s.text ilike all (${words.map(like)}::text[])`
  if (!wanted) return [letters]
  return [sql`((s.terms @@ ${wanted}::tsquery and s.text ilike all (${phrases.map(like)}::text[])) or (s.terms is null and ${letters}))`]
}

/** Conditions over `s`: a message, or what is known of one. */
function byWhomAndWhen(account: string, { from, before, after }: Search): Where[] {
  return [
    ...from.map((who) => isFrom(account, who)),
    ...(before ? [sql`s.at < ${before}::date`] : []),
    ...(after ? [sql`s.at >= ${after}::date + 1`] : []),
  ]
}

function isFrom(account: string, who: string): Where {
  const name = who.toLowerCase()
  if (name === 'customer' || name === 'assistant') return sql`s.author = ${name}`
  if (name === 'team') return sql`s.author = 'person'`
  const pattern = like(who)
  return sql`(
    (s.author = 'customer' and exists (select 1 from customers f where f.account = ${account} and f.id = s.customer
      and (f.name ilike ${pattern} or f.local_name ilike ${pattern} or f.email ilike ${pattern})))
    or exists (select 1 from people f where f.account = ${account} and f.id = s.person and f.name ilike ${pattern}))`
}

/** In characters: so much of a message is shown of what was found in it, and so much at most of what stands before the first word. */
const longestPiece = 300
const longestLead = 60

/** The newest message of each conversation that was searched for, to jump to, with the piece around the first word that stands in it. */
export async function listHits(
  db: Db,
  { account, text, by, conversations }: { account: string; text: string; by: By; conversations: string[] },
): Promise<Map<string, { seq: number; text: string }>> {
  const search = parseSearch(text)
  if ((search.words.length === 0 && search.from.length === 0) || conversations.length === 0) return new Map()
  const all = [...hasWords(search, by === 'terms' ? wantedOf(search) : null), ...byWhomAndWhen(account, search)]
  const rows = await many(
    db,
    sql<{ conversation: string; seq: number; text: string }>`
      select h.conversation, h.seq, case when f.start > 1 then '…' else '' end || substr(h.text, f.start, ${longestPiece}) as text
      from (
        select distinct on (s.conversation) s.conversation, s.seq, s.text
        from messages s where s.account = ${account} and s.conversation = any(${conversations}::uuid[]) and ${sql.join(all, sql` and `)}
        order by s.conversation, s.seq desc) h
      cross join lateral (
        select greatest(1, coalesce(min(nullif(strpos(lower(h.text), lower(w.word)), 0)), 1) - ${longestLead}) as start
        from unnest(${search.words}::text[]) w(word)) f`,
  )
  return new Map(rows.map(({ conversation, ...hit }) => [conversation, hit]))
}
