import { chance } from '../chance.ts'
import type { Policy, RoutingFacts } from '../routing/decision.ts'
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
      askedForPerson: false,
      vulnerable: false,
      override: null,
      assistantPaused: false,
      teamIsIn: true,
      promisedPerson: false,
      stake: { total: 40, atRisk: 30, toGain: 10, uplift: 12, perMinute: 2, handleMinutes: 6 },
      floor: { peopleOn: 1, freeCapacity: 1, waiting: [] },
      policy,
      ...facts,
    },
    real: {
      toAssistant: true,
      handedOver: false,
      wait: null,
      served: false,
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
        facts: { stake: { total: 2 * uplift, atRisk: uplift, toGain: uplift, uplift, perMinute: uplift / 6, handleMinutes: 6 } },
      })
    }),
  )
  const presence = days.flatMap((day) => people.map(({ person }) => ({ person, from: day * dayMinutes + 9 * 60, to: day * dayMinutes + 17 * 60 })))
  return { conversations, people, presence, economics: [], mean: meanEconomics([]) }
}
