import type { ConversationRow, Urgency } from '../../contract/conversations.ts'
import { type Relaxing, relaxesAfter } from '../../core/team/capacity.ts'
import type { Stake } from '../../core/value/stake.ts'
import { type Db, many, sql } from '../platform/db.ts'
import { listRelaxing } from '../queue/limit-store.ts'

interface Row {
  id: string
  number: number
  customer: string
  name: string | null
  localName: string | null
  verified: boolean
  channel: string
  language: string | null
  holder: 'assistant' | 'person' | null
  holderPerson: string | null
  holderName: string | null
  holderSince: Date | null
  intent: string | null
  lastAuthor: string | null
  lastText: string | null
  lastLanguage: string | null
  lastMessageAt: Date | null
  lastCustomerSeq: number
  lastReplySeq: number
  stake: Stake | null
  moods: number[] | null
  waitingSince: Date | null
  limitAt: Date | null
  priority: number | null
  ahead: number | null
  skill: string | null
  asked: boolean
  callbackAt: Date | null
  openedAt: Date
  lastAt: Date
  closedAt: Date | null
  teamIsIn: boolean
  labels: string[] | null
  urgency: Urgency | null
  isSnoozed: boolean
  snoozedUntil: Date | null
  seenSeq: number
}

/** Which conversations, by a condition over `c` (conversation), `k` (open claim), `q` (place), `u` (customer). */
export type Where = ReturnType<typeof sql>

/** Rows of the inbox as `person` sees them: one query, whatever they show. */
export async function listRows(
  db: Db,
  account: string,
  where: Where,
  order: Where,
  limit: number,
  person: string | null = null,
): Promise<ConversationRow[]> {
  const rows = await many(
    db,
    sql<Row>`
      select c.id, c.number, c.customer, u.name, u.local_name as "localName", u.verified_at is not null as verified, c.channel, c.language, k.holder,
        k.person as "holderPerson", p.name as "holderName", k.since as "holderSince", c.intent, m.author as "lastAuthor", left(m.text, 300) as "lastText",
        coalesce(m.language, c.language) as "lastLanguage", m.at as "lastMessageAt", c.last_customer_seq as "lastCustomerSeq", c.last_reply_seq as "lastReplySeq", s.stake,
        (select array_agg(mood order by seq desc) from (select mood, seq from readings r where r.account = c.account and r.conversation = c.id order by seq desc limit 2) two) as moods,
        q.waiting_since as "waitingSince", q.limit_at as "limitAt", q.priority, q.told_ahead as ahead, q.skill, c.asked_for_person_at is not null as asked, b.due_at as "callbackAt",
        c.opened_at as "openedAt", c.last_at as "lastAt", c.closed_at as "closedAt",
        exists (select 1 from people t where t.account = c.account and t.presence = 'on') as "teamIsIn",
        (select array_agg(x.label order by x.at) from conversation_labels x where x.account = c.account and x.conversation = c.id) as labels,
        (select y.urgency from urgencies y where y.account = c.account and y.conversation = c.id order by y.nth desc limit 1) as urgency,
        z.id is not null as "isSnoozed", z.until as "snoozedUntil",
        coalesce((select v.seq from seen_marks v where v.account = c.account and v.conversation = c.id and v.person = ${person || null}::uuid), 0) as "seenSeq"
      from conversations c
      join customers u on u.account = c.account and u.id = c.customer
      left join claims k on k.account = c.account and k.conversation = c.id and k.ended_at is null
      left join people p on p.account = k.account and p.id = k.person
      left join snoozes z on z.account = k.account and z.conversation = k.conversation and z.claim = k.id and z.ended_at is null
      left join places q on q.account = c.account and q.conversation = c.id
      left join callbacks b on b.account = c.account and b.conversation = c.id and b.done_at is null
      left join lateral (select stake from stakes s where s.account = c.account and s.conversation = c.id order by seq desc limit 1) s on true
      left join lateral (
        select author, text, language, at from messages m
        where m.account = c.account and m.conversation = c.id and m.author <> 'system' and not m.private order by seq desc limit 1) m on true
      where c.account = ${account} and ${where}
      order by ${order} limit ${limit}`,
  )
  const [relaxing] = await listRelaxing(db, account)
  return rows.map((row) => toRow(row, relaxing))
}

export async function findRow(db: Db, account: string, conversation: string, person: string | null): Promise<ConversationRow | undefined> {
  const [row] = await listRows(db, account, sql`c.id = ${conversation}`, sql`c.id`, 1, person)
  return row
}

function toRow(row: Row, relaxing: Relaxing): ConversationRow {
  return {
    id: row.id,
    number: row.number,
    customer: { id: row.customer, name: row.name, localName: row.localName, verified: row.verified },
    channel: row.channel,
    language: row.language,
    state: stateOf(row),
    holder:
      row.holder && row.holderSince
        ? { kind: row.holder, person: row.holderPerson, name: row.holderName, since: row.holderSince.toISOString() }
        : null,
    intent: row.intent,
    preview:
      row.lastText !== null && row.lastAuthor && row.lastMessageAt
        ? { author: row.lastAuthor, text: row.lastText, language: row.lastLanguage, at: row.lastMessageAt.toISOString() }
        : null,
    unanswered: row.lastCustomerSeq > row.lastReplySeq,
    stake: row.stake && stakeOf(row.stake),
    mood: row.moods?.[0] === undefined ? null : { score: row.moods[0], before: row.moods[1] ?? null },
    place: row.waitingSince ? placeOf(row, row.waitingSince, relaxing) : null,
    askedForPerson: row.asked,
    callbackAt: row.callbackAt?.toISOString() ?? null,
    openedAt: row.openedAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    labels: row.labels ?? [],
    urgency: row.urgency ?? 'normal',
    snoozed: row.isSnoozed ? { until: row.snoozedUntil?.toISOString() ?? null } : null,
    unread: row.lastCustomerSeq > row.seenSeq,
    hit: null,
  }
}

function stateOf(row: Row): ConversationRow['state'] {
  if (row.closedAt) return 'closed'
  if (row.holder === 'person') return 'person'
  if (row.waitingSince) return row.teamIsIn ? 'waiting' : 'callback'
  if (row.callbackAt) return 'callback'
  return 'assistant'
}

function stakeOf({ atRisk, toGain, total, uplift, perMinute }: Stake) {
  return { atRisk, toGain, total, uplift, perMinute }
}

function placeOf(row: Row, waitingSince: Date, relaxing: Relaxing): ConversationRow['place'] {
  const limitAt = row.limitAt ?? waitingSince
  const [skillMinutes] = relaxesAfter(relaxing, (limitAt.getTime() - waitingSince.getTime()) / 60_000)
  const until = new Date(waitingSince.getTime() + skillMinutes * 60_000).toISOString()
  return {
    ahead: row.ahead ?? 0,
    waitingSince: waitingSince.toISOString(),
    priority: row.priority ?? 0,
    limitAt: limitAt.toISOString(),
    skill: row.skill === null ? null : { name: row.skill, until },
  }
}
