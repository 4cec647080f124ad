import { inOrder } from '../../core/queue/order.ts'
import { callbackDue, type Place } from '../../core/queue/place.ts'
import { type PlaceCause, placeChange } from '../../core/queue/place-change.ts'
import { Crowd, poolsOf } from '../../core/queue/pool.ts'
import { waitRange } from '../../core/queue/wait.ts'
import type { Db } from '../platform/db.ts'
import { action } from '../platform/events.ts'
import { isOvertaken } from '../platform/overtaken.ts'
import { listServers } from '../team/store.ts'
import { findHandleTime, findPatience, findWaitLimit, listJoins, listWaiting, type PlaceRow, saveTold } from './store.ts'

/** Starting figure until conversations have been handled here: about 6 minutes (industry tables). */
const startHandleMinutes = 6

/** Tells every waiting customer their place and range when they changed; a place that grew is told with its reason (I7). */
export const announce = action<'queue.moved' | 'presence.changed' | 'wait.overrun', ['place.announced']>(
  'queue.announce',
  ['place.announced'],
  async (work, _fact, { event }) => {
    const { db, account, now } = work
    if (await isOvertaken(db, account, { action: 'queue.announce', event, atLeastEvery: 250 })) return
    const limit = { now: now.getTime(), waitLimitMinutes: await findWaitLimit(db, account) }
    const places = inOrder(await listWaiting(db, account), limit) as PlaceRow[]
    const rangeFor = await ranges(db, account)
    const crowd = new Crowd()

    for (const [ahead, place] of places.entries()) {
      const change = placeChange(
        place.toldAhead === null ? null : { ahead: place.toldAhead },
        { ahead },
        causeOf(place, places.slice(0, ahead), limit),
      )
      const range = rangeFor(place, crowd)
      crowd.add(place)
      if (!change.announce && !isOtherRange(place, range)) continue
      await saveTold(db, account, { conversation: place.conversation, ahead: change.ahead, range, because: change.because })
      work.tell('place.announced', { conversation: place.conversation, customer: place.customer, ahead: change.ahead })
    }
  },
)

/** The range of a place with these before it, from who is on duty now and can serve it, how long conversations take and who overtakes. */
export async function ranges(db: Db, account: string): Promise<(place: Need, before: Crowd) => { from: number; to: number } | null> {
  const poolFor = poolsOf(await listServers(db, account))
  const handled = await findHandleTime(db, account)
  const patience = await findPatience(db, account)
  const joins = await listJoins(db, account)
  return (place, before) => {
    const pool = poolFor(place)
    const { people, shareOf } = pool
    const overtaking = joins.filter((join) => join.priority > place.priority)
    return waitRange({
      ahead: Math.round(before.before(pool)),
      peopleOn: people.length,
      capacity: sum(people.map((person) => person.capacity)),
      inService: sum(people.map((person) => Math.min(person.load, person.capacity))),
      meanHandleMinutes: handled.minutes ?? startHandleMinutes,
      abandonmentPerMinute: 1 / patience,
      overtakingPerMinute: sum(overtaking.map((join) => join.n * shareOf(join))) / 60,
      completionsSeen: handled.n,
    })
  }
}

/** What a newcomer of the lowest priority whom anybody may serve would be told. */
export async function rangeOfNewcomer(db: Db, account: string): Promise<{ from: number; to: number } | null> {
  return (await ranges(db, account))({ language: null, skill: null, priority: 0 }, crowdOf(await listWaiting(db, account)))
}

/** The range of a place that waits; null when it does not. */
export async function rangeOf(db: Db, account: string, conversation: string, now: Date): Promise<{ from: number; to: number } | null> {
  const limit = { now: now.getTime(), waitLimitMinutes: await findWaitLimit(db, account) }
  const places = inOrder(await listWaiting(db, account), limit)
  const at = places.findIndex((place) => place.conversation === conversation)
  const place = places[at]
  return place ? (await ranges(db, account))(place, crowdOf(places.slice(0, at))) : null
}

function crowdOf(places: readonly Place[]): Crowd {
  const crowd = new Crowd()
  for (const place of places) crowd.add(place)
  return crowd
}

type Need = Pick<Place, 'language' | 'skill' | 'priority'>

/** Why somebody stands before this place who did not before: only stated reasons make an announced place grow. */
function causeOf(place: PlaceRow, before: PlaceRow[], limit: { now: number; waitLimitMinutes: number }): PlaceCause {
  if (before.some((other) => other.priority > place.priority && other.priority === callbackDue)) return 'callback-due'
  if (before.some((other) => other.priority > place.priority)) return 'higher-priority'
  if (before.some((other) => other.number > place.number && (limit.now - other.waitingSince) / 60_000 >= limit.waitLimitMinutes)) return 'wait-limit'
  return before.some((other) => other.number < place.number) ? 'place-returned' : null
}

/** A range is told anew when its end moved by three minutes and a third: smaller changes would only unsettle. */
function isOtherRange(place: PlaceRow, range: { from: number; to: number } | null): boolean {
  if (range === null || place.toldTo === null) return (range === null) !== (place.toldTo === null)
  const difference = Math.abs(range.to - place.toldTo)
  return difference >= 3 && difference > place.toldTo / 3
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
