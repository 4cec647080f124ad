import type { Language } from '../language.ts'
import type { Server } from './person.ts'

/** 0: language and skill must fit; 1: the language; 2: anybody, with translation. */
export type Relaxation = 0 | 1 | 2

export interface Need {
  language: Language | null
  skill: string | null
}

/** Row 8: may this person serve that customer? A language is a skill like any other, and the last to be given up. */
export function mayServe(person: Server, place: Need, relax: number): boolean {
  if (relax >= 2) return true
  const speaks = place.language === null || person.languages.includes(place.language)
  if (!speaks || relax >= 1) return speaks
  return place.skill === null || person.skills.includes(place.skill)
}

/** What the owner set: the limit of waiting, and the minutes after which the skill, and then the language, is given up. */
export interface Relaxing {
  waitLimitMinutes: number
  relaxMinutes?: readonly [skill: number, language: number] | undefined
}

/** Row 8: demands relax in steps that the owner sets, so that the limit can be kept. */
export function relaxation(waitedMinutes: number, [skill, language]: readonly [skill: number, language: number]): Relaxation {
  if (waitedMinutes >= language) return 2
  return waitedMinutes >= skill ? 1 : 0
}

/**
 * Minutes of waiting after which the skill, and the language too, is given up; until the owner says otherwise at half of the limit and at
 * four fifths. Whoever was promised so short a limit that they do not lie below it has them in the same proportion.
 */
export function relaxesAfter({ waitLimitMinutes, relaxMinutes }: Relaxing, limitMinutes = waitLimitMinutes): [skill: number, language: number] {
  if (!relaxMinutes) return [limitMinutes * 0.5, limitMinutes * 0.8]
  const [skill, language] = relaxMinutes
  if (limitMinutes >= waitLimitMinutes || language < limitMinutes) return [skill, language]
  return [(skill * limitMinutes) / waitLimitMinutes, (language * limitMinutes) / waitLimitMinutes]
}

/** The language is never given up before the skill, and both before the limit. */
export const isInSteps = ({ waitLimitMinutes, relaxMinutes }: Relaxing): boolean =>
  relaxMinutes === undefined || (relaxMinutes[0] <= relaxMinutes[1] && relaxMinutes[1] < waitLimitMinutes)

/** Present, and with a place of their capacity left (I6). */
export function hasRoom(person: Server): boolean {
  return person.presence === 'on' && person.load + 1 <= person.capacity
}

/** Row 8: a demand that nobody on duty can meet is no reason to wait: it is given up at once, the skill before the language. */
export function attainable<P extends Need>(place: P, people: readonly Server[]): P {
  const on = people.filter((person) => person.presence === 'on')
  if (on.some((person) => mayServe(person, place, 0))) return place
  if (on.some((person) => mayServe(person, place, 1))) return { ...place, skill: null }
  return { ...place, skill: null, language: null }
}
