import { chance } from '../../chance.ts'
import { Beliefs, type OutcomeCount } from '../beliefs.ts'
import { inHoldout } from '../matching.ts'
import { codeOf, type MatchCode, playRound, probabilitiesOf, type Round } from '../round.ts'

export interface RoundsOf {
  people: number
  intents: number
  rounds: number
  /** Standard deviation on the log-odds of what a person adds to an intent, hidden from the rules. */
  hidden: number
  seed: number
}

export interface RoundsPlayed {
  rounds: {
    round: Round
    places: { nth: number; person: string; intent: string; language: string; probability: number; code: MatchCode; resolved: boolean }[]
  }[]
  /** All outcomes, as they are counted at the end. */
  counts: OutcomeCount[]
  /** Shares that would truly have been resolved in these rounds, had nothing been learnt, and by these beliefs without trying out. */
  truths: (beliefs: Beliefs) => { without: number; believed: number }
}

/** Rounds of matching of a world whose truth is known: each outcome is learnt before the next round. A few are free, one or two wait. */
export function playRounds(of: RoundsOf): RoundsPlayed {
  const dice = chance(of.seed)
  const share = new Map<string, number>()
  for (let intent = 0; intent < of.intents; intent++) {
    const base = 0.8 + dice.normal()
    for (let person = 0; person < of.people; person++) share.set(`p${person} i${intent}`, 1 / (1 + Math.exp(-base - of.hidden * dice.normal())))
  }
  const truth = (person: string, intent: string) => share.get(`${person} ${intent}`) ?? 0
  const counted = new Map<string, OutcomeCount>()
  const since = Array.from({ length: of.people }, () => 0)
  const rounds: RoundsPlayed['rounds'] = []
  for (let nth = 0; nth < of.rounds; nth++) {
    const beliefs = new Beliefs([...counted.values()])
    const waiting = Array.from({ length: dice.whole(1, 2) }, (_, place) => ({
      name: `c-${of.seed}-${nth}-${place}`,
      intent: `i${dice.whole(0, of.intents - 1)}`,
    }))
    const hands = freeHands(of.people, dice.whole(3, 5), dice.next)
    const round: Round = {
      seed: of.seed * 7 + nth * 31,
      learns: true,
      meanOffered: 1,
      people: hands.map((person) => ({ id: `p${person}`, load: 0, capacity: 1, since: since[person] ?? 0, offered: 1 })),
      places: waiting.map(({ name, intent }) => ({
        conversation: name,
        value: Math.exp(0.5 * dice.normal()),
        holdout: inHoldout(name),
        fits: hands.map((person) => ({ misfit: 0, belief: beliefs.of(`p${person}`, intent, 'en') })),
      })),
    }
    const pairs = playRound(round)
    const probabilities = probabilitiesOf(round, pairs)
    const places = waiting.map(({ intent }, nth) => {
      const person = round.people[pairs[nth] ?? 0]?.id ?? ''
      since[Number(person.slice(1))] = nth + 1
      return {
        nth,
        person,
        intent,
        language: 'en',
        probability: probabilities[nth] ?? 1,
        code: codeOf(round, nth),
        resolved: dice.next() < truth(person, intent),
      }
    })
    for (const { person, intent, language, resolved } of places) {
      const before = counted.get(`${person} ${intent}`) ?? { person, intent, language, n: 0, resolved: 0 }
      counted.set(`${person} ${intent}`, { ...before, n: before.n + 1, resolved: before.resolved + (resolved ? 1 : 0) })
    }
    rounds.push({ round, places })
  }
  return { rounds, counts: [...counted.values()], truths: (beliefs) => truthsOf(rounds, truth, beliefs) }
}

function truthsOf(rounds: RoundsPlayed['rounds'], truth: (person: string, intent: string) => number, beliefs: Beliefs) {
  let [n, without, believed] = [0, 0, 0]
  for (const { round, places } of rounds) {
    const seats = round.places.map((seat, nth) => {
      const intent = places[nth]?.intent ?? ''
      const fits = round.people.map(({ id }) => ({ misfit: 0, belief: { ...beliefs.of(id, intent, 'en'), deviation: 0 } }))
      return { ...seat, holdout: false, fits }
    })
    const ofPair = (person: number, nth: number) => truth(round.people[person]?.id ?? '', places[nth]?.intent ?? '')
    without += playRound({ ...round, learns: false }).reduce((sum, person, nth) => sum + ofPair(person, nth), 0)
    believed += playRound({ ...round, places: seats }).reduce((sum, person, nth) => sum + ofPair(person, nth), 0)
    n += places.length
  }
  return { without: without / n, believed: believed / n }
}

/** So many people, drawn without return. */
function freeHands(people: number, count: number, next: () => number): number[] {
  const all = Array.from({ length: people }, (_, person) => ({ person, die: next() }))
  return all
    .sort((a, b) => a.die - b.die)
    .slice(0, count)
    .map(({ person }) => person)
}
