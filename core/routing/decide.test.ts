import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topPriority } from '../queue/place.ts'
import { counterfactual, decide, isOfTheseRules } from './decide.ts'
import { type Floor, type RoutingFacts, rulesInForce, type StakeSeen } from './decision.ts'
import { stepOf } from './demand.ts'
import { priceOn, weighing } from './weighing.ts'
import { firstUpTo, prospectOf, worthOf } from './worth.ts'

/** A matter in which a person sells for so much a minute, and the assistant resolves half of what is asked. */
const stakeOf = (perMinute: number, handleMinutes = 6): StakeSeen => {
  const sales = perMinute * handleMinutes
  return { total: 10 + sales, atRisk: 10, toGain: sales, gain: sales, resolvedByPerson: 1, resolvedByAssistant: 0.5, handleMinutes }
}

const calm: Floor = {
  peopleOn: 3,
  capacity: 3,
  freeCapacity: 0,
  waiting: 0,
  meanHandleMinutes: 6,
  patienceMinutes: 20,
  demand: { flow: [], queue: [], seenMinutes: 60 },
}
/** So many minutes wait for people, each of which would earn this much. */
const queued = (perMinute: number, minutes: number): Floor => ({
  ...calm,
  waiting: Math.ceil(minutes / 6),
  demand: { flow: [], queue: [[stepOf(perMinute), minutes]], seenMinutes: 60 },
})

function facts(change: Partial<RoutingFacts> = {}): RoutingFacts {
  return {
    rules: rulesInForce,
    askedForPerson: false,
    vulnerable: false,
    override: null,
    assistantPaused: false,
    teamIsIn: true,
    promisedPerson: false,
    stake: stakeOf(0.2),
    floor: calm,
    policy: { version: 1, costOfMinute: 1, priorityFrom: [1, 2], waitLimitMinutes: 12, returnMinutes: 120 },
    ...change,
  }
}

const money = fc.double({ min: 0, max: 2000, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const minutes = fc.double({ min: 0.1, max: 60, noNaN: true })
const anyStake: fc.Arbitrary<StakeSeen> = fc
  .record({ atRisk: money, toGain: money, withAssistant: share, resolvedByPerson: share, resolvedByAssistant: share, handleMinutes: minutes })
  .map(({ withAssistant, ...stake }) => ({ ...stake, total: stake.atRisk + stake.toGain, gain: stake.toGain * (1 - withAssistant) }))
const claims = fc.array(fc.tuple(fc.integer({ min: 0, max: 95 }), minutes), { maxLength: 12 })
const anyFacts: fc.Arbitrary<RoutingFacts> = fc.record({
  rules: fc.constant(rulesInForce),
  askedForPerson: fc.boolean(),
  vulnerable: fc.boolean(),
  override: fc.constantFrom('person', 'assistant', null),
  assistantPaused: fc.boolean(),
  assistantCannot: fc.boolean(),
  teamIsIn: fc.boolean(),
  promisedPerson: fc.boolean(),
  stake: fc.option(anyStake),
  floor: fc.record({
    peopleOn: fc.nat(20),
    capacity: fc.nat(60),
    freeCapacity: fc.nat(5),
    waiting: fc.nat(40),
    meanHandleMinutes: minutes,
    patienceMinutes: minutes,
    demand: fc.record({ flow: claims, queue: claims, seenMinutes: fc.double({ min: 0, max: 180, noNaN: true }) }),
  }),
  policy: fc.record({
    version: fc.nat(9),
    costOfMinute: fc.double({ min: 0, max: 5, noNaN: true }),
    priorityFrom: fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
    waitLimitMinutes: fc.integer({ min: 1, max: 60 }),
    returnMinutes: fc.constant(120),
  }),
})
const weighedOnly = anyFacts.map((facts) => ({
  ...facts,
  askedForPerson: false,
  vulnerable: false,
  override: null,
  assistantPaused: false,
  assistantCannot: false,
  promisedPerson: false,
}))

test('a customer who asks for a person gets one, however little is at stake and whatever anybody set', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decision = decide({ ...facts, askedForPerson: true })
      expect(decision.to).toBe(facts.teamIsIn ? 'person' : 'callback')
      expect(decision.because.code).toBe('asked-for-person')
      expect(decision.priority).toBeGreaterThanOrEqual(facts.vulnerable ? topPriority : 1)
    }),
  )
})

test('the hard rules come in their order, each before any weighing', () => {
  const code = (change: Partial<RoutingFacts>) => decide(facts(change)).because.code
  const all = { override: 'assistant', vulnerable: true, assistantPaused: true, promisedPerson: true } as const
  expect(code({ ...all, askedForPerson: true })).toBe('asked-for-person')
  expect(decide(facts(all))).toMatchObject({ to: 'assistant', because: { code: 'override' } })
  expect(decide(facts({ ...all, override: null }))).toMatchObject({ to: 'person', priority: topPriority, because: { code: 'vulnerable' } })
  expect(code({ assistantPaused: true, assistantCannot: true, promisedPerson: true })).toBe('assistant-paused')
  expect(code({ assistantCannot: true, promisedPerson: true })).toBe('assistant-cannot')
  expect(code({ promisedPerson: true, stake: null })).toBe('promised-person')
})

