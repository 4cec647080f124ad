import { z } from '../metrics/interval.ts'
import type { Beliefs, OneOutcome } from '../routing/beliefs.ts'
import { holdoutShare } from '../routing/matching.ts'
import { playRound, probabilityOf, type Round } from '../routing/round.ts'
import { leastOutcomes } from './lift.ts'

/** A round that was played, and what is known of its places. */
export interface PlayedRound {
  round: Round
  places: readonly PlayedPlace[]
}

export interface PlayedPlace {
  /** Which place of the round it is. */
  nth: number
  /** Whom the place went to, and how probable that was when it was drawn. */
  person: string
  probability: number
  /** As it was read when it was matched. */
  intent: string
  language: string
  /** What came of it, counted in the beliefs; null while nobody knows, or where nobody could be chosen. */
  outcome: OneOutcome | null
}

/** Ways of matching that are asked after: nothing learnt counts; or what is believed today counts, and nothing is tried out. */
export const ways = ['without', 'believed'] as const
export type Way = (typeof ways)[number]

/** What one outcome says of one way of matching. */
export interface Evidence {
  resolved: number
  /** 1 / probability, where that way would have chosen the same person; otherwise 0. Clipped at `mostWeight`. */
  weight: number
  /** What is believed of whom it would have chosen, and of who it was. */
  ofChosen: number
  ofActual: number
}

export interface Estimate {
  /** Share resolved with its 95 % interval. */
  share: number
  low: number
  high: number
}

export interface Judged {
  /** Effective sample size (Kish 1965): as many outcomes of equal weight would say as much. */
  effective: number
  /** Self-normalised inverse propensity, and doubly robust; null below `leastOutcomes` effective outcomes. */
  propensity: Estimate | null
  robust: Estimate | null
}

/** No outcome speaks for more than so many: beyond this the rare would drown the rest. */
export const mostWeight = 20

/**
 * What each outcome of a round says of each way of matching. How probable a pairing was includes that the customer might have been one of
 * the holdout, as who is was drawn too (balance heuristic: Veach & Guibas 1995): so that nothing matched without learning weighs more
 * than 1 / holdout. The beliefs have not seen the outcome they predict, neither when they choose nor when they are compared: else they
 * would praise themselves. One at a time, as a long line takes milliseconds for each.
 */
export function* evidenceOf(played: PlayedRound, beliefs: Beliefs): Generator<Record<Way, Evidence>> {
  const { round, places } = played
  const without = playRound({ ...round, learns: false })
  for (const { nth, person, probability, intent, language, outcome } of places) {
    if (!outcome) continue
    const believed = (of: string) => beliefs.of(of, intent, language, outcome).mean
    const actual = round.people.findIndex(({ id }) => id === person)
    const chosen: Record<Way, number> = {
      without: without[nth] ?? -1,
      believed: playRound(asBelieved(played, beliefs, outcome))[nth] ?? -1,
    }
    const counts = ways.some((way) => chosen[way] === actual)
    const weight = counts ? Math.min(mostWeight, 1 / chanceOf(round, nth, { person: actual, probability })) : 0
    const saysOf = (way: Way): Evidence => ({
      resolved: outcome.resolved ? 1 : 0,
      weight: chosen[way] === actual ? weight : 0,
      ofChosen: believed(round.people[chosen[way]]?.id ?? person),
      ofActual: believed(person),
    })
    yield { without: saysOf('without'), believed: saysOf('believed') }
  }
}

/** The round with what is believed today instead of then, for every customer, without a doubt that could be tried out. */
function asBelieved({ round, places }: PlayedRound, beliefs: Beliefs, unseen: OneOutcome): Round {
  const known = new Map(places.map((place) => [place.nth, place]))
  return {
    ...round,
    learns: true,
    places: round.places.map((seat, nth) => {
      const place = known.get(nth)
      // What nothing is known of any more stays as it was believed then.
      if (!place) return { ...seat, holdout: false }
      const { intent, language } = place
      const fits = seat.fits.map((fit, person) => {
        if (fit === null) return null
        return { ...fit, belief: { ...beliefs.of(round.people[person]?.id ?? '', intent, language, unseen), deviation: 0 } }
      })
      return { ...seat, holdout: false, fits }
    }),
  }
}

function chanceOf(round: Round, nth: number, drawn: { person: number; probability: number }): number {
  const held = round.places[nth]?.holdout ?? false
  const places = round.places.map((seat, at) => (at === nth ? { ...seat, holdout: !held } : seat))
  const otherwise = probabilityOf({ ...round, places }, nth, drawn.person)
  return held ? holdoutShare * drawn.probability + (1 - holdoutShare) * otherwise : holdoutShare * otherwise + (1 - holdoutShare) * drawn.probability
}

/**
 * Row 9: the share that would have been resolved, from outcomes of what was drawn otherwise: self-normalised inverse propensity (Hájek
 * 1971) and doubly robust (Dudík, Langford & Li 2011). Intervals from the influence of each round, as its places hang together. Both
 * hold for the customers who came, not for others.
 */
export function judge(rounds: readonly (readonly Evidence[])[]): Judged {
  const all = rounds.flat()
  const weights = sum(all.map(({ weight }) => weight))
  const squares = sum(all.map(({ weight }) => weight ** 2))
  const effective = squares === 0 ? 0 : weights ** 2 / squares
  if (effective < leastOutcomes) return { effective, propensity: null, robust: null }
  const share = sum(all.map(({ weight, resolved }) => weight * resolved)) / weights
  const pull = doubt(rounds, ({ weight, resolved }) => weight * (resolved - share)) / weights
  return { effective, propensity: within(around(share, pull)), robust: within(meanOf(rounds, scoreOf)) }
}

/** Row 9: what the beliefs of today would bring over nothing learnt, doubly robust, on the same outcomes; null where `judge` says nothing. */
export function gainOf(rounds: readonly (readonly Record<Way, Evidence>[])[]): Estimate | null {
  if (ways.some((way) => judge(rounds.map((some) => some.map((one) => one[way]))).robust === null)) return null
  return meanOf(rounds, ({ believed, without }) => scoreOf(believed) - scoreOf(without))
}

const scoreOf = ({ weight, resolved, ofChosen, ofActual }: Evidence) => ofChosen + weight * (resolved - ofActual)

function meanOf<One>(rounds: readonly (readonly One[])[], score: (one: One) => number): Estimate {
  const all = rounds.flat()
  const mean = sum(all.map(score)) / all.length
  return around(mean, doubt(rounds, (one) => score(one) - mean) / all.length)
}

/** Square root of the sum of squares of what the rounds add. */
const doubt = <One>(rounds: readonly (readonly One[])[], influence: (one: One) => number) =>
  Math.hypot(...rounds.map((some) => sum(some.map(influence))))

const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0)

const around = (share: number, deviation: number): Estimate => ({ share, low: share - z * deviation, high: share + z * deviation })

/** A share is one. */
const within = ({ share, low, high }: Estimate): Estimate => ({ share: clamp(share), low: clamp(low), high: clamp(high) })

const clamp = (share: number) => Math.max(0, Math.min(1, share))
