import type { Chance } from '../../core/chance.ts'
import { readScenario, type Scenario } from '../../core/routing/laboratory/scenario.ts'

/** A scenario that nobody has looked at: everything in it is drawn by chance, so nothing can have been tuned to it. */
export function invented(dice: Chance, number: number): Scenario {
  const skills = ['a', 'b', 'c'].slice(0, dice.whole(1, 3))
  const languages = shared(dice, ['en', 'th', 'ms'].slice(0, dice.whole(1, 3)), 'language')
  const names = languages.map(({ language }) => language)
  const read = readScenario({
    name: `invented ${number}`,
    hours: { from: '08:00', to: '18:00' },
    arrivalsPerHour: Array.from({ length: 10 }, () => between(dice, 40, 140)),
    load: dice.pick([0.7, 0.9, 1, 1.25, 1.6, 2, 2.5]),
    intents: intents(dice, skills),
    customers: { lifetimeValue: between(dice, 40, 500), spread: between(dice, 0.3, 1.4) },
    valueNoise: dice.pick([0, 0.5, 1]),
    patienceMinutes: between(dice, 3, 20),
    asksForPerson: between(dice, 0, 0.2),
    assistantMinutes: between(dice, 0.5, 4),
    help: dice.pick([{}, { patienceFactor: 2, gatheredMinutes: 1.2 }, { patienceFactor: 1.3 }]),
    languages,
    team: Array.from({ length: dice.whole(1, 4) }, (_, group) => ({
      count: dice.whole(3, 14),
      skills: Object.fromEntries(skills.filter(() => dice.next() < 0.6).map((skill) => [skill, dice.pick([1, 1, 1.1, 0.95])])),
      languages: names.filter((_, index) => group === 0 || index === 0 || dice.next() < 0.6),
      capacity: dice.pick([1, 1, 1, 2, 3]),
      shift: { from: '08:00', to: dice.pick(['17:30', '18:30', '20:30']) },
    })),
    withoutSkill: between(dice, 0.5, 0.95),
    withTranslation: between(dice, 0.5, 0.95),
    waitLimitMinutes: dice.pick([10, 15, 20, 30]),
    costOfMinute: 0.7,
    fixedThreshold: between(dice, 10, 100),
  })
  if (!read.ok) throw new Error(read.says)
  return read.scenario
}

function intents(dice: Chance, skills: readonly string[]) {
  const names = Array.from({ length: dice.whole(2, 9) }, (_, number) => `intent ${number}`)
  return shared(dice, names, 'intent').map((named) => {
    const resolvedByPerson = between(dice, 0.5, 0.99)
    const buysWithPerson = dice.next() < 0.5 ? 0 : between(dice, 0, 0.5)
    return {
      ...named,
      resolvedByPerson,
      resolvedByAssistant: between(dice, 0, resolvedByPerson),
      handleMinutes: between(dice, 2, 18),
      handleSpread: between(dice, 0.2, 0.9),
      lossProbability: 2 * between(dice, 0, 0.5) ** 2,
      buysWithPerson,
      buysWithAssistant: buysWithPerson * dice.next(),
      margin: between(dice, 20, 600),
      complexity: dice.next(),
      skill: dice.next() < 0.5 ? null : dice.pick(skills),
    }
  })
}

/** Names with shares that sum to 1. */
function shared<K extends string>(dice: Chance, names: readonly string[], key: K): ({ share: number } & Record<K, string>)[] {
  const weights = names.map(() => between(dice, 0.2, 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return names.map((name, index) => ({ [key]: name, share: (weights[index] ?? 0) / sum }) as { share: number } & Record<K, string>)
}

function between(dice: Chance, from: number, to: number): number {
  return from + (to - from) * dice.next()
}
