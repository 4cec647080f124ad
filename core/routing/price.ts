import type { Demand } from './demand.ts'

/** What people can give, in their minutes: those on duty, those of them whose hands are free, and how long customers wait. */
export interface Supply {
  /** People, as many as work at once. */
  capacity: number
  free: number
  meanHandleMinutes: number
  /** Mean patience, from the first message on. */
  patienceMinutes: number
  waitLimitMinutes: number
}

/**
 * Row 7: the shadow price λ of a person's minute, in money, never below `least` (value.md §2): what the marginal minute would
 * earn among those who wait and those who are about to come.
 */
export function priceOfMinute(demand: Demand, supply: Supply, least: number, now: number): number {
  const { capacity, free, meanHandleMinutes, patienceMinutes } = supply
  // As far ahead as most of those who wait can be served.
  const horizon = Math.min(supply.waitLimitMinutes, 0.75 * patienceMinutes)
  // Beyond R + β√R people little is gained (Halfin & Whitt 1981): so many stay free for the dearer who come by chance, fewer
  // where customers have the patience to wait for the next who is free.
  const reserve = Math.min(1, (1.5 * meanHandleMinutes) / patienceMinutes) * Math.sqrt(capacity)
  const steady = Math.max(0, capacity - reserve)
  return demand.price(steady + (free * meanHandleMinutes) / horizon, horizon, least, now)
}
