import type { DemoState } from '../../contract/demo.ts'
import { chance as seeded } from '../../core/chance.ts'
import type { Platform } from '../platform/platform.ts'
import { drawCharacter, type Known, wishOf } from './character.ts'
import { startClock } from './clock.ts'
import { readContent } from './content.ts'
import { startShift } from './shift.ts'
import { findDemo, listKnown } from './store.ts'
import { playVisit, type Visit } from './visit.ts'
import { openLine } from './visitor.ts'

/** The stream of simulated customers and colleagues that keeps the demo company alive. */
export interface Demo {
  /** 1 is the pace of a quiet afternoon; 0 pauses everything. */
  setSpeed: (speed: number) => void
  state: () => DemoState
  stop: () => Promise<void>
}

/** At speed 1 somebody new comes in so many seconds, on average; a little sooner while hardly anybody waits. */
const between = 28
const betweenQuiet = 14
/** The first few come sooner, so that there is something to see from the first minute. */
const first = 10
const betweenFirst = 4
/** So many customers are there at once at most; each one listens on a connection of their own. */
const mostAtOnce = 40

/** Keeps the demo company alive through the public widget API; it ends cleanly with `stop`. */
export async function startDemo(platform: Platform, address: string): Promise<Demo> {
  const company = (await findDemo(platform)) ?? noDemo()
  const { log } = platform
  const content = readContent()
  // Another story at every start, but one that can be told again: the seed is in the log.
  const seed = Date.now() >>> 0
  log.info({ seed }, 'the demo stream starts')
  const chance = seeded(seed)
  const clock = startClock(1, log)
  const line = openLine(address)
  const visits = new Set<Visit>()
  let known: Known[] = []
  let soFar = 0

  const shift = startShift({
    platform,
    account: company.account,
    content,
    chance,
    clock,
    isSimulated: (conversation) => [...visits].some((visit) => visit.conversation() === conversation),
  })
  arriveLater(2)

  function arriveLater(seconds: number): void {
    clock.after(seconds * 1000, async () => {
      arriveLater(Math.max(3, chance.exponential(usual())))
      if (visits.size < mostAtOnce) await arrive()
    })
  }

  function usual(): number {
    if (soFar < first) return betweenFirst
    return shift.isQuiet() ? betweenQuiet : between
  }

  async function arrive(): Promise<void> {
    const { account } = company
    if (known.length === 0) known = await platform.database.inAccount(account, (db) => listKnown(db, account))
    const character = drawCharacter(chance, content, nextKnown, shift.isQuiet() && chance.next() < 0.6)
    const visitor = await line.visit(wishOf(character, company))
    soFar += 1
    const visit = playVisit({
      visitor,
      character,
      chance,
      clock,
      note: (error) => log.info({ error: error.message }, 'a simulated customer was refused or lost the connection'),
      ended: () => visits.delete(visit),
    })
    visits.add(visit)
  }

  /** Nobody comes twice before everybody has come once. */
  function nextKnown(fits: (one: Known) => boolean): Known | undefined {
    const fitting = known.filter(fits)
    if (fitting.length === 0) return undefined
    const one = chance.pick(fitting)
    known.splice(known.indexOf(one), 1)
    return one
  }

  return {
    setSpeed: (speed) => clock.setSpeed(speed),
    state: () => ({ speed: clock.speed(), running: clock.speed() > 0, customersSoFar: soFar }),
    stop: async () => {
      shift.stop()
      for (const visit of [...visits]) visit.end()
      await clock.stop()
      line.close()
    },
  }
}

function noDemo(): never {
  throw new Error('there is no demo company to keep alive')
}
