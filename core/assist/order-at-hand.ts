import type { Said } from './matter.ts'

/** An order of the customer; `at` in epoch ms. */
export interface Order {
  number: string
  status: 'placed' | 'paid' | 'shipped' | 'delivered' | 'returned' | 'cancelled'
  at: number
  cents: number
  items: { name: string; quantity: number }[]
}

export interface OrderAtHand {
  order: Order
  /** They named it, or there is no other that it could be. */
  certain: boolean
}

/** The order that it is about: the one named last; when none was named, the newest of the last 60 days. Only this customer's, newest first. */
export function orderAtHand(orders: readonly Order[], said: readonly Said[], now: number): OrderAtHand | null {
  const named = namedOrders(said)
  for (const number of named.toReversed()) {
    const order = orders.find((each) => isSame(each.number, number))
    if (order) return { order, certain: true }
  }
  if (named.length > 0) return null
  const recent = orders.filter((order) => now - order.at < recentDays * 86_400_000)
  const newest = recent[0]
  return newest ? { order: newest, certain: recent.length === 1 } : null
}

/** The order numbers that the customer wrote, oldest first. */
export function namedOrders(said: readonly Said[]): string[] {
  return said.flatMap((one) => one.reading?.facts ?? []).flatMap((fact) => (fact.kind === 'order' ? [fact.value] : []))
}

const recentDays = 60

/** "#20418" names RK-20418 too. */
function isSame(number: string, named: string): boolean {
  const own = plain(number)
  return named.startsWith('#') ? own.replace(/^[A-Z]+/, '') === plain(named) : own === plain(named)
}

const plain = (number: string) => number.toUpperCase().replace(/[^A-Z0-9]/g, '')
