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

/** Whether this customer has waited to the limit, and stands in front. */
export const isLate = (place: Place, limit: WaitLimit): boolean => (limit.now - place.waitingSince) / 60_000 >= limitOf(place, limit)

/** Promise 2: the owner's limit in minutes, or the shorter one that was promised when this customer joined: a longer takes nothing back. */
export function limitOf({ waitingSince, limitAt }: Place, { waitLimitMinutes }: WaitLimit): number {
  return limitAt === null ? waitLimitMinutes : Math.min(waitLimitMinutes, (limitAt - waitingSince) / 60_000)
}
