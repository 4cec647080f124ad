import { converse } from '../../core/assistant/converse.ts'
import type { Chance } from '../../core/chance.ts'
import type { Answer } from '../../core/knowledge/passage.ts'
import { type Language, toLanguage } from '../../core/language.ts'
import { forecastWait } from '../../core/queue/forecast.ts'
import { waitRange } from '../../core/queue/wait.ts'
import { decide } from '../../core/routing/decide.ts'
import { type Decision, type Policy, type RoutingFacts, rulesInForce, type StakeSeen } from '../../core/routing/decision.ts'
import { claims } from '../../core/routing/weighing.ts'
import type { Reading } from '../../core/understanding/reading.ts'
import type { Economics } from '../../core/value/economics.ts'
import type { CustomerWorth, Stake } from '../../core/value/stake.ts'
import { weigh } from '../../core/value/weigh.ts'
import { say } from '../platform/words.ts'
import type { Content } from './content.ts'
import type { SeededCustomer } from './customers.ts'
import type { Roster } from './roster.ts'
import { beginTale, type Tale, time } from './tale.ts'

/** What every conversation of the past has in common. */
export interface Past {
  chance: Chance
  content: Record<Language, Content>
  roster: Roster
  read: (text: string, before: Language | null, hint: Language) => Reading
  economicsOf: (intent: string | null) => { economics: Economics; mean: Economics }
  policy: Policy
  findAnswer: (text: string, language: Language) => Promise<Answer>
  company: string
  now: number
}

export interface Beginning {
  customer: SeededCustomer
  worth: Omit<CustomerWorth, 'repeats'>
  repeats: (intent: string | null) => number
  at: number
  text: string
  /** What the customer wants, whatever is read. */
  intent: string
  lastSeq: number
}

/** Where a conversation of the past stands while it is told. */
export interface Scene {
  past: Past
  begin: Beginning
  tale: Tale
  language: Language
  reading: Reading
  intent: string | null
  stake: Stake
  /** As it was when a person was decided for: what is expected is booked from it. */
  stakeBooked: Stake
  economics: Economics
  asked: boolean
  decision: Decision
  /** Since when the customer waits for a person; null while nobody shall come. */
  waitFrom: number | null
  expected: { id: string; cents: number } | null
  told: { ahead: number; range: { from: number; to: number } | null } | null
  /** The answer of the assistant that the customer may judge. */
  answerSeq: number | null
  orderAsked: boolean
  at: number
}

/** The first message, read, weighed and decided by the rules themselves. */
export function beginScene(past: Past, begin: Beginning): Scene {
  const hint = begin.customer.language
  const tale = beginTale({ customer: begin.customer.id, language: hint, openedAt: begin.at, lastSeq: begin.lastSeq, page: pageOf(past.chance) })
  const seq = tale.say(begin.at, { author: 'customer', text: begin.text })
  const reading = past.read(begin.text, null, hint)
  const language = toLanguage(reading.language.is) ?? null
  const intent = reading.intent.is
  tale.set({ language, intent, intent_confidence: intent === null ? null : reading.intent.confidence })
  tale.read(begin.at + 90, seq, reading)
  const { economics, mean } = past.economicsOf(intent)
  const worth = { ...begin.worth, repeats: begin.repeats(intent) }
  const stake = weigh({ economics, worth, mood: reading.mood.is, intentConfidence: reading.intent.confidence, meanEconomics: mean })
  tale.weigh(begin.at + 150, seq, stake)
  const asked = reading.wantsPerson.is
  const scene: Scene = {
    past,
    begin,
    tale,
    language: language ?? hint,
    reading,
    intent,
    stake,
    stakeBooked: stake,
    economics,
    asked,
    waitFrom: null,
    expected: null,
    told: null,
    answerSeq: null,
    orderAsked: false,
    at: begin.at + 200,
    decision: { to: 'assistant', priority: 0, company: false, because: { code: 'not-weighed', numbers: {} } },
  }
  if (asked) noteWish(scene, seq, 'words')
  decideNow(scene, seq, {})
  return scene
}

export function noteWish({ tale, at }: Scene, seq: number, by: 'words' | 'control'): void {
  tale.set({ asked_for_person_at: time(at) })
  tale.endClaim(at, 'person-wanted')
  tale.event(at, 'person.wanted', { conversation: tale.conversation, customer: tale.customer, seq, by })
}

/** Decides by the rules from what was known then; whoever shall have a person begins to wait. */
export function decideNow(scene: Scene, seq: number, change: Partial<RoutingFacts>): void {
  const { past, tale, stake, asked, reading } = scene
  const facts: RoutingFacts = {
    rules: rulesInForce,
    askedForPerson: asked,
    vulnerable: reading.vulnerable.is,
    override: null,
    assistantPaused: false,
    teamIsIn: past.roster.isIn(scene.at),
    promisedPerson: scene.waitFrom !== null,
    stake: seen(stake),
    floor: past.roster.floorAt(scene.at),
    policy: past.policy,
    ...change,
  }
  const decision = decide(facts)
  past.roster.noteDemand({ at: scene.at, conversation: tale.conversation, claims: claims(facts) })
  scene.decision = decision
  tale.decide(scene.at, seq, facts, decision, change.assistantCannot === true)
  if (decision.to === 'assistant' || scene.waitFrom !== null) return
  scene.waitFrom = scene.at + 50
  scene.stakeBooked = stake
  scene.told = toldAt(scene)
  const line = decision.because.code === 'asked-for-person' ? 'person-wanted' : decision.because.code === 'vulnerable' ? 'safe-hands' : null
  if (line) sayLine(scene, scene.at + 60, line, {})
}

