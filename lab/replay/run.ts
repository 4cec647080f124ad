import { setTimeout as wait } from 'node:timers/promises'
import { Conversation } from '../../contract/conversations.ts'
import { chance } from '../../core/chance.ts'
import { countOpen, findAll, findViolations, findWorth, listWaiting } from './aftermath.ts'
import type { Company } from './company.ts'
import { makeSlots, type Sent, write } from './customer.ts'
import type { Door } from './http.ts'
import type { Line } from './lines.ts'
import { startObserver } from './observer.ts'
import type { Options } from './options.ts'
import { comparePlaces } from './places.ts'
import { type Crash, type Result, sumUp } from './result.ts'
import type { OwnServer } from './server.ts'
import { nothingWitnessed, stay } from './stay.ts'
import { startTeammate, type Teammate } from './teammate.ts'

const openWindows = 200
/** More than this on their way at once would measure the sender, not the server. */
const mostOnTheirWay = 500
const drainMilliseconds = 60_000
const tellMilliseconds = 5000

interface Played {
  door: Door
  company: Company
  options: Options
  server: OwnServer | null
  say: (line: string) => void
}

/** Plays all lines as new customers, lets the team finish, and finds out what became of every one. */
export async function play(lines: readonly Line[], { door, company, options, server, say }: Played): Promise<Result> {
  const { owner } = company
  const began = new Date(Date.now() - 1000)
  const observer = startObserver(door, owner.cookie)
  const team = await Promise.all(
    company.team.map((member, index) => startTeammate(door, member, { handle: options.handle, seed: options.seed * 1009 + index })),
  )
  const over = new AbortController()
  const witnessed = nothingWitnessed()
  const windows = makeSlots(openWindows)
  const onTheirWay = makeSlots(mostOnTheirWay)
  const sent: Sent[] = []
  const stays = new Set<Promise<void>>()
  let crash: Promise<Crash> | undefined
  let acknowledged = 0

  async function live(line: Line, index: number): Promise<void> {
    const one = await write(door, company.site, line)
    sent.push(one)
    if (!one.acknowledged) return say(`${line.file}, line ${line.number}: was not acknowledged: ${one.refusal}`)
    acknowledged += 1
    if (server && acknowledged === options.killAt) crash = killAndReturn(server, { door, cookie: owner.cookie, acknowledged, say })
    const staying = stayWhile(one, index)
    stays.add(staying)
    void staying.finally(() => stays.delete(staying))
  }

  async function stayWhile(one: Sent, index: number): Promise<void> {
    const leave = await windows.take()
    try {
      await stay(door, one, { seed: options.seed * 7919 + index, over: over.signal, witnessed })
    } finally {
      leave()
    }
  }

  const tell = () => report({ door, cookie: owner.cookie, sent: sent.length, acknowledged, of: lines.length, team, windows: windows.taken(), say })
  const telling = setInterval(() => void tell(), tellMilliseconds)
  const startedAt = performance.now()
  await arrive(lines, options, onTheirWay, live)
  const sendingSeconds = (performance.now() - startedAt) / 1000
  const afterCrash = (await crash) ?? null
  await drain(door, owner.cookie, team, stays)
  clearInterval(telling)
  await tell()
  over.abort()
  await Promise.allSettled(stays)
  await Promise.all(team.map((member) => member.stop()))

  say('looking for every message in its timeline')
  const found = await findAll(door, owner.cookie, sent)
  const worth = await findWorth(door, owner.cookie, began)
  const violations = await findViolations(door, owner.cookie)
  observer.stop()
  return sumUp({
    options,
    sent,
    found,
    seen: observer.seen,
    sendingSeconds,
    worth,
    witnessed,
    violations,
    crash: afterCrash,
    closedByTeam: closedBy(team),
    troubles: door.troubles,
    complaints: server?.complaints ?? new Map(),
  })
}

/** Poisson arrivals: the next customer does not wait for the one before. Ends when all are acknowledged or given up. */
async function arrive(
  lines: readonly Line[],
  options: Options,
  onTheirWay: ReturnType<typeof makeSlots>,
  live: (line: Line, index: number) => Promise<void>,
): Promise<void> {
  const dice = chance(options.seed)
  const all: Promise<void>[] = []
  let due = performance.now()
  for (const [index, line] of lines.entries()) {
    due += dice.exponential(1000 / options.rate)
    const ahead = due - performance.now()
    if (ahead > 0) await wait(ahead)
    const done = await onTheirWay.take()
    all.push(live(line, index).finally(done))
  }
  await Promise.all(all)
}

/** Until nobody waits, nobody is served and every customer has gone; a minute at most. */
async function drain(door: Door, cookie: string, team: readonly Teammate[], stays: ReadonlySet<unknown>): Promise<void> {
  const deadline = performance.now() + drainMilliseconds
  while (performance.now() < deadline) {
    const busy = team.some((member) => member.inHand() > 0)
    if (!busy && stays.size === 0 && (await countOpen(door, cookie)).waiting === 0) return
    await wait(500)
  }
}

/** kill -9 in the middle of everything: the places before and after it are compared. */
async function killAndReturn(
  server: OwnServer,
  run: { door: Door; cookie: string; acknowledged: number; say: (line: string) => void },
): Promise<Crash> {
  const { door, cookie, acknowledged, say } = run
  const before = await listWaiting(door, cookie)
  say(`kill -9 after ${acknowledged} acknowledged messages, with ${before.length} waiting`)
  const from = performance.now()
  await server.kill()
  await wait(1000)
  const startedAt = performance.now()
  await server.startAgain()
  const to = performance.now()
  const places = comparePlaces(before, await listWaiting(door, cookie))
  say(`the server is back after ${((to - startedAt) / 1000).toFixed(1)} s`)
  let forgotten = 0
  for (const id of places.gone) {
    const state = Conversation.parse((await door.insist('GET', `/v1/conversations/${id}`, { cookie })).body).state
    if (state !== 'person' && state !== 'closed') forgotten += 1
  }
  return {
    outage: { from, to },
    acknowledgedBefore: acknowledged,
    backAfterSeconds: (to - startedAt) / 1000,
    waitingBefore: before.length,
    places,
    forgotten,
  }
}

async function report(now: {
  door: Door
  cookie: string
  sent: number
  acknowledged: number
  of: number
  team: readonly Teammate[]
  windows: number
  say: (line: string) => void
}): Promise<void> {
  const { door, cookie, team } = now
  const answer = await door.ask('GET', '/v1/conversations?view=all&limit=1', { cookie })
  const waiting = (answer.body as { counts?: { waiting?: number } } | undefined)?.counts?.waiting ?? '?'
  const inHand = team.reduce((sum, member) => sum + member.inHand(), 0)
  now.say(
    `sent ${now.sent} of ${now.of}, acknowledged ${now.acknowledged}, waiting ${waiting}, in hand ${inHand}, closed ${closedBy(team)}, windows ${now.windows}`,
  )
}

const closedBy = (team: readonly Teammate[]) => team.reduce((sum, member) => sum + member.closed(), 0)
