import type { Chance } from '../../core/chance.ts'
import { type Language, toLanguage } from '../../core/language.ts'
import { mayServe } from '../../core/team/capacity.ts'
import { close, reply } from '../conversations/actions.ts'
import { newId } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { listWaiting, type PlaceRow } from '../queue/store.ts'
import { beat, changePresence } from '../team/presence.ts'
import { listPeople, type PersonRow } from '../team/store.ts'
import type { Clock } from './clock.ts'
import { type Content, fill } from './content.ts'
import { firstName } from './course.ts'
import { about, happens } from './draw.ts'
import { type Held, listHeld } from './store.ts'

export interface Shift {
  /** Fewer wait than a visitor of the demo should find. */
  isQuiet: () => boolean
  stop: () => void
}

/** So many customers wait visibly: enough that somebody who looks finds one to take, few enough that nobody is neglected. */
const fewest = 3
const most = 4
/** Seconds of their time after which somebody comes back from the break for this customer; a visitor who is not simulated waits no longer than this. */
const overdue = 300
const overdueReal = 20

const beatMilliseconds = 20_000

/** The simulated colleagues: they answer what they hold at a human pace, and take breaks in turn. */
export function startShift(of: {
  platform: Platform
  account: string
  content: Record<Language, Content>
  chance: Chance
  clock: Clock
  isSimulated: (conversation: string) => boolean
}): Shift {
  const { platform, account, content, chance, clock, isSimulated } = of
  let waits = 0
  const busy = new Map<string, { goodbye: boolean }>()

  const heart = setInterval(() => void beatAll(), beatMilliseconds)
  void beatAll()
  look()
  turn()

  /** Also while the stream stands still: what they hold must not fall back into the queue. */
  async function beatAll(): Promise<void> {
    try {
      await platform.act(account, async (work) => {
        for (const person of await listPeople(work.db, account)) if (person.simulated) await beat(work, person.id)
      })
    } catch (error) {
      platform.log.warn(
        { error: error instanceof Error ? error.message : String(error) },
        'the heartbeat of the simulated colleagues failed; it is tried again',
      )
    }
  }

  function look(): void {
    clock.after(1500, async () => {
      try {
        const held = await platform.database.inAccount(account, (db) => listHeld(db, account))
        const claims = new Set(held.map((one) => one.claim))
        for (const claim of busy.keys()) if (!claims.has(claim)) busy.delete(claim)
        for (const one of held) if (!busy.has(one.claim)) begin(one)
      } finally {
        look()
      }
    })
  }

  function begin(held: Held): void {
    busy.set(held.claim, { goodbye: false })
    next(held.claim, held.said === 0 ? 6 : 12)
  }

  /** The next step of one conversation, from what was said by then. */
  function next(claim: string, seconds: number): void {
    clock.after(about(chance, seconds) * 1000, () => step(claim))
  }

  async function step(claim: string): Promise<void> {
    try {
      const [held] = await platform.database.inAccount(account, (db) => listHeld(db, account, claim))
      const plan = busy.get(claim)
      if (!held || !plan) busy.delete(claim)
      else await goOn(held, plan)
    } catch (error) {
      // Refused, because it was closed or given away meanwhile, or really failed: it is looked at anew.
      busy.delete(claim)
      throw error
    }
  }

  async function goOn(held: Held, plan: { goodbye: boolean }): Promise<void> {
    const simulated = isSimulated(held.conversation)
    const { team } = content[toLanguage(held.language) ?? 'en'].talk
    const fixed = team.fixed[held.intent ?? ''] ?? team.fixed['greeting'] ?? team.looking
    if (held.said === 0) return speak(held, team.hello, 18)
    if (held.said === 1) return speak(held, team.looking, 70)
    if (held.said === 2) return speak(held, fixed, simulated ? 30 : 60)
    if (plan.goodbye) return finish(held)
    if (!simulated && held.unanswered && held.said < 9) return speak(held, held.said % 2 === 1 ? team.looking : fixed, 40)
    plan.goodbye = true
    return speak(held, team.bye, simulated ? 8 : 20)
  }

  async function speak(held: Held, lines: string[], then: number): Promise<void> {
    platform.bell.whisper({ account, frame: { name: 'typing', conversation: held.conversation, customer: held.customer, author: 'person' } })
    const text = fill(chance.pick(lines), { name: held.name && firstName(held.name), me: firstName(held.me) })
    await platform.act(account, (work) =>
      reply(work, { conversation: held.conversation, person: held.person, clientId: newId(), text, private: false }),
    )
    next(held.claim, then)
  }

  async function finish(held: Held): Promise<void> {
    const resolved = happens(chance, held.intent === 'leaving' ? 0.65 : 0.92)
    await platform.act(account, (work) =>
      close(work, { conversation: held.conversation, by: 'person', person: held.person, resolved, reason: resolved ? 'solved' : 'other' }),
    )
    busy.delete(held.claim)
  }

  /** Breaks in turn, so that some customers wait visibly and none for long. */
  function turn(): void {
    clock.after(4000, async () => {
      try {
        await platform.act(account, async (work) => {
          const people = await listPeople(work.db, account)
          const waiting = await listWaiting(work.db, account)
          waits = waiting.length
          const change = whoTurns({ people, waiting, now: work.now.getTime(), speed: clock.speed(), isSimulated })
          if (change) await changePresence(work, change.person, change.presence)
        })
      } finally {
        turn()
      }
    })
  }

  return { isQuiet: () => waits < fewest, stop: () => clearInterval(heart) }
}

