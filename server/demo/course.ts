import { costEntry, expectedEntry, realise, writeOff } from '../../core/value/ledger.ts'
import { newId } from '../platform/ids.ts'
import { say } from '../platform/words.ts'
import { fill } from './content.ts'
import { about, happens, weighted } from './draw.ts'
import { assistantSpeaks, type Beginning, beginScene, customerSays, decideNow, noteWish, type Past, type Scene, sayLine } from './plot.ts'
import { type Tale, time } from './tale.ts'

export interface Told {
  tale: Tale
  intent: string | null
  endedAt: number
  /** What was expected of a person and is not settled yet; undefined when nothing was. */
  expected: { id: string; cents: number } | undefined
  byPerson: boolean
  take: () => void
}

const second = 1000
const minute = 60 * second

/** Tells one conversation of the past from its first message to its end, as the product itself would have led it. */
export async function tellStory(past: Past, begin: Beginning): Promise<Told> {
  const scene = beginScene(past, begin)
  const end: End = { at: 0, by: 'clock', person: null, resolved: null, reason: 'silence', take: () => {} }
  const wanted = scene.asked || scene.decision.because.code === 'vulnerable'
  if (!wanted) {
    scene.at += 500 + past.chance.next() * 900
    const { passOn } = await assistantSpeaks(scene, scene.tale.lastSeq(), begin.text, true)
    if (passOn && scene.waitFrom === null) decideNow(scene, scene.tale.lastSeq(), { assistantCannot: true })
    if (scene.waitFrom === null) hearReaction(scene, end)
  }
  if (scene.waitFrom !== null) await waitForPerson(scene, end)
  return finish(scene, end)
}

interface End {
  at: number
  by: 'person' | 'customer' | 'clock'
  person: string | null
  resolved: boolean | null
  reason: string
  take: () => void
}

/** What the customer does with the assistant's answer: says yes, says no, asks for a person, or just goes. */
function hearReaction(scene: Scene, end: End): void {
  const { past, tale, language, answerSeq, economics } = scene
  const answered = answerSeq !== null
  const reads = scene.at + about(past.chance, 35) * second
  const solves = economics.resolvedByAssistant.value
  const reaction = weighted(past.chance, [
    ['yes', answered ? solves : 0],
    ['no', answered ? (1 - solves) * 0.5 : 0],
    ['person', answered ? 0.12 : 0.3],
    ['silence', answered ? 0.2 : 0.5],
  ])
  if (reaction === 'silence') return void Object.assign(end, { at: scene.at + 30 * minute })
  scene.at = reads
  if (reaction === 'person') {
    const seq = customerSays(scene, reads, say(language, 'timeline:wish'), 'control')
    scene.asked = true
    noteWish(scene, seq, 'control')
    scene.at += 70
    decideNow(scene, seq, {})
    return
  }
  tale.judge(reads, answerSeq ?? 0, reaction === 'yes')
  const code = reaction === 'yes' ? 'solved-yes' : 'solved-no'
  tale.say(reads + 40, { author: 'assistant', text: say(language, `assistant:${code}`), language, reason: { code, numbers: {} } })
  scene.at = reads + 80
  if (reaction === 'yes') return void Object.assign(end, { at: scene.at + 20, by: 'customer', resolved: true, reason: 'solved' })
  decideNow(scene, scene.begin.lastSeq + 1, { assistantCannot: true })
}

/** The wait: until somebody of the team is free, or the customer's patience ends. */
async function waitForPerson(scene: Scene, end: End): Promise<void> {
  const { past, tale, language, economics, stake, decision } = scene
  const { chance, roster } = past
  const waitFrom = scene.waitFrom ?? scene.at
  const delay = happens(chance, 0.72) ? 400 : chance.exponential(70) * second
  const free = roster.firstFree(waitFrom + delay, { language, skill: economics.skill })
  const gaveUpAt = waitFrom + Math.max(90, chance.exponential(11 * 60)) * second
  const from = Math.max(free.from, scene.at + 300)
  roster.noteWait({
    from: waitFrom,
    to: Math.min(from, gaveUpAt),
    perMinute: decision.because.numbers.index ?? 0,
    handleMinutes: stake.handleMinutes,
  })
  await tellMore(scene, Math.min(from, gaveUpAt))
  if (isHelpedMeanwhile(scene, Math.min(from, gaveUpAt))) return leaveSolved(scene, end)
  if (gaveUpAt < from) return giveUp(scene, end, gaveUpAt)
  const joined = Math.max(from, scene.at + 200)
  tale.endClaim(joined, 'taken-over')
  tale.claim('person', free.person.id, joined)
  sayLine(scene, joined + 20, 'person-joined', { name: free.person.name })
  tale.event(joined, 'place.served', {
    conversation: tale.conversation,
    customer: tale.customer,
    person: free.person.id,
    waitedSeconds: (joined - waitFrom) / second,
  })
  const closed = serve(scene, joined, free.person)
  const resolved = happens(chance, economics.resolvedByPerson.value)
  Object.assign(end, {
    at: closed,
    by: 'person',
    person: free.person.id,
    resolved,
    reason: resolved ? 'solved' : 'other',
    take: () => free.take(closed),
  })
}

