import { calibrationFrom } from '../../core/queue/calibration.ts'
import { type Forecast, forecastWait } from '../../core/queue/forecast.ts'
import { inOrder, isLate, type WaitLimit } from '../../core/queue/order.ts'
import { callbackDue, type Place } from '../../core/queue/place.ts'
import { type PlaceCause, placeChange, rangeChange } from '../../core/queue/place-change.ts'
import { Crowd, poolsOf } from '../../core/queue/pool.ts'
import { type Range, waitRange } from '../../core/queue/wait.ts'
import type { Db } from '../platform/db.ts'
import { action, type Work } from '../platform/events.ts'
import { unlessOvertaken } from '../platform/overtaken.ts'
import { listServers } from '../team/store.ts'
import { findWaitLimit } from './limit-store.ts'
import { findHandleTime, findLeaving, listForetold, listJoins, listWaiting, lockAnnouncing, type PlaceRow, saveTold, type Told } from './store.ts'

/** Tells every waiting customer their place and range when they changed; a place that grew is told with its reason (I7). */
export const announce = action<'queue.moved' | 'presence.changed' | 'wait.overrun', ['place.announced']>(
  'queue.announce',
  ['place.announced'],
  async (work, _fact, { event }) => {
    const { db, account } = work
    const rush = { action: 'queue.announce', event, atLeastEvery: 1000, lock: () => lockAnnouncing(db, account) }
    await unlessOvertaken(db, account, rush, () => tellAll(work))
  },
)

async function tellAll(work: Work<'place.announced'>): Promise<void> {
  const { db, account, now } = work
  const limit = { now: now.getTime(), waitLimitMinutes: await findWaitLimit(db, account) }
  const places = inOrder(await listWaiting(db, account), limit) as PlaceRow[]
  const outlookFor = await outlooks(db, account)
  const crowd = new Crowd()
  const told: (Told & { customer: string })[] = []
  const cause = causes(limit)

  for (const [ahead, place] of places.entries()) {
    const change = placeChange(place.toldAhead === null ? null : { ahead: place.toldAhead }, { ahead }, cause(place))
    const { range, people, forecast } = outlookFor(place, crowd)
    crowd.add(place)
    const toldRange = place.toldFrom === null || place.toldTo === null ? null : { from: place.toldFrom, to: place.toldTo }
    const other = rangeChange({ range: toldRange, people: place.toldPeople ?? people }, { range, people })
    if (!change.announce && !other.announce) continue
    const because = change.ahead > (place.toldAhead ?? change.ahead) ? change.because : (other.because ?? change.because)
    const { conversation, customer } = place
    told.push({ conversation, customer, ahead: change.ahead, range, people, forecast, because })
  }
  if (told.length === 0) return
  const waiting = await saveTold(db, account, told)
  for (const { conversation, customer, ahead } of told) if (waiting.has(conversation)) work.tell('place.announced', { conversation, customer, ahead })
}

interface Outlook {
  range: Range | null
  forecast: Forecast | null
  /** Who is on duty and can serve it. */
  people: number
}

/**
 * The outlook of a place with these before it, from who is on duty now and can serve it, how long conversations take, who overtakes and
 * who leaves, and from what became of the ranges told before.
 */
async function outlooks(db: Db, account: string): Promise<(place: Need, before: Crowd) => Outlook> {
  const poolFor = poolsOf(await listServers(db, account))
  const handled = await findHandleTime(db, account)
  const leaving = await findLeaving(db, account)
  const joins = await listJoins(db, account)
  const foretold = await listForetold(db, account)
  const calibration = calibrationFrom(foretold.map((one) => ({ ...one, weight: Math.exp(one.waited * leaving) })))
  return (place, before) => {
    const pool = poolFor(place)
    const { people, shareOf } = pool
    const overtaking = joins.filter((join) => join.priority > place.priority)
    const forecast = forecastWait({
      ahead: Math.round(before.before(pool)),
      peopleOn: people.length,
      capacity: sum(people.map((person) => person.capacity)),
      inService: sum(people.map((person) => Math.min(person.load, person.capacity))),
      meanHandleMinutes: handled.minutes,
      abandonmentPerMinute: leaving,
      overtakingPerMinute: sum(overtaking.map((join) => join.n * shareOf(join))) / 60,
      completionsSeen: handled.n,
    })
    return { range: waitRange(forecast, calibration), forecast, people: people.length }
  }
}

/** What a newcomer of the lowest priority whom anybody may serve would be told. */
export async function rangeOfNewcomer(db: Db, account: string): Promise<Range | null> {
  return (await outlooks(db, account))({ language: null, skill: null, priority: 0 }, crowdOf(await listWaiting(db, account))).range
}

/** The range of a place that waits; null when it does not. */
export async function rangeOf(db: Db, account: string, conversation: string, now: Date): Promise<Range | null> {
  const limit = { now: now.getTime(), waitLimitMinutes: await findWaitLimit(db, account) }
  const places = inOrder(await listWaiting(db, account), limit)
  const at = places.findIndex((place) => place.conversation === conversation)
  const place = places[at]
  return place ? (await outlooks(db, account))(place, crowdOf(places.slice(0, at))).range : null
}

function crowdOf(places: readonly Place[]): Crowd {
  const crowd = new Crowd()
  for (const place of places) crowd.add(place)
  return crowd
}

type Need = Pick<Place, 'language' | 'skill' | 'priority'>

/**
 * Why somebody stands before this place who did not before: only stated reasons make an announced place grow. Asked of the places in
 * the order of service, and remembers of those before only what matters: each is looked at once, however many wait.
 */
function causes(limit: WaitLimit): (place: PlaceRow) => PlaceCause {
  let highest = Number.NEGATIVE_INFINITY
  let lowestNumber = Number.POSITIVE_INFINITY
  let latestOverrun = Number.NEGATIVE_INFINITY
  return (place) => {
    const cause = causeOf(place)
    highest = Math.max(highest, place.priority)
    lowestNumber = Math.min(lowestNumber, place.number)
    if (isLate(place, limit)) latestOverrun = Math.max(latestOverrun, place.number)
    return cause
  }
  function causeOf(place: PlaceRow): PlaceCause {
    if (highest > place.priority) return highest === callbackDue ? 'callback-due' : 'higher-priority'
    if (latestOverrun > place.number) return 'wait-limit'
    return lowestNumber < place.number ? 'place-returned' : null
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
