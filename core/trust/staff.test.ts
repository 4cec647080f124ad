import { expect, test } from 'vitest'
import { differences } from './changes.ts'
import { makeConversation, makePast, monday, policy } from './make.ts'
import { dayMinutes } from './past.ts'
import { presenceOf } from './presence.ts'
import { dutiesOn } from './setting.ts'
import { staffing } from './staffing.ts'

const at = (hour: number, day = monday) => day * dayMinutes + hour * 60

test('somebody is on from when they came until they were off, and at least while they held conversations', () => {
  const changes = [
    { person: 'a', at: at(9), on: true },
    { person: 'a', at: at(12), on: false },
    { person: 'a', at: at(13), on: true },
  ]
  const held = [
    { person: 'a', from: at(11), to: at(12.5) },
    { person: 'b', from: at(10), to: at(10.2) },
    { person: 'b', from: at(15), to: at(15.4) },
  ]
  expect(presenceOf(changes, held, at(17))).toEqual([
    { person: 'a', from: at(9), to: at(12.5) },
    { person: 'a', from: at(13), to: at(17) },
    { person: 'b', from: at(10), to: at(15.4) },
  ])
})

test('whoever worked past midnight was on both days', () => {
  const past = makePast({ days: 1, perDay: 1, people: 1 })
  const presence = [{ person: 'p0', from: at(22), to: at(26) }]
  const duty = (day: number) => dutiesOn(day, { people: past.people, presence, staff: [] }).map(({ from, to }) => [from / 60, to / 60])
  expect(duty(monday)).toEqual([[22, 24]])
  expect(duty(monday + 1)).toEqual([[0, 2]])
})

test('fewer people in the morning leaves the afternoon as it was', () => {
  const { people, presence } = makePast({ days: 2, perDay: 1, people: 3 })
  const staff = [{ weekday: 1, from: 9 * 60, to: 12 * 60, people: -2 }]
  const hours = dutiesOn(monday, { people, presence, staff }).map(({ from, to }) => [from / 60, to / 60])
  expect(hours.toSorted()).toEqual([
    [12, 17],
    [12, 17],
    [9, 17],
  ])
  expect(dutiesOn(monday + 1, { people, presence, staff })).toHaveLength(3)
})

test('a busier hour asks for more people, an empty one for nobody; what nobody would leave over is not worth a person', () => {
  const some = (hour: number, many: number) =>
    Array.from({ length: many }, (_, index) => makeConversation({ at: at(hour) + index, real: { wait: 1, served: true, personMinutes: 6 } }))
  const past = { ...makePast({ days: 1, perDay: 0, people: 2 }), conversations: [...some(10, 6), ...some(11, 30)] }
  const of = { share: 0.8, withinSeconds: 20, costOfMinute: 0.1, capacity: 1, patienceMinutes: 5 }
  const { hours, handleMinutes, upliftEach } = staffing(past, of)
  const [quiet, busy, empty] = [10, 11, 12].map((hour) => hours[hour])
  expect(handleMinutes).toBe(6)
  expect(upliftEach).toBeCloseTo(12, 9)
  expect(busy?.forTarget).toBeGreaterThan(quiet?.forTarget ?? 0)
  expect(busy?.forValue).toBeGreaterThan(0)
  expect(quiet?.on).toBe(2)
  expect(empty).toMatchObject({ forTarget: 0, forValue: 0, arrivals: 0 })
  // An hour of work by Erlang C: 3 people of work at 30 an hour need six for 80/20.
  expect(busy?.forTarget).toBe(6)
  expect(staffing(past, { ...of, costOfMinute: 1000 }).hours[11]?.forValue).toBe(0)
  expect(staffing(past, { ...of, capacity: 2 }).hours[11]?.forTarget).toBe(3)
})

test('a policy differs by its numbers, whatever they are called, and not by its version', () => {
  expect(differences(policy, { ...policy, version: 9 } as typeof policy)).toEqual([])
  expect(differences(policy, { ...policy, costOfMinute: 2, priorityFrom: [2, 6] })).toEqual([
    { field: 'costOfMinute', before: 1, after: 2 },
    { field: 'priorityFrom.1', before: 5, after: 6 },
  ])
  const wider = { ...policy, patience: { factor: 2 } }
  expect(differences(policy, wider)).toEqual([{ field: 'patience.factor', before: null, after: 2 }])
})
