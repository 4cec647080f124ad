import type { Place } from './place.ts'

/** The owner's bound on waiting, with the database's time in ms. */
export interface WaitLimit {
  now: number
  waitLimitMinutes: number
}

/** Row 10, I7: the order of service: priority, then who came first. With a limit, those beyond it stand in front, oldest first. */
export function inOrder(places: readonly Place[], limit?: WaitLimit): Place[] {
  return [...places].sort((a, b) => compare(a, b, limit))
}

/** Row 10: how many stand before this conversation; everybody when it has no place. */
export function ahead(places: readonly Place[], conversation: string, limit?: WaitLimit): number {
  const own = places.find((place) => place.conversation === conversation)
  if (own === undefined) return places.length
  return places.reduce((count, place) => (place !== own && compare(place, own, limit) < 0 ? count + 1 : count), 0)
}

function compare(a: Place, b: Place, limit: WaitLimit | undefined): number {
  if (limit !== undefined) {
    const late = Number(isLate(b, limit)) - Number(isLate(a, limit))
    if (late !== 0) return late
    if (isLate(a, limit)) return a.waitingSince - b.waitingSince || a.number - b.number
  }
  return b.priority - a.priority || a.number - b.number
}

const isLate = (place: Place, limit: WaitLimit) => waited(place, limit.now) >= limit.waitLimitMinutes

const waited = (place: Place, now: number) => (now - place.waitingSince) / 60_000
