import type { Chance } from '../../core/chance.ts'
import type { Language } from '../../core/language.ts'
import type { Floor } from '../../core/routing/decision.ts'
import { type DemandRecord, memoryMinutes, stepOf } from '../../core/routing/demand.ts'
import type { Colleague } from './people.ts'

/** Who worked when in the past of the demo company, so that nobody ever held more than they can (I6). */
export interface Roster {
  floorAt: (at: number) => Floor
  isIn: (at: number) => boolean
  /** The first of the team who is free for this customer from `at` on. */
  firstFree: (at: number, need: { language: Language; skill: string | null }) => { person: Colleague; from: number; take: (until: number) => void }
  /** The first that is decided of a conversation claims people's minutes. */
  noteDemand: (demand: Claimed) => void
  /** Who came on duty and went off it from this moment on until everybody is in. */
  shiftsFrom: (from: number) => { person: string; from: number; to: number | null }[]
  noteWait: (wait: { from: number; to: number; perMinute: number; handleMinutes: number }) => void
}

interface Claimed {
  at: number
  conversation: string
  claims: readonly { perMinute: number; minutes: number }[]
}

/** What the demo company's floor is like before anything was measured there. */
const start = { meanHandleMinutes: 6, patienceMinutes: 20 }
const minute = 60_000
const hour = 60 * minute
/** Singapore has no summer time. */
export const zoneShift = 8 * hour
export const opens = 8
export const closes = 22

export const hourOf = (at: number) => ((at + zoneShift) / hour) % 24
const dayOf = (at: number) => Math.floor((at + zoneShift) / (24 * hour))

interface Slot {
  person: Colleague
  freeFrom: number
}

export function makeRoster(chance: Chance, team: readonly Colleague[], allInFrom: number): Roster {
  const servers = team.filter((one) => one.serves)
  const slots: Slot[] = servers.flatMap((person) => Array.from({ length: person.capacity }, () => ({ person, freeFrom: 0 })))
  const held: { person: string; from: number; to: number }[] = []
  const demands = new Map<string, Claimed>()
  const waits: { from: number; to: number; perMinute: number; handleMinutes: number }[] = []

  function onDuty(at: number): Colleague[] {
    if (at >= allInFrom) return servers
    const now = hourOf(at)
    if (now < opens || now >= closes) return []
    const half = now < (opens + closes) / 2 ? 0 : 1
    // Two days of three, in the first or the second half of the day, in turn.
    return servers.filter((_, index) => (index + dayOf(at)) % 3 !== 0 && (index + dayOf(at)) % 2 === half)
  }

  function demandAt(at: number): DemandRecord {
    const recent = [...demands.values()].filter((one) => one.at < at && one.at > at - 3 * hour)
    const claimed = recent.flatMap((one) =>
      one.claims.map(({ perMinute, minutes }) => ({ step: stepOf(perMinute), minutes: minutes * Math.exp(-(at - one.at) / minute / memoryMinutes) })),
    )
    const waiting = waits.filter((wait) => wait.from < at && wait.to > at)
    const queued = waiting.map(({ perMinute, handleMinutes }) => ({ step: stepOf(perMinute), minutes: handleMinutes }))
    return {
      flow: byStep(claimed),
      queue: byStep(queued),
      seenMinutes: recent.reduce((most, one) => Math.max(most, (at - one.at) / minute), 0),
    }
  }

  return {
    isIn: (at) => onDuty(at).length > 0,
    floorAt: (at) => {
      const on = onDuty(at)
      const room = on.map((person) => person.capacity - held.filter((one) => one.person === person.id && one.from <= at && one.to > at).length)
      return {
        ...start,
        peopleOn: on.length,
        capacity: on.reduce((total, person) => total + person.capacity, 0),
        freeCapacity: room.reduce((total, free) => total + Math.max(0, free), 0),
        waiting: waits.filter((wait) => wait.from < at && wait.to > at).length,
        demand: demandAt(at),
      }
    },
    firstFree: (at, { language, skill }) => {
      const speak = slots.filter(({ person }) => person.languages.includes(language))
      const here = new Set(onDuty(at))
      const present = speak.filter(({ person }) => here.has(person))
      const able = (present.length > 0 ? present : speak).filter(({ person }) => skill === null || person.skills.includes(skill))
      const asked = able.length > 0 ? able : present.length > 0 ? present : speak
      const best = asked.reduce((first, slot) => (Math.max(slot.freeFrom, at) < Math.max(first.freeFrom, at) ? slot : first), chance.pick(asked))
      const from = Math.max(best.freeFrom + 500, at)
      return {
        person: best.person,
        from,
        take: (until) => {
          best.freeFrom = until
          held.push({ person: best.person.id, from, to: until })
        },
      }
    },
    shiftsFrom: (from) => {
      const shifts: { person: string; from: number; to: number | null }[] = servers.map(({ id }) => ({ person: id, from: allInFrom, to: null }))
      for (let day = dayOf(from) + 1; day <= dayOf(allInFrom); day++) {
        const midnight = day * 24 * hour - zoneShift
        const turns = [opens, (opens + closes) / 2, closes].map((at) => Math.min(midnight + at * hour, allInFrom))
        for (const [half, begin] of turns.slice(0, 2).entries()) {
          const end = turns[half + 1] ?? begin
          if (end > begin) shifts.push(...onDuty(begin).map(({ id }) => ({ person: id, from: begin, to: end })))
        }
      }
      return shifts
    },
    noteDemand: (demand) => {
      if (!demands.has(demand.conversation)) demands.set(demand.conversation, demand)
    },
    noteWait: (wait) => {
      waits.push(wait)
    },
  }
}

function byStep(claims: readonly { step: number; minutes: number }[]): [number, number][] {
  const sums = new Map<number, number>()
  for (const { step, minutes } of claims) sums.set(step, (sums.get(step) ?? 0) + minutes)
  return [...sums]
}
