import { parentPort, workerData } from 'node:worker_threads'
import type { OwnReplay, ScenarioReplay } from '../../contract/trust.ts'
import { type Interval, type PlayedDay, playDay, summarize } from '../../core/routing/laboratory/compare.ts'
import { policyNames } from '../../core/routing/laboratory/policy.ts'
import type { Scenario } from '../../core/routing/laboratory/scenario.ts'
import { startOf } from '../../core/team/zone.ts'
import { type Differently, type Replay, replay, type Served } from '../../core/trust/replay.ts'
import type { ReplaySaid, ReplayWork } from './replaying.ts'

const work = workerData as ReplayWork
const say = (said: ReplaySaid) => parentPort?.postMessage(said)

/** As many dice as keep a replay to some seconds: a small past is thrown more often. */
const mostPlayed = 150_000
const seedsFor = (conversations: number) => Math.min(20, Math.max(5, Math.floor(mostPlayed / Math.max(1, conversations))))

/** Days of a scenario that are played: enough for an interval to mean something. */
const days = 20

function playPast({ past, before, after, bounds, timeZone }: Exclude<ReplayWork, { scenario: Scenario }>): OwnReplay {
  const seeds = Array.from({ length: seedsFor(past.conversations.length) }, (_, index) => index + 1)
  const play = replay(past, { before, after, seeds, bounds })
  for (let step = play.next(); ; step = play.next()) {
    if (step.done) return toOwn(step.value, timeZone)
    say({ share: step.value })
  }
}

function toOwn(result: Replay, timeZone: string): OwnReplay {
  const at = (minute: number) => new Date(startOf(timeZone, Math.floor(minute))).toISOString()
  const { count, shown } = result.differently
  return { kind: 'past', ...result, differently: { count, shown: shown.map((one) => toShown(one, at)) } }
}

function toShown({ at, before, after, ...rest }: Differently, time: (minute: number) => string): OwnReplay['differently']['shown'][number] {
  return { ...rest, at: time(at), before: toServed(before), after: toServed(after) }
}

/** A number that the decision did not know is said to be none. */
function toServed({ because, ...rest }: Served): OwnReplay['differently']['shown'][number]['before'] {
  const numbers = Object.fromEntries(Object.entries(because.numbers).map(([name, value]) => [name, value ?? null]))
  return { ...rest, because: { code: because.code, numbers } }
}

function playScenario(scenario: Scenario): ScenarioReplay {
  const played: PlayedDay[] = []
  for (let seed = 1; seed <= days; seed++) {
    played.push(playDay(scenario, seed, policyNames))
    say({ share: seed / days })
  }
  const { policies, informedOfOracle, oracleOfMaximum } = summarize(scenario, played, policyNames)
  return {
    kind: 'scenario',
    name: scenario.name,
    days,
    bounds: { oracleOfMaximum: told(oracleOfMaximum), informedOfOracle: told(informedOfOracle) },
    policies: policyNames.flatMap((policy) => {
      const summary = policies[policy]
      if (summary === undefined) return []
      const { asa, serviceLevel, abandonment, byAssistant } = summary.figures
      return [
        {
          policy,
          ofOracle: told(summary.ofOracle),
          wait: told(asa),
          serviceLevel: told(serviceLevel),
          abandonment: told(abandonment),
          byAssistant: told(byAssistant),
        },
      ]
    }),
  }
}

const told = ({ mean, half }: Interval) => ({ value: mean, half: Number.isFinite(half) ? half : null })

say({ result: 'scenario' in work ? playScenario(work.scenario) : playPast(work) })
