import { chance } from '../../core/chance.ts'
import { oracle } from '../../core/routing/laboratory/bounds.ts'
import { sampleDay } from '../../core/routing/laboratory/day.ts'
import { figuresOf } from '../../core/routing/laboratory/figures.ts'
import { teamOf } from '../../core/routing/laboratory/people.ts'
import { policies } from '../../core/routing/laboratory/policies.ts'
import { policyNames } from '../../core/routing/laboratory/policy.ts'
import { arrivalRates, type Scenario } from '../../core/routing/laboratory/scenario.ts'
import { simulate } from '../../core/routing/laboratory/simulate.ts'
import { match } from '../../core/routing/match.ts'
import { type Reach, WaitingRoom } from '../../core/routing/waiting-room.ts'
import { scenarioFrom } from './scenario-file.ts'

const skills = 8
const languages = 6
const conversations = process.argv.includes('--short') ? 500_000 : 10_000_000

console.log(aDay())
console.log(freedPerson())
console.log(fullMatch())
console.log(memory())

/** 2,500 conversations under each policy, with the oracle as the seventh. */
function aDay(): string {
  const scenario = sized(scenarioFrom('lab/scenarios/retail.json'), 2500)
  const times = [1, 2, 3, 4, 5].map((seed) => {
    const began = performance.now()
    const team = teamOf(scenario)
    const day = sampleDay(scenario, { seed })
    for (const name of policyNames) figuresOf(scenario, day, simulate(scenario, team, day, policies[name]))
    oracle(scenario, team, day)
    return { ms: performance.now() - began, count: day.count }
  })
  return `a day of ${times[0]?.count} conversations × ${policyNames.length} policies and the oracle: first ${times[0]?.ms.toFixed(0)} ms, longest of five ${Math.max(...times.map(({ ms }) => ms)).toFixed(0)} ms`
}

function freedPerson(): string {
  const dice = chance(7)
  const decisions = 20_000
  const room = filled(10_000, 10_000 + decisions)
  const people = Array.from({ length: 1000 }, () => someone())
  const times = new Float64Array(decisions)
  for (let step = 0; step < decisions; step++) {
    const person = people[dice.whole(0, people.length - 1)] as Reach
    const began = performance.now()
    const place = room.first(person)
    if (place >= 0) room.leave(place)
    times[step] = performance.now() - began
    room.join(10_000 + step, { index: dice.exponential(5), skill: dice.whole(-1, skills - 1), language: dice.whole(0, languages - 1), stage: 0 })
  }
  times.sort()
  const at = (share: number) => `${(1000 * (times[Math.floor(share * decisions)] ?? 0)).toFixed(1)} µs`
  return `who is next for a freed person among 10,000 waiting: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(0.99999)}`

  function someone(): Reach {
    return reach(dice.next)
  }
}

function fullMatch(): string {
  const dice = chance(9)
  const people = Array.from({ length: 1000 }, () => reach(dice.next))
  const times = Array.from({ length: 5 }, () => {
    const room = filled(10_000, 10_000)
    const began = performance.now()
    const matched = match(room, people)
    return { ms: performance.now() - began, count: matched.filter((place) => place >= 0).length }
  })
  return `10,000 waiting × 1,000 people matched: longest of five ${Math.max(...times.map(({ ms }) => ms)).toFixed(1)} ms, ${times[0]?.count} pairs`
}

function memory(): string {
  const scenario = sized(scenarioFrom('lab/scenarios/telecom.json'), 5000)
  const team = teamOf(scenario)
  const seen: string[] = []
  const began = performance.now()
  let done = 0
  for (let seed = 1; done < conversations; seed++) {
    const day = sampleDay(scenario, { seed })
    figuresOf(scenario, day, simulate(scenario, team, day, policies.sambut))
    done += day.count
    if (Math.floor((done * 10) / conversations) > seen.length) seen.push((process.memoryUsage().rss / 2 ** 20).toFixed(0))
  }
  return `${done} conversations in ${((performance.now() - began) / 1000).toFixed(0)} s; memory in MiB after each tenth: ${seen.join(' ')}`
}

function filled(count: number, places: number): WaitingRoom {
  const dice = chance(3)
  const room = new WaitingRoom({ places, skills, languages, factor: 0.85 })
  for (let place = 0; place < count; place++) {
    const stage = dice.next() < 0.2 ? dice.whole(1, 2) : 0
    room.join(place, { index: dice.exponential(5), skill: dice.whole(-1, skills - 1), language: dice.whole(0, languages - 1), stage })
  }
  return room
}

function reach(die: () => number): Reach {
  return {
    skills: Float64Array.from({ length: skills }, () => (die() < 0.35 ? 1 : 0)),
    languages: Array.from({ length: languages }, (_, language) => language).filter(() => die() < 0.35),
  }
}

function sized(scenario: Scenario, count: number): Scenario {
  const usual = arrivalRates(scenario, 1).reduce((sum, rate) => sum + 60 * rate, 0)
  return { ...scenario, load: count / usual }
}
