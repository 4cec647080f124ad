import { expect, test } from 'vitest'
import { startBounds } from './fairness.ts'
import { makeConversation, makePast, monday, policy } from './make.ts'
import { amountOf, dayMinutes, isEnough, type Past } from './past.ts'
import { realValue } from './played.ts'
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

test('where nobody is on, nobody is reached: no wait and no giving up is claimed', () => {
  const result = play(makePast({ days: 6, perDay: 40, people: 2 }), { staff: [{ weekday: null, from: 0, to: dayMinutes, people: -200 }] })
  expect(result.figures[0]).toMatchObject({ figure: 'reached', after: { value: 0 } })
  expect(result.figures[0]?.before.value).toBeGreaterThan(0.5)
  for (const name of ['wait', 'serviceLevel', 'abandonment']) expect(figure(result, name).after.value).toBeNull()
  expect(figure(result, 'unserved').after.value).toBeGreaterThan(0)
  expect(result.differently.count).toBeGreaterThan(240 * (figure(result, 'unserved').after.value ?? 0) * 0.8)
})

test('a customer waits for words: the minutes from taking a conversation to the first answer are those of the past', () => {
  const quick = makePast({ days: 6, perDay: 20, people: 3 })
  const slow = { ...quick, conversations: quick.conversations.map((one) => ({ ...one, real: { ...one.real, answerMinutes: 0.5 } })) }
  const wait = (past: Past) => figure(play(past, {}), 'wait').before.value ?? 0
  expect(wait(slow) - wait(quick)).toBeGreaterThan(0.3)
})

test('what really happened is weighed as a play weighs it, and stands beside each conversation with what the ledger has booked', () => {
  const [economics] = makePast({ days: 1, perDay: 1, people: 1 }).economics
  const mean = economics ?? makePast({ days: 1, perDay: 1, people: 1 }).mean
  const kept = makeConversation({ lossProbability: 0.5, lifetimeValue: 100, real: { served: true, solvedByPerson: true } })
  expect(realValue(kept, mean)).toBeCloseTo(50 + mean.buysWithPerson.value * mean.margin.value)
  expect(realValue(makeConversation({ lossProbability: 0.5, lifetimeValue: 100, real: { abandoned: true, wait: 3 } }), mean)).toBe(0)
  const { differently } = play(makePast({ days: 6, perDay: 40, people: 2 }), { assistant: 'off' })
  expect(differently.shown[0]?.real).toMatchObject({ by: expect.any(String), value: expect.any(Number), booked: expect.any(Number) })
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
