import { type Db, maybe, one, sql } from '../platform/db.ts'

export interface Handling {
  closure: string
  personMinutes: number
  costOfMinute: number
  personServed: boolean
  assistantSpoke: boolean
}

/** Minutes that people held the conversation since it was opened last, and who spoke. */
export function findHandling(db: Db, account: string, conversation: string): Promise<Handling> {
  return one(
    db,
    sql<Handling>`
      select
        (select id from closures where account = ${account} and conversation = c.id order by at desc limit 1) as closure,
        coalesce((select sum(extract(epoch from coalesce(ended_at, clock_timestamp()) - since)) / 60 from claims
          where account = ${account} and conversation = c.id and holder = 'person' and since >= c.opened_at), 0)::float8 as "personMinutes",
        coalesce((select (policy->>'costOfMinute')::float8 from policies where account = ${account} order by version desc limit 1), 0) as "costOfMinute",
        exists (select 1 from claims where account = ${account} and conversation = c.id and holder = 'person' and since >= c.opened_at) as "personServed",
        exists (select 1 from messages where account = ${account} and conversation = c.id and author = 'assistant' and at >= c.opened_at) as "assistantSpoke"
      from conversations c where c.account = ${account} and c.id = ${conversation}`,
  )
}

/** The newest conversation of this customer within the window before the order, and the order's margin. */
export function listBoughtFrom(
  db: Db,
  account: string,
  customer: string,
  order: string,
  windowDays: number,
): Promise<{ conversation: string; marginCents: number } | undefined> {
  return maybe(
    db,
    sql<{ conversation: string; marginCents: number }>`
      select c.id as conversation, round(o.total_cents * o.margin_share)::bigint as "marginCents"
      from orders o join conversations c on c.account = o.account and c.customer = o.customer
        and c.opened_at < o.at and c.opened_at > o.at - make_interval(days => ${windowDays})
      where o.account = ${account} and o.customer = ${customer} and o.id = ${order}
      order by c.opened_at desc limit 1`,
  )
}
