import { relaxesAfter } from '../../team/capacity.ts'
import { WaitingRoom } from '../waiting-room.ts'
import type { Day } from './day.ts'
import { proficiencyOf, type Team } from './people.ts'
import type { Scenario } from './scenario.ts'

/** People on duty and places of those who wait, at one moment of a simulated day. */
export class Floor {
  readonly room: WaitingRoom
  /** Slots of people on shift, and those of them that are free. */
  capacity = 0
  free = 0
  private readonly slots: Int32Array
  private readonly present: Uint8Array
  private readonly freeSince: Float64Array
  private readonly scenario: Scenario
  private readonly team: Team
  private readonly day: Day
  private readonly bySkill: boolean
  /** Minutes of waiting after which the skill, and the language, are given up. */
  private readonly relaxes: readonly [number, number]

  constructor(of: { scenario: Scenario; team: Team; day: Day; bySkill: boolean; weighed: boolean; relaxes?: readonly [number, number] | undefined }) {
    this.scenario = of.scenario
    this.team = of.team
    this.day = of.day
    this.bySkill = of.bySkill
    this.relaxes = of.relaxes ?? (of.weighed ? relaxationByWorth(of.scenario) : relaxesAfter(of.scenario))
    const { members, skills } = of.team
    const factor = of.weighed ? of.scenario.withoutSkill : 0
    this.room = new WaitingRoom({ places: of.day.count, skills: skills.length, languages: of.scenario.languages.length, factor })
    this.slots = Int32Array.from(members, ({ capacity }) => capacity)
    this.present = new Uint8Array(members.length)
    this.freeSince = new Float64Array(members.length)
  }

  skillOf(c: number): number {
    return this.bySkill ? (this.team.skillOf[this.day.intent[c] as number] as number) : -1
  }

  /** What may be given up by now: the skill, then the language. What nobody on the team can meet is given up at once. */
  stageOf(c: number, waited: number): number {
    if (waited >= this.relaxes[1] || this.team.spoken[this.day.language[c] as number] === false) return 2
    return waited >= this.relaxes[0] ? 1 : 0
  }

  /** When the demands of this customer relax next; Infinity when they are as wide as can be. */
  nextRelaxation(c: number, stage: number): number {
    return stage >= 2 ? Number.POSITIVE_INFINITY : (this.day.arrival[c] as number) + (this.relaxes[stage] as number)
  }

  /** Minutes until somebody who can serves this customer, by how many those are and how many wait for the same (Little 1961). */
  waitForAble(c: number, meanMinutes: number): number {
    const skill = this.skillOf(c)
    const language = this.day.language[c] as number
    let able = 0
    for (let person = 0; person < this.slots.length; person++) {
      if (this.present[person] === 1 && this.may(person, skill, language, 0)) able += this.team.members[person]?.capacity ?? 0
    }
    return ((this.room.waitingFor(skill, language) + 1) * meanMinutes) / able
  }

  /** Those on duty who can serve this customer without giving up a demand, by their slots and how many of those are free. */
  poolFor(c: number): { people: Set<number>; slots: number; free: number } {
    const skill = this.skillOf(c)
    const language = this.day.language[c] as number
    const people = new Set<number>()
    let slots = 0
    let free = 0
    for (let person = 0; person < this.slots.length; person++) {
      if (this.present[person] === 0 || !this.may(person, skill, language, 0)) continue
      people.add(person)
      slots += this.team.members[person]?.capacity ?? 0
      free += this.slots[person] as number
    }
    return { people, slots, free }
  }

  arrive(person: number, now: number): void {
    this.present[person] = 1
    this.freeSince[person] = now
    this.capacity += this.team.members[person]?.capacity ?? 0
    this.free += this.slots[person] as number
  }

  goHome(person: number): void {
    this.present[person] = 0
    this.capacity -= this.team.members[person]?.capacity ?? 0
    this.free -= this.slots[person] as number
  }

  take(person: number): void {
    this.slots[person] = (this.slots[person] as number) - 1
    this.free--
  }

  giveBack(person: number, now: number): void {
    this.slots[person] = (this.slots[person] as number) + 1
    this.freeSince[person] = now
    if (this.present[person] === 1) this.free++
  }

  hasRoom(person: number): boolean {
    return this.present[person] === 1 && (this.slots[person] as number) > 0
  }

  /** Row 8: who of those free takes this customer: the most able, the least versatile, the longest free; −1 for nobody. */
  freeFor(c: number, stage: number): number {
    if (this.free === 0) return -1
    const skill = this.skillOf(c)
    const language = this.day.language[c] as number
    let best = -1
    let bestAble = 0
    for (let person = 0; person < this.slots.length; person++) {
      if (!this.hasRoom(person) || !this.may(person, skill, language, stage)) continue
      const able = this.able(person, skill, language)
      if (best >= 0 && (able < bestAble || (able === bestAble && !this.readier(person, best)))) continue
      best = person
      bestAble = able
    }
    return best
  }

  may(person: number, skill: number, language: number, stage: number): boolean {
    if (stage >= 2) return true
    const member = this.team.members[person]
    if (member === undefined || !member.languages.includes(language)) return false
    return stage >= 1 || skill < 0 || (member.skills[skill] as number) > 0
  }

  private able(person: number, skill: number, language: number): number {
    const member = this.team.members[person]
    return member === undefined ? 0 : proficiencyOf(member, skill, language, this.scenario.withoutSkill)
  }

  private readier(a: number, b: number): boolean {
    const breadth = (this.team.members[a]?.breadth ?? 0) - (this.team.members[b]?.breadth ?? 0)
    return breadth < 0 || (breadth === 0 && (this.freeSince[a] as number) < (this.freeSince[b] as number))
  }
}

/**
 * The owner's steps, or sooner: as soon as waiting on for the right person loses more customers than another loses by being
 * slower and resolving less, where what one has waited tells what is still to be waited (Ibrahim & Whitt 2009).
 */
function relaxationByWorth({ waitLimitMinutes, patienceMinutes, withoutSkill, withTranslation }: Scenario): [number, number] {
  const skill = Math.min(0.5 * waitLimitMinutes, -2 * Math.log(withoutSkill) * patienceMinutes)
  return [skill, Math.max(skill, Math.min(0.8 * waitLimitMinutes, -2 * Math.log(withTranslation) * patienceMinutes))]
}
