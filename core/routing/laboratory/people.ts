import type { Reach } from '../waiting-room.ts'
import type { Scenario } from './scenario.ts'

/** The team of a scenario, one entry a person. */
export interface Member extends Reach {
  /** By language of the scenario: 1, or what translation leaves. */
  speaks: Float64Array
  capacity: number
  from: number
  to: number
  /** How much else this person could do: the least versatile is asked first. */
  breadth: number
}

export interface Team {
  members: Member[]
  skills: string[]
  /** By intent: the skill that it needs, −1 for none. One that nobody has is no reason to wait. */
  skillOf: Int16Array
  /** By language: somebody speaks it. */
  spoken: boolean[]
}

export function teamOf(scenario: Scenario): Team {
  const skills = [...new Set(scenario.team.flatMap((group) => Object.keys(group.skills)))]
  const members = scenario.team.flatMap((group) => Array.from({ length: group.count }, () => memberOf(scenario, group, skills)))
  return {
    members,
    skills,
    skillOf: Int16Array.from(scenario.intents, ({ skill }) => (skill === null ? -1 : skills.indexOf(skill))),
    spoken: scenario.languages.map((_, language) => members.some((member) => member.languages.includes(language))),
  }
}

/** What a person makes of a conversation: resolves with it, and is as much quicker or slower. */
export function proficiencyOf(member: Member, skill: number, language: number, withoutSkill: number): number {
  const known = skill < 0 ? 1 : (member.skills[skill] as number)
  return (known > 0 ? known : withoutSkill) * (member.speaks[language] as number)
}

function memberOf(scenario: Scenario, group: Scenario['team'][number], skills: string[]): Member {
  const languages = scenario.languages.flatMap(({ language }, index) => (group.languages.includes(language) ? [index] : []))
  return {
    skills: Float64Array.from(skills, (skill) => group.skills[skill] ?? 0),
    languages,
    speaks: Float64Array.from(scenario.languages, (_, index) => (languages.includes(index) ? 1 : scenario.withTranslation)),
    capacity: group.capacity,
    from: group.shift.from,
    to: group.shift.to,
    breadth: Object.keys(group.skills).length + languages.length,
  }
}
