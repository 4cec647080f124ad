import type { HandoverCard } from '../../contract/assist.ts'
import type { Because, HandoverFacts, Help } from '../../core/assist/handover.ts'
import type { Said } from '../../core/assist/matter.ts'
import type { Reading } from '../../core/understanding/reading.ts'
import { type Db, many, maybe, one, sql } from '../platform/db.ts'

/** Who it is, and what stands fixed about the conversation. Undefined when there is no such conversation. */
export interface Subject {
  customer: string
  name: string | null
  verified: boolean
  sinceYear: number | null
  language: string | null
  intent: string | null
  confidence: number
  now: Date
  waitedSince: Date | null
  waitedUntil: Date | null
  callbackTo: string | null
  callbackAt: Date | null
}

export function findSubject(db: Db, account: string, conversation: string): Promise<Subject | undefined> {
  return maybe(
    db,
    sql<Subject>`
      select c.customer, coalesce(u.name, u.local_name) as name, u.verified_at is not null as verified, extract(year from u.since)::int as "sinceYear",
        coalesce(c.language, c.language_hint, u.language) as language, c.intent, coalesce(c.intent_confidence, 0)::float8 as confidence,
        clock_timestamp() as now,
        coalesce(p.waiting_since, p.waited_since) as "waitedSince",
        case when p.waiting_since is null then coalesce(p.served_at, p.left_at) end as "waitedUntil",
        coalesce(b.phone, b.email) as "callbackTo", b.asked_at as "callbackAt"
      from conversations c
      join customers u on u.account = c.account and u.id = c.customer
      left join places p on p.account = c.account and p.conversation = c.id
      left join callbacks b on b.account = c.account and b.conversation = c.id and (b.done_at is null or b.done_because = 'served')
      where c.account = ${account} and c.id = ${conversation}`,
  )
}

/** How much of a long conversation the card reads: the newest messages. */
const mostMessages = 60

/** What the customer said, oldest first, each with what was read from it and which question of the assistant it answers. */
export async function listSaid(db: Db, account: string, conversation: string): Promise<Said[]> {
  const rows = await many(
    db,
    sql<{ text: string; at: Date; reading: Reading | null; reply: string | null }>`
      select m.text, m.at, r.reading, case when m.before = 'assistant' then m.before_code end as reply
      from (
        select customer, seq, author, text, at, lag(author) over timeline as before, lag(reason->>'code') over timeline as before_code
        from messages where account = ${account} and conversation = ${conversation} and not private and author <> 'system'
        window timeline as (order by seq)
      ) m left join readings r on r.account = ${account} and r.customer = m.customer and r.seq = m.seq
      where m.author = 'customer' order by m.seq desc limit ${mostMessages}`,
  )
  return rows.toReversed().map((row) => ({ ...row, at: row.at.getTime() }))
}

/** The newest decision for a person since the matter was opened last. */
export async function findDecision(db: Db, account: string, conversation: string): Promise<HandoverFacts['decision']> {
  const row = await maybe(
    db,
    sql<{ because: Because; at: Date }>`
      select d.because, d.at from decisions d join conversations c on c.account = d.account and c.id = d.conversation
      where d.account = ${account} and d.conversation = ${conversation} and d.decided <> 'assistant' and d.at >= c.opened_at order by d.at desc limit 1`,
  )
  return row ? { because: row.because, at: row.at.getTime() } : null
}

/** The assistant's turns since the matter was opened last; a greeting or an aside asked nothing, so that nothing was tried. */
export async function listHelp(db: Db, account: string, conversation: string): Promise<Help[]> {
  const rows = await many(
    db,
    sql<{ at: Date; asked: string; id: string | null; title: string | null; solved: boolean | null }>`
      select h.at, m.text as asked, h.article as id, coalesce(a.sources->0->>'title', t.title, '') as title, h.solved
      from help h
      join conversations c on c.account = h.account and c.id = h.conversation and h.at >= c.opened_at
      join messages m on m.account = h.account and m.customer = h.customer and m.seq = h.answers_seq
      left join messages a on a.account = h.account and a.customer = h.customer and a.seq = h.seq
      left join readings r on r.account = h.account and r.customer = h.customer and r.seq = h.answers_seq
      left join lateral (select title from article_texts where account = h.account and article = h.article order by language = a.language desc limit 1) t on true
      where h.account = ${account} and h.conversation = ${conversation} and (h.article is not null or (r.intent is distinct from 'greeting' and r.reading->'aside' is null))
      order by h.seq`,
  )
  return rows.map(({ at, asked, id, title, solved }) => ({
    at: at.getTime(),
    asked,
    article: id === null ? null : { id, title: title ?? '' },
    solved,
  }))
}

/** What they were told of their place since the matter was opened last, oldest first. */
export async function listTold(db: Db, account: string, conversation: string): Promise<HandoverFacts['told']> {
  const rows = await many(
    db,
    sql<{ at: Date; ahead: number; from: number | null; to: number | null }>`
      select h.at, h.ahead, h.range_from as "from", h.range_to as "to" from place_changes h
      join conversations c on c.account = h.account and c.id = h.conversation and h.at >= c.opened_at
      where h.account = ${account} and h.conversation = ${conversation} order by h.at limit 100`,
  )
  return rows.map(({ at, ahead, from, to }) => ({ at: at.getTime(), ahead, range: from === null || to === null ? null : { from, to } }))
}

/** The last word of whoever handed it over, since the matter was opened last. */
export async function findNote(db: Db, account: string, conversation: string): Promise<HandoverCard['note'] | undefined> {
  const row = await maybe(
    db,
    sql<{ by: string; text: string; at: Date }>`
      select p.name as by, t.note as text, t.asked_at as at from transfers t
      join conversations c on c.account = t.account and c.id = t.conversation and t.asked_at >= c.opened_at
      join people p on p.account = t.account and p.id = t.from_person
      where t.account = ${account} and t.conversation = ${conversation} and t.note is not null and t.answer in ('accepted', 'queued')
      order by t.asked_at desc limit 1`,
  )
  return row && { ...row, at: row.at.toISOString() }
}

export async function findHandover(db: Db, account: string, conversation: string): Promise<HandoverCard | undefined> {
  const row = await maybe(db, sql<{ card: HandoverCard }>`select card from handovers where account = ${account} and conversation = ${conversation}`)
  return row?.card
}

/** Keeps the newest card. True when it says something new: the time that passes does not. */
export async function saveHandover(db: Db, account: string, card: HandoverCard): Promise<boolean> {
  const { isNew } = await one(
    db,
    sql<{ isNew: boolean }>`
      with before as (
        select card from handovers where account = ${account} and conversation = ${card.conversation}
      ), saved as (
        insert into handovers (account, conversation, card) values (${account}, ${card.conversation}, ${JSON.stringify(card)}::jsonb)
        on conflict (account, conversation) do update set card = excluded.card, prepared_at = clock_timestamp()
        returning card
      )
      select (select card - 'preparedAt' - 'waited' from before) is distinct from card - 'preparedAt' - 'waited' as "isNew" from saved`,
  )
  return isNew
}

/** Milliseconds of the database's clock since a fact was told. */
export async function findAge(db: Db, at: Date): Promise<number> {
  const { ms } = await one(db, sql<{ ms: number }>`select (extract(epoch from clock_timestamp() - ${at}::timestamptz) * 1000)::float8 as ms`)
  return Math.max(0, Math.round(ms))
}
