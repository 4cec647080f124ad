import { decide, forQueue } from '../routing/decide.ts'
import type { Decision, Floor, RoutingFacts } from '../routing/decision.ts'
import { Demand, memoryMinutes } from '../routing/demand.ts'
import type { Entry, Facts, Policy, PolicyKind } from '../routing/laboratory/policy.ts'
import { claims } from '../routing/weighing.ts'
import { relaxesAfter } from '../team/capacity.ts'
import type { PastConversation } from './past.ts'
import type { Setting } from './setting.ts'

export interface Decisions {
  /** The first decision of each conversation; what the assistant could not do is decided once more. */
  first: (Decision | undefined)[]
}

/** What a play hangs on beside the day: the setting, and the minutes of work of the mean conversation. */
export interface Rules {
  setting: Setting
  meanHandleMinutes: number
}

/**
 * Rows 7 and 40: the rule that the server runs, asked by the simulation with the facts of the time: only the floor, the policy, and
 * whether the assistant serves are those of the replay. Order of service as in `core/queue/order`: priority, then who came first, and
 * whoever is beyond the limit in front. A person is as good as another here: who takes whom is learnt while it happens, not replayed.
 */
export function decided(conversations: readonly PastConversation[], rules: Rules, decisions: Decisions): PolicyKind {
  return {
    bySkill: true,
    weighed: false,
    helps: true,
    bounded: true,
    relaxes: relaxesAfter(rules.setting.policy),
    make: (facts) => new Decided(facts, conversations, rules, decisions),
  }
}

class Decided implements Policy {
  private readonly facts: Facts
  private readonly conversations: readonly PastConversation[]
  private readonly rules: Rules
  private readonly decisions: Decisions
  /** By arrival: the earliest is the smallest. */
  private readonly waiting = new Set<number>()
  /** As the last decision left it. */
  private readonly priority: Float64Array
  private readonly perMinute: Float64Array
  private readonly minutes: Float64Array
  private readonly demand: Demand
  /** When claims were noted, and the first of them that is still remembered. */
  private readonly noted: number[] = []
  private remembered = 0

  constructor(facts: Facts, conversations: readonly PastConversation[], rules: Rules, decisions: Decisions) {
    this.facts = facts
    this.conversations = conversations
    this.rules = rules
    this.decisions = decisions
    this.priority = new Float64Array(facts.day.count)
    this.perMinute = new Float64Array(facts.day.count)
    this.minutes = new Float64Array(facts.day.count)
    this.demand = new Demand(facts.scenario.hours.from)
  }

  entry(c: number, now: number): Entry {
    const facts = this.seen(c, now, {})
    const decision = this.decide(c, facts)
    this.decisions.first[c] = decision
    // The own claim does not stand against itself.
    const claimed = claims(facts)
    for (const { perMinute, minutes } of claimed) this.demand.note(perMinute, minutes, now)
    if (claimed.length > 0) this.noted.push(now)
    if (decision.to === 'assistant') return 'assistant'
    // Whoever asked, or is vulnerable, waits for a person alone; what the assistant only gathers is not claimed to shorten anything.
    const isQuiet = this.rules.setting.assistant === 'off' || this.facts.day.asks[c] === 1 || decision.because.code === 'vulnerable'
    if (isQuiet) return 'person'
    return decision.company ? 'company' : 'beside'
  }

  index(c: number, helped: boolean, now: number): number {
    if (helped && this.decisions.first[c]?.to === 'assistant') {
      const asked = this.conversations[c]?.askedLater === true
      this.decide(c, this.seen(c, now, asked ? { askedForPerson: true } : { assistantCannot: true }))
    }
    return this.priority[c] as number
  }

  joined(c: number): { promised: boolean } {
    this.waiting.add(c)
    this.demand.wait(this.perMinute[c] as number, this.minutes[c] as number)
    return { promised: true }
  }

  left(c: number): void {
    if (this.waiting.delete(c)) this.demand.wait(this.perMinute[c] as number, -(this.minutes[c] as number))
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

  private decide(c: number, facts: RoutingFacts): Decision {
    const decision = decide(facts)
    const { index, minutes } = forQueue(facts, decision)
    this.priority[c] = decision.priority
    this.perMinute[c] = index
    this.minutes[c] = minutes
    return decision
  }

  private seen(c: number, now: number, change: Partial<RoutingFacts>): RoutingFacts {
    const past = this.conversations[c]
    if (past === undefined) throw new RangeError('a conversation of the day is missing')
    const { scenario } = this.facts
    const { policy, assistant } = this.rules.setting
    return {
      ...past.facts,
      assistantPaused: assistant === 'off',
      assistantCannot: false,
      promisedPerson: false,
      teamIsIn: scenario.team.some(({ shift }) => shift.to > now),
      floor: this.floorAt(now),
      policy,
      ...change,
    }
  }

  private floorAt(now: number): Floor {
    const { scenario, floor } = this.facts
    return {
      peopleOn: peopleOn(scenario, now),
      capacity: floor.capacity,
      freeCapacity: floor.free,
      waiting: this.waiting.size,
      meanHandleMinutes: this.rules.meanHandleMinutes,
      patienceMinutes: scenario.patienceMinutes,
      demand: { ...this.demand.record(now), seenMinutes: this.seenMinutes(now) },
    }
  }

  /** As the server counts it: from the oldest claim of which something is left. */
  private seenMinutes(now: number): number {
    while (now - (this.noted[this.remembered] ?? now) > 3 * memoryMinutes) this.remembered++
    return now - (this.noted[this.remembered] ?? now)
  }
}

const peopleOn = ({ team }: Facts['scenario'], now: number) =>
  team.reduce((on, { count, shift }) => (shift.from <= now && now < shift.to ? on + count : on), 0)