/** Beside the queue: whoever was asked for the order gives its number while there is time. */
async function tellMore(scene: Scene, until: number): Promise<void> {
  const { past, tale, begin, language, orderAsked } = scene
  const at = scene.at + about(past.chance, 14) * second
  if (!orderAsked || at + 3 * second > until) return
  const order = begin.customer.orders.at(-1)?.number ?? 'RK-20418'
  const text = fill(past.chance.pick(past.content[language].talk.customer.giveOrder), { order })
  const seq = customerSays(scene, at, text)
  decideNow(scene, seq, {})
  scene.at += 400
  if (!scene.asked && tale.spoke.assistant) await assistantSpeaks(scene, seq, text, false)
}

/** Beside the queue an answer may settle the matter before a person comes. */
function isHelpedMeanwhile({ past, answerSeq, asked, at, economics }: Scene, until: number): boolean {
  return answerSeq !== null && !asked && at + 40 * second < until && happens(past.chance, economics.resolvedByAssistant.value * 0.6)
}

/** Only the customer's own yes takes them out of the queue. */
function leaveSolved(scene: Scene, end: End): void {
  const { tale, past, language, answerSeq } = scene
  scene.at += about(past.chance, 25) * second
  tale.judge(scene.at, answerSeq ?? 0, true)
  tale.say(scene.at + 40, { author: 'assistant', text: say(language, 'assistant:solved-yes'), language, reason: { code: 'solved-yes', numbers: {} } })
  tale.event(scene.at + 60, 'place.left', { conversation: tale.conversation, customer: tale.customer, because: 'solved' })
  Object.assign(end, { at: scene.at + 100, by: 'customer', resolved: true, reason: 'solved' })
}

function giveUp(scene: Scene, end: End, at: number): void {
  const { tale } = scene
  sayLine(scene, at, 'place-left', {})
  tale.event(at, 'place.left', { conversation: tale.conversation, customer: tale.customer, because: 'left' })
  Object.assign(end, { at: at + 30 * minute, by: 'clock', resolved: null, reason: 'silence' })
  scene.at = at
}

/** A person's words at a human pace; gives back when the conversation was closed. */
function serve(scene: Scene, joined: number, person: { id: string; name: string }): number {
  const { past, tale, begin, language, economics } = scene
  const { chance } = past
  const { customer, team } = past.content[language].talk
  const name = (language === 'zh' || language === 'th' ? begin.customer.local_name : null) ?? begin.customer.name
  const me = person.name.split(' ')[0] ?? person.name
  const speak = (at: number, line: string) => {
    scene.at = at
    tale.say(at, { author: 'person', person: person.id, language, text: fill(line, { name: firstName(name), me }) })
  }
  speak(joined + (3 + chance.exponential(6)) * second, chance.pick(team.hello))
  speak(scene.at + about(chance, 14) * second, chance.pick(team.looking))
  if (happens(chance, 0.45)) customerSays(scene, scene.at + about(chance, 16) * second, chance.pick(customer.details))
  const works = about(chance, economics.handleMinutes.value * 0.65) * minute
  speak(scene.at + works, chance.pick(team.fixed[begin.intent] ?? team.looking))
  if (happens(chance, 0.75)) customerSays(scene, scene.at + about(chance, 22) * second, chance.pick(customer.thanks))
  speak(scene.at + about(chance, 9) * second, chance.pick(team.bye))
  return scene.at + about(chance, 8) * second
}

export const firstName = (name: string) => (/^[\u4e00-\u9fff]+$/.test(name) ? name : (name.split(' ')[0] ?? name))

/** Closes the conversation with everything that follows from it: closure, place, money, and the question how easy it was. */
function finish(scene: Scene, end: End): Told {
  const { tale } = scene
  const closedAt = Math.round(Math.max(end.at, scene.at + 100))
  const { conversation, customer } = tale
  const closure = newId()
  tale.endClaim(closedAt, 'closed')
  tale.set({ closed_at: time(closedAt) })
  tale.rows.closures.push({
    id: closure,
    conversation,
    at: time(closedAt),
    by_kind: end.by,
    by_person: end.person,
    resolved: end.resolved,
    reason: end.reason,
  })
  tale.event(closedAt, 'conversation.closed', { conversation, customer, by: end.by, person: end.person, resolved: end.resolved, reason: end.reason })
  keepPlace(scene, end, closedAt)
  const expected = bookMoney(scene, end, closure, closedAt)
  askEffort(scene, end, closure, closedAt)
  return { tale, intent: scene.intent, endedAt: closedAt, expected, byPerson: tale.spoke.person, take: end.take }
}

