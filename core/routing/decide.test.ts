import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counterfactual, decide } from './decide.ts'
import type { RoutingFacts } from './decision.ts'
import { priceOfMinute } from './price.ts'

const stakeOf = (perMinute: number, handleMinutes = 6) => {
  const uplift = perMinute * handleMinutes
  return { total: 2 * Math.abs(uplift), atRisk: Math.abs(uplift), toGain: Math.abs(uplift), uplift, perMinute, handleMinutes }
}

function facts(change: Partial<RoutingFacts> = {}): RoutingFacts {
  return {
    askedForPerson: false,
    vulnerable: false,
    override: null,
    assistantPaused: false,
    teamIsIn: true,
    promisedPerson: false,
    stake: stakeOf(0.2),
    floor: { peopleOn: 3, freeCapacity: 0, waiting: [] },
    policy: { version: 1, costOfMinute: 1, priorityFrom: [3, 6], waitLimitMinutes: 12, returnMinutes: 120 },
    ...change,
  }
}

const money = fc.double({ min: -50, max: 200, noNaN: true })
const minutes = fc.double({ min: 0.1, max: 60, noNaN: true })
const anyFacts: fc.Arbitrary<RoutingFacts> = fc.record({
  askedForPerson: fc.boolean(),
  vulnerable: fc.boolean(),
  override: fc.constantFrom('person', 'assistant', null),
  assistantPaused: fc.boolean(),
  assistantCannot: fc.boolean(),
  teamIsIn: fc.boolean(),
  promisedPerson: fc.boolean(),
  stake: fc.option(fc.tuple(money, minutes).map(([perMinute, handle]) => stakeOf(perMinute, handle))),
  floor: fc.record({
    peopleOn: fc.nat(20),
    freeCapacity: fc.nat(5),
    waiting: fc.array(fc.record({ perMinute: money, handleMinutes: minutes }), { maxLength: 20 }),
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
      expect(decision.priority).toBeGreaterThanOrEqual(facts.vulnerable ? 2 : 1)
    }),
  )
})

test('the hard rules come in their order, each before any weighing', () => {
  const code = (change: Partial<RoutingFacts>) => decide(facts(change)).because.code
  const all = { override: 'assistant', vulnerable: true, assistantPaused: true, promisedPerson: true } as const
  expect(code({ ...all, askedForPerson: true })).toBe('asked-for-person')
  expect(decide(facts(all))).toMatchObject({ to: 'assistant', because: { code: 'override' } })
  expect(decide(facts({ ...all, override: null }))).toMatchObject({ to: 'person', priority: 2, because: { code: 'vulnerable' } })
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
    because: { code: 'worth-a-person', numbers: { perMinute: 5, price: 1 } },
  })
  expect(decide(facts({ stake: stakeOf(0.5) }))).toMatchObject({ to: 'assistant', priority: 0, because: { code: 'not-worth-a-person' } })
})

test('the same stake that gets a person on a quiet day goes to the assistant on a busy one', () => {
  const waiting = Array.from({ length: 30 }, () => ({ perMinute: 8, handleMinutes: 6 }))
  expect(decide(facts({ stake: stakeOf(5), floor: { peopleOn: 3, freeCapacity: 0, waiting } })).to).toBe('assistant')
})

test('with nobody in, a customer who would get a person gets a callback', () => {
  expect(decide(facts({ stake: stakeOf(5), teamIsIn: false }))).toMatchObject({ to: 'callback', because: { code: 'worth-a-person' } })
})

test('a conversation that could not be weighed gets a person only if one is free', () => {
  const free = { peopleOn: 3, freeCapacity: 1, waiting: [] }
  expect(decide(facts({ stake: null, floor: free }))).toMatchObject({ to: 'person', because: { code: 'not-weighed' } })
  expect(decide(facts({ stake: null }))).toMatchObject({ to: 'assistant', because: { code: 'not-weighed' } })
  expect(decide(facts({ stake: null, floor: { ...free, waiting: [{ perMinute: 1, handleMinutes: 5 }] } })).to).toBe('assistant')
})

test('priority is stated by the multiples of the price', () => {
  const priority = (perMinute: number) => decide(facts({ stake: stakeOf(perMinute) })).priority
  expect([2, 3, 5.9, 6].map(priority)).toEqual([0, 1, 1, 2])
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
      if (facts.stake === null || other === null) return
      const { price = 0, uplift = 0 } = other.numbers
      expect(price).toBe(priceOfMinute(facts.floor, facts.policy))
      const at = (perMinute: number) => decide({ ...facts, stake: stakeOf(perMinute, facts.stake?.handleMinutes) }).to
      expect(at(price + 0.01)).not.toBe('assistant')
      expect(at(price)).toBe('assistant')
      expect(uplift / facts.stake.handleMinutes).toBeCloseTo(price)
      expect(other.code).toBe(decide(facts).to === 'assistant' ? 'person-above' : 'assistant-below')
      // The stake told is the one at which this conversation, with what a person adds to it, would earn the price.
      if (other.numbers.stake !== undefined && facts.stake.perMinute > 1e-6)
        expect((other.numbers.stake * facts.stake.perMinute) / facts.stake.total).toBeCloseTo(price)
    }),
  )
})

test('a rule is told to have mattered only where the weighing alone would have chosen the assistant', () => {
  expect(counterfactual(facts({ askedForPerson: true }))).toEqual({ code: 'assistant-without-rule', numbers: { price: 1, perMinute: 0.2 } })
  expect(counterfactual(facts({ askedForPerson: true, stake: stakeOf(9) }))).toBeNull()
  expect(counterfactual(facts({ override: 'assistant' }))).toBeNull()
})

test('an unweighed conversation is told how much room would have brought a person', () => {
  expect(counterfactual(facts({ stake: null }))).toEqual({ code: 'person-with-room', numbers: { room: 1, free: 0 } })
})
