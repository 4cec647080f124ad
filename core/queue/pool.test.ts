import { expect, test } from 'vitest'
import type { Server } from '../team/person.ts'
import { Crowd, poolsOf } from './pool.ts'

const person = (id: string, languages: Server['languages'], change: Partial<Server> = {}): Server => {
  return { id, presence: 'on', languages, skills: [], capacity: 1, load: 1, freeSince: 0, ...change }
}
const people = [person('ana', ['en']), person('mei', ['en', 'zh']), person('off', ['zh'], { presence: 'off' })]

test('a wait hangs on those on duty who speak the language, and on the work that is theirs', () => {
  const chinese = poolsOf(people)({ language: 'zh', skill: null })
  expect(chinese.people.map(({ id }) => id)).toEqual(['mei'])
  expect(chinese.shareOf({ language: 'en', skill: null })).toBe(0.5)
  expect(chinese.shareOf({ language: 'zh', skill: null })).toBe(1)
})

test('those before are counted as far as they need the same people', () => {
  const crowd = new Crowd()
  for (let nth = 0; nth < 4; nth++) crowd.add({ language: 'en', skill: null })
  expect(crowd.before(poolsOf(people)({ language: 'zh', skill: null }))).toBe(2)
})

test('a demand that nobody on duty can meet is not waited for', () => {
  expect(poolsOf(people)({ language: 'th', skill: 'sales' }).people).toHaveLength(2)
})