test('an assistant that is paused serves nobody, unless a person of the team sent the customer there by hand', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { to, because } = decide({ ...facts, assistantPaused: true })
      if (to === 'assistant') expect(because.code).toBe('override')
    }),
  )
})

test('much at stake goes to a person, little to the assistant', () => {
  expect(decide(facts({ stake: stakeOf(5) }))).toMatchObject({
    to: 'person',
    because: { code: 'worth-a-person', numbers: { price: 1 } },
  })
  expect(decide(facts({ stake: stakeOf(0.5) }))).toMatchObject({ to: 'assistant', priority: 0, because: { code: 'not-worth-a-person' } })
})

test('the same stake that gets a person on a quiet day goes to the assistant on a busy one', () => {
  expect(decide(facts({ stake: stakeOf(5), floor: queued(8, 180) })).to).toBe('assistant')
})

test('what the assistant resolves as well is tried there first, while a person can still follow', () => {
  const alike: StakeSeen = { total: 100, atRisk: 100, toGain: 0, gain: 0, resolvedByPerson: 0.95, resolvedByAssistant: 0.8, handleMinutes: 6 }
  expect(decide(facts({ stake: alike })).to).toBe('assistant')
  expect(decide(facts({ stake: { ...alike, resolvedByAssistant: 0.01 } })).to).toBe('person')
})

test('while nobody is free, the assistant keeps silent on what a person would sell so much better that waiting pays', () => {
  const dear = decide(facts({ stake: stakeOf(50) }))
  expect(dear).toMatchObject({ to: 'person', company: true })
  expect(decide(facts({ stake: stakeOf(50), floor: { ...calm, freeCapacity: 1 } })).company).toBe(false)
})

test('with nobody in, a customer who would get a person gets a callback', () => {
  expect(decide(facts({ stake: stakeOf(5), teamIsIn: false }))).toMatchObject({ to: 'callback', because: { code: 'worth-a-person' } })
})

test('a conversation that could not be weighed gets a person only if one is free', () => {
  const free = { ...calm, freeCapacity: 1 }
  expect(decide(facts({ stake: null, floor: free }))).toMatchObject({ to: 'person', because: { code: 'not-weighed' } })
  expect(decide(facts({ stake: null }))).toMatchObject({ to: 'assistant', because: { code: 'not-weighed' } })
  expect(decide(facts({ stake: null, floor: { ...free, waiting: 1 } })).to).toBe('assistant')
})

test('whoever asks for a person stands where three times the worth of a minute stands', () => {
  const asked = (price: number) =>
    decide(facts({ askedForPerson: true, stake: stakeOf(0), policy: { ...facts().policy, costOfMinute: price } })).priority
  expect([4, 9, 40].map(asked)).toEqual([2, 2, 2])
})

test('a chance that is all but none still gives numbers that can be kept', () => {
  const stake = { ...stakeOf(1), toGain: 1, gain: 0.5, resolvedByAssistant: Number.MIN_VALUE }
  const { numbers } = decide(facts({ stake })).because
  expect(Object.entries(numbers).filter(([, value]) => !Number.isFinite(value))).toEqual([])
})

test('the same facts give the same decision, also after they were saved and read again', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decision = decide(facts)
      expect(decide(JSON.parse(JSON.stringify(facts)))).toEqual(decision)
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
    }),
  )
})

test('what is told to have decided is what decides: beyond the threshold the decision changes', () => {
  fc.assert(
    fc.property(weighedOnly, (facts) => {
      const other = counterfactual(facts)
      const decision = decide(facts)
      const { price = 0, perMinute = 0 } = decision.because.numbers
      if (facts.stake === null || other === null) return
      expect(other.numbers.price).toBe(priceOn(facts.floor, facts.policy))
      expect(perMinute > price).toBe(decision.to !== 'assistant')
      expect(other.code).toBe(decision.to === 'assistant' ? 'person-above' : 'assistant-below')
      // Where a person brings more than the told sum, and nothing else changes, a person goes first.
      const worth = worthOf(prospectOf(facts.stake))
      const { staysAfterHelp } = weighing(facts)
      const least = Number(other.numbers.person)
      fc.pre(least < 1e6)
      expect(firstUpTo({ ...worth, person: least * 1.001 + 0.001 }, staysAfterHelp)).toBeGreaterThan(price * (1 - 1e-9))
      expect(firstUpTo({ ...worth, person: least * 0.999 - 0.001 }, staysAfterHelp)).toBeLessThan(price * (1 + 1e-9) + 1e-9)
    }),
  )
})

test('a rule is told to have mattered only where the weighing alone would have chosen the assistant', () => {
  expect(counterfactual(facts({ askedForPerson: true }))).toMatchObject({ code: 'assistant-without-rule', numbers: { price: 1 } })
  expect(counterfactual(facts({ askedForPerson: true, stake: stakeOf(9) }))).toBeNull()
  expect(counterfactual(facts({ override: 'assistant' }))).toBeNull()
})

test('an unweighed conversation is told how much room would have brought a person', () => {
  expect(counterfactual(facts({ stake: null }))).toEqual({ code: 'person-with-room', numbers: { room: 1, free: 0 } })
})

test('what was decided under older rules is known as such', () => {
  expect(isOfTheseRules(facts())).toBe(true)
  expect(isOfTheseRules({})).toBe(false)
})
