import type { Estimate } from './economics.ts'

export interface PurchaseHistory {
  /** `at` in epoch ms, `total` in money, `marginShare` 0–1. */
  orders: { at: number; total: number; marginShare: number }[]
  now: number
  /** Mean remaining value of such customers, and how many it was measured on; 0 when it is the owner's guess. */
  segmentMean: number
  segmentN: number
  /** No single estimate may own the floor. */
  cap: number
  segment?: string
}

/**
 * Row 7: remaining margin of the next 24 months in money, never negative, never above the cap.
 * A Gamma–Poisson rate of purchases that ends by a Beta dropout, in the form with dropout also after the first order
 * (Fader, Hardie & Lee 2005; Batislam, Denizel & Filiztekin 2007), with fixed start parameters until they are fitted.
 */
export function lifetimeValue(history: PurchaseHistory): Estimate {
  const { now, cap } = history
  const orders = history.orders.filter((order) => order.at <= now)
  const mean = Math.max(0, history.segmentMean)
  if (orders.length === 0) return { value: capped(mean, cap), source: sourceOfMean(history) }

  const first = Math.min(...orders.map((order) => order.at))
  const last = Math.max(...orders.map((order) => order.at))
  const seen = { repeats: orders.length - 1, lastAt: months(last - first), watched: months(now - first) }
  const alive = aliveShare(seen)
  const margin = Math.max(0, orders.reduce((total, order) => total + order.total * order.marginShare, 0) / orders.length)
  const own = margin * expectedOrders(seen)
  const trust = orders.length / (orders.length + shrinkage)
  // The segment's mean speaks of customers who are still there, so silence lowers it as it lowers their own figure.
  const silence = alive / aliveShare({ ...seen, watched: seen.lastAt })
  const value = trust * own * alive + (1 - trust) * mean * silence
  return { value: capped(value, cap), source: { kind: 'model', version: 'purchases-1' } }
}

/** Start parameters: about 1.6 orders a year with wide spread, and one customer in four gone after an order. */
const rate = { shape: 0.8, months: 6 }
const dropout = { gone: 0.8, stays: 2.5 }
const horizonMonths = 24
/** With this many orders a customer's own history weighs as much as the segment. */
const shrinkage = 2

interface Seen {
  repeats: number
  /** Months from the first order to the last, and to now. */
  lastAt: number
  watched: number
}

/** P(still a customer): closed form of MBG/NBD. */
function aliveShare({ repeats, lastAt, watched }: Seen): number {
  const odds = dropout.gone / (dropout.stays + repeats)
  // By logarithms, or a long silence overflows.
  const silence = Math.exp((rate.shape + repeats) * (Math.log(rate.months + watched) - Math.log(rate.months + lastAt)))
  return 1 / (1 + odds * silence)
}

/** Orders of the horizon for one who is still there: rate λ, gone after each order with probability p: (1 − e^(−λpH)) / p. */
function expectedOrders({ repeats, watched }: Seen): number {
  const perMonth = (rate.shape + repeats) / (rate.months + watched)
  // Who is still there has stayed after every order so far, the first included.
  const goes = dropout.gone / (dropout.gone + dropout.stays + repeats + 1)
  return (1 - Math.exp(-perMonth * goes * horizonMonths)) / goes
}

function sourceOfMean({ segmentN, segment }: PurchaseHistory): Estimate['source'] {
  if (segmentN <= 0) return { kind: 'default', note: 'No orders yet: mean of all customers, starting figure, to be measured' }
  return { kind: 'segment', segment: segment ?? 'all-customers', n: segmentN }
}

const capped = (value: number, cap: number) => Math.min(Math.max(0, value), Math.max(0, cap))

const months = (ms: number) => ms / (30.4375 * 24 * 60 * 60 * 1000)
