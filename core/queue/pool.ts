import { attainable, mayServe } from '../team/capacity.ts'
import type { Server } from '../team/person.ts'
import type { Place } from './place.ts'

type Need = Pick<Place, 'language' | 'skill'>

/** Row 10: what a wait hangs on: those on duty who can serve this place without giving up a demand, and the work before it that is theirs. */
export interface Pool {
  people: Server[]
  /** Which part of the work for another place falls on these people: 0–1. */
  shareOf: (other: Need) => number
}

/** Pools by need: many wait for few kinds of people, so that each kind is looked at once. */
export function poolsOf(servers: readonly Server[]): (need: Need) => Pool {
  const on = servers.filter((person) => person.presence === 'on')
  const pools = new Map<string, Server[]>()
  const shares = new Map<string, number>()
  const peopleFor = (need: Need): Server[] => {
    const key = keyOf(need)
    const known = pools.get(key)
    if (known) return known
    const able = on.filter((person) => mayServe(person, attainable(need, on), 0))
    pools.set(key, able)
    return able
  }
  return (need) => {
    const people = peopleFor(need)
    return {
      people,
      shareOf: (other) => {
        const key = `${keyOf(need)} | ${keyOf(other)}`
        const known = shares.get(key)
        if (known !== undefined) return known
        const theirs = peopleFor(other)
        const share = theirs.length === 0 ? 1 : theirs.filter((person) => people.includes(person)).length / theirs.length
        shares.set(key, share)
        return share
      },
    }
  }
}

/** Those before a place, counted by what they need, so that ten thousand are a few numbers. */
export class Crowd {
  private readonly kinds = new Map<string, { need: Need; n: number }>()

  add(need: Need): void {
    const kind = this.kinds.get(keyOf(need))
    if (kind) kind.n += 1
    else this.kinds.set(keyOf(need), { need, n: 1 })
  }

  /** How many of them stand before a place of this pool. */
  before({ shareOf }: Pool): number {
    return [...this.kinds.values()].reduce((sum, { need, n }) => sum + n * shareOf(need), 0)
  }
}

const keyOf = ({ language, skill }: Need) => `${language ?? ''} ${skill ?? ''}`
