import { cpus, totalmem } from 'node:os'
import type { Found, Worth } from './aftermath.ts'
import type { Sent } from './customer.ts'
import { countKept, type Outage, overlaps, type Spread, spreadOf, tally } from './measure.ts'
import { keyOf } from './observer.ts'
import type { PlacesCompared } from './places.ts'
import type { Witnessed } from './stay.ts'

export interface Crash {
  outage: Outage
  acknowledgedBefore: number
  backAfterSeconds: number
  waitingBefore: number
  places: PlacesCompared
  /** Waited before the crash, and afterwards neither waits nor is served nor closed. */
  forgotten: number
}

/** All that a run found out, as --json prints it. */
export interface Result {
  date: string
  machine: { cores: number; memoryGiB: number; model: string; node: string }
  played: { messages: number; rate: number; team: number; handleSeconds: number; seed: number; seconds: number; reachedRate: number }
  sent: number
  acknowledged: number
  refused: Record<string, number>
  storedExactlyOnce: number
  lost: number
  doubled: number
  timelinesWithGaps: number
  byLanguage: Record<string, number>
  servedBy: Record<string, number>
  /** Seconds from the message to the person. */
  wait: Spread
  /** Milliseconds, without what met the crash. */
  acknowledgement: Spread
  toScreen: Spread
  notOnScreen: number
  sentAgain: number
  metCrash: { messages: number; longestAcknowledgement: number | null } | null
  closures: { byTeam: number; byCustomer: number; all: number }
  worth: Worth
  witnessed: Witnessed
  troubles: { network: number; server: number; tooMany: number }
  violations: Record<string, number> | null
  serverSaid: Record<string, number>
  crash: Crash | null
}

export interface Findings {
  options: { rate: number; team: number; handle: number; seed: number }
  sent: readonly Sent[]
  found: readonly Found[]
  seen: ReadonlyMap<string, number>
  sendingSeconds: number
  closedByTeam: number
  worth: Worth
  witnessed: Witnessed
  troubles: Result['troubles']
  violations: Record<string, number> | undefined
  complaints: ReadonlyMap<string, number>
  crash: Crash | null
}

export function sumUp(of: Findings): Result {
  const { options, sent, found, crash, witnessed } = of
  const acknowledged = sent.flatMap(({ acknowledged: it, began, attempts }) => (it ? [{ ...it, began, attempts }] : []))
  const outage = crash?.outage ?? null
  const screens = acknowledged.map((one) => ({ ...one, onScreen: of.seen.get(keyOf(one.conversation, one.seq)) }))
  const undisturbed = screens.filter(({ began, at, onScreen }) => !overlaps(began, Math.max(at, onScreen ?? at), outage))
  const disturbed = screens.filter((one) => !undisturbed.includes(one))
  const kept = countKept(found)
  return {
    date: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), model: cpus()[0]?.model ?? '', node: process.version },
    played: {
      messages: sent.length,
      rate: options.rate,
      team: options.team,
      handleSeconds: options.handle,
      seed: options.seed,
      seconds: of.sendingSeconds,
      reachedRate: sent.length / of.sendingSeconds,
    },
    sent: sent.length,
    acknowledged: acknowledged.length,
    refused: tally(sent.flatMap(({ refusal }) => (refusal ? [refusal] : []))),
    storedExactlyOnce: kept.once,
    lost: kept.lost + acknowledged.length - found.length,
    doubled: kept.doubled,
    timelinesWithGaps: kept.gaps,
    byLanguage: tally(found.map(({ language }) => language)),
    servedBy: tally(found.map(({ servedBy }) => servedBy)),
    wait: spreadOf(found.flatMap(({ waitedSeconds }) => waitedSeconds ?? [])),
    acknowledgement: spreadOf(undisturbed.map(({ at, began }) => at - began)),
    toScreen: spreadOf(undisturbed.flatMap(({ onScreen, began }) => (onScreen === undefined ? [] : [onScreen - began]))),
    notOnScreen: screens.filter(({ onScreen }) => onScreen === undefined).length,
    sentAgain: acknowledged.filter(({ attempts }) => attempts > 1).length,
    metCrash: crash && { messages: disturbed.length, longestAcknowledgement: spreadOf(disturbed.map(({ at, began }) => at - began)).most },
    closures: { byTeam: of.closedByTeam, byCustomer: witnessed.saidSolved, all: found.filter(({ closed }) => closed).length },
    worth: of.worth,
    witnessed,
    troubles: of.troubles,
    violations: of.violations ?? null,
    serverSaid: Object.fromEntries(of.complaints),
    crash,
  }
}

/** Whether every promise held that a replay can check. */
export function isGood(result: Result): boolean {
  const { acknowledged, lost, doubled, timelinesWithGaps, crash, witnessed, violations } = result
  const places = !crash || (crash.places.swapped === 0 && crash.places.grown === 0 && crash.forgotten === 0)
  const broken = Object.keys(violations ?? {}).length
  return acknowledged > 0 && lost === 0 && doubled === 0 && timelinesWithGaps === 0 && witnessed.grewUnexplained === 0 && broken === 0 && places
}
