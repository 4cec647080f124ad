import { type Db, maybe, sql } from '../platform/db.ts'

/** What was just finished: the newest closure, and who served since the conversation was opened. */
export interface Interaction {
  closure: string
  customer: string
  reason: string
  personReplied: boolean
  /** Who of the team spoke last. */
  person: string | null
  assistantHelped: boolean
}

/** The interaction that ended; undefined while the conversation is open, because then it goes on. */
export function findInteraction(db: Db, account: string, conversation: string): Promise<Interaction | undefined> {
  return maybe(
    db,
    sql<Interaction>`
      select k.id as closure, c.customer, k.reason, m.seq is not null as "personReplied", m.person,
        exists (select 1 from help h where h.account = c.account and h.conversation = c.id and not h.abstained and h.at >= c.opened_at) as "assistantHelped"
      from conversations c
      join lateral (select id, reason from closures where account = c.account and conversation = c.id order by at desc limit 1) k on true
      left join lateral (
        select seq, person from messages
        where account = c.account and conversation = c.id and author = 'person' and not private and at >= c.opened_at order by seq desc limit 1
      ) m on true
      where c.account = ${account} and c.id = ${conversation} and c.closed_at is not null`,
  )
}

/** Asks once per closure; false when it was asked before. */
export async function saveAsked(
  db: Db,
  account: string,
  asked: { conversation: string; closure: string; customer: string; about: 'assistant' | 'person'; person: string | null },
): Promise<boolean> {
  const first = await maybe(
    db,
    sql`
      insert into efforts (account, conversation, closure, customer, about, person)
      values (${account}, ${asked.conversation}, ${asked.closure}, ${asked.customer}, ${asked.about}, ${asked.person})
      on conflict (account, closure) do nothing returning 1`,
  )
  return first !== undefined
}

/** Later than this the customer would judge a memory, and nobody is asked for that. */
const openDays = 7

/** The question that is open for this customer now: the newest one, while it is unanswered and its matter was not taken up again. */
export async function findOpenEffort(
  db: Db,
  account: string,
  customer: string,
): Promise<{ conversation: string; about: 'assistant' | 'person' } | null> {
  const newest = await maybe(
    db,
    sql<{ conversation: string; about: 'assistant' | 'person'; open: boolean }>`
      select e.conversation, e.about,
        e.answered_at is null and k.reopened_at is null and e.asked_at > now() - make_interval(days => ${openDays}) as open
      from conversations c
      join efforts e on e.account = c.account and e.conversation = c.id
      join closures k on k.account = e.account and k.id = e.closure
      where c.account = ${account} and c.customer = ${customer}
      order by e.asked_at desc limit 1`,
  )
  return newest?.open ? { conversation: newest.conversation, about: newest.about } : null
}

/** The newest question about a conversation of this customer. */
export function findAsked(
  db: Db,
  account: string,
  customer: string,
  conversation: string,
): Promise<{ closure: string; about: 'assistant' | 'person'; person: string | null } | undefined> {
  return maybe(
    db,
    sql<{ closure: string; about: 'assistant' | 'person'; person: string | null }>`
      select closure, about, person from efforts
      where account = ${account} and conversation = ${conversation} and customer = ${customer} order by asked_at desc limit 1`,
  )
}

/** The first answer stands; false when there was one. */
export async function saveAnswer(db: Db, account: string, closure: string, answer: { score: number; comment: string | null }): Promise<boolean> {
  const first = await maybe(
    db,
    sql`
      update efforts set score = ${answer.score}, comment = ${answer.comment}, answered_at = clock_timestamp()
      where account = ${account} and closure = ${closure} and answered_at is null returning 1`,
  )
  return first !== undefined
}
