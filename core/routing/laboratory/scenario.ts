import { BadScenario, clock, list, nullable, number, object, optional, record, shares, text, whole } from './shape.ts'

export interface Intent {
  intent: string
  share: number
  resolvedByPerson: number
  resolvedByAssistant: number
  handleMinutes: number
  handleSpread: number
  lossProbability: number
  buysWithPerson: number
  buysWithAssistant: number
  margin: number
  complexity: number
  skill: string | null
}

export interface TeamGroup {
  count: number
  skills: Record<string, number>
  languages: string[]
  capacity: number
  shift: { from: number; to: number }
}

/** A day to be played; every key is explained in lab/scenarios/README.md. Times of day in minutes since midnight. */
export interface Scenario {
  name: string
  hours: { from: number; to: number }
  arrivalsPerHour: number[]
  load: number | null
  intents: Intent[]
  customers: { lifetimeValue: number; spread: number }
  valueNoise: number
  patienceMinutes: number
  asksForPerson: number
  assistantMinutes: number
  help: { patienceFactor: number; gatheredMinutes: number; takenByRequesters: number }
  languages: { language: string; share: number }[]
  team: TeamGroup[]
  withoutSkill: number
  withTranslation: number
  waitLimitMinutes: number
  answerWithinSeconds: number
  costOfMinute: number
  fixedThreshold: number
}

/** Reads a scenario that somebody wrote. What cannot be used is named in one line, by its key; then nothing runs. */
export function readScenario(written: unknown): { ok: true; scenario: Scenario } | { ok: false; says: string } {
  try {
    const scenario = check(written, '')
    ofOnePiece(scenario)
    ofPlayableSize(scenario)
    return { ok: true, scenario }
  } catch (error) {
    if (error instanceof BadScenario) return { ok: false, says: error.message }
    throw error
  }
}

/** The same day under another load; refused, in one line, where more would come than can be played. */
export function underLoad(scenario: Scenario, load: number): { ok: true; scenario: Scenario } | { ok: false; says: string } {
  const loaded = { ...scenario, load }
  const says = tooMuch(loaded)
  return says === null ? { ok: true, scenario: loaded } : { ok: false, says }
}

/** Slot-minutes of the whole team on this day. */
export function teamMinutes(scenario: Scenario): number {
  return scenario.team.reduce((sum, { count, capacity, shift }) => sum + count * capacity * (shift.to - shift.from), 0)
}

/** Arrivals per minute in each opened hour, scaled to the load: person-minutes offered if all went to people, by those at hand. */
export function arrivalRates(scenario: Scenario, load: number | null = scenario.load): number[] {
  const { arrivalsPerHour, hours, intents } = scenario
  const perMinute = arrivalsPerHour.map((arrivals) => arrivals / 60)
  if (load === null) return perMinute
  const lengths = perMinute.map((_, hour) => Math.min(60, hours.to - hours.from - 60 * hour))
  const handle = intents.reduce((sum, intent) => sum + intent.share * intent.handleMinutes, 0)
  const offered = perMinute.reduce((sum, rate, hour) => sum + rate * (lengths[hour] ?? 0), 0) * handle
  return perMinute.map((rate) => (rate * load * teamMinutes(scenario)) / offered)
}

/** Conversations that a day is expected to bring. */
export function expectedConversations(scenario: Scenario): number {
  const { hours } = scenario
  return arrivalRates(scenario).reduce((sum, rate, hour) => sum + rate * Math.min(60, hours.to - hours.from - 60 * hour), 0)
}

/** The largest centres that are known have some thousands of seats on several sites; one site is played within minutes. */
export const mostPeople = 2000
export const mostConversations = 50_000

const share = number(0, 1)
const money = number(0, 1e9)
const most = Number.MAX_VALUE

const check = object<Scenario>({
  name: text,
  hours: object({ from: clock, to: clock }),
  arrivalsPerHour: list(number(0, 1e6)),
  load: nullable(number(0.01, 20)),
  intents: list(
    object<Intent>({
      intent: text,
      share,
      resolvedByPerson: share,
      resolvedByAssistant: share,
      handleMinutes: number(0.1, 600),
      handleSpread: optional(number(0, 2), 0.5),
      lossProbability: share,
      buysWithPerson: optional(share, 0),
      buysWithAssistant: optional(share, 0),
      margin: optional(money, 0),
      complexity: share,
      skill: nullable(text),
    }),
  ),
  customers: object({ lifetimeValue: money, spread: number(0, 3) }),
  valueNoise: optional(number(0, 3), 0),
  patienceMinutes: number(0.1, 10_000),
  asksForPerson: share,
  assistantMinutes: number(0, 120),
  help: optional(
    object({
      patienceFactor: optional(number(0.01, 100), 1),
      gatheredMinutes: optional(number(0, 60), 0),
      takenByRequesters: optional(share, 0),
    }),
    { patienceFactor: 1, gatheredMinutes: 0, takenByRequesters: 0 },
  ),
  languages: list(object({ language: text, share })),
  team: list(
    object<TeamGroup>({
      count: whole(1, mostPeople),
      skills: optional(record(number(0.1, 3)), {}),
      languages: list(text),
      capacity: optional(whole(1, 20), 1),
      shift: object({ from: clock, to: clock }),
    }),
  ),
  withoutSkill: optional(number(0.1, 1), 0.85),
  withTranslation: optional(number(0.1, 1), 0.8),
  waitLimitMinutes: number(0.5, 1440),
  answerWithinSeconds: optional(number(0, most), 20),
  costOfMinute: money,
  fixedThreshold: money,
})

/** What no single key can say. */
function ofOnePiece(scenario: Scenario): void {
  shares(scenario.intents, 'intents')
  shares(scenario.languages, 'languages')
  ordered(scenario.hours, 'hours')
  for (const [index, { shift, languages }] of scenario.team.entries()) {
    ordered(shift, `team[${index}].shift`)
    unique(languages, `team[${index}].languages`)
  }
  unique(
    scenario.intents.map(({ intent }) => intent),
    'intents',
  )
  unique(
    scenario.languages.map(({ language }) => language),
    'languages',
  )
  const hours = Math.ceil((scenario.hours.to - scenario.hours.from) / 60)
  if (scenario.arrivalsPerHour.length !== hours) throw new BadScenario(`arrivalsPerHour: must have one number for each of the ${hours} hours`)
  if (!scenario.arrivalsPerHour.some((arrivals) => arrivals > 0)) throw new BadScenario('arrivalsPerHour: nobody would ever come')
}

/** One day too large would keep every other run waiting. */
function ofPlayableSize(scenario: Scenario): void {
  const says = tooMuch(scenario)
  if (says !== null) throw new BadScenario(says)
}

function tooMuch(scenario: Scenario): string | null {
  const people = scenario.team.reduce((sum, { count }) => sum + count, 0)
  if (people > mostPeople) return `team: ${people} people in all, but at most ${mostPeople} can be played`
  const expected = expectedConversations(scenario)
  if (expected <= mostConversations) return null
  const key = scenario.load === null ? 'arrivalsPerHour' : 'load'
  return `${key}: would bring ${Math.round(expected)} conversations a day, but at most ${mostConversations} can be played`
}

function ordered({ from, to }: { from: number; to: number }, key: string): void {
  if (to <= from) throw new BadScenario(`${key}: must end after it begins; two in the morning of the next day is "26:00"`)
}

function unique(names: readonly string[], key: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new BadScenario(`${key}: ${twice} stands there twice`)
}
