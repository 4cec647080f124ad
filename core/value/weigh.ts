import type { Mood } from '../understanding/reading.ts'
import { type EconomicFigure, type Estimate, economicFigures } from './economics.ts'
import type { Stake, StakeFacts, Term } from './stake.ts'
import { type LossWeights, startWeights } from './weights.ts'

/**
 * Row 7: what is on the table and what a person adds over the assistant (value.md §1), in the account's currency.
 * The sum of the risk terms is `atRisk` and the sum of the gain terms is `toGain`, to the last bit and in the order given.
 */
export function weigh(facts: StakeFacts, weights: LossWeights = startWeights): Stake {
  const economics = shrunk(facts)
  const value = Math.max(0, facts.worth.lifetimeValue.value)
  const loss = lossTerms(facts, weights, economics.loss, value)
  const terms = [...loss.terms, ...gainTerms(economics)].sort((a, b) => Math.abs(b.money) - Math.abs(a.money))

  const atRisk = sum(terms, 'risk')
  const toGain = sum(terms, 'gain')
  const risk = atRisk * (economics.resolvedByPerson - economics.resolvedByAssistant)
  const gain = (economics.buysWithPerson - economics.buysWithAssistant) * economics.margin
  const uplift = risk + gain
  return {
    atRisk,
    toGain,
    total: atRisk + toGain,
    risk,
    gain,
    uplift,
    lossProbability: loss.probability,
    resolvedByPerson: economics.resolvedByPerson,
    resolvedByAssistant: economics.resolvedByAssistant,
    handleMinutes: economics.handleMinutes,
    perMinute: uplift / economics.handleMinutes,
    terms,
    inputs: { ...inputsOf(facts), ...loss.inputs },
  }
}

interface Shrunk {
  loss: number
  resolvedByPerson: number
  resolvedByAssistant: number
  buysWithPerson: number
  buysWithAssistant: number
  margin: number
  handleMinutes: number
}

/** Below this nobody can work on anything; it keeps a mistyped 0 from making a minute infinitely dear. */
const leastMinutes = 0.1

/** With little confidence in the intent its own figures say little: the account's mean speaks for the rest. */
function shrunk({ economics, meanEconomics, intentConfidence }: StakeFacts): Shrunk {
  const confidence = share(intentConfidence)
  const between = (field: EconomicFigure) => confidence * economics[field].value + (1 - confidence) * meanEconomics[field].value
  return {
    loss: share(between('lossProbability')),
    resolvedByPerson: share(between('resolvedByPerson')),
    resolvedByAssistant: share(between('resolvedByAssistant')),
    buysWithPerson: share(between('buysWithPerson')),
    buysWithAssistant: share(between('buysWithAssistant')),
    margin: Math.max(0, between('margin')),
    handleMinutes: Math.max(leastMinutes, between('handleMinutes')),
  }
}

interface Step {
  code: Term['code']
  shift: number
  numbers: Record<string, number>
  inputs: Record<string, Estimate>
}

/** What moves the loss, always in this order: each term is what its step adds to probability × value, so nothing is left over. */
function steps({ mood, worth }: StakeFacts, weights: LossWeights): Step[] {
  const { repeat, promise, tenureYear } = weights
  const repeats = Math.min(Math.max(0, worth.repeats), weights.most.repeats)
  const promises = Math.min(Math.max(0, worth.openPromises), weights.most.promises)
  const years = Math.min(Math.max(0, worth.tenureYears), weights.most.years)
  return [
    moodStep(mood, weights),
    { code: 'repeats', shift: repeats * repeat.value, numbers: { repeats: worth.repeats }, inputs: { weightOfRepeat: repeat } },
    {
      code: 'open-promises',
      shift: promises * promise.value,
      numbers: { promises: worth.openPromises },
      inputs: { weightOfPromise: promise },
    },
    { code: 'tenure', shift: -years * tenureYear.value, numbers: { years: worth.tenureYears }, inputs: { weightOfTenureYear: tenureYear } },
  ]
}

function moodStep(mood: Mood, { negative, positive, frustrated }: LossWeights): Step {
  // Half for the direction, half for how far: a reading without a score still counts.
  const strength = 0.5 + 0.5 * Math.min(1, Math.abs(mood.score))
  const inputs: Record<string, Estimate> = {}
  let shift = 0
  if (mood.polarity === 'negative') {
    shift += negative.value * strength
    inputs.weightOfNegative = negative
  }
  if (mood.polarity === 'positive') {
    shift -= positive.value * strength
    inputs.weightOfPositive = positive
  }
  if (mood.frustrated) {
    shift += frustrated.value
    inputs.weightOfFrustration = frustrated
  }
  return { code: 'mood', shift, numbers: { score: mood.score + 0, frustrated: mood.frustrated ? 1 : 0 }, inputs }
}

function lossTerms(facts: StakeFacts, weights: LossWeights, start: number, value: number) {
  const terms: Term[] = []
  const inputs: Record<string, Estimate> = {}
  if (start * value !== 0) {
    const numbers = { probability: start, lifetimeValue: value, confidence: share(facts.intentConfidence) }
    terms.push({ code: 'loss-of-customer', side: 'risk', money: start * value, numbers })
  }
  let before = start
  for (const step of steps(facts, weights)) {
    if (step.shift === 0) continue
    const after = moved(before, step.shift)
    Object.assign(inputs, step.inputs)
    const money = (after - before) * value
    if (money !== 0) terms.push({ code: step.code, side: 'risk', money, numbers: { ...step.numbers, from: before, to: after } })
    before = after
  }
  return { probability: before, terms, inputs }
}

/** A probability moved on the log-odds scale; 0 and 1 are certainties and stay. */
function moved(probability: number, shift: number): number {
  if (probability <= 0 || probability >= 1) return probability
  return 1 / (1 + Math.exp(-(Math.log(probability / (1 - probability)) + shift)))
}

function gainTerms({ buysWithPerson, margin }: Shrunk): Term[] {
  const money = buysWithPerson * margin
  return money === 0 ? [] : [{ code: 'purchase', side: 'gain', money, numbers: { probability: buysWithPerson, margin } }]
}

const sum = (terms: Term[], side: Term['side']) => terms.reduce((total, term) => (term.side === side ? total + term.money : total), 0)

const share = (value: number) => Math.min(1, Math.max(0, value))

function inputsOf({ economics, meanEconomics, intentConfidence, worth }: StakeFacts): Record<string, Estimate> {
  const inputs: Record<string, Estimate> = { lifetimeValue: worth.lifetimeValue }
  for (const field of economicFigures) inputs[field] = economics[field]
  if (intentConfidence >= 1) return inputs
  for (const field of economicFigures) inputs[`mean.${field}`] = meanEconomics[field]
  return inputs
}
