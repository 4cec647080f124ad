import { chance } from '../chance.ts'
import { type Policy, type RoutingFacts, rulesInForce, type StakeSeen } from '../routing/decision.ts'
import { meanEconomics } from '../value/defaults.ts'
import { dayMinutes, type Past, type PastConversation, type PastPerson } from './past.ts'

/** Pasts for tests: what is not said is quiet and usual. */
export const policy: Policy = { version: 1, costOfMinute: 1, priorityFrom: [2, 5], waitLimitMinutes: 20, returnMinutes: 120 }

/** A Monday. */
export const monday = 20_000 - ((((20_000 + 3) % 7) + 7) % 7)

export function makeConversation(
  of: Partial<Omit<PastConversation, 'facts' | 'real'>> & { facts?: Partial<RoutingFacts>; real?: Partial<PastConversation['real']> },
): PastConversation {
  const { facts = {}, real = {}, ...rest } = of
  return {
    conversation: `c${rest.number ?? 1}`,
    number: 1,
    at: monday * dayMinutes + 9 * 60,
    language: 'en',
    intent: 'return',
    lossProbability: 0.1,
    lifetimeValue: 300,
    returning: false,
    askedLater: false,
    ...rest,
    facts: {
      rules: rulesInForce,
      askedForPerson: false,
      vulnerable: false,
      override: null,
      assistantPaused: false,
      teamIsIn: true,
      promisedPerson: false,
      stake: makeStake(12),
      floor: {
        peopleOn: 1,
        capacity: 1,
        freeCapacity: 1,
        waiting: 0,
        meanHandleMinutes: 6,
        patienceMinutes: 10,
        demand: { flow: [], queue: [], seenMinutes: 0 },
      },
      policy,
      ...facts,
    },
    real: {
      toAssistant: true,
      handedOver: false,
      wait: null,
      served: false,
      answerMinutes: null,
      abandoned: false,
      byAssistant: false,
      personMinutes: 0,
      assistantMinutes: 1,
      solvedByAssistant: null,
      solvedByPerson: null,
      realised: 0,
      ...real,
    },
  }
}

/** Of which a person adds so much over the assistant: half by keeping the customer, half by what only a person sells. */
export function makeStake(uplift: number): StakeSeen {
  const [resolvedByPerson, resolvedByAssistant] = [0.9, 0.3]
  const atRisk = uplift / 2 / (resolvedByPerson - resolvedByAssistant)
  const gain = uplift / 2
  return { total: atRisk + gain, atRisk, toGain: gain, gain, resolvedByPerson, resolvedByAssistant, handleMinutes: 6 }
}

/** So many days, each with so many customers between nine and five, whose matters are worth more or less. */
export function makePast(of: { days: number; perDay: number; people: number; seed?: number }): Past {
  const dice = chance(of.seed ?? 1)
  const people = Array.from(
    { length: of.people },
    (_, index): PastPerson => ({ person: `p${index}`, languages: ['en', 'th'], skills: [], capacity: 1 }),
  )
  const days = Array.from({ length: of.days }, (_, index) => monday + index)
  const conversations = days.flatMap((day) =>
    Array.from({ length: of.perDay }, (_, index) => {
      const uplift = dice.exponential(15)
      return makeConversation({
        conversation: `c${day}-${index}`,
        number: (day - monday) * of.perDay + index + 1,
        at: day * dayMinutes + 9 * 60 + dice.next() * 8 * 60,
        language: dice.next() < 0.7 ? 'en' : 'th',
        lifetimeValue: dice.exponential(300),
        returning: dice.next() < 0.5,
        facts: { stake: makeStake(uplift) },
      })
    }),
  )
  const presence = days.flatMap((day) => people.map(({ person }) => ({ person, from: day * dayMinutes + 9 * 60, to: day * dayMinutes + 17 * 60 })))
  return { conversations, people, presence, economics: [], mean: meanEconomics([]) }
}
