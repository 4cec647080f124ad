import type { Estimate } from '../../core/value/economics.ts'
import { lifetimeValue } from '../../core/value/lifetime.ts'
import { type Db, many, sql } from '../platform/db.ts'
import { listPurchases, type Purchase } from './orders.ts'

/** What is known of the customer's worth before a conversation is looked at. */
export interface Worth {
  lifetimeValue: Estimate
  /** Years since the first order; 0 for a stranger. */
  tenureYears: number
  /** Nobody records promises yet. */
  openPromises: number
}

/** Rows 7 and 19: remaining lifetime value and tenure of one customer, in the account's currency. */
export async function findWorth(db: Db, account: string, customer: string, now: Date): Promise<Worth> {
  const [worth] = await listWorths(db, account, [customer], now)
  return worth ?? { ...emptyWorth, lifetimeValue: estimate([], null, await findMeans(db, account), now) }
}

/** The same for several customers in two questions, in the order given. */
export async function listWorths(db: Db, account: string, customers: string[], now: Date): Promise<Worth[]> {
  if (customers.length === 0) return []
  const means = await findMeans(db, account)
  const segments = new Map(
    (
      await many(
        db,
        sql<{ id: string; segment: string | null }>`select id, segment from customers where account = ${account} and id = any(${customers}::uuid[])`,
      )
    ).map((row) => [row.id, row.segment]),
  )
  const purchases = Map.groupBy(await listPurchases(db, account, customers), (purchase) => purchase.customer)
  return customers.map((customer) => {
    const own = purchases.get(customer) ?? []
    const first = Math.min(...own.map((purchase) => purchase.at.getTime()))
    const tenureYears = own.length === 0 ? 0 : Math.max(0, (now.getTime() - first) / (365.25 * 86_400_000))
    return { ...emptyWorth, lifetimeValue: estimate(own, segments.get(customer) ?? null, means, now), tenureYears }
  })
}

const emptyWorth = { tenureYears: 0, openPromises: 0 }

function estimate(purchases: Purchase[], segment: string | null, means: Means, now: Date): Estimate {
  const { mean, n, of } = meanFor(means, segment)
  return lifetimeValue({
    orders: purchases.map(({ at, total, marginShare }) => ({ at: at.getTime(), total, marginShare })),
    now: now.getTime(),
    segmentMean: mean,
    segmentN: n,
    cap: means.cap,
    ...(of && { segment: of }),
  })
}

/** A segment speaks for its members from this many on; below it all customers do. */
const fewest = 5
/** Margin of two years that a customer is taken to bring while nobody has bought anything yet. */
const startingMean = 60

function meanFor(means: Means, segment: string | null): { mean: number; n: number; of: string | null } {
  const own = segment === null ? undefined : means.segments.get(segment)
  if (own && own.n >= fewest) return { ...own, of: segment }
  if (means.all.n >= fewest) return { ...means.all, of: null }
  return { mean: startingMean, n: 0, of: null }
}

interface Means {
  segments: Map<string, { mean: number; n: number }>
  all: { mean: number; n: number }
  cap: number
}

const keptMilliseconds = 10 * 60_000
const kept = new Map<string, { until: number; means: Means }>()

async function findMeans(db: Db, account: string): Promise<Means> {
  const known = kept.get(account)
  if (known && known.until > performance.now()) return known.means
  const means = await measureMeans(db, account)
  if (kept.size > 10_000) kept.clear()
  // What was measured on few customers changes with every new one: it is measured again each time.
  if (means.all.n >= 100) kept.set(account, { until: performance.now() + keptMilliseconds, means })
  return means
}

interface MeanRow {
  segment: string | null
  isAll: boolean
  n: number
  mean: number
  highest: number
}

/** Margin of the last 24 months over customers who are known or bought: strangers who only passed by say nothing of customers. */
async function measureMeans(db: Db, account: string): Promise<Means> {
  const rows = await many(
    db,
    sql<MeanRow>`
      with margins as (
        select c.id, c.segment, coalesce(sum(o.total_cents / 100.0 * o.margin_share) filter (
          where o.at > now() - interval '24 months' and o.status not in ('returned', 'cancelled')), 0)::float8 as margin
        from customers c left join orders o on o.account = c.account and o.customer = c.id
        where c.account = ${account}
        group by c.id, c.segment, c.external_id having c.external_id is not null or count(o.id) > 0
      )
      select segment, grouping(segment) = 1 as "isAll", count(*)::int as n, avg(margin) as mean,
        percentile_cont(0.99) within group (order by margin) as highest
      from margins group by grouping sets ((), (segment))`,
  )
  const all = rows.find((row) => row.isAll)
  const segments = rows.filter((row) => !row.isAll && row.segment !== null).map((row) => [row.segment ?? '', { mean: row.mean, n: row.n }] as const)
  const mean = all && all.n >= fewest ? all.mean : startingMean
  return {
    segments: new Map(segments),
    all: { mean: all?.mean ?? 0, n: all?.n ?? 0 },
    // With few customers a quantile is one of them: then ten times the mean keeps a single estimate from owning the floor.
    cap: Math.max(10 * mean, all && all.n >= 100 ? all.highest : 0),
  }
}