function seen({ total, atRisk, toGain, gain, resolvedByPerson, resolvedByAssistant, handleMinutes }: Stake): StakeSeen {
  return { total, atRisk, toGain, gain, resolvedByPerson, resolvedByAssistant, handleMinutes }
}

export function sayLine({ tale, language }: Scene, at: number, code: string, numbers: Record<string, string>): void {
  tale.say(at, { author: 'system', text: say(language, `timeline:system.${code}`, numbers), language, reason: { code, numbers } })
}

function toldAt({ past, at }: Scene): Scene['told'] {
  const { peopleOn, capacity, freeCapacity, waiting, meanHandleMinutes } = past.roster.floorAt(at)
  const forecast = forecastWait({
    ahead: waiting,
    peopleOn,
    capacity,
    inService: capacity - freeCapacity,
    meanHandleMinutes,
    abandonmentPerMinute: 0.02,
    overtakingPerMinute: 0,
    completionsSeen: 0,
  })
  return { ahead: waiting, range: waitRange(forecast) }
}

/** The assistant speaks as it does today: place first, then an answer with its source, a question, or the honest "I do not know". */
export async function assistantSpeaks(scene: Scene, seq: number, text: string, first: boolean): Promise<{ passOn: boolean }> {
  const { past, tale, language, intent, waitFrom, told } = scene
  const aside = past.read(text, language, scene.begin.customer.language).aside ?? null
  const greets = aside !== null || intent === 'greeting'
  const keepsCompany = waitFrom !== null && scene.decision.company
  const answer: Answer =
    greets || keepsCompany ? { kind: 'none', because: 'nothing-found', confidence: 0, near: [] } : await past.findAnswer(text, language)
  const spoken = converse({
    first,
    company: past.company,
    assistant: null,
    waiting: waitFrom !== null,
    ahead: told?.ahead ?? null,
    range: told?.range ?? null,
    teamIsIn: past.roster.isIn(scene.at),
    opensAt: null,
    answer,
    intent,
    aside,
    frustrated: scene.reading.mood.is.frustrated,
    orderKnown: knowsOrder(scene),
    orderAsked: scene.orderAsked,
    goalAsked: false,
  })
  if (first) tale.claim('assistant', null, scene.at)
  let last = 0
  for (const { says, answer: given } of spoken.bubbles) {
    scene.at += 250
    const sentences = says.map((one) => (one.code === 'answer' ? (given?.text ?? '') : say(language, `assistant:${one.code}`, one.numbers)))
    const sources = given ? [{ article: given.article, title: given.title }] : []
    const reason = { code: given ? 'answer' : (says.at(-1)?.code ?? 'hello'), numbers: {} }
    last = tale.say(scene.at, {
      author: 'assistant',
      text: sentences.join(language === 'zh' ? '' : ' '),
      language,
      sources,
      reason,
      asksWhetherSolved: given !== null,
    })
  }
  const article = answer.kind === 'answer' ? answer.article : null
  tale.help(scene.at, last, { answersSeq: seq, article, confidence: answer.confidence })
  scene.answerSeq = article === null ? scene.answerSeq : last
  scene.orderAsked ||= spoken.asksOrder
  return { passOn: spoken.passOn }
}

function knowsOrder({ begin, reading, at }: Scene): boolean {
  const recent = at - 60 * 86_400_000
  return (
    reading.facts.some((fact) => fact.kind === 'order') ||
    begin.customer.orders.some((order) => Date.parse(order.at) > recent && Date.parse(order.at) <= at)
  )
}

/** Another message of the customer: read and weighed as every message is. */
export function customerSays(scene: Scene, at: number, text: string, reason?: string): number {
  const { tale, past, language, begin } = scene
  scene.at = at
  const seq = tale.say(at, { author: 'customer', text, ...(reason && { language, reason: { code: reason, numbers: {} } }) })
  if (reason) return seq
  const reading = past.read(text, language, begin.customer.language)
  tale.read(at + 80, seq, reading)
  const { economics, mean } = past.economicsOf(scene.intent)
  const intentConfidence = scene.intent === null ? reading.intent.confidence : scene.reading.intent.confidence
  const worth = { ...begin.worth, repeats: begin.repeats(scene.intent) }
  scene.stake = weigh({ economics, worth, mood: reading.mood.is, intentConfidence, meanEconomics: mean })
  tale.weigh(at + 130, seq, scene.stake)
  scene.at = at + 180
  return seq
}

const pages = ['', 'delivery', 'account/orders', 'saar-table', 'pohja-sofa', 'laine-mattress', 'kuu-lamp', 'checkout', 'contact']
const pageOf = (chance: Chance) => `https://rumahkodu.example/${chance.pick(pages)}`
