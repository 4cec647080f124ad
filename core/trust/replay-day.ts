import { type Chance, chance } from '../chance.ts'
import { type Day, emptyDay } from '../routing/laboratory/day.ts'
import { type Team, teamOf } from '../routing/laboratory/people.ts'
import type { Scenario } from '../routing/laboratory/scenario.ts'
import type { Economics } from '../value/economics.ts'
import { answerWithinSeconds, dayMinutes, type Past, type PastConversation } from './past.ts'
import { dutiesOn, type Setting } from './setting.ts'

/** What holds for every day of a past: its intents and languages, and how patient its customers are. */
export interface Frame {
  intents: Economics[]
  intentOf: ReadonlyMap<string, number>
  languages: string[]
  patienceMinutes: number
  assistantMinutes: number
  /** From taking a conversation to the first words: the middle, where one has no own. */
  answerMinutes: number
}

export function frameOf(past: Past): Frame {
  const known = new Map(past.economics.map((economics) => [economics.intent, economics]))
  const names = [...new Set(past.conversations.map(({ intent }) => intent))].sort()
  return {
    intents: names.map((intent) => ({ ...(known.get(intent) ?? past.mean), intent })),
    intentOf: new Map(names.map((intent, index) => [intent, index])),
    languages: [...new Set(past.conversations.map(({ language }) => language))].sort(),
    patienceMinutes: patienceOf(past.conversations),
    assistantMinutes: assistantMinutesOf(past.conversations),
    answerMinutes: middle(past.conversations.flatMap(({ real }) => (real.answerMinutes === null ? [] : [real.answerMinutes]))) ?? 0,
  }
}

export interface Stage {
  scenario: Scenario
  team: Team
  /** Work of the mean conversation, as the server takes it for the price of a minute. */
  meanHandleMinutes: number
}

/** The day as the simulation wants it, with the team that is on under a setting. */
export function stageOf(past: Past, frame: Frame, setting: Setting, day: number): Stage {
  const duties = dutiesOn(day, { people: past.people, presence: past.presence, staff: setting.staff })
  const scenario: Scenario = {
    name: `day ${day}`,
    hours: { from: 0, to: dayMinutes },
    arrivalsPerHour: [],
    load: null,
    intents: frame.intents.map((economics) => intentOf(economics, frame.intents.length)),
    customers: { lifetimeValue: 0, spread: 0 },
    valueNoise: 0,
    patienceMinutes: frame.patienceMinutes,
    asksForPerson: 0,
    assistantMinutes: frame.assistantMinutes,
    // Nothing was measured of what help beside the queue does to patience and handle time here, so nothing is claimed.
    help: { patienceFactor: 1, gatheredMinutes: 0, takenByRequesters: 0 },
    languages: frame.languages.map((language) => ({ language, share: 1 / frame.languages.length })),
    team: duties.map(({ languages, skills, capacity, from, to }) => ({
      count: 1,
      skills: Object.fromEntries(skills.map((skill) => [skill, 1])),
      languages,
      capacity,
      shift: { from, to },
    })),
    withoutSkill: 0.85,
    withTranslation: 0.8,
    waitLimitMinutes: setting.policy.waitLimitMinutes,
    answerWithinSeconds,
    costOfMinute: setting.policy.costOfMinute,
    fixedThreshold: 0,
  }
  return { scenario, team: teamOf(scenario), meanHandleMinutes: past.mean.handleMinutes.value }
}

/**
 * The customers of a real day. What is known of them stands; what nobody can know is thrown, so that it agrees with what is known:
 * whom the assistant helped it would have helped again, whoever gave up after six minutes has six minutes of patience, and whoever was
 * served after four had more than four (the exponential forgets, so the rest is thrown anew).
 */
export function dayAgain(conversations: readonly PastConversation[], frame: Frame, day: number, seed: number): Day {
  const dice = chance((seed * 1_000_003 + day) >>> 0)
  const again = emptyDay(conversations.length)
  for (const [c, one] of conversations.entries()) {
    const intent = frame.intentOf.get(one.intent) ?? 0
    const { resolvedByAssistant, resolvedByPerson } = frame.intents[intent] as Economics
    const { real } = one
    again.arrival[c] = one.at - day * dayMinutes
    again.intent[c] = intent
    again.language[c] = frame.languages.indexOf(one.language)
    again.value[c] = one.lifetimeValue
    again.estimate[c] = one.lifetimeValue
    again.patience[c] = patience(one, dice.exponential(frame.patienceMinutes))
    again.asks[c] = one.facts.askedForPerson ? 1 : 0
    const usual = one.facts.stake?.handleMinutes ?? frame.intents[intent]?.handleMinutes.value ?? 1
    const thrown = usual * Math.exp(spread * dice.normal() - (spread * spread) / 2)
    again.minutes[c] = real.personMinutes >= leastMinutes ? real.personMinutes : thrown
    again.lost[c] = dice.next() < one.lossProbability ? 1 : 0
    again.assistantDie[c] = one.askedLater ? 1 : known(dice, resolvedByAssistant.value, real.solvedByAssistant)
    again.personDie[c] = known(dice, resolvedByPerson.value, real.solvedByPerson)
    again.purchaseDie[c] = dice.next()
    again.helpDie[c] = dice.next()
  }
  return again
}

/** Standard deviation of the logarithm of handle times, where one has to be thrown. */
const spread = 0.5
/** A conversation held for less was given back, not handled. */
const leastMinutes = 0.05

/** A die that agrees with what came of it; below the probability is success. */
function known(dice: Chance, probability: number, succeeded: boolean | null): number {
  const die = dice.next()
  if (succeeded === null) return die
  return succeeded ? die * probability : probability + die * (1 - probability)
}

/** From the first message on; what is known of it is the wait, which began at most some minutes later. */
function patience({ real }: PastConversation, thrown: number): number {
  if (real.wait === null) return thrown
  return real.abandoned ? real.wait : real.wait + thrown
}

/** Mean patience, minutes: waits over those who gave up (maximum likelihood of censored exponentials), with a prior of three who left after ten. */
function patienceOf(conversations: readonly PastConversation[]): number {
  let waited = 30
  let left = 3
  for (const { real } of conversations) {
    waited += real.wait ?? 0
    if (real.abandoned) left += 1
  }
  return waited / left
}

/** The middle of what the assistant took where it had to hand over; a minute where it never did. */
function assistantMinutesOf(conversations: readonly PastConversation[]): number {
  const taken = conversations.flatMap(({ real }) => (real.handedOver && real.assistantMinutes > 0 ? [real.assistantMinutes] : []))
  return Math.min(10, Math.max(0.2, middle(taken) ?? 1))
}

const middle = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]

function intentOf(economics: Economics, count: number): Scenario['intents'][number] {
  return {
    intent: economics.intent,
    share: 1 / count,
    resolvedByPerson: economics.resolvedByPerson.value,
    resolvedByAssistant: economics.resolvedByAssistant.value,
    handleMinutes: economics.handleMinutes.value,
    handleSpread: spread,
    lossProbability: economics.lossProbability.value,
    buysWithPerson: economics.buysWithPerson.value,
    buysWithAssistant: economics.buysWithAssistant.value,
    margin: economics.margin.value,
    complexity: 0.5,
    skill: economics.skill,
  }
}
