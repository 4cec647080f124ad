import type { Facts, Policy, PolicyKind, PolicyName } from './policy.ts'

const inOrder: Omit<PolicyKind, 'make'> = { bySkill: false, weighed: false, helps: false, bounded: false }

/** What contact centres do today; in each of them whoever the assistant cannot help joins the line with the place of the first message. */
export const customary: Record<Exclude<PolicyName, 'sambut' | 'sambut-in-classes'>, PolicyKind> = {
  'bot-first': { ...inOrder, make: () => sending(() => 'assistant') },
  'people-first': { ...inOrder, make: () => sending(() => 'person') },
  complexity: { ...inOrder, make: (facts) => sending((c) => (complex(facts, c) ? 'person' : 'assistant')) },
  skills: { ...inOrder, bySkill: true, make: () => sending(() => 'person') },
  'static-threshold': { ...inOrder, make: (facts) => sending((c) => (stake(facts, c) > facts.scenario.fixedThreshold ? 'person' : 'assistant')) },
}

const sending = (entry: Policy['entry']): Policy => ({ entry, index: () => 0 })

const intentOf = ({ scenario, day }: Facts, c: number) => scenario.intents[day.intent[c] as number]

const complex = (facts: Facts, c: number) => (intentOf(facts, c)?.complexity ?? 0) >= 0.5

function stake(facts: Facts, c: number): number {
  const intent = intentOf(facts, c)
  if (intent === undefined) return 0
  return intent.lossProbability * (facts.day.estimate[c] as number) + intent.buysWithPerson * intent.margin
}
