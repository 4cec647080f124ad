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

/** Row 8: demands relax in steps, the skill at half of the owner's limit and the language at four fifths, so that the limit can be kept. */
export function relaxation(waitedMinutes: number, limitMinutes: number): Relaxation {
  const [skill, language] = relaxesAfter(limitMinutes)
  if (waitedMinutes >= language) return 2
  return waitedMinutes >= skill ? 1 : 0
}

/** Minutes of waiting after which the skill, and the language too, is given up. */
export function relaxesAfter(limitMinutes: number): [skill: number, language: number] {
  return [limitMinutes * 0.5, limitMinutes * 0.8]
}

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
