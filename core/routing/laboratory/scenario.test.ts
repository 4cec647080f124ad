import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { arrivalRates, expectedConversations, readScenario, teamMinutes, underLoad } from './scenario.ts'
import { small } from './small.ts'

test('a good scenario is read, with its defaults filled in', () => {
  const read = readScenario(small)
  expect(read).toMatchObject({
    ok: true,
    scenario: { hours: { from: 540, to: 720 }, help: { patienceFactor: 1, gatheredMinutes: 0 }, withoutSkill: 0.85 },
  })
})

test('the load says how much of the people’s time it would take if everybody went to people', () => {
  const read = readScenario(small)
  if (!read.ok) throw new Error(read.says)
  const { scenario } = read
  const handle = scenario.intents.reduce((sum, intent) => sum + intent.share * intent.handleMinutes, 0)
  const offered = arrivalRates(scenario, 1.5).reduce((sum, rate) => sum + 60 * rate, 0) * handle
  expect(offered / teamMinutes(scenario)).toBeCloseTo(1.5)
})

const [intent] = small.intents
const bad: [string, unknown, string][] = [
  ['a negative share', { ...small, intents: [{ ...intent, share: -0.5 }] }, 'intents[0].share: must lie between 0 and 1, but is -0.5'],
  ['shares that do not sum to 1', { ...small, languages: [{ language: 'en', share: 0.4 }] }, 'languages: the shares must sum to 1, but sum to 0.4'],
  ['an unknown key', { ...small, patience: 3 }, 'patience: there is no such key'],
  ['an unknown key further in', { ...small, help: { factor: 2 } }, 'help.factor: there is no such key'],
  ['an empty team', { ...small, team: [] }, 'team: must not be empty'],
  ['nobody in a group', { ...small, team: [{ ...small.team[0], count: 0 }] }, 'team[0].count: must lie between 1 and 2000, but is 0'],
  ['a missing key', { ...small, costOfMinute: undefined }, 'costOfMinute: is missing, and must be a number'],
  ['a time that is none', { ...small, hours: { from: '9', to: '12:00' } }, 'hours.from: must be a time of day such as "08:30", but is "9"'],
  [
    'hours that end before they begin',
    { ...small, hours: { from: '12:00', to: '09:00' } },
    'hours: must end after it begins; two in the morning of the next day is "26:00"',
  ],
  ['too few hours', { ...small, arrivalsPerHour: [5] }, 'arrivalsPerHour: must have one number for each of the 3 hours'],
  ['a day on which nobody comes', { ...small, arrivalsPerHour: [0, 0, 0] }, 'arrivalsPerHour: nobody would ever come'],
  [
    'an intent twice',
    {
      ...small,
      intents: [
        { ...intent, share: 0.5 },
        { ...intent, share: 0.5 },
      ],
    },
    `intents: ${intent?.intent} stands there twice`,
  ],
  [
    'a team larger than can be played',
    {
      ...small,
      team: [
        { ...small.team[0], count: 1500 },
        { ...small.team[1], count: 600 },
      ],
    },
    'team: 2100 people in all, but at most 2000 can be played',
  ],
  [
    'a load that would keep everybody waiting for the laboratory',
    { ...small, load: 20, team: [{ ...small.team[0], count: 2000 }] },
    'load: would bring 1448276 conversations a day, but at most 50000 can be played',
  ],
  [
    'more arrivals than can be played',
    { ...small, load: null, arrivalsPerHour: [20_000, 40_000, 1] },
    'arrivalsPerHour: would bring 60001 conversations a day, but at most 50000 can be played',
  ],
  ['a language twice in one group', { ...small, team: [{ ...small.team[0], languages: ['en', 'en'] }] }, 'team[0].languages: en stands there twice'],
  ['a number as a text', { ...small, patienceMinutes: '8' }, 'patienceMinutes: must be a number, but is "8"'],
  ['no scenario at all', [], 'the scenario: must be an object, but is []'],
]

for (const [what, scenario, says] of bad) {
  test(`${what} is refused in one line that names the key`, () => {
    expect(readScenario(scenario)).toEqual({ ok: false, says })
  })
}

test('a large centre of two thousand people can be played', () => {
  const shift = { from: '09:00', to: '17:00' }
  const read = readScenario({ ...small, load: null, arrivalsPerHour: [15_000, 17_000, 16_000], team: [{ ...small.team[0], count: 2000, shift }] })
  expect(read).toMatchObject({ ok: true })
  if (read.ok) expect(expectedConversations(read.scenario)).toBeCloseTo(48_000)
})

test('another load is refused where it would bring more than can be played', () => {
  const read = readScenario({ ...small, team: [{ ...small.team[0], count: 900 }] })
  if (!read.ok) throw new Error(read.says)
  expect(underLoad(read.scenario, 1)).toMatchObject({ ok: true, scenario: { load: 1 } })
  expect(underLoad(read.scenario, 20)).toMatchObject({ ok: false, says: expect.stringMatching(/^load: would bring \d+ conversations/) })
})

test('the scenarios that come with the product are good', () => {
  for (const name of ['retail', 'telecom', 'bank', 'six-language']) {
    const written = readFileSync(`lab/scenarios/${name}.json`, 'utf8')
    expect(readScenario(JSON.parse(written))).toMatchObject({ ok: true, scenario: { name } })
  }
})
