import { hasRoom, mayServe, relaxation } from '../team/capacity.ts'
import type { Server } from '../team/person.ts'
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

/** Row 8: the first in order whom this person may serve; null without room or without such a customer. */
export function nextFor(person: Server, places: readonly Place[], now: number, waitLimitMinutes: number): Place | null {
  if (!hasRoom(person)) return null
  const limit = { now, waitLimitMinutes }
  let best: Place | null = null
  for (const place of places) {
    if (best !== null && compare(place, best, limit) >= 0) continue
    if (mayServe(person, place, relaxation(waited(place, now), waitLimitMinutes))) best = place
  }
  return best
}

/** Row 8: who of those with room takes it: the most exact match, then the least loaded, then the longest free. */
export function bestFor(place: Place, people: readonly Server[], now: number, waitLimitMinutes: number): Server | null {
  const relax = relaxation(waited(place, now), waitLimitMinutes)
  let best: Server | null = null
  for (const person of people) {
    if (!hasRoom(person) || !mayServe(person, place, relax)) continue
    if (best === null || compareFit(person, best, place) < 0) best = person
  }
  return best
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

function compareFit(a: Server, b: Server, place: Place): number {
  return misfit(a, place) - misfit(b, place) || a.load / a.capacity - b.load / b.capacity || a.freeSince - b.freeSince || (a.id < b.id ? -1 : 1)
}

/** The least relaxation under which this person may serve. */
function misfit(person: Server, place: Place): number {
  if (mayServe(person, place, 0)) return 0
  return mayServe(person, place, 1) ? 1 : 2
}
