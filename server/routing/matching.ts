import { inOrder, limitOf, type WaitLimit } from '../../core/queue/order.ts'
import { Beliefs } from '../../core/routing/beliefs.ts'
import { inHoldout } from '../../core/routing/matching.ts'
import { servable } from '../../core/routing/pairing.ts'
import { codeOf, type Fit, playRound, probabilitiesOf, type Round } from '../../core/routing/round.ts'
import { attainable, hasRoom, mayServe, type Relaxing, relaxation, relaxesAfter } from '../../core/team/capacity.ts'
import type { Server } from '../../core/team/person.ts'
import { action, type Work } from '../platform/events.ts'
import { unlessOvertaken } from '../platform/overtaken.ts'
import type { Serving } from '../queue/actions.ts'
import { lockServable, serveAll } from '../queue/serving.ts'
import { listWeighty, type Weighty } from '../queue/serving-store.ts'
import { listWaiting, lockMatching, type PlaceRow } from '../queue/store.ts'
import { listServers } from '../team/store.ts'
import { type Assignment, findSeen, listOffered, listSkilfulness, saveRound } from './assignments.ts'
import { findPolicy } from './store.ts'

/** Exact on the top of the queue; a longer line is matched in further rounds. */
const placesARound = 40

/** Rows 8, 9: gives waiting customers to the people who have room: in the order of the queue, and so that the sum is best. */
export const match = action<'place.taken' | 'team.freed' | 'presence.changed' | 'wait.overrun' | 'wait.eased', Serving[]>(
  'routing.match',
  ['claim.opened', 'claim.due', 'place.served', 'reply.written', 'queue.moved'],
  async (work, _fact, { event }) => {
    const { db, account } = work
    const rush = { action: 'routing.match', event, atLeastEvery: 250, lock: () => lockMatching(db, account) }
    await unlessOvertaken(db, account, rush, () => giveAway(work, event))
  },
)

async function giveAway(work: Work<Serving>, event: number): Promise<void> {
  const { db, account } = work
  const floor = await findMatchingFloor(work)
  for (;;) {
    const rounds = playAll(floor, event)
    const given = rounds.flatMap((round) => round.given)
    const servable = await lockServable(work, given)
    // Whoever left while nobody had locked them is not given away; who comes instead is asked of the rules again.
    if (servable.size < given.length) {
      const gone = new Set(given.map(({ conversation }) => conversation).filter((conversation) => !servable.has(conversation)))
      floor.places = floor.places.filter(({ conversation }) => !gone.has(conversation))
      continue
    }
    await serveAll(work, given, servable)
    for (const { round, assignments } of rounds) if (assignments.length > 0) await saveRound(db, account, round, floor.seen, assignments)
    return
  }
}

interface MatchingFloor {
  /** What had been committed when the queue was looked at. */
  seen: string
  people: Server[]
  /** In the order of service; whoever was looked at in vain is no longer here. */
  places: PlaceRow[]
  weighty: Map<string, Weighty>
  limit: WaitLimit
  relaxing: Relaxing
  learns: boolean
  beliefs: Beliefs
  offered: Map<string, number>
}

async function findMatchingFloor({ db, account, now }: Work<never>): Promise<MatchingFloor> {
  const { policy } = await findPolicy(db, account)
  const people = await listServers(db, account)
  const limit = { now: now.getTime(), waitLimitMinutes: policy.waitLimitMinutes }
  const seen = await findSeen(db)
  const places = inOrder(await listWaiting(db, account), limit) as PlaceRow[]
  const mayMatch = places.length > 0 && people.some(hasRoom)
  const weighty = mayMatch ? await listWeighty(db, account) : []
  return {
    seen,
    people,
    places: mayMatch ? places : [],
    weighty: new Map(weighty.map((one) => [one.conversation, one])),
    limit,
    relaxing: policy,
    learns: policy.matchingLearns !== false,
    beliefs: new Beliefs(mayMatch ? await listSkilfulness(db, account) : []),
    offered: new Map(mayMatch ? await listOffered(db, account) : []),
  }
}

interface Played {
  round: Round
  given: { conversation: string; customer: string; person: string; takes: number | null }[]
  assignments: Assignment[]
}

/** Rounds until nobody can be served any more; nothing is written, and the floor stays as it is. */
function playAll(before: MatchingFloor, event: number): Played[] {
  const floor = { ...before, people: before.people.map((person) => ({ ...person })), places: [...before.places], offered: new Map(before.offered) }
  const played: Played[] = []
  for (let nth = 0; ; nth++) {
    const next = nextRound(floor, (event * 31 + nth) % 2 ** 31)
    if (!next) return played
    played.push(play(floor, next))
  }
}

