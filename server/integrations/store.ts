import { type Db, many, maybe, one, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export interface KeyRow {
  id: string
  name: string
  scope: 'events' | 'read' | 'full'
  prefix: string
  createdAt: Date
  lastUsedAt: Date | null
}

const keyColumns = sql`id, name, scope, prefix, made_at as "createdAt", used_at as "lastUsedAt"`

export function listKeys(db: Db, account: string): Promise<KeyRow[]> {
  return many(db, sql<KeyRow>`select ${keyColumns} from api_keys where account = ${account} order by made_at, id`)
}

export function saveKey(db: Db, account: string, key: { name: string; scope: KeyRow['scope']; prefix: string; hash: string }): Promise<KeyRow> {
  return one(
    db,
    sql<KeyRow>`
      insert into api_keys (account, id, name, scope, prefix, secret_hash)
      values (${account}, ${newId()}, ${key.name}, ${key.scope}, ${key.prefix}, ${key.hash}) returning ${keyColumns}`,
  )
}

/** False when there was no such key. */
export async function removeKey(db: Db, account: string, key: string): Promise<boolean> {
  return (await maybe(db, sql`delete from api_keys where account = ${account} and id = ${key} returning 1`)) !== undefined
}

export interface WebhookRow {
  id: string
  url: string
  events: string[]
  createdAt: Date
  /** Still to be sent, those included that were given up. */
  pending: number
  /** Something could not be delivered at the first attempt, and is not delivered yet. */
  failing: boolean
}

export function listWebhooks(db: Db, account: string): Promise<WebhookRow[]> {
  return many(
    db,
    sql<WebhookRow>`
      select w.id, w.url, w.events, w.made_at as "createdAt", s.pending, s.failing
      from webhooks w cross join lateral (
        select count(*)::int as pending, coalesce(bool_or(error is not null), false) as failing
        from webhook_sends s where s.account = w.account and s.webhook = w.id and s.sent_at is null) s
      where w.account = ${account} order by w.made_at, w.id`,
  )
}

export async function saveWebhook(db: Db, account: string, webhook: { url: string; secret: string; events: string[] }): Promise<WebhookRow> {
  const row = await one(
    db,
    sql<Pick<WebhookRow, 'id' | 'url' | 'events' | 'createdAt'>>`
      insert into webhooks (account, id, url, secret, events)
      values (${account}, ${newId()}, ${webhook.url}, ${webhook.secret}, ${webhook.events}::text[])
      returning id, url, events, made_at as "createdAt"`,
  )
  return { ...row, pending: 0, failing: false }
}

/** With everything that was still to be sent. False when there was no such webhook. */
export async function removeWebhook(db: Db, account: string, webhook: string): Promise<boolean> {
  const removed = await maybe(db, sql`delete from webhooks where account = ${account} and id = ${webhook} returning 1`)
  await sql`delete from webhook_sends where account = ${account} and webhook = ${webhook}`.execute(db)
  return removed !== undefined
}

/** Light on purpose: what happened and the ids; who may know more asks for it with a key. */
const body = sql`json_build_object('type', e.name, 'timestamp', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', e.facts)::text`

const mostNews = 500

/**
 * Notes for every webhook what was told since it last looked, in the log's own order; gives back how many. A node at a time reads
 * for a webhook. Across accounts, by the platform: each webhook sees the events of its own account alone.
 */
export async function noteNews(db: Db): Promise<number> {
  const readers = await many(
    db,
    sql<{ account: string; id: string; xid: string; seen: number; horizon: string }>`
      select account, id, seen_xid::text as xid, seen_id as seen, pg_snapshot_xmin(pg_current_snapshot())::text as horizon
      from webhooks for update skip locked`,
  )
  let noted = 0
  for (const reader of readers) noted += await noteNewsOf(db, reader)
  return noted
}

async function noteNewsOf(db: Db, reader: { account: string; id: string; xid: string; seen: number; horizon: string }): Promise<number> {
  const { account, id, xid, seen, horizon } = reader
  const news = await many(
    db,
    sql<{ xid: string; id: number }>`
      with news as (
        select e.xid, e.id, e.subject, ${body} as body from webhooks w
        join events e on e.account = w.account and e.name = any(w.events)
        where w.account = ${account} and w.id = ${id} and (e.xid, e.id) > (${xid}::xid8, ${seen}::bigint) and e.xid < ${horizon}::xid8
        order by e.xid, e.id limit ${mostNews}
      ), noted as (
        insert into webhook_sends (account, webhook, event, subject, body)
        select ${account}, ${id}, id, subject, body from news order by xid, id
        on conflict (account, webhook, event) do nothing
      )
      select xid::text as xid, id from news order by xid, id`,
  )
  const last = news.length === mostNews ? news.at(-1) : undefined
  await sql`
    update webhooks set seen_xid = ${last?.xid ?? horizon}::xid8, seen_id = ${last?.id ?? 0}
    where account = ${account} and id = ${id}`.execute(db)
  return news.length
}

/** Everything since then is to be sent once more, in the old order and under the old ids. How many; undefined without such a webhook. */
export async function replaySends(db: Db, account: string, webhook: string, from: Date): Promise<number | undefined> {
  const there = await maybe(db, sql`select 1 from webhooks where account = ${account} and id = ${webhook} for update`)
  if (!there) return undefined
  const again = await many(
    db,
    sql`
      insert into webhook_sends (account, webhook, event, subject, body)
      select w.account, w.id, e.id, e.subject, ${body}
      from events e join webhooks w on w.account = e.account and w.id = ${webhook} and e.name = any(w.events)
      where e.account = ${account} and e.at >= ${from}
      order by e.id
      on conflict (account, webhook, event) do update set attempts = 0, retry_at = clock_timestamp(), sent_at = null, error = null
      returning 1`,
  )
  return again.length
}
