import type { Day } from './day.ts'
import type { Floor } from './floor.ts'
import type { Scenario } from './scenario.ts'

export const policyNames = ['bot-first', 'people-first', 'complexity', 'skills', 'static-threshold', 'sambut', 'sambut-in-classes'] as const
export type PolicyName = (typeof policyNames)[number]

export interface Facts {
  scenario: Scenario
  day: Day
  floor: Floor
}

/**
 * To a person, or to the assistant, from which whoever is not helped goes on to the queue with the place of the first message.
 * If a person has to be waited for, `beside` is helped by the assistant meanwhile; for `company` it only gathers what the person
 * will need, and does not answer what a person would answer better.
 */
export type Entry = 'person' | 'assistant' | 'beside' | 'company'

/** One way to decide, asked by the simulation for each customer. A fresh one is made for every day. */
export interface Policy {
  entry(c: number, now: number): Entry
  /** What a minute of a person is worth here; the same for all keeps the order of arrival. */
  index(c: number, helped: boolean, now: number): number
  /** Nobody who is able is free: a person who is free and less able, where that is worth more than the wait; −1 for nobody. */
  insteadOf?(c: number): number
  /** Row 10: those who wait; nothing to a policy without bounds. */
  joined?(c: number, now: number): { promised: boolean }
  left?(c: number): void
  /** The oldest of those promised must go first; −1 while the dearest may. */
  pressing?(person: number, now: number): number
}

/** What a policy is made of; `helps` keeps the assistant beside those who wait, which changes patience and handle time. */
export interface PolicyKind {
  bySkill: boolean
  weighed: boolean
  helps: boolean
  bounded: boolean
  /** Minutes of waiting after which the skill, and the language, is given up, where an owner has set them. */
  relaxes?: readonly [skill: number, language: number]
  make(facts: Facts): Policy
}