interface Turning {
  people: PersonRow[]
  waiting: PlaceRow[]
  now: number
  speed: number
  isSimulated: (conversation: string) => boolean
}

/** Who goes for a break, or comes back, so that the number of those waiting stays between the two bounds. */
export function whoTurns({ people, waiting, now, speed, isSimulated }: Turning): { person: string; presence: 'on' | 'away' } | undefined {
  const simulated = people.filter((person) => person.simulated)
  const on = simulated.filter((person) => person.presence === 'on')
  const away = simulated.filter((person) => person.presence !== 'on' && person.load < person.capacity)
  const somebodyElse = people.some((person) => !person.simulated && person.role !== 'analyst' && person.presence === 'on')
  if (on.length === 0 && !somebodyElse && away[0]) return { person: away[0].id, presence: 'on' }

  const seconds = (place: PlaceRow) => ((now - place.waitingSince) / 1000) * (isSimulated(place.conversation) ? speed : 1)
  const late = waiting.filter((place) => seconds(place) > (isSimulated(place.conversation) ? overdue : overdueReal))
  if (waiting.length > most || late.length > 0) {
    const back = whoComesBack(away, late.length > 0 ? late : waiting, waiting)
    return back && { person: back.id, presence: 'on' }
  }
  return waiting.length < fewest ? whoLeaves(on, away) : undefined
}

/** Whoever has room goes for a break; one stays, and that is somebody who holds few at once. */
function whoLeaves(on: PersonRow[], away: PersonRow[]): { person: string; presence: 'on' | 'away' } | undefined {
  const [leaver] = on.filter((person) => person.load < person.capacity).toSorted((a, b) => b.capacity - a.capacity || a.load - b.load)
  if (!leaver) return undefined
  if (on.length > 1) return { person: leaver.id, presence: 'away' }
  const stayer = away.find((person) => person.capacity < leaver.capacity)
  return stayer && { person: stayer.id, presence: 'on' }
}

/** Somebody who fits one of them, rather not the one with the most at stake: that one is left for whoever looks at the demo. */
function whoComesBack(away: PersonRow[], places: PlaceRow[], waiting: PlaceRow[]): PersonRow | undefined {
  const dearest = waiting.toSorted((a, b) => b.uplift - a.uplift)[0]
  const rested = away.toSorted((a, b) => a.presenceSince.getTime() - b.presenceSince.getTime())
  for (const place of places.toSorted((a, b) => Number(a === dearest) - Number(b === dearest) || a.waitingSince - b.waitingSince)) {
    const fits =
      rested.find((person) => mayServe({ ...person, freeSince: 0 }, place, 0)) ??
      rested.find((person) => mayServe({ ...person, freeSince: 0 }, place, 1))
    if (fits) return fits
  }
  return undefined
}
