import { Heap } from '../heap.ts'
import { afterGathering } from '../worth.ts'
import type { Day } from './day.ts'
import { Floor } from './floor.ts'
import { proficiencyOf, type Team } from './people.ts'
import type { Policy, PolicyKind } from './policy.ts'
import type { Intent, Scenario } from './scenario.ts'
import { emptyTrack, ending, type Track } from './track.ts'

/** Plays one day under one policy, event by event. Same day and policy: the same track, to the last bit. */
export function simulate(scenario: Scenario, team: Team, day: Day, kind: PolicyKind): Track {
  return new Simulation(scenario, team, day, kind).run()
}

const state = { coming: 0, assistant: 1, waiting: 2, person: 3, gone: 4 } as const
const kinds = {
  shiftBegins: 0,
  shiftEnds: 1,
  personDone: 2,
  assistantDone: 3,
  relaxes: 4,
  outOfPatience: 5,
  limit: 6,
  helpDone: 7,
  gathered: 8,
} as const
const kindCount = 16

class Simulation {
  private readonly scenario: Scenario
  private readonly team: Team
  private readonly day: Day
  private readonly kind: PolicyKind
  private readonly floor: Floor
  private readonly policy: Policy
  private readonly events: Heap
  private readonly track: Track
  private readonly closing: number
  private now = 0

  constructor(scenario: Scenario, team: Team, day: Day, kind: PolicyKind) {
    this.scenario = scenario
    this.team = team
    this.day = day
    this.kind = kind
    this.floor = new Floor({ scenario, team, day, bySkill: kind.bySkill, weighed: kind.weighed, relaxes: kind.relaxes })
    this.policy = kind.make({ scenario, day, floor: this.floor })
    this.events = new Heap(1024)
    this.track = emptyTrack(day.count)
    this.closing = team.members.reduce((latest, { to }) => Math.max(latest, to), 0)
  }

  run(): Track {
    for (const [person, { from, to }] of this.team.members.entries()) {
      this.at(from, kinds.shiftBegins, person)
      this.at(to, kinds.shiftEnds, person)
    }
    const { arrival, count } = this.day
    let next = 0
    while (next < count || this.events.size > 0) {
      const coming = next < count ? (arrival[next] as number) : Number.POSITIVE_INFINITY
      this.now = Math.min(coming, this.events.key)
      if (coming < this.events.key) this.arrive(next++)
      else this.happen(this.events.pop())
    }
    return this.track
  }

  private happen(event: number): void {
    const who = Math.floor(event / kindCount)
    switch (event % kindCount) {
      case kinds.shiftBegins:
        this.floor.arrive(who, this.now)
        this.occupy(who)
        break
      case kinds.shiftEnds:
        this.floor.goHome(who)
        if (this.now >= this.closing) this.sendHome()
        break
      case kinds.personDone:
        this.personDone(this.track.by[who] as number)
        break
      case kinds.assistantDone:
        this.assistantDone(who)
        break
      case kinds.helpDone:
        this.helpDone(who)
        break
      case kinds.gathered:
        this.gathered(who)
        break
      case kinds.relaxes:
        this.relax(who)
        break
      case kinds.outOfPatience:
        this.leave(who, ending.abandoned)
        break
      case kinds.limit:
        // Not promised, or nobody is there to keep it: told so, and offered a callback.
        if (this.track.promised[who] === 0 || this.floor.capacity === 0) this.leave(who, ending.released)
    }
  }

  private arrive(c: number): void {
    const to = this.policy.entry(c, this.now)
    const { track, day, scenario, now } = this
    track.kept[c] = to === 'person' ? 0 : 1
    if (to === 'assistant') {
      track.state[c] = state.assistant
      this.at(now + scenario.assistantMinutes, kinds.assistantDone, c)
      return
    }
    if (day.asks[c] === 1) track.honoured[c] = 1
    this.toPeople(c)
    if (to === 'person' || track.state[c] !== state.waiting) return
    this.at(now + scenario.assistantMinutes, to === 'beside' ? kinds.helpDone : kinds.gathered, c)
  }

  private personDone(person: number): void {
    this.floor.giveBack(person, this.now)
    this.occupy(person)
  }

  private assistantDone(c: number): void {
    const intent = this.intentOf(c)
    this.track.helped[c] = 1
    if (!assistantResolves(this.scenario, this.day, intent, c)) {
      this.toPeople(c)
      return
    }
    this.track.value[c] = assistantValue(this.day, intent, c)
    this.end(c, ending.assistant)
  }

  /** Help beside the queue: only the customer's own yes takes them out of it. */
  private helpDone(c: number): void {
    if (this.track.state[c] !== state.waiting) return
    const intent = this.intentOf(c)
    if (!assistantResolves(this.scenario, this.day, intent, c)) {
      this.gathered(c)
      return
    }
    this.track.value[c] = assistantValue(this.day, intent, c)
    this.leave(c, ending.assistant)
  }

  /** What a person will need is known now: the same place, and a shorter conversation. */
  private gathered(c: number): void {
    if (this.track.state[c] !== state.waiting) return
    this.track.helped[c] = 1
    this.unqueue(c)
    this.queue(c)
  }

  private toPeople(c: number): void {
    const { track, now } = this
    const until = this.patienceEnds(c)
    track.joined[c] = now
    if (until <= now || now >= this.closing) {
      track.left[c] = now
      this.end(c, until <= now ? ending.abandoned : ending.unserved)
      return
    }
    const stage = this.floor.stageOf(c, now - (this.day.arrival[c] as number))
    const person = this.freeFor(c, stage)
    if (person >= 0) this.serve(c, person)
    else this.wait(c, until, stage)
  }

