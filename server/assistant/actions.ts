import { converse, type Say, type Spoken, type Turn } from '../../core/assistant/converse.ts'
import type { Answer } from '../../core/knowledge/passage.ts'
import type { Language } from '../../core/language.ts'
import { close } from '../conversations/actions.ts'
import { openClaim } from '../conversations/holder.ts'
import { watchSilence } from '../conversations/silence.ts'
import { findText, languageFor, lockTimeline, write } from '../conversations/timeline.ts'
import { findAnswer } from '../knowledge/search.ts'
import { type Account, findAccount, ownNameOf } from '../platform/accounts.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { failpoint } from '../platform/failpoints.ts'
import { say } from '../platform/words.ts'
import { leave } from '../queue/actions.ts'
import { aheadOf } from '../queue/ahead.ts'
import { rangeOf } from '../queue/announce.ts'
import { findLanguageSkill } from '../queue/store.ts'
import { passIfStranded, passToPerson } from '../routing/pass.ts'
import { isCompanyOnly } from '../routing/store.ts'
import { findWhetherIn } from '../team/presence.ts'
import { findReading } from '../understanding/store.ts'
import { findHelp, findStanding, hasAnswered, hasSaid, type Standing, saveHelp, saveJudgement } from './store.ts'

type Speaking =
  | 'claim.opened'
  | 'claim.due'
  | 'reply.written'
  | 'help.given'
  | 'conversation.passed'
  | 'place.taken'
  | 'queue.moved'
  | 'wait.due'
  | 'silence.due'

/** Rows 3, 10, 11: answers, or keeps company in the queue. Place first, then words. Silent from the moment a person is wanted. */
export const takeUp = action<'place.kept', Speaking[]>(
  'assistant.takeUp',
  ['claim.opened', 'claim.due', 'reply.written', 'help.given', 'conversation.passed', 'place.taken', 'queue.moved', 'wait.due', 'silence.due'],
  async (work, { conversation, customer, seq, waiting }) => {
    const { db, account } = work
    const standing = await findStanding(db, account, conversation)
    if (!standing) return
    if (!maySpeak(standing, seq)) {
      if (standing.paused) await leaveToPeople(work, { conversation, customer, seq })
      return
    }
    const house = await findAccount(db, account)
    const language = await languageFor(db, account, conversation)
    const turn = await findTurn(work, { conversation, customer, seq, waiting, house, language, standing })

    const spoken = converse(turn)

    await failpoint('assistant.before-answer')
    await lockTimeline(db, account, customer)
    const now = await findStanding(db, account, conversation)
    if (!now || (await hasAnswered(db, account, customer, seq))) return
    if (!maySpeak(now, seq)) {
      if (now.paused) await passIfStranded(work, { conversation, customer, seq })
      return
    }
    await openClaim(work, { conversation, customer, holder: 'assistant', person: null })
    const last = await speak(work, { conversation, customer, language, house }, spoken)
    const { answer } = turn
    const article = answer.kind === 'answer' ? answer.article : null
    const abstained = article === null
    await saveHelp(db, account, { customer, seq: last, conversation, answersSeq: seq, article, confidence: answer.confidence, abstained })
    work.tell('help.given', { conversation, customer, seq: last, article, abstained })
    watchSilence(work, conversation, last)
    if (spoken.passOn) await passToPerson(work, { conversation, customer, seq })
  },
)

/** Paused between the decision and the words: people take it on (promise 6). */
async function leaveToPeople(
  work: Work<'conversation.passed' | 'place.taken' | 'queue.moved' | 'wait.due'>,
  of: { conversation: string; customer: string; seq: number },
): Promise<void> {
  await lockTimeline(work.db, work.account, of.customer)
  await passIfStranded(work, of)
}

/** Never over newer words of the customer: they are answered by their own turn, or are a request for a person. */
function maySpeak(standing: Standing, seq: number): boolean {
  const { closed, asked, vulnerable, paused, heldByPerson, lastCustomerSeq } = standing
  return !closed && !asked && !vulnerable && !paused && !heldByPerson && lastCustomerSeq === seq
}

interface TurnFacts {
  conversation: string
  customer: string
  seq: number
  waiting: boolean
  house: Account
  language: Language
  standing: Standing
}

