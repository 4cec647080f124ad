import { expect, test } from 'vitest'
import { readScenario } from './scenario.ts'
import { small } from './small.ts'
import { sizesOf, staffByHour, teamSizes } from './staffing.ts'

const read = readScenario(small)
if (!read.ok) throw new Error(read.says)
const { scenario } = read

test('the busiest hour needs the most people, and help by the assistant needs fewer', () => {
  const hours = staffByHour(scenario, 0.8)
  expect(hours.map(({ from }) => from)).toEqual([540, 600, 660])
  expect(Math.max(...hours.map((hour) => hour.ifAllToPeople))).toBe(hours[1]?.ifAllToPeople)
  for (const hour of hours) expect(hour.ifAssistantFirst).toBeLessThan(hour.ifAllToPeople)
})

test('a larger team answers sooner and keeps more, the same customers for every size', () => {
  const [half, whole, double] = teamSizes(scenario, 'sambut', [3, 7, 14], [1, 2, 3])
  expect(double?.value.mean).toBeGreaterThan(half?.value.mean ?? 0)
  expect(double?.serviceLevel.mean).toBeGreaterThan(whole?.serviceLevel.mean ?? 0)
  expect(double?.paid).toBeCloseTo(2 * (whole?.paid ?? 0))
})

test('a team of three is tried with every number of people, a large one in steps, and no size twice', () => {
  expect(sizesOf(3)).toEqual([1, 2, 3, 4, 5, 6])
  expect(sizesOf(1)).toEqual([1, 2, 3, 4, 5])
  expect(sizesOf(20)).toEqual([8, 12, 16, 20, 24, 28, 34, 40])
  expect(teamSizes(scenario, 'sambut', sizesOf(3), [1]).map(({ people, paid }) => paid / people)).toEqual(
    Array.from({ length: 6 }, () => expect.closeTo(210 * scenario.costOfMinute)),
  )
})
