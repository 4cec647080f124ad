import { type Chance, chance } from '../../chance.ts'
import { arrivalRates, type Scenario } from './scenario.ts'

/**
 * The customers of one day with all their dice, thrown before any policy is asked: every policy meets the same people
 * (common random numbers). One array a trait; minutes since midnight.
 */
export interface Day {
  count: number
  arrival: Float64Array
  intent: Uint16Array
  language: Uint8Array
  /** Remaining lifetime value, and what the company believes it to be. */
  value: Float64Array
  estimate: Float64Array
  patience: Float64Array
  asks: Uint8Array
  /** Minutes that a person of proficiency 1 needs. */
  minutes: Float64Array
  /** Would be lost if the matter stayed unresolved. */
  lost: Uint8Array
  /** Uniform dice, to be compared with the probability of whoever serves. */
  assistantDie: Float64Array
  personDie: Float64Array
  purchaseDie: Float64Array
  helpDie: Float64Array
}

export interface DayOptions {
  seed: number
  load?: number | null
  valueNoise?: number
}

/** Same scenario, seed and load: the same day, whatever the noise, which changes the estimates alone. */
export function sampleDay(scenario: Scenario, options: DayOptions): Day {
  const dice = chance(options.seed)
  const arrivals = arrivalTimes(scenario, options.load ?? scenario.load, dice)
  const day = emptyDay(arrivals.length)
  const noise = options.valueNoise ?? scenario.valueNoise
  const intents = cumulative(scenario.intents)
  const languages = cumulative(scenario.languages)
  for (let c = 0; c < arrivals.length; c++) {
    day.arrival[c] = arrivals[c] ?? 0
    const kind = drawn(intents, dice.next())
    const { handleMinutes = 0, handleSpread = 0, lossProbability = 0 } = scenario.intents[kind] ?? {}
    day.intent[c] = kind
    day.language[c] = drawn(languages, dice.next())
    const value = scenario.customers.lifetimeValue * Math.exp(scenario.customers.spread * dice.normal())
    day.value[c] = value
    day.estimate[c] = value * lognormal(noise, dice.normal())
    day.patience[c] = dice.exponential(scenario.patienceMinutes)
    day.asks[c] = dice.next() < scenario.asksForPerson ? 1 : 0
    day.minutes[c] = handleMinutes * lognormal(handleSpread, dice.normal())
    day.lost[c] = dice.next() < lossProbability ? 1 : 0
    day.assistantDie[c] = dice.next()
    day.personDie[c] = dice.next()
    day.purchaseDie[c] = dice.next()
    day.helpDie[c] = dice.next()
  }
  return day
}

export function emptyDay(count: number): Day {
  const numbers = () => new Float64Array(count)
  return {
    count,
    arrival: numbers(),
    intent: new Uint16Array(count),
    language: new Uint8Array(count),
    value: numbers(),
    estimate: numbers(),
    patience: numbers(),
    asks: new Uint8Array(count),
    minutes: numbers(),
    lost: new Uint8Array(count),
    assistantDie: numbers(),
    personDie: numbers(),
    purchaseDie: numbers(),
    helpDie: numbers(),
  }
}

/** Poisson with a rate for each hour. */
function arrivalTimes(scenario: Scenario, load: number | null, dice: Chance): number[] {
  const { from, to } = scenario.hours
  const times: number[] = []
  for (const [hour, rate] of arrivalRates(scenario, load).entries()) {
    const end = Math.min(to, from + 60 * (hour + 1))
    if (rate <= 0) continue
    for (let at = from + 60 * hour + dice.exponential(1 / rate); at < end; at += dice.exponential(1 / rate)) times.push(at)
  }
  return times
}

/** Mean 1 with this standard deviation of the logarithm. */
const lognormal = (spread: number, normal: number) => Math.exp(spread * normal - (spread * spread) / 2)

function cumulative(of: readonly { share: number }[]): number[] {
  let sum = 0
  return of.map(({ share }) => (sum += share))
}

function drawn(bounds: readonly number[], die: number): number {
  const found = bounds.findIndex((bound) => die < bound)
  return found < 0 ? bounds.length - 1 : found
}
