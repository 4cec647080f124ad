import { inOrder } from '../../core/queue/order.ts'
import { type PlaceCause, placeChange } from '../../core/queue/place-change.ts'
import { waitRange } from '../../core/queue/wait.ts'
import type { Server } from '../../core/team/person.ts'
import type { Db } from '../platform/db.ts'
import { action } from '../platform/events.ts'
import { isOvertaken } from '../platform/overtaken.ts'
import { listServers } from '../team/store.ts'
import { findHandleTime, findWaitLimit, listWaiting, type PlaceRow, saveTold } from './store.ts'

/** Starting figure until conversations have been handled here: about 6 minutes (industry tables). */
const startHandleMinutes = 6
/** Starting figure: 2 % of those waiting give up in a minute, which gives the industry's 5–8 % at its usual waits. */
const startAbandonment = 0.02

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

    for (const [ahead, place] of places.entries()) {
      const change = placeChange(
        place.toldAhead === null ? null : { ahead: place.toldAhead },
        { ahead },
        causeOf(place, places.slice(0, ahead), limit),
      )
      const range = rangeFor(change.ahead)
      if (!change.announce && !isOtherRange(place, range)) continue
      await saveTold(db, account, { conversation: place.conversation, ahead: change.ahead, range, because: change.because })
      work.tell('place.announced', { conversation: place.conversation, customer: place.customer, ahead: change.ahead })
    }
  },
)

/** The range for any number of people ahead, from who is on duty now and how long conversations take here. */
export async function ranges(db: Db, account: string): Promise<(ahead: number) => { from: number; to: number } | null> {
  const on = (await listServers(db, account)).filter((person: Server) => person.presence === 'on')
  const handled = await findHandleTime(db, account)
  return (ahead) =>
    waitRange({
      ahead,
      peopleOn: on.length,
      capacity: sum(on.map((person) => person.capacity)),
      inService: sum(on.map((person) => Math.min(person.load, person.capacity))),
      meanHandleMinutes: handled.minutes ?? startHandleMinutes,
      abandonmentPerMinute: startAbandonment,
      completionsSeen: handled.n,
    })
}

/** Why somebody stands before this place who did not before: only stated reasons make an announced place grow. */
function causeOf(place: PlaceRow, before: PlaceRow[], limit: { now: number; waitLimitMinutes: number }): PlaceCause {
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
