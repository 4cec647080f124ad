import { chance } from '../chance.ts'
import { drawn, outsideSpread, type Skilfulness } from './matching.ts'
import { bestPairs } from './pairing.ts'

/** One round of matching: places that are served now, one person each. Saved with each assignment, so that it replays. */
export interface Round {
  seed: number
  /** Whether what was learnt counts at all: the owner's switch. */
  learns: boolean
  /** Mean of `offered` over everybody on duty, with room or without. */
  meanOffered: number
  people: Hand[]
  places: Seat[]
}

/** A person with room. `offered`: value-minutes an hour, lately; `since`: has had room since this time in ms. */
export interface Hand {
  id: string
  load: number
  capacity: number
  since: number
  offered: number
}

/** A place that is served now. `value`: money that a person adds; `fits`: one a person, null where they may not serve. */
export interface Seat {
  conversation: string
  value: number
  holdout: boolean
  fits: (Fit | null)[]
}

/** 0: speaks the language and knows the matter; 1: the skill is given up; 2: the language too. */
export interface Fit {
  misfit: number
  belief: Skilfulness
}

/**
 * Rows 8, 9: who takes whom: the greatest sum of what is at stake times how likely this person resolves it. For a customer of the
 * holdout, and without learning, everybody is taken to be equally likely; then the exact match, free hands and the longest free decide.
 */
export function playRound(round: Round): number[] {
  return pairingOf(round)(round.seed)
}

export type MatchCode = 'learnt' | 'holdout' | 'not-learning' | 'only-one'

export function codeOf(round: Round, place: number): MatchCode {
  const seat = round.places[place]
  if (seat === undefined || seat.fits.filter((fit) => fit !== null).length < 2) return 'only-one'
  if (!round.learns) return 'not-learning'
  return seat.holdout ? 'holdout' : 'learnt'
}

/** How probable this pairing was under the draws (as needed to weigh outcomes afterwards), counted over draws of the same round. */
export function probabilitiesOf(round: Round, pairs: readonly number[]): number[] {
  if (!isDrawn(round)) return pairs.map(() => 1)
  const same = pairs.map(() => 0)
  for (const again of drawnAgain(round))
    for (const [place, person] of pairs.entries()) if (again[place] === person) same[place] = (same[place] ?? 0) + 1
  // What has happened was not impossible.
  return same.map((count) => (count + 1) / (drawsOf(round) + 1))
}

/** How probable it is that a place of this round goes to a person, whether it did or not: counted as `probabilitiesOf` counts. */
export function probabilityOf(round: Round, place: number, person: number): number {
  if (!isDrawn(round)) return playRound(round)[place] === person ? 1 : 0
  let same = 0
  for (const again of drawnAgain(round)) if (again[place] === person) same++
  return same / drawsOf(round)
}

const isDrawn = (round: Round) => round.places.some((_, place) => codeOf(round, place) === 'learnt')

const drawsOf = (round: Round) => (round.places.length > 8 ? 16 : 64)

function* drawnAgain(round: Round): Generator<number[]> {
  const pairsAt = pairingOf(round)
  for (let draw = 1; draw <= drawsOf(round); draw++) yield pairsAt(round.seed + 7919 * draw)
}

/** Draws the pairs from a seed; what no die changes is worked out once. */
function pairingOf(round: Round): (seed: number) => number[] {
  const outside = outsideSpread(
    round.people.map(({ offered }) => offered),
    round.meanOffered,
  )
  const longest = [...round.people.keys()].sort((a, b) => sinceOf(round, a) - sinceOf(round, b))
  const rank = new Map(longest.map((person, at) => [person, at]))
  const ready = round.people.map(
    (hand, person) => 1 - crowded * (hand.load / Math.max(1, hand.capacity)) - (waits * (rank.get(person) ?? 0)) / round.people.length,
  )
  return (seed) => {
    const dice = chance(seed)
    const scores = round.places.map((seat) =>
      round.people.map((_, person) => {
        const fit = seat.fits[person]
        // A die for each, wanted or not: what one place draws does not hang on another.
        const die = dice.normal()
        if (!fit) return Number.NEGATIVE_INFINITY
        const learns = round.learns && !seat.holdout
        const likely = learns ? drawn(fit.belief, die) : evenly
        const bounded = learns && outside[person] ? behindAll : 1
        return Math.max(leastValue, seat.value) * likely * (able[fit.misfit] ?? 1) * (ready[person] ?? 1) * bounded
      }),
    )
    return bestPairs(scores)
  }
}

const sinceOf = (round: Round, person: number) => round.people[person]?.since ?? 0

/** Without learning all are taken to be alike. */
const evenly = 0.7
/** What somebody without the skill, and without the language too, makes of a minute (the laboratory's starting figures). */
const able = [1, 0.85, 0.68]
/** Full hands answer later; among equals whoever has been free longest is next. */
const crowded = 0.1
const waits = 0.001
/** Whoever was offered too much lately comes after all others, unless nobody else can. */
const behindAll = 1e-3
const leastValue = 0.01
