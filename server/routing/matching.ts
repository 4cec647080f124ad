import { inOrder } from '../../core/queue/order.ts'
import { callbackDue } from '../../core/queue/place.ts'
import { Beliefs } from '../../core/routing/beliefs.ts'
import { inHoldout } from '../../core/routing/matching.ts'
import { servable } from '../../core/routing/pairing.ts'
import { codeOf, type Fit, playRound, probabilitiesOf, type Round } from '../../core/routing/round.ts'
import { attainable, hasRoom, mayServe, relaxation } from '../../core/team/capacity.ts'
import type { Server } from '../../core/team/person.ts'
import { action, type Work } from '../platform/events.ts'
import { isOvertaken } from '../platform/overtaken.ts'
import { type Serving, serve } from '../queue/actions.ts'
import { listWaiting, lockMatching, type PlaceRow } from '../queue/store.ts'
import { listServers } from '../team/store.ts'
import { listIntents, listOffered, listSkilfulness, saveAssignment } from './assignments.ts'
import { findPolicy } from './store.ts'

/** Exact on the top of the queue; a longer line is matched in further rounds. */
const placesARound = 40

/** Rows 8, 9: gives waiting customers to the people who have room: in the order of the queue, and so that the sum is best. */
export const match = action<'place.taken' | 'team.freed' | 'presence.changed' | 'wait.overrun' | 'wait.eased', Serving[]>(
  'routing.match',
  ['claim.opened', 'claim.due', 'place.served', 'reply.written', 'queue.moved'],
  async (work, _fact, { event }) => {
    const { db, account } = work
    if (await isOvertaken(db, account, { action: 'routing.match', event, atLeastEvery: 250 })) return
    await lockMatching(db, account)
    const floor = await findMatchingFloor(work)
    for (let round = 0; ; round++) {
      const next = await nextRound(work, floor, (event * 31 + round) % 2 ** 31)
      if (!next) return
      await serveRound(work, floor, next)
    }
  },
)

interface MatchingFloor {
  people: Server[]
  /** In the order of service; whoever was looked at in vain is no longer here. */
  places: PlaceRow[]
  limitMinutes: number
  learns: boolean
  beliefs: Beliefs
  offered: Map<string, number>
}

async function findMatchingFloor({ db, account, now }: Work<never>): Promise<MatchingFloor> {
  const { policy } = await findPolicy(db, account)
  const people = await listServers(db, account)
  const limitMinutes = policy.waitLimitMinutes
  const places = inOrder(await listWaiting(db, account), { now: now.getTime(), waitLimitMinutes: limitMinutes }) as PlaceRow[]
  const mayMatch = places.length > 0 && people.some(hasRoom)
  return {
    people,
    places: mayMatch ? places : [],
    limitMinutes,
    learns: policy.matchingLearns !== false,
    beliefs: new Beliefs(mayMatch ? await listSkilfulness(db, account) : []),
    offered: new Map(mayMatch ? await listOffered(db, account) : []),
  }
}

interface NextRound {
  places: PlaceRow[]
  round: Round
  intents: Map<string, string | null>
}

/** The first in order who can be served at once, and who may serve each of them; undefined when nobody can be. */
async function nextRound({ db, account, now }: Work<never>, floor: MatchingFloor, seed: number): Promise<NextRound | undefined> {
  const hands = floor.people.filter(hasRoom)
  const misfits = floor.places.map((place) => misfitsOf(place, floor, hands, now.getTime()))
  const able = misfits.map((of) => [...of.keys()].filter((person) => of[person] !== null))
  const chosen = servable(able, Math.min(placesARound, hands.length))
  if (chosen.length === 0) return undefined
  const places = chosen.flatMap((at) => floor.places[at] ?? [])
  const intents = new Map(
    await listIntents(
      db,
      account,
      places.map(({ conversation }) => conversation),
    ),
  )
  const seats = chosen.flatMap((at) => {
    const place = floor.places[at]
    if (!place) return []
    const fits = (misfits[at] ?? []).map((misfit, person): Fit | null => {
      if (misfit === null) return null
      const belief = floor.beliefs.of(hands[person]?.id ?? '', intents.get(place.conversation) ?? '', place.language ?? '')
      return { misfit, belief }
    })
    return [{ conversation: place.conversation, value: place.perMinute * place.minutes, holdout: inHoldout(place.customer), fits }]
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
  return { places, round, intents }
}

/** One a person with room: how much of the demand would be given up; null where they may not serve by now. */
function misfitsOf(place: PlaceRow, floor: MatchingFloor, hands: readonly Server[], now: number): (number | null)[] {
  const others = floor.people.filter((person) => person.id !== place.givenBackBy)
  // Who gave it back is asked again only when nobody else is on duty.
  const asked = others.some((person) => person.presence === 'on') ? others : floor.people
  const need = attainable(place, asked)
  const relax = relaxation((now - place.waitingSince) / 60_000, floor.limitMinutes)
  return hands.map((person) => {
    if (!asked.includes(person) || !mayServe(person, need, relax)) return null
    return mayServe(person, place, 0) ? 0 : mayServe(person, place, 1) ? 1 : 2
  })
}

async function serveRound(work: Work<Serving>, floor: MatchingFloor, { places, round, intents }: NextRound): Promise<void> {
  const pairs = playRound(round)
  const probabilities = probabilitiesOf(round, pairs)
  for (const [nth, place] of places.entries()) {
    floor.places.splice(floor.places.indexOf(place), 1)
    const hand = round.people[pairs[nth] ?? -1]
    const person = floor.people.find(({ id }) => id === hand?.id)
    if (!person || !(await serve(work, place, person.id))) continue
    person.load = place.priority === callbackDue ? person.capacity : person.load + 1
    const valueMinutes = place.perMinute * place.minutes * place.minutes
    floor.offered.set(person.id, (floor.offered.get(person.id) ?? 0) + valueMinutes)
    await saveAssignment(work.db, work.account, {
      conversation: place.conversation,
      person: person.id,
      code: codeOf(round, nth),
      holdout: round.places[nth]?.holdout ?? false,
      intent: intents.get(place.conversation) ?? null,
      language: place.language,
      probability: probabilities[nth] ?? 1,
      valueMinutes,
      nth,
      round,
    })
  }
}
