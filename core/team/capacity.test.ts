import { expect, test } from 'vitest'
import { attainable, hasRoom, isInSteps, mayServe, relaxation, relaxesAfter } from './capacity.ts'
import type { Server } from './person.ts'

const mei: Server = { id: 'mei', presence: 'on', languages: ['zh', 'en'], skills: ['payments'], capacity: 3, load: 2, freeSince: 0 }

test('a customer is served in their language by somebody who knows the matter', () => {
  expect(mayServe(mei, { language: 'zh', skill: 'payments' }, 0)).toBe(true)
  expect(mayServe(mei, { language: 'zh', skill: 'sales' }, 0)).toBe(false)
  expect(mayServe(mei, { language: 'th', skill: 'payments' }, 0)).toBe(false)
})

test('the skill is given up before the language, and the language before the customer', () => {
  expect(mayServe(mei, { language: 'zh', skill: 'sales' }, 1)).toBe(true)
  expect(mayServe(mei, { language: 'th', skill: 'sales' }, 1)).toBe(false)
  expect(mayServe(mei, { language: 'th', skill: 'sales' }, 2)).toBe(true)
})

test('a customer of unknown language without a special matter may be served by anybody', () => {
  expect(mayServe({ ...mei, languages: [], skills: [] }, { language: null, skill: null }, 0)).toBe(true)
})

test('the demands have fallen before the owner’s limit is reached', () => {
  expect([0, 4.9, 5, 7.9, 8, 10, 99].map((waited) => relaxation(waited, relaxesAfter({ waitLimitMinutes: 10 })))).toEqual([0, 0, 1, 1, 2, 2, 2])
})

test('who is away or full has no room', () => {
  expect(hasRoom(mei)).toBe(true)
  expect(hasRoom({ ...mei, load: 3 })).toBe(false)
  expect(hasRoom({ ...mei, presence: 'away' })).toBe(false)
})

test('a skill that nobody on duty has is not waited for', () => {
  const anna: Server = { id: 'anna', presence: 'on', languages: ['en'], skills: [], capacity: 2, load: 2, freeSince: 0 }
  const away: Server = { ...anna, id: 'away', presence: 'away', skills: ['sales'] }
  expect(attainable({ language: 'en', skill: 'sales' }, [anna, away])).toEqual({ language: 'en', skill: null })
  expect(attainable({ language: 'et', skill: 'sales' }, [anna])).toEqual({ language: null, skill: null })
  expect(attainable({ language: 'en', skill: 'sales' }, [anna, { ...anna, skills: ['sales'] }])).toEqual({ language: 'en', skill: 'sales' })
})

test('the owner says when the skill and the language are given up, and whoever was promised a shorter limit is given them sooner', () => {
  const steps = { waitLimitMinutes: 20, relaxMinutes: [4, 15] } as const
  expect(relaxesAfter(steps)).toEqual([4, 15])
  expect(relaxesAfter(steps, 10)).toEqual([2, 7.5])
  expect([3.9, 4, 14.9, 15].map((waited) => relaxation(waited, relaxesAfter(steps)))).toEqual([0, 1, 1, 2])
})

test('the language is never given up before the skill, and neither after the limit', () => {
  const fits = (skill: number, language: number) => isInSteps({ waitLimitMinutes: 20, relaxMinutes: [skill, language] })
  expect([fits(0, 0), fits(10, 10), fits(10, 16)]).toEqual([true, true, true])
  expect([fits(12, 10), fits(10, 20), fits(10, 30)]).toEqual([false, false, false])
})