interface NextRound {
  places: PlaceRow[]
  round: Round
}

/** The first in order who can be served at once, and who may serve each of them; undefined when nobody can be. */
function nextRound(floor: MatchingFloor, seed: number): NextRound | undefined {
  const hands = floor.people.filter(hasRoom)
  if (hands.length === 0 || floor.places.length === 0) return undefined
  const misfitsOf = misfitsFor(floor, hands)
  const misfits = floor.places.map(misfitsOf)
  const able = misfits.map((of) => of.able)
  const chosen = servable(able, Math.min(placesARound, hands.length))
  if (chosen.length === 0) return undefined
  const places = chosen.flatMap((at) => floor.places[at] ?? [])
  const seats = chosen.flatMap((at) => {
    const place = floor.places[at]
    if (!place) return []
    const intent = floor.weighty.get(place.conversation)?.intent ?? ''
    const fits = (misfits[at]?.misfits ?? []).map((misfit, person): Fit | null => {
      if (misfit === null) return null
      return { misfit, belief: floor.beliefs.of(hands[person]?.id ?? '', intent, place.language ?? '') }
    })
    return [{ conversation: place.conversation, value: place.uplift, holdout: inHoldout(place.customer), fits }]
  })
  const on = floor.people.filter((person) => person.presence === 'on')
  const offeredBy = (person: Server) => floor.offered.get(person.id) ?? 0
  const round: Round = {
    seed,
    learns: floor.learns,
    meanOffered: on.reduce((sum, person) => sum + offeredBy(person), 0) / Math.max(1, on.length),
    people: hands.map((person) => ({
      id: person.id,
      load: person.load,
      capacity: person.capacity,
      since: person.freeSince,
      offered: offeredBy(person),
    })),
    places: seats,
  }
  return { places, round }
}

interface Misfits {
  /** One a person with room: how much of the demand would be given up; null where they may not serve by now. */
  misfits: (number | null)[]
  /** Who may serve. */
  able: number[]
}

/** Many wait for few kinds of people: each kind of demand is looked at once a round. */
function misfitsFor(floor: MatchingFloor, hands: readonly Server[]): (place: PlaceRow) => Misfits {
  const known = new Map<string, Misfits>()
  return (place) => {
    const relax = relaxation((floor.limit.now - place.waitingSince) / 60_000, relaxesAfter(floor.relaxing, limitOf(place, floor.limit)))
    const key = JSON.stringify([place.language, place.skill, place.givenBackBy, relax])
    const before = known.get(key)
    if (before) return before
    const others = floor.people.filter((person) => person.id !== place.givenBackBy)
    // Who gave it back is asked again only when nobody else is on duty.
    const askAll = !others.some((person) => person.presence === 'on')
    const need = attainable(place, askAll ? floor.people : others)
    const misfits = hands.map((person) => {
      if ((!askAll && person.id === place.givenBackBy) || !mayServe(person, need, relax)) return null
      return mayServe(person, place, 0) ? 0 : mayServe(person, place, 1) ? 1 : 2
    })
    const found = { misfits, able: [...misfits.keys()].filter((person) => misfits[person] !== null) }
    known.set(key, found)
    return found
  }
}

/** Gives each place of the round to its person, and notes on the floor what they hold from now on. */
function play(floor: MatchingFloor, { places, round }: NextRound): Played {
  const pairs = playRound(round)
  const probabilities = probabilitiesOf(round, pairs)
  const played: Played = { round, given: [], assignments: [] }
  const taken = new Set(places)
  floor.places = floor.places.filter((place) => !taken.has(place))
  for (const [nth, place] of places.entries()) {
    const hand = round.people[pairs[nth] ?? -1]
    const person = floor.people.find(({ id }) => id === hand?.id)
    if (!person) continue
    const { conversation, customer, language } = place
    const { intent = null, takes = 1 } = floor.weighty.get(conversation) ?? {}
    person.load = takes === null ? person.capacity : person.load + takes
    const valueMinutes = place.uplift * place.minutes
    floor.offered.set(person.id, (floor.offered.get(person.id) ?? 0) + valueMinutes)
    played.given.push({ conversation, customer, person: person.id, takes })
    played.assignments.push({
      conversation,
      person: person.id,
      code: codeOf(round, nth),
      holdout: round.places[nth]?.holdout ?? false,
      intent,
      language,
      probability: probabilities[nth] ?? 1,
      valueMinutes,
      nth,
    })
  }
  return played
}
