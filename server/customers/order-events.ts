/** Orders as the field's e-commerce events tell them (Segment's e-commerce specification v2). */
export type OrderStatus = 'placed' | 'paid' | 'shipped' | 'delivered' | 'returned' | 'cancelled'

export interface OrderFacts {
  number: string
  /** Whether this event makes the order when it is not there yet. */
  places: boolean
  status: OrderStatus | null
  totalCents: number | null
  items: { name: string; quantity: number; price: number }[] | null
}

export interface Complaint {
  path: string
  message: string
}

/** True for events that speak of an order. */
export const isOrderEvent = (event: string) => Object.hasOwn(statusOf, event)

/**
 * Row 19: the order that an event speaks of. Undefined when it has no number, or counts in another currency than the account's:
 * no rate is known here, so it stays an event and enters no sum.
 */
export function readOrder(event: string, properties: Record<string, unknown>, currency: string): OrderFacts | undefined {
  const number = textOf(properties['order_id'] ?? properties['orderId'])
  const told = textOf(properties['currency'])
  if (!isOrderEvent(event) || number === undefined || (told !== undefined && told.toUpperCase() !== currency)) return undefined
  const items = readItems(properties['products'])
  const total = amountOf(properties['total']) ?? amountOf(properties['revenue']) ?? sumOf(items)
  return {
    number: number.slice(0, 100),
    places: event === 'Order Completed',
    status: statusOf[event] ?? null,
    // A refund tells what went back, not what the order was worth.
    totalCents: total === undefined || !saysTotal.has(event) ? null : Math.round(total * 100),
    items: items.length > 0 && saysTotal.has(event) ? items : null,
  }
}

/** What is wrong with the figures of an order event, with the path of each. */
export function complainOfOrder(event: string, properties: Record<string, unknown>, path: string): Complaint[] {
  if (!isOrderEvent(event)) return []
  return ['total', 'revenue']
    .filter((key) => properties[key] !== undefined && properties[key] !== null && amountOf(properties[key]) === undefined)
    .map((key) => ({ path: `${path}.${key}`, message: 'must be an amount of money: a number from 0 to 1,000,000,000' }))
}

const statusOf: Record<string, OrderStatus | null> = {
  'Order Completed': 'paid',
  'Order Updated': null,
  'Order Shipped': 'shipped',
  'Order Fulfilled': 'shipped',
  'Order Delivered': 'delivered',
  'Order Refunded': 'returned',
  'Order Returned': 'returned',
  'Order Cancelled': 'cancelled',
}
const saysTotal = new Set(['Order Completed', 'Order Updated'])
const mostMoney = 1e9

function readItems(products: unknown): { name: string; quantity: number; price: number }[] {
  if (!Array.isArray(products)) return []
  return products.slice(0, 200).flatMap((product: unknown) => {
    if (typeof product !== 'object' || product === null) return []
    const { name, price, quantity } = product as { name?: unknown; price?: unknown; quantity?: unknown }
    const named = textOf(name)
    if (named === undefined) return []
    const many = amountOf(quantity)
    return [{ name: named.slice(0, 300), price: amountOf(price) ?? 0, quantity: many === undefined ? 1 : Math.max(1, Math.round(many)) }]
  })
}

function sumOf(items: { quantity: number; price: number }[]): number | undefined {
  const sum = items.reduce((total, item) => total + item.price * item.quantity, 0)
  return sum > 0 && sum <= mostMoney ? sum : undefined
}

/** Shops send numbers as text too. */
function amountOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,10}(\.\d{1,6})?$/.test(value) ? Number(value) : value
  return typeof number === 'number' && number >= 0 && number <= mostMoney ? number : undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
