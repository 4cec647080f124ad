import { expect, test } from 'vitest'
import { startBounds } from './fairness.ts'
import { makeConversation, makePast, monday, policy } from './make.ts'
import { amountOf, dayMinutes, isEnough, type Past } from './past.ts'
import { type Replay, replay } from './replay.ts'
import { dayAgain, frameOf } from './replay-day.ts'
import type { Setting } from './setting.ts'

const asItWas: Setting = { policy, assistant: 'as-it-was', staff: [] }

function play(past: Past, after: Partial<Setting>, seeds = [1, 2, 3]): Replay {
  const run = replay(past, { before: asItWas, after: { ...asItWas, ...after }, seeds, bounds: startBounds })
  for (let step = run.next(); ; step = run.next()) if (step.done) return step.value
}
const figure = (of: Replay, name: string) => of.figures.find((one) => one.figure === name) as Replay['figures'][number]

test('the same policy on the same past serves everybody the same, to the last bit', () => {
  const result = play(makePast({ days: 6, perDay: 30, people: 2 }), {})
  for (const { before, after, difference } of result.figures) {
    expect(after).toEqual(before)
    expect(difference.value).toBeCloseTo(0, 12)
  }
  expect(result.differently.count).toBe(0)
})

test('more people on every day shorten the wait and lose nobody more, beyond chance', () => {
  const past = makePast({ days: 10, perDay: 90, people: 2 })
  const result = play(past, { staff: [{ weekday: null, from: 9 * 60, to: 17 * 60, people: 3 }] })
  const wait = figure(result, 'wait')
  expect(wait.difference.value).toBeLessThan(0)
  expect(Math.abs(wait.difference.value ?? 0)).toBeGreaterThan(wait.difference.half ?? Number.POSITIVE_INFINITY)
  expect(figure(result, 'abandonment').difference.value).toBeLessThan(0)
})

test('people added on Mondays change nothing on a Tuesday', () => {
  const past = makePast({ days: 7, perDay: 80, people: 2 })
  const { differently } = play(past, { staff: [{ weekday: 1, from: 0, to: dayMinutes, people: 4 }] })
  expect(differently.count).toBeGreaterThan(0)
  for (const { at } of differently.shown) expect(Math.floor(at / dayMinutes)).toBe(monday)
})

test('with the assistant off nobody is served by it, and each decision that changes says so with its numbers', () => {
  const result = play(makePast({ days: 6, perDay: 40, people: 2 }), { assistant: 'off' })
  expect(figure(result, 'byAssistant').after.value).toBe(0)
  expect(figure(result, 'byAssistant').before.value).toBeGreaterThan(0)
  const changed = result.differently.shown.find(({ before }) => before.to === 'assistant')
  expect(changed?.after).toMatchObject({ to: 'person', because: { code: 'assistant-paused' } })
  expect(changed?.before.because.numbers.price).toBeGreaterThan(0)
})

test('a dearer minute sends more to the assistant', () => {
  const result = play(makePast({ days: 6, perDay: 40, people: 4 }), { policy: { ...policy, costOfMinute: 6 } })
  expect(figure(result, 'byAssistant').difference.value).toBeGreaterThan(0)
  expect(figure(result, 'personMinutes').difference.value).toBeLessThan(0)
})

test('what is known of a conversation stands in every throw of the dice', () => {
  const known = [
    makeConversation({ number: 1, real: { wait: 6, abandoned: true } }),
    makeConversation({ number: 2, real: { wait: 4, served: true, personMinutes: 7.5, solvedByPerson: true } }),
    makeConversation({ number: 3, real: { solvedByAssistant: true } }),
    makeConversation({ number: 4, real: { solvedByAssistant: false, handedOver: true } }),
    makeConversation({ number: 5, askedLater: true }),
  ]
  const past = { ...makePast({ days: 1, perDay: 0, people: 1 }), conversations: known }
  const frame = frameOf(past)
  const helps = past.mean.resolvedByAssistant.value
  for (let seed = 1; seed <= 50; seed++) {
    const day = dayAgain(known, frame, monday, seed)
    expect(day.patience[0]).toBe(6)
    expect(day.patience[1]).toBeGreaterThan(4)
    expect(day.minutes[1]).toBe(7.5)
    expect(day.personDie[1]).toBeLessThan(past.mean.resolvedByPerson.value)
    expect(day.assistantDie[2]).toBeLessThan(helps)
    expect(day.assistantDie[3]).toBeGreaterThanOrEqual(helps)
    expect(day.assistantDie[4]).toBe(1)
  }
})

test('what was decided under earlier rules is left out of the replay, and counted', () => {
  const past = makePast({ days: 6, perDay: 40, people: 2 })
  const older = Array.from({ length: 7 }, (_, index) =>
    makeConversation({ conversation: `older${index}`, number: 1000 + index, facts: { rules: 1 } }),
  )
  const result = play({ ...past, conversations: [...past.conversations, ...older] }, {}, [1])
  expect(result.past).toEqual({ conversations: 240, leftOut: 7, days: 6 })
  expect(result.figures).toEqual(play(past, {}, [1]).figures)
})

test('a replay of a handful of conversations is refused', () => {
  expect(isEnough(amountOf(makePast({ days: 6, perDay: 5, people: 1 })))).toBe(false)
  expect(isEnough(amountOf(makePast({ days: 3, perDay: 50, people: 1 })))).toBe(false)
  expect(isEnough(amountOf(makePast({ days: 6, perDay: 50, people: 0 })))).toBe(false)
  expect(isEnough(amountOf(makePast({ days: 6, perDay: 50, people: 1 })))).toBe(true)
})
