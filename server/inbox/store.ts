import type { z } from 'zod'
import type { TimelineEntry, TimelineQuery } from '../../contract/conversations.ts'
import type { Reading } from '../../core/understanding/reading.ts'
import type { Stake } from '../../core/value/stake.ts'
import { filesOf } from '../conversations/file-store.ts'
import { type Db, many, one, sql } from '../platform/db.ts'

type EntryRow = Omit<TimelineEntry, 'at' | 'person' | 'reading'> & {
  at: Date
  personId: string | null
  personName: string | null
  read: Reading | null
}

/** A stretch of a customer's timeline, oldest first. */
export async function listTimeline(
  db: Db,
  account: string,
  customer: string,
  query: z.output<typeof TimelineQuery>,
): Promise<{ entries: TimelineEntry[]; more: boolean }> {
  const bound = query.after !== undefined ? sql`m.seq > ${query.after}` : query.before !== undefined ? sql`m.seq < ${query.before}` : sql`true`
  const direction = query.after !== undefined ? sql`asc` : sql`desc`
  const rows = await many(
    db,
    sql<EntryRow>`
      select m.id, m.seq, m.conversation, m.client_id as "clientId", m.author, m.private, m.person as "personId", p.name as "personName", m.text,
        coalesce(m.language, r.reading->'language'->>'is') as language, m.reason, m.sources, ${filesOf}, r.reading as read, m.delivery, m.at
      from messages m
      left join people p on p.account = m.account and p.id = m.person
      left join readings r on r.account = m.account and r.customer = m.customer and r.seq = m.seq
      where m.account = ${account} and m.customer = ${customer} and ${bound} order by m.seq ${direction} limit ${query.limit + 1}`,
  )
  const more = rows.length > query.limit
  const page = rows.slice(0, query.limit).sort((a, b) => a.seq - b.seq)
  return { entries: page.map(toEntry), more }
}

function toEntry({ personId, personName, read, at, ...row }: EntryRow): TimelineEntry {
  return {
    ...row,
    person: personId ? { id: personId, name: personName ?? '' } : null,
    reading: read && {
      intent: read.intent.is,
      intentConfidence: read.intent.confidence,
      language: read.language.is,
      mood: read.mood.is.score,
      frustrated: read.mood.is.frustrated,
      confused: read.mood.is.confused,
      wantsPerson: read.wantsPerson.is,
      facts: read.facts.map(({ kind, value }) => ({ kind, value })),
    },
    at: at.toISOString(),
  }
}

/** The page on which the customer wrote first. */
export async function findPage(db: Db, account: string, conversation: string): Promise<string | null> {
  const { page } = await one(db, sql<{ page: string | null }>`select page from conversations where account = ${account} and id = ${conversation}`)
  return page
}

export function listClaims(db: Db, account: string, conversation: string) {
  return many(
    db,
    sql<{ holder: 'assistant' | 'person'; name: string | null; since: Date; until: Date | null; because: string | null }>`
      select k.holder, p.name, k.since, k.ended_at as until, k.ended_because as because from claims k
      left join people p on p.account = k.account and p.id = k.person
      where k.account = ${account} and k.conversation = ${conversation} order by k.since`,
  )
}

export function listMoods(db: Db, account: string, conversation: string) {
  return many(
    db,
    sql<{
      seq: number
      at: Date
      score: number
    }>`select seq, at, mood::float8 as score from readings where account = ${account} and conversation = ${conversation} order by seq`,
  )
}

export async function findWeighed(db: Db, account: string, conversation: string): Promise<Stake | null> {
  const [row] = await many(
    db,
    sql<{ stake: Stake }>`select stake from stakes where account = ${account} and conversation = ${conversation} order by seq desc limit 1`,
  )
  return row?.stake ?? null
}
