import type { Answer } from '../knowledge/passage.ts'
import type { Aside } from '../understanding/aside.ts'

/** What the assistant may say, as codes with numbers; the sentences stand in locales, in `assistant.json`. */
export interface Say {
  code:
    | 'hello'
    | 'hello-named'
    | 'place'
    | 'place-next'
    | 'range'
    | 'help-while-waiting'
    | 'nobody-in'
    | 'nobody-in-until'
    | 'how-can-i-help'
    | 'answer'
    | 'do-not-know'
    | 'do-not-know-waiting'
    | 'ask-order'
    | 'ask-goal'
    | 'noted'
    | 'offer-person'
    | 'you-are-welcome'
    | 'solved-no'
  numbers: Record<string, number | string>
}

export interface Turn {
  /** The assistant has not spoken since this matter was opened. */
  first: boolean
  company: string
  /** A name of its own, when the company has given it one. */
  assistant: string | null
  /** The customer waits for a person. */
  waiting: boolean
  /** The place was taken just now: it is told before anything else. */
  ahead: number | null
  range: { from: number; to: number } | null
  teamIsIn: boolean
  /** When somebody is in again, as people write it; null when unknown. */
  opensAt: string | null
  answer: Answer
  intent: string | null
  /** The message names no matter: there is nothing to look up. */
  aside: Aside | null
  frustrated: boolean
  /** What is known already is never asked (promise 3). */
  orderKnown: boolean
  orderAsked: boolean
  goalAsked: boolean
}

/** One bubble each. `says` are joined; an answer carries its source and asks whether it solved the matter. */
export interface Spoken {
  bubbles: { says: Say[]; answer: Extract<Answer, { kind: 'answer' }> | null }[]
  /** The assistant cannot help: a person gets the customer. */
  passOn: boolean
  asksOrder: boolean
  asksGoal: boolean
}

/** Matters that cannot be worked on without knowing the order. */
const aboutAnOrder = new Set([
  'delivery-status',
  'delivery-change',
  'order-cancel',
  'order-change',
  'return',
  'refund-status',
  'damaged-item',
  'missing-parts',
  'warranty',
  'invoice',
])

/** Rows 3, 10, 11: place first, then words; an answer only with its source; asks only for what is missing; never guesses. */
export function converse(turn: Turn): Spoken {
  const opening = turn.first ? greet(turn) : []
  const answered = turn.answer.kind === 'answer' ? turn.answer : null
  const isHello = turn.aside === 'hello' || turn.intent === 'greeting'
  const isGreeting = turn.first ? isHello || turn.aside !== null : isHello && !turn.waiting
  const bubbles: Spoken['bubbles'] = []

  if (answered) {
    if (opening.length > 0) bubbles.push({ says: opening, answer: null })
    const says: Say[] = [{ code: 'answer', numbers: {} }, ...(turn.frustrated && !turn.waiting ? [say('offer-person')] : [])]
    bubbles.push({ says, answer: answered })
    return { bubbles, passOn: false, asksOrder: false, asksGoal: false }
  }
  if (isGreeting) {
    const question = say(turn.waiting ? 'help-while-waiting' : 'how-can-i-help')
    return { bubbles: [{ says: [...opening, question], answer: null }], passOn: false, asksOrder: false, asksGoal: false }
  }
  if (turn.aside && turn.aside !== 'given') return turn.waiting ? keepCompany(turn, turn.aside) : reply(turn.aside)
  return turn.waiting ? gather(turn, opening) : giveUp(turn, opening)
}

/** "Hello?", "are you still there?", in the queue: where they stand now. */
function keepCompany(turn: Turn, aside: Aside): Spoken {
  if (aside === 'waiting' || aside === 'hello') return only(whereTheyStand(turn), {})
  return aside === 'thanks' ? only([say('you-are-welcome')], {}) : gather(turn, [])
}

/** Thanks are taken, "are you still there?" is answered; whoever was not helped gets a person. */
function reply(aside: Aside): Spoken {
  if (aside === 'waiting') return only([say('how-can-i-help')], {})
  if (aside === 'thanks' || aside === 'nod') return only([say('you-are-welcome')], {})
  return { ...only([say('solved-no')], {}), passOn: true }
}

/** The assistant says that it is one, and that the place is safe. */
function greet(turn: Turn): Say[] {
  const { company, assistant } = turn
  const hello = assistant ? say('hello-named', { company, assistant }) : say('hello', { company })
  return turn.waiting ? [hello, ...whereTheyStand(turn)] : [hello]
}

function whereTheyStand({ ahead, range, teamIsIn, opensAt }: Turn): Say[] {
  if (!teamIsIn) return [opensAt ? say('nobody-in-until', { when: opensAt }) : say('nobody-in')]
  const place = ahead ? say('place', { count: ahead }) : say('place-next')
  return [place, ...(range ? [say('range', range)] : [])]
}

/** Beside the queue, without an answer: collect what the person will need, one question at a time. */
function gather(turn: Turn, opening: Say[]): Spoken {
  const needsOrder = turn.intent !== null && aboutAnOrder.has(turn.intent) && !turn.orderKnown && !turn.orderAsked
  if (needsOrder) return only([...opening, say('ask-order')], { asksOrder: true })
  if (!turn.goalAsked) return only([...opening, say('ask-goal')], { asksGoal: true })
  return only([...opening, say('noted')], {})
}

function giveUp(turn: Turn, opening: Say[]): Spoken {
  return { ...only([...opening, say(turn.teamIsIn ? 'do-not-know' : 'do-not-know-waiting')], {}), passOn: true }
}

function only(says: Say[], asks: { asksOrder?: boolean; asksGoal?: boolean }): Spoken {
  return { bubbles: [{ says, answer: null }], passOn: false, asksOrder: asks.asksOrder ?? false, asksGoal: asks.asksGoal ?? false }
}

const say = (code: Say['code'], numbers: Say['numbers'] = {}): Say => ({ code, numbers })
