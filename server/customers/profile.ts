import { type Db, many, maybe, sql } from '../platform/db.ts'

export interface ProfileRow {
  id: string
  name: string | null
  localName: string | null
  email: string | null
  phone: string | null
  country: string | null
  language: string | null
  externalId: string | null
  verified: boolean
  segment: string | null
  since: Date | null
}

export function findProfile(db: Db, account: string, customer: string): Promise<ProfileRow | undefined> {
  return maybe(
    db,
    sql<ProfileRow>`
      select id, name, local_name as "localName", email, phone, country, language, external_id as "externalId",
        verified_at is not null as verified, segment, since
      from customers where account = ${account} and id = ${customer}`,
  )
}

export function listTraits(db: Db, account: string, customer: string): Promise<{ name: string; value: string; source: string; at: Date }[]> {
  return many(
    db,
    sql<{ name: string; value: string; source: string; at: Date }>`
      select name, value, source, at from traits where account = ${account} and customer = ${customer} order by name`,
  )
}

/** What the customer did, newest first, at most 50; who they are is in the traits. */
export function listEvents(
  db: Db,
  account: string,
  customer: string,
): Promise<{ name: string; properties: Record<string, unknown>; source: string; at: Date }[]> {
  return many(
    db,
    sql<{ name: string; properties: Record<string, unknown>; source: string; at: Date }>`
      select name, properties, source, at from tracked
      where account = ${account} and customer = ${customer} and kind <> 'identify' order by at desc, id desc limit 50`,
  )
}

export interface CustomerRow {
  id: string
  name: string | null
  localName: string | null
  email: string | null
  country: string | null
  language: string | null
  segment: string | null
  orders: number
  spentCents: number
  lastAt: Date | null
  /** Where the next page begins. */
  place: string
}

export interface CustomerQuery {
  search: string | null
  after: { at: string; id: string } | null
  limit: number
}

/** Customers of whom something is known or who wrote, the last one seen first. Browsers that only passed by are left out. */
export function listCustomers(db: Db, account: string, { search, after, limit }: CustomerQuery): Promise<CustomerRow[]> {
  const like = search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const found =
    like === null
      ? sql``
      : sql`and (c.name ilike ${like} or c.local_name ilike ${like} or c.email ilike ${like} or c.phone ilike ${like} or c.external_id ilike ${like}
        or exists (select 1 from orders o where o.account = c.account and o.customer = c.id and o.number ilike ${like}))`
  const beyond = after === null ? sql`` : sql`where (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  return many(
    db,
    sql<CustomerRow>`
      with seen as (
        select c.*, w.last_at, coalesce(w.last_at, c.made_at) as at
        from customers c left join lateral (
          select max(last_at) as last_at from conversations v where v.account = c.account and v.customer = c.id) w on true
        where c.account = ${account} ${found}
          and (c.external_id is not null or c.name is not null or c.email is not null or c.phone is not null or c.last_seq > 0)
      ), page as (
        select * from seen ${beyond} order by at desc, id desc limit ${limit}
      )
      select p.id, p.name, p.local_name as "localName", p.email, p.country, p.language, p.segment, p.last_at as "lastAt",
        p.at::text as place, o.orders, o.spent as "spentCents"
      from page p left join lateral (
        select count(*)::int as orders, coalesce(sum(total_cents) filter (where status not in ('returned', 'cancelled')), 0)::bigint as spent
        from orders where account = p.account and customer = p.id) o on true
      order by p.at desc, p.id desc`,
  )
}
