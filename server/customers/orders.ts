import { type Db, many, maybe, sql } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { OrderFacts, OrderStatus } from './order-events.ts'

export interface Purchase {
  customer: string
  at: Date
  /** In the account's currency. */
  total: number
  marginShare: number
}

/** What customers bought and kept, oldest first. */
export function listPurchases(db: Db, account: string, customers: string[]): Promise<Purchase[]> {
  return many(
    db,
    sql<Purchase>`
      select customer, at, (total_cents / 100.0)::float8 as total, margin_share as "marginShare" from orders
      where account = ${account} and customer = any(${customers}::uuid[]) and status not in ('returned', 'cancelled') order by at`,
  )
}

export interface OrderRow {
  id: string
  number: string
  at: Date
  status: OrderStatus
  totalCents: number
  items: { name: string; quantity: number; price: number }[]
}

/** Newest first. */
export function listOrders(db: Db, account: string, customer: string): Promise<OrderRow[]> {
  return many(
    db,
    sql<OrderRow>`
      select id, number, at, status, total_cents as "totalCents", items from orders
      where account = ${account} and customer = ${customer} order by at desc, id desc limit 200`,
  )
}

/** Names of the goods in the customer's latest orders, as the shop writes them. */
export async function listBoughtNames(db: Db, account: string, customer: string): Promise<string[]> {
  const rows = await many(
    db,
    sql<{ name: string }>`
      select distinct item ->> 'name' as name
      from (select items from orders where account = ${account} and customer = ${customer} order by at desc, id desc limit 20) latest,
        jsonb_array_elements(items) as item
      where item ->> 'name' <> '' order by name limit 100`,
  )
  return rows.map(({ name }) => name)
}

/**
 * Makes the order, or brings it up to date; its status never goes back. `made` says that it is new.
 * Undefined when the number belongs to another customer, or when there is nothing yet to bring up to date.
 */
export async function saveOrder(
  db: Db,
  account: string,
  customer: string,
  facts: OrderFacts,
  at: Date,
): Promise<{ id: string; totalCents: number; made: boolean } | undefined> {
  const made = facts.totalCents === null || !facts.places ? undefined : await insertOrder(db, account, customer, facts, at)
  if (made) return { ...made, made: true }
  const updated = await maybe(
    db,
    sql<{ id: string; totalCents: number }>`
      update orders set
        total_cents = coalesce(${facts.totalCents}::bigint, total_cents),
        items = coalesce(${facts.items && JSON.stringify(facts.items)}::jsonb, items),
        status = case when array_position(${statuses}, status) < array_position(${statuses}, ${facts.status}) then ${facts.status} else status end
      where account = ${account} and number = ${facts.number} and customer = ${customer}
      returning id, total_cents as "totalCents"`,
  )
  return updated && { ...updated, made: false }
}

const statuses = sql`array['placed', 'paid', 'shipped', 'delivered', 'returned', 'cancelled']`

async function insertOrder(
  db: Db,
  account: string,
  customer: string,
  facts: OrderFacts,
  at: Date,
): Promise<{ id: string; totalCents: number } | undefined> {
  const made = await maybe(
    db,
    sql<{ id: string; totalCents: number }>`
      insert into orders (account, id, customer, number, at, status, total_cents, items)
      values (${account}, ${newId()}, ${customer}, ${facts.number}, ${at}, ${facts.status ?? 'paid'}, ${facts.totalCents}, ${JSON.stringify(facts.items ?? [])}::jsonb)
      on conflict (account, number) do nothing returning id, total_cents as "totalCents"`,
  )
  if (made) await sql`update customers set since = least(since, ${at}) where account = ${account} and id = ${customer}`.execute(db)
  return made
}