function keepPlace(scene: Scene, end: End, closedAt: number): void {
  const { tale, past, stake, waitFrom, told, language, economics, asked, decision } = scene
  const served = tale.rows.claims.find((claim) => claim['holder'] === 'person')
  const left = waitFrom !== null && !served
  tale.place({
    priority: waitFrom === null ? 0 : decision.priority,
    per_minute: decision.because.numbers.index ?? 0,
    minutes: stake.handleMinutes,
    uplift: Math.max(0, decision.because.numbers.uplift ?? 0),
    language,
    skill: economics.skill,
    asked_for_person: asked,
    ...(waitFrom !== null && {
      waited_since: time(waitFrom),
      limit_at: time(waitFrom + past.policy.waitLimitMinutes * minute),
      told_ahead: told?.ahead ?? null,
      told_from: told?.range?.from ?? null,
      told_to: told?.range?.to ?? null,
    }),
    ...(served && { served_at: served['since'], served_by: served['person'] }),
    ...(left && { left_at: time(end.by === 'clock' ? scene.at : closedAt), left_because: end.by === 'clock' ? 'left' : 'solved' }),
  })
}

/** What a contact of the assistant costs; as in the value slice. */
const assistantContact = 0.1

function bookMoney(scene: Scene, end: End, closure: string, at: number): Told['expected'] {
  const { tale, past, stake, stakeBooked } = scene
  const served = tale.rows.claims.find((claim) => claim['holder'] === 'person')
  const first = tale.rows.decisions.find((decision) => decision['decided'] !== 'assistant')
  const decided = first && String(first['decided'])
  const entry = expectedEntry(Math.max(0, stakeBooked.uplift), 'uplift-of-a-person', {
    uplift: stakeBooked.uplift,
    atRisk: stakeBooked.atRisk,
    toGain: stakeBooked.toGain,
  })
  const id =
    first && decided && entry.cents > 0
      ? tale.book(Date.parse(String(first['at'])) + 120, entry, decided, `expected:${String(first['id'])}`)
      : undefined
  const minutes = served ? (at - Date.parse(String(served['since']))) / minute : 0
  const cost = costEntry(minutes, past.policy.costOfMinute, 'minutes-of-a-person')
  if (cost.cents > 0) tale.book(at + 150, cost, null, `cost-person:${closure}`)
  if (tale.spoke.assistant) tale.book(at + 155, costEntry(1, assistantContact, 'contact-of-the-assistant'), null, `cost-assistant:${closure}`)
  if (!id) return undefined
  const expected = { id, cents: entry.cents }
  if (!served || end.resolved === false) {
    const off = writeOff(expected, 0, served ? 'not-solved' : 'no-person-served')
    if (off) tale.book(at + 160, off, null, `off:${id}:${off.rule}`)
    return undefined
  }
  const averted = Math.min(entry.cents, Math.round(Math.max(0, stake.risk) * 100))
  if (averted > 0) tale.book(at + 160, realise(expected, averted, 'person-said-solved'), null, `solved:${id}`)
  return averted === entry.cents ? undefined : { id, cents: entry.cents - averted }
}

/** Asked once of whoever was served; about every second one answers. */
function askEffort({ tale, past, waitFrom }: Scene, end: End, closure: string, at: number): void {
  const { chance } = past
  const { conversation, customer, spoke } = tale
  const helped = tale.rows.help.some((help) => help['abstained'] === false)
  if (!spoke.person && !helped) return
  const served = { about: spoke.person ? ('person' as const) : ('assistant' as const), person: spoke.person ? end.person : null }
  tale.event(at + 90, 'effort.asked', { conversation, customer, ...served })
  const waited = waitFrom === null || !spoke.person ? 0 : (Date.parse(String(tale.rows.claims.at(-1)?.['since'])) - waitFrom) / minute
  const usual = (end.resolved === true ? 6.3 : end.resolved === false ? 3 : 4.6) - Math.min(2, waited / 4)
  const answers = happens(chance, end.resolved === null ? 0.15 : 0.55)
  const answeredAt = at + about(chance, 25) * second
  const score = answers ? Math.min(7, Math.max(1, Math.round(usual + chance.normal() * 0.9))) : null
  tale.rows.efforts.push({
    conversation,
    closure,
    customer,
    ...served,
    asked_at: time(at + 90),
    score,
    comment: null,
    answered_at: answers ? time(answeredAt) : null,
  })
  if (score !== null) tale.event(answeredAt, 'effort.answered', { conversation, customer, score, ...served })
}
