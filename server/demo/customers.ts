import { type Chance, chance as seeded } from '../../core/chance.ts'
import type { Language } from '../../core/language.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { happens, weighted } from './draw.ts'
import { type Country, deliveryCost, type Good, goods, showrooms } from './goods.ts'
import { nameFor } from './names.ts'
import { saveRows } from './store.ts'

export type Segment = 'new' | 'regular' | 'club' | 'business'

export interface SeededOrder {
  id: string
  customer: string
  number: string
  at: string
  status: 'placed' | 'paid' | 'shipped' | 'delivered' | 'returned' | 'cancelled'
  total_cents: number
  margin_share: number
  items: { name: string; quantity: number; price: number }[]
}

export interface SeededCustomer {
  id: string
  external_id: string
  name: string
  local_name: string | null
  email: string
  phone: string
  country: Country
  language: Language
  segment: Segment
  since: string
  verified_at: string | null
  made_at: string
  orders: SeededOrder[]
}

const day = 86_400_000
const year = 365.25 * day

/** Known customers with what they bought in the last three years; the same seed gives the same people. */
export async function seedCustomers(db: Db, account: string, many: number, now: number): Promise<SeededCustomer[]> {
  const chance = seeded(20418)
  const customers = Array.from({ length: many }, (_, index) => makeCustomer(chance, index, now))
  numberOrders(customers.flatMap((customer) => customer.orders))
  await saveRows(
    db,
    account,
    'customers',
    customers.map(({ orders: _, ...row }) => row),
  )
  await saveRows(
    db,
    account,
    'orders',
    customers.flatMap((customer) => customer.orders),
  )
  await saveRows(
    db,
    account,
    'traits',
    customers.flatMap((customer) => traitsOf(chance, customer)),
  )
  return customers
}

const origins: readonly (readonly [origin: readonly [Country, Language], weight: number])[] = [
  [['SG', 'en'], 20],
  [['SG', 'zh'], 11],
  [['MY', 'ms'], 15],
  [['MY', 'en'], 5],
  [['MY', 'zh'], 3],
  [['ID', 'id'], 17],
  [['TH', 'th'], 14],
  [['EE', 'et'], 13],
  [['CN', 'zh'], 3],
]
const segments: readonly (readonly [segment: Segment, weight: number])[] = [
  ['new', 32],
  ['regular', 44],
  ['club', 19],
  ['business', 5],
]

function makeCustomer(chance: Chance, index: number, now: number): SeededCustomer {
  // The first of each origin come in turn, so that a small company has customers in every language too.
  const [country, language] = index < origins.length ? (origins[index]?.[0] ?? weighted(chance, origins)) : weighted(chance, origins)
  const segment = weighted(chance, segments)
  const { name, local } = nameFor(chance, country, language)
  const id = newId()
  const since = now - (segment === 'new' ? chance.next() * 0.25 : 0.3 + chance.next() * 2.6) * year
  const orders = makeOrders(chance, { id, segment, since, now })
  return {
    id,
    external_id: `c${10_001 + index}`,
    name,
    local_name: local,
    email: emailOf(name, index),
    phone: phoneOf(chance, country),
    country,
    language,
    segment,
    since: new Date(since).toISOString(),
    verified_at: happens(chance, 0.6) ? new Date(since).toISOString() : null,
    made_at: new Date(since).toISOString(),
    orders,
  }
}

/** At least so many orders, on average so many more, never more than so many. */
const usualOrders: Record<Segment, readonly [least: number, more: number, most: number]> = {
  new: [0, 0.6, 1],
  regular: [1, 0.9, 5],
  club: [3, 2.5, 14],
  business: [1, 1.5, 8],
}

function makeOrders(chance: Chance, of: { id: string; segment: Segment; since: number; now: number }): SeededOrder[] {
  const [least, more, most] = usualOrders[of.segment]
  const count = Math.min(most, least + Math.floor(chance.exponential(more)))
  return Array.from({ length: count }, (_, index) => {
    // The first order makes the customer; half of the customers with several bought something lately.
    const at =
      index === 0
        ? of.since
        : index === 1 && happens(chance, 0.5)
          ? of.now - chance.next() * 21 * day
          : of.since + chance.next() * (of.now - of.since)
    return makeOrder(chance, { customer: of.id, business: of.segment === 'business', at, now: of.now })
  })
}

