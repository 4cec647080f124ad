import { Demand } from '../demand.ts'
import { Heap } from '../heap.ts'
import { priceOfMinute } from '../price.ts'
import { priorityFor, startLadder } from '../priority.ts'
import { Promises } from '../promises.ts'
import { believedValue, claimsOf, helpGivesAway, indexOf, personFirst, type Worth, worthOf } from '../worth.ts'
import type { Entry, Facts, Policy, PolicyKind } from './policy.ts'
import type { Scenario } from './scenario.ts'

/** Routing by value with help beside the queue and bounded waits, made of the rules that the server runs. */
export const sambut: PolicyKind = kind((facts) => new ByValue(facts, null))

/** The same with the places that the server tells: in classes of the index, within a class by arrival (docs/decisions/0008). */
export const sambutInClasses: PolicyKind = inClasses(startLadder)

/** `ladder`: the owner's multiples of the price from which on a place has priority 1 and 2. */
export function inClasses(ladder: readonly [number, number]): PolicyKind {
  return kind((facts) => new ByValue(facts, ladder))
}

class ByValue implements Policy {
  private readonly facts: Facts
  private readonly demand: Demand
  private readonly promises: Promises
  private readonly oldest = new Heap()
  private readonly worth: (Worth | undefined)[]
  private readonly claim: Float64Array
  /** Waits for a promised person; was ever promised one, which is kept. */
  private readonly pledged: Uint8Array
  private readonly given: Uint8Array
  private readonly meanMinutes: number
  private readonly factor: number
  private readonly classes: readonly [number, number] | null

  constructor(facts: Facts, classes: readonly [number, number] | null) {
    this.classes = classes
    const { scenario, day } = facts
    this.facts = facts
    this.demand = new Demand(scenario.hours.from)
    this.promises = new Promises(scenario.waitLimitMinutes)
    this.worth = new Array(day.count)
    this.claim = new Float64Array(day.count)
    this.given = new Uint8Array(day.count)
    this.pledged = new Uint8Array(day.count)
    this.meanMinutes = scenario.intents.reduce((sum, { share, handleMinutes }) => sum + share * handleMinutes, 0)
    this.factor = scenario.help.patienceFactor
  }

  entry(c: number, now: number): Entry {
    const { scenario, day, floor } = this.facts
    const worth = worthOf(prospectOf(this.facts, c))
    this.worth[c] = worth
    const asked = day.asks[c] === 1
    // What a minute earns elsewhere: the own claim does not stand against itself.
    const price = this.price(now)
    for (const { perMinute, minutes } of claimsOf(worth, asked)) this.demand.note(perMinute, minutes, now)
    if (asked) return (day.helpDie[c] as number) < scenario.help.takenByRequesters ? 'beside' : 'person'
    const patience = scenario.patienceMinutes
    const later = scenario.assistantMinutes + this.demand.waitFor(worth.afterHelp, floor.capacity, now)
    const staysAfterHelp = Math.exp(-later / (patience * this.factor))
    const stays = Math.exp(-this.demand.waitFor(worth.uplift, floor.capacity, now) / (patience * this.factor))
    const outlook = { price, stays, staysAfterHelp }
    if (!personFirst(worth, outlook)) return 'assistant'
    if (floor.freeFor(c, floor.stageOf(c, 0)) >= 0 || this.insteadOf(c) >= 0) return 'person'
    return helpGivesAway(worth, outlook) ? 'company' : 'beside'
  }

  /** A skill is a matter of worth: without it a person is slower and resolves less, but nobody's patience runs out. */
  insteadOf(c: number): number {
    const { floor, scenario } = this.facts
    if (floor.free === 0) return -1
    const stays = Math.exp(-floor.waitForAble(c, this.meanMinutes) / scenario.patienceMinutes)
    if (stays > scenario.withoutSkill ** 2) return -1
    return floor.freeFor(c, stays > scenario.withTranslation ** 2 ? 1 : 2)
  }