  private wait(c: number, until: number, stage: number): void {
    const { day, floor, scenario, now } = this
    this.track.state[c] = state.waiting
    this.at(until, kinds.outOfPatience, c)
    if (stage < 2) this.at(Math.max(now, floor.nextRelaxation(c, stage)), kinds.relaxes, c)
    if (this.kind.bounded) this.at(Math.max(now, (day.arrival[c] as number) + scenario.waitLimitMinutes), kinds.limit, c)
    this.queue(c)
  }

  private queue(c: number): void {
    const { track, floor, day, now } = this
    const index = this.policy.index(c, track.helped[c] === 1, now)
    const stage = floor.stageOf(c, now - (day.arrival[c] as number))
    floor.room.join(c, { index, skill: floor.skillOf(c), language: day.language[c] as number, stage })
    if (this.policy.joined?.(c, now).promised) track.promised[c] = 1
  }

  /** Somebody free who can, or who had better than nobody for long. */
  private freeFor(c: number, stage: number): number {
    const person = this.floor.freeFor(c, stage)
    return person >= 0 || this.policy.insteadOf === undefined ? person : this.policy.insteadOf(c)
  }

  /** From the first message on, whoever speaks meanwhile, until a person comes; help beside the queue may stretch it. */
  private patienceEnds(c: number): number {
    const stretched = this.kind.helps && this.track.kept[c] === 1 ? this.scenario.help.patienceFactor : 1
    return (this.day.arrival[c] as number) + (this.day.patience[c] as number) * stretched
  }

  /** Nobody will come any more today: whoever still waits is told so, and offered a callback. */
  private sendHome(): void {
    for (let c = 0; c < this.day.count; c++) this.leave(c, ending.unserved)
  }

  private relax(c: number): void {
    if (this.track.state[c] !== state.waiting) return
    const { floor, day, now } = this
    const stage = floor.stageOf(c, now - (day.arrival[c] as number) + 1e-9)
    const person = floor.freeFor(c, stage)
    if (person >= 0) {
      this.unqueue(c)
      this.serve(c, person)
      return
    }
    floor.room.relax(c, stage)
    if (stage < 2) this.at(floor.nextRelaxation(c, stage), kinds.relaxes, c)
  }

  /** A person with room takes who comes next, as often as there is room. */
  private occupy(person: number): void {
    const { floor, policy } = this
    while (floor.hasRoom(person)) {
      const pressing = policy.pressing?.(person, this.now) ?? -1
      const c = pressing >= 0 ? pressing : floor.room.first(this.team.members[person] as Team['members'][number])
      if (c < 0) return
      this.unqueue(c)
      this.serve(c, person)
    }
  }

  private serve(c: number, person: number): void {
    const { track, day, floor, scenario } = this
    const intent = this.intentOf(c)
    const member = this.team.members[person] as Team['members'][number]
    const skill = this.team.skillOf[day.intent[c] as number] as number
    const able = proficiencyOf(member, skill, day.language[c] as number, scenario.withoutSkill)
    floor.take(person)
    track.state[c] = state.person
    track.by[c] = person
    track.left[c] = this.now
    track.value[c] = personValue(day, intent, c, able)
    const gathered = this.kind.helps && track.helped[c] === 1 ? scenario.help.gatheredMinutes : 0
    const minutes = afterGathering((day.minutes[c] as number) / able, gathered)
    track.minutes[c] = minutes
    track.ending[c] = ending.person
    this.at(this.now + minutes, kinds.personDone, c)
  }

  private leave(c: number, how: number): void {
    if (this.track.state[c] !== state.waiting) return
    this.unqueue(c)
    this.track.left[c] = this.now
    this.end(c, how)
  }

  private unqueue(c: number): void {
    this.floor.room.leave(c)
    this.policy.left?.(c)
  }

  private end(c: number, how: number): void {
    this.track.state[c] = state.gone
    this.track.ending[c] = how
  }

  private intentOf(c: number): Intent {
    return this.scenario.intents[this.day.intent[c] as number] as Intent
  }

  private at(time: number, kind: number, who: number): void {
    this.events.push(time, who * kindCount + kind)
  }
}

/** Whoever asks for a person does not take the assistant's answer, or only the scenario's share of them. */
export function assistantResolves(scenario: Scenario, day: Day, intent: Intent, c: number): boolean {
  if (day.asks[c] === 1 && (day.helpDie[c] as number) >= scenario.help.takenByRequesters) return false
  return (day.assistantDie[c] as number) < intent.resolvedByAssistant
}

/** What the assistant keeps once it has resolved the matter. */
export function assistantValue(day: Day, intent: Intent, c: number): number {
  const stays = day.lost[c] === 1 ? (day.value[c] as number) : 0
  return stays + ((day.purchaseDie[c] as number) < intent.buysWithAssistant ? intent.margin : 0)
}

/** What a person of this proficiency keeps. */
export function personValue(day: Day, intent: Intent, c: number, able = 1): number {
  const stays = day.lost[c] === 1 && (day.personDie[c] as number) < intent.resolvedByPerson * able ? (day.value[c] as number) : 0
  return stays + ((day.purchaseDie[c] as number) < intent.buysWithPerson ? intent.margin : 0)
}
