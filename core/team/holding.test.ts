import { expect, test } from 'vitest'
import { hasRoom } from './capacity.ts'
import { startRules, weightOf } from './holding.ts'
import type { Server } from './person.ts'

const mei: Server = { id: 'mei', presence: 'on', languages: ['en'], skills: [], capacity: 3, load: 2.5, freeSince: 0 }

test('a call takes all of a person, a chat one place, an e-mail half of one, and what is new one', () => {
  expect(['callback', 'voice', 'web', 'email', 'carrier-pigeon'].map((channel) => weightOf(startRules, channel))).toEqual(['all', 'all', 1, 0.5, 1])
})

test('nobody is given more than their capacity holds, not by half a place', () => {
  expect(hasRoom(mei)).toBe(false)
  expect(hasRoom({ ...mei, load: 2 })).toBe(true)
})