  index(c: number, helped: boolean, now: number): number {
    const worth = this.worth[c]
    if (worth === undefined) return 0
    const price = this.price(now)
    this.claim[c] = indexOf(worth, { asked: this.facts.day.asks[c] === 1, helped, price })
    return this.classes === null ? (this.claim[c] as number) : 2 ** priorityFor(this.claim[c] as number, price, this.classes)
  }

  joined(c: number, now: number): { promised: boolean } {
    const { day, scenario } = this.facts
    const index = this.claim[c] as number
    this.demand.wait(index, this.minutes(c))
    const deadline = (day.arrival[c] as number) + scenario.waitLimitMinutes
    const asked = day.asks[c] === 1 || this.given[c] === 1
    const promised = asked || (index >= this.price(now) && this.promises.room(deadline, now, this.rate()))
    if (promised) {
      this.pledged[c] = 1
      this.given[c] = 1
      this.promises.add(deadline)
      this.oldest.push(deadline, c)
    }
    return { promised }
  }

  left(c: number): void {
    this.demand.wait(this.claim[c] as number, -this.minutes(c))
    if (this.pledged[c] === 1) this.promises.remove((this.facts.day.arrival[c] as number) + this.facts.scenario.waitLimitMinutes)
    this.pledged[c] = 0
  }

  pressing(person: number, now: number): number {
    const { withoutSkill, withTranslation } = this.facts.scenario
    // Whoever is pressed for time may have to be served by somebody slower.
    if (!this.promises.press(now, this.rate() * withoutSkill * withTranslation)) return -1
    const passed: number[] = []
    let found = -1
    while (found < 0 && this.oldest.size > 0 && passed.length < looksAt) {
      const c = this.oldest.pop()
      if (this.pledged[c] === 0) continue
      passed.push(c)
      if (this.mayTake(person, c, now)) found = c
    }
    for (const c of passed) this.oldest.push((this.facts.day.arrival[c] as number) + this.facts.scenario.waitLimitMinutes, c)
    return found
  }

  /** From half of the limit on a promise outranks skill and language. */
  private mayTake(person: number, c: number, now: number): boolean {
    const { floor, day, scenario } = this.facts
    const waited = now - (day.arrival[c] as number)
    const stage = waited >= scenario.waitLimitMinutes / 2 ? 2 : floor.stageOf(c, waited)
    return floor.may(person, floor.skillOf(c), day.language[c] as number, stage)
  }

  private price(now: number): number {
    const { scenario, floor } = this.facts
    const supply = {
      capacity: floor.capacity,
      free: floor.free,
      meanHandleMinutes: this.meanMinutes,
      patienceMinutes: scenario.patienceMinutes * this.factor,
      waitLimitMinutes: scenario.waitLimitMinutes,
    }
    return priceOfMinute(this.demand, supply, 0, now)
  }

  private rate(): number {
    return this.facts.floor.capacity / this.meanMinutes
  }

  private minutes(c: number): number {
    return this.worth[c]?.minutes ?? 0
  }
}

function kind(make: PolicyKind['make']): PolicyKind {
  return { bySkill: true, weighed: true, helps: true, bounded: true, make }
}

/** How many of the oldest a freed person looks at for one whom they can serve. */
const looksAt = 16

function prospectOf({ scenario, day }: Facts, c: number) {
  const intent = scenario.intents[day.intent[c] as number] as Scenario['intents'][number]
  const { lifetimeValue: median, spread } = scenario.customers
  const value = believedValue(day.estimate[c] as number, scenario.valueNoise, { median, spread })
  return {
    atRisk: intent.lossProbability * value,
    resolvedByPerson: intent.resolvedByPerson,
    resolvedByAssistant: intent.resolvedByAssistant,
    salesByPerson: intent.buysWithPerson * intent.margin,
    salesByAssistant: intent.buysWithAssistant * intent.margin,
    handleMinutes: intent.handleMinutes,
    gatheredMinutes: scenario.help.gatheredMinutes,
  }
}
