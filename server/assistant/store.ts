import { type Db, maybe, one, sql } from '../platform/db.ts'

export interface Standing {
  closed: boolean
  asked: boolean
  vulnerable: boolean
  paused: boolean
  heldByPerson: boolean
  lastCustomerSeq: number
  intent: string | null
  orderKnown: boolean
  /** What the assistant said since the matter was opened. */
  spokeBefore: boolean
  codesSaid: string[]
}

/** Whether the assistant may speak here, and what it knows already. */
export function findStanding(db: Db, account: string, conversation: string): Promise<Standing | undefined> {
  return maybe(
    db,
    sql<Standing>`
      select c.closed_at is not null as closed, c.asked_for_person_at is not null as asked, c.last_customer_seq as "lastCustomerSeq", c.intent,
        exists (select 1 from decisions d where d.account = c.account and d.conversation = c.id and d.at >= c.opened_at and d.because->>'code' = 'vulnerable') as vulnerable,
        exists (select 1 from pauses p where p.account = c.account and p.resumed_at is null) as paused,
        exists (select 1 from claims k where k.account = c.account and k.conversation = c.id and k.holder = 'person' and k.ended_at is null) as "heldByPerson",
        (exists (select 1 from orders o where o.account = c.account and o.customer = c.customer and o.at > now() - interval '60 days')
          or exists (select 1 from readings r where r.account = c.account and r.conversation = c.id and r.reading->'facts' @> '[{"kind":"order"}]')) as "orderKnown",
        exists (select 1 from messages m where m.account = c.account and m.conversation = c.id and m.author = 'assistant' and m.at >= c.opened_at) as "spokeBefore",
        coalesce((select array_agg(distinct m.reason->>'code') from messages m
          where m.account = c.account and m.conversation = c.id and m.author = 'assistant' and m.at >= c.opened_at), '{}') as "codesSaid"
      from conversations c where c.account = ${account} and c.id = ${conversation}`,
  )
}

/** Whether the assistant gave this very answer since the matter was opened. */
export async function hasSaid(db: Db, account: string, conversation: string, answer: string): Promise<boolean> {
  const said = await maybe(
    db,
    sql`
      select 1 from messages m join conversations c on c.account = m.account and c.id = m.conversation
      where m.account = ${account} and m.conversation = ${conversation} and m.author = 'assistant' and m.at >= c.opened_at
        and starts_with(m.text, ${answer}) limit 1`,
  )
  return said !== undefined
}

export interface Help {
  customer: string
  seq: number
  conversation: string
  answersSeq: number
  article: string | null
  confidence: number
  abstained: boolean
}

export async function saveHelp(db: Db, account: string, help: Help): Promise<void> {
  await sql`
    insert into help (account, customer, seq, conversation, answers_seq, article, confidence, abstained)
    values (${account}, ${help.customer}, ${help.seq}, ${help.conversation}, ${help.answersSeq}, ${help.article}, ${help.confidence}, ${help.abstained})`.execute(
    db,
  )
}

/** True when this answer had not been judged yet. */
export async function saveJudgement(db: Db, account: string, customer: string, seq: number, solved: boolean): Promise<boolean> {
  const judged = await maybe(
    db,
    sql`
      update help set solved = ${solved}, judged_at = clock_timestamp()
      where account = ${account} and customer = ${customer} and seq = ${seq} and judged_at is null returning 1`,
  )
  return judged !== undefined
}

export async function findHelp(
  db: Db,
  account: string,
  customer: string,
  seq: number,
): Promise<{ conversation: string; answersSeq: number } | undefined> {
  return maybe(
    db,
    sql<{ conversation: string; answersSeq: number }>`
      select conversation, answers_seq as "answersSeq" from help where account = ${account} and customer = ${customer} and seq = ${seq}`,
  )
}

/** Answers until this moment are answered: the assistant answers each message once. */
export async function hasAnswered(db: Db, account: string, customer: string, seq: number): Promise<boolean> {
  const { answered } = await one(
    db,
    sql<{ answered: boolean }>`
      select exists (select 1 from messages where account = ${account} and customer = ${customer} and seq > ${seq} and author in ('assistant', 'person') and not private) as answered`,
  )
  return answered
}