/** An order of one to three kinds of goods, with its delivery; a company buys several of each. */
export function makeOrder(chance: Chance, of: { customer: string; business: boolean; at: number; now: number }): SeededOrder {
  const kinds = new Set<Good>()
  const wanted = weighted(chance, [
    [1, 6],
    [2, 3],
    [3, 1],
  ])
  while (kinds.size < wanted)
    kinds.add(
      weighted(
        chance,
        goods.map((good) => [good, good.often]),
      ),
    )
  const items = [...kinds].map(({ name, price, large }) => ({
    name,
    price,
    quantity: of.business ? chance.whole(3, 8) : name.includes('chair') ? chance.whole(1, 4) : large ? 1 : chance.whole(1, 2),
  }))
  const sum = items.reduce((total, item) => total + item.price * item.quantity, 0)
  const delivery = deliveryCost(
    sum,
    [...kinds].some((good) => good.large),
  )
  if (delivery > 0) items.push({ name: 'Delivery', price: delivery, quantity: 1 })
  const margin = [...kinds].reduce((total, good) => total + good.marginShare, 0) / kinds.size
  return {
    id: newId(),
    customer: of.customer,
    number: '',
    at: new Date(of.at).toISOString(),
    status: statusOf(chance, (of.now - of.at) / day),
    total_cents: (sum + delivery) * 100,
    margin_share: Math.round(margin * 100) / 100,
    items,
  }
}

/** Parcels take two to four working days, furniture five to nine, all after the payment. */
function statusOf(chance: Chance, ageDays: number): SeededOrder['status'] {
  if (ageDays < 0.05) return 'placed'
  if (ageDays < 2) return happens(chance, 0.06) ? 'placed' : 'paid'
  if (ageDays < 8) return happens(chance, 0.04) ? 'cancelled' : 'shipped'
  return weighted(chance, [
    ['delivered', 90],
    ['returned', 6],
    ['cancelled', 4],
  ])
}

const firstNumber = 20_001

/** Numbers go up in the order of buying, as a shop gives them. */
export function numberOrders(orders: SeededOrder[]): void {
  for (const [index, order] of orders.toSorted((a, b) => a.at.localeCompare(b.at)).entries()) order.number = `RK-${firstNumber + index}`
}

function emailOf(name: string, index: number): string {
  const words = name
    .normalize('NFKD')
    .replace(/[^\w ]/g, '')
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== 'bin' && word !== 'binti')
  return `${words.join('.')}${index % 7 === 0 ? '' : index % 97}@example.${index % 3 === 0 ? 'net' : 'com'}`
}

const phones: Record<Country, (digits: (many: number) => string) => string> = {
  SG: (digits) => `+65 8${digits(3)} ${digits(4)}`,
  MY: (digits) => `+60 12 ${digits(3)} ${digits(4)}`,
  ID: (digits) => `+62 812 ${digits(4)} ${digits(4)}`,
  TH: (digits) => `+66 81 ${digits(3)} ${digits(4)}`,
  EE: (digits) => `+372 5${digits(3)} ${digits(4)}`,
  CN: (digits) => `+86 138 ${digits(4)} ${digits(4)}`,
}

function phoneOf(chance: Chance, country: Country): string {
  return phones[country]((many) => Array.from({ length: many }, () => chance.whole(0, 9)).join(''))
}

interface Trait {
  customer: string
  name: string
  value: string
  source: string
  at: string
}

function traitsOf(chance: Chance, customer: SeededCustomer): Trait[] {
  const spent = customer.orders.reduce((total, order) => total + order.total_cents / 100, 0)
  const trait = (name: string, value: string): Trait => ({
    customer: customer.id,
    name,
    value,
    source: 'shop',
    at: customer.orders.at(-1)?.at ?? customer.since,
  })
  return [
    ...(customer.segment === 'club' ? [trait('clubPoints', String(Math.round(spent * (0.2 + chance.next() * 0.6))))] : []),
    ...(customer.segment === 'business' ? [trait('company', `${customer.name.split(' ').at(-1) ?? ''} Studio`)] : []),
    ...(happens(chance, 0.5) ? [trait('newsletter', 'yes')] : []),
    ...(happens(chance, 0.4) ? [trait('showroom', showrooms[customer.country])] : []),
    ...(happens(chance, 0.3) ? [trait('wishList', chance.pick(goods).name)] : []),
  ]
}
