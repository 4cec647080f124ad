import { decide } from '../routing/decide.ts'
import type { Decision, RoutingFacts } from '../routing/decision.ts'
import type { Entry, Facts, Policy, PolicyKind } from '../routing/laboratory/policy.ts'
import type { PastConversation } from './past.ts'
import type { Setting } from './setting.ts'

export interface Decisions {
  /** The first decision of each conversation; what the assistant could not do is decided once more. */
  first: (Decision | undefined)[]
}

/**
 * Rows 7 and 40: the rule that the server runs, asked by the simulation with the facts of the time: only the floor, the policy, and
 * whether the assistant serves are those of the replay. Order of service as in `core/queue/order`: priority, then who came first, and
 * whoever is beyond the limit in front.
 */
export function decided(conversations: readonly PastConversation[], setting: Setting, decisions: Decisions): PolicyKind {
  return {
    bySkill: true,
    weighed: false,
    helps: true,
    bounded: true,
    make: (facts) => new Decided(facts, conversations, setting, decisions),
  }
}

class Decided implements Policy {
  private readonly facts: Facts
  private readonly conversations: readonly PastConversation[]
  private readonly setting: Setting
  private readonly decisions: Decisions
  /** By arrival: the earliest is the smallest. */
  private readonly waiting = new Set<number>()
  private readonly priority: Float64Array

  constructor(facts: Facts, conversations: readonly PastConversation[], setting: Setting, decisions: Decisions) {
    this.facts = facts
    this.conversations = conversations
    this.setting = setting
    this.decisions = decisions
    this.priority = new Float64Array(facts.day.count)
  }

  entry(c: number, now: number): Entry {
    const decision = this.decide(c, now, {})
    this.decisions.first[c] = decision
    if (decision.to === 'assistant') return 'assistant'
    this.priority[c] = decision.priority
    const isQuiet = this.setting.assistant === 'off' || this.facts.day.asks[c] === 1 || decision.because.code === 'vulnerable'
    return isQuiet ? 'person' : 'beside'
  }

  index(c: number, helped: boolean, now: number): number {
    if (helped && this.decisions.first[c]?.to === 'assistant') {
      const asked = this.conversations[c]?.askedLater === true
      this.priority[c] = this.decide(c, now, asked ? { askedForPerson: true } : { assistantCannot: true }).priority
    }
    return this.priority[c] as number
  }

  joined(c: number): { promised: boolean } {
    this.waiting.add(c)
    return { promised: true }
  }

  left(c: number): void {
    this.waiting.delete(c)
  }

  pressing(person: number, now: number): number {
    const { floor, day, scenario } = this.facts
    let oldest = -1
    for (const c of this.waiting) {
      const waited = now - (day.arrival[c] as number)
      if (waited < scenario.waitLimitMinutes || (oldest >= 0 && c > oldest)) continue
      if (floor.may(person, floor.skillOf(c), day.language[c] as number, floor.stageOf(c, waited))) oldest = c
    }
    return oldest
  }

  private decide(c: number, now: number, change: Partial<RoutingFacts>): Decision {
    const seen = this.conversations[c]
    if (seen === undefined) throw new RangeError('a conversation of the day is missing')
    const { scenario, floor } = this.facts
    const { policy, assistant } = this.setting
    const waiting = [...this.waiting].flatMap((other) => {
      const stake = this.conversations[other]?.facts.stake
      return stake && other !== c ? [{ perMinute: stake.perMinute, handleMinutes: stake.handleMinutes }] : []
    })
    return decide({
      ...seen.facts,
      assistantPaused: assistant === 'off',
      assistantCannot: false,
      promisedPerson: false,
      teamIsIn: scenario.team.some(({ shift }) => shift.to > now),
      floor: { ...seen.facts.floor, peopleOn: peopleOn(scenario, now), freeCapacity: floor.free, waiting },
      policy,
      ...change,
    })
  }
}

const peopleOn = ({ team }: Facts['scenario'], now: number) =>
  team.reduce((on, { count, shift }) => (shift.from <= now && now < shift.to ? on + count : on), 0)
