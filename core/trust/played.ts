import type { Decision } from '../routing/decision.ts'
import type { Day } from '../routing/laboratory/day.ts'
import { simulate } from '../routing/laboratory/simulate.ts'
import { ending, type Track } from '../routing/laboratory/track.ts'
import type { Economics } from '../value/economics.ts'
import { decided } from './decided.ts'
import { answerWithinSeconds, type PastConversation } from './past.ts'
import type { Stage } from './replay-day.ts'
import type { Setting } from './setting.ts'

/** What became of one conversation under one setting, as means over the dice. Waits and work in minutes, shares 0–1. */
export interface Played {
  first: Decision
  toAssistant: number
  handedOver: number
  /** Whoever was told at once that nobody can come did not wait. */
  waited: number
  wait: number
  served: number
  waitOfServed: number
  inTime: number
  abandoned: number
  unserved: number
  byAssistant: number
  personMinutes: number
  value: number
}

/** One day under one setting, added to what was played of it before. */
export function playOnce(
  of: { conversations: readonly PastConversation[]; stage: Stage; day: Day; setting: Setting; answerMinutes: number },
  sums: (Played | undefined)[],
): void {
  const { conversations, stage, day, setting, answerMinutes } = of
  const decisions = { first: new Array<Decision | undefined>(day.count) }
  const track = simulate(stage.scenario, stage.team, day, decided(conversations, { setting, meanHandleMinutes: stage.meanHandleMinutes }, decisions))
  for (let c = 0; c < day.count; c++) {
    const first = decisions.first[c]
    if (first === undefined) continue
    const answer = conversations[c]?.real.answerMinutes ?? answerMinutes
    sums[c] = added(sums[c] ?? nothing(first), track, c, { decision: first, answer })
  }
}

export function meanOf(sum: Played, times: number): Played {
  const { first, ...figures } = sum
  const means = Object.entries(figures).map(([name, value]) => [name, value / times])
  return { first, ...(Object.fromEntries(means) as Omit<Played, 'first'>) }
}

/**
 * What really happened, weighed as a play weighs it: what the customer would have been worth and was lost or kept with, by whoever served.
 * Where nobody knows whether it was solved, the economics of the intent say how likely it is.
 */
export function realValue({ real, lossProbability, lifetimeValue }: PastConversation, economics: Economics): number {
  const worth = (solved: number, buys: number) => lossProbability * lifetimeValue * solved + buys * economics.margin.value
  if (real.served) return worth(chanceOf(real.solvedByPerson, economics.resolvedByPerson.value), economics.buysWithPerson.value)
  if (real.abandoned || real.handedOver || !real.toAssistant) return 0
  const solved = chanceOf(real.solvedByAssistant, economics.resolvedByAssistant.value)
  return worth(solved, solved * economics.buysWithAssistant.value)
}

const chanceOf = (known: boolean | null, likely: number) => (known === null ? likely : Number(known))

/** What really happened, in the same form. */
export function realOf({ real, facts }: PastConversation): Omit<Played, 'first' | 'unserved' | 'value'> {
  const waited = real.wait === null ? 0 : 1
  const wait = real.wait ?? 0
  const served = waited === 1 && real.served ? 1 : 0
  return {
    toAssistant: Number(real.toAssistant && !facts.askedForPerson),
    handedOver: Number(real.handedOver),
    waited,
    wait,
    served,
    waitOfServed: served * wait,
    inTime: served === 1 && wait * 60 <= answerWithinSeconds ? 1 : 0,
    abandoned: Number(real.abandoned),
    byAssistant: Number(real.byAssistant),
    personMinutes: real.personMinutes,
  }
}

const nothing = (first: Decision): Played => ({
  first,
  toAssistant: 0,
  handedOver: 0,
  waited: 0,
  wait: 0,
  served: 0,
  waitOfServed: 0,
  inTime: 0,
  abandoned: 0,
  unserved: 0,
  byAssistant: 0,
  personMinutes: 0,
  value: 0,
})

/** `answer`: minutes until whoever took it has written; a customer waits for words, not for an assignment. */
function added(sum: Played, track: Track, c: number, { decision, answer }: { decision: Decision; answer: number }): Played {
  const joined = track.joined[c] as number
  const end = track.ending[c] as number
  const served = end === ending.person ? 1 : 0
  const toPeople = Number.isNaN(joined) ? 0 : 1
  const until = toPeople === 0 ? 0 : (track.left[c] as number) - joined
  const waited = end === ending.unserved && until === 0 ? 0 : toPeople
  const wait = until + served * answer
  const toAssistant = decision.to === 'assistant' ? 1 : 0
  return {
    first: sum.first,
    toAssistant: sum.toAssistant + toAssistant,
    handedOver: sum.handedOver + toAssistant * toPeople,
    waited: sum.waited + waited,
    wait: sum.wait + wait,
    served: sum.served + served,
    waitOfServed: sum.waitOfServed + served * wait,
    inTime: sum.inTime + (served === 1 && wait * 60 <= answerWithinSeconds ? 1 : 0),
    abandoned: sum.abandoned + (end === ending.abandoned ? 1 : 0),
    unserved: sum.unserved + (end === ending.released || end === ending.unserved ? 1 : 0),
    byAssistant: sum.byAssistant + (end === ending.assistant ? 1 : 0),
    personMinutes: sum.personMinutes + (track.minutes[c] as number),
    value: sum.value + (track.value[c] as number),
  }
}