async function findTurn(work: Work<never>, facts: TurnFacts): Promise<Turn> {
  const { db, account, now } = work
  const { conversation, customer, seq, waiting, house, language, standing } = facts
  const text = await findText(db, account, customer, seq)
  const reading = await findReading(db, account, customer, seq)
  const aside = reading?.aside ?? null
  const isSmallTalk = aside !== null || reading?.intent.is === 'greeting'
  const answers = !isSmallTalk && !(waiting && (await isCompanyOnly(db, account, conversation)))
  const { isIn, opensAt } = await findWhetherIn(db, account, now, await findLanguageSkill(db, account, conversation))
  const ahead = waiting ? await aheadOf(db, account, conversation, now) : null
  return {
    first: !standing.spokeBefore,
    company: house.name,
    assistant: ownNameOf(house),
    waiting,
    ahead,
    range: ahead === null ? null : await rangeOf(db, account, conversation, now),
    teamIsIn: isIn,
    opensAt: opensAt && whenWords(opensAt, language, house.timeZone),
    answer: answers ? await findNewAnswer(work, conversation, text, language) : nothingFound,
    intent: standing.intent,
    aside,
    frustrated: reading?.mood.is.frustrated ?? false,
    orderKnown: standing.orderKnown,
    orderAsked: standing.codesSaid.includes('ask-order'),
    goalAsked: standing.codesSaid.includes('ask-goal'),
  }
}

const nothingFound: Answer = { kind: 'none', because: 'nothing-found', confidence: 0, near: [] }

/** Nobody is told the same twice: an answer that did not help the first time is none. */
async function findNewAnswer({ db, account }: Work<never>, conversation: string, text: string, language: Language): Promise<Answer> {
  const answer = await findAnswer(db, account, text, language)
  return answer.kind === 'answer' && (await hasSaid(db, account, conversation, answer.text)) ? nothingFound : answer
}

/** Writes the bubbles; gives back the number of the last one. */
async function speak(
  work: Work<'reply.written'>,
  to: { conversation: string; customer: string; language: Language; house: Account },
  spoken: Spoken,
): Promise<number> {
  const { conversation, customer, language } = to
  let last = 0
  for (const { says, answer } of spoken.bubbles) {
    const joint = language === 'zh' ? '' : ' '
    const text = says.map((one) => sentence(language, one, answer?.text)).join(joint)
    const code = answer ? 'answer' : (says.at(-1)?.code ?? 'hello')
    const sources = answer ? [{ article: answer.article, title: answer.title }] : []
    const written = await write(work.db, {
      account: work.account,
      customer,
      conversation,
      author: 'assistant',
      text,
      language,
      sources,
      reason: { code, numbers: {} },
      asksWhetherSolved: answer !== null,
    })
    work.tell('reply.written', { conversation, customer, seq: written.seq, by: 'assistant', person: null })
    last = written.seq
  }
  return last
}

function sentence(language: Language, one: Say, answer: string | undefined): string {
  return one.code === 'answer' ? (answer ?? '') : say(language, `assistant:${one.code}`, one.numbers)
}

function whenWords(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone }).format(at)
}

type Judging =
  | 'help.judged'
  | 'conversation.closed'
  | 'claim.ended'
  | 'place.left'
  | 'queue.moved'
  | 'reply.written'
  | 'place.taken'
  | 'wait.due'
  | 'silence.due'
  | 'conversation.passed'

/** The customer says whether an answer solved it. Yes closes the matter by their own word; no brings a person. */
export async function judge(work: Work<Judging>, customer: string, seq: number, solved: boolean): Promise<void> {
  const { db, account } = work
  // Locked before anything is looked at: a person may be taking over in this moment.
  await lockTimeline(db, account, customer)
  const help = (await findHelp(db, account, customer, seq)) ?? refuse('not-found')
  if (!(await saveJudgement(db, account, customer, seq, solved))) return
  const { conversation } = help
  work.tell('help.judged', { conversation, customer, seq, solved })
  const standing = await findStanding(db, account, conversation)
  if (!standing || standing.closed || standing.heldByPerson) return
  const language = await languageFor(db, account, conversation)
  const mayAnswer = !standing.asked && !standing.vulnerable && !standing.paused
  if (mayAnswer) {
    const code = solved ? 'solved-yes' : 'solved-no'
    const written = await write(db, {
      account,
      customer,
      conversation,
      author: 'assistant',
      language,
      text: say(language, `assistant:${code}`),
      reason: { code, numbers: {} },
    })
    work.tell('reply.written', { conversation, customer, seq: written.seq, by: 'assistant', person: null })
  }
  if (!solved) return passToPerson(work, { conversation, customer, seq: help.answersSeq })
  await leave(work, conversation, 'solved')
  await close(work, { conversation, by: 'customer', person: null, resolved: true, reason: 'solved' })
}
