import { toLanguage } from '../../core/language.ts'
import { intentAfter } from '../../core/understanding/held-intent.ts'
import { noMatter } from '../../core/understanding/intent-limits.ts'
import { detectLanguage } from '../../core/understanding/language.ts'
import { readMessage } from '../../core/understanding/read.ts'
import { findClaim, silenceAssistant } from '../conversations/holder.ts'
import { findState, forgetIntent, markAskedForPerson, saveUnderstood, waitsForPerson } from '../conversations/state.ts'
import { findText, lockTimeline, wasPressed } from '../conversations/timeline.ts'
import { listBoughtNames } from '../customers/orders.ts'
import { findAccount } from '../platform/accounts.ts'
import { action, type Work } from '../platform/events.ts'
import {
  findLanguages,
  findModel,
  findReading,
  type LabelledExample,
  removeAllExamples,
  removeCorrection,
  removeExamples,
  saveExamples,
  saveReading,
} from './store.ts'
import { weights } from './weights.ts'

/** Reads a customer's message. A request for a person is heard here, with nothing else running, before anything else happens (row 4). */
export const read = action<'message.received', ['person.wanted', 'message.understood']>(
  'understanding.read',
  ['person.wanted', 'message.understood'],
  async (work, { conversation, customer, seq }) => {
    const { db, account, now } = work
    const text = await findText(db, account, customer, seq)
    const { timeZone } = await findAccount(db, account)
    const { before, hint } = await findLanguages(db, account, conversation)
    const model = await findModel(db, account)

    const reading = readMessage(text, {
      weights,
      model,
      before: toLanguage(before) ?? null,
      hint: toLanguage(hint) ?? null,
      today: dayIn(timeZone, now),
      products: await listBoughtNames(db, account, customer),
    })

    await lockTimeline(db, account, customer)
    await saveReading(db, account, { customer, seq, conversation }, reading)
    const state = await findState(db, account, conversation)
    const held = intentAfter({ is: state?.intent ?? null, confidence: state?.intentConfidence ?? 0 }, reading)
    await saveUnderstood(db, account, conversation, {
      language: toLanguage(reading.language.is) ?? null,
      intent: held.is,
      confidence: held.confidence,
    })
    const wantsPerson = reading.wantsPerson.is
    // A press of the control was heard when it was stored.
    if (wantsPerson && !(await wasPressed(db, account, customer, seq))) await hearWish(work, { conversation, customer, seq, by: 'words' })
    work.tell('message.understood', { conversation, customer, seq, intent: reading.intent.is, wantsPerson, vulnerable: reading.vulnerable.is })
  },
  'urgent',
)

/** The account's own day (ISO): "tomorrow" is told from it. */
function dayIn(timeZone: string, now: Date): string {
  return now.toLocaleDateString('sv-SE', { timeZone })
}

/** Promise 1: from this transaction on the assistant can write nothing more in this conversation. */
export async function hearWish(
  work: Work<'person.wanted'>,
  wish: { conversation: string; customer: string; seq: number; by: 'words' | 'control' },
): Promise<void> {
  await lockTimeline(work.db, work.account, wish.customer)
  const first = await markAskedForPerson(work.db, work.account, wish.conversation)
  await silenceAssistant(work.db, work.account, wish.conversation)
  const claim = await findClaim(work.db, work.account, wish.conversation)
  const isServed = claim?.holder === 'person' || (await waitsForPerson(work.db, work.account, wish.conversation))
  if (first || !isServed) work.tell('person.wanted', wish)
}

/** The owner replaces the examples of one intent. */
export async function replaceExamples(work: Work<'examples.changed'>, intent: string, texts: string[]): Promise<void> {
  await removeExamples(work.db, work.account, intent)
  await saveExamples(
    work.db,
    work.account,
    texts.map((text) => labelled(intent, text)),
    'owner',
  )
  work.tell('examples.changed', { intent })
}

/** A correction by the team is an example too: it teaches at once, also that a message was about none of the matters. The last word counts. */
export async function correctIntent(
  work: Work<'examples.changed' | 'matter.corrected'>,
  of: { conversation: string; customer: string; seq: number; intent: string | null },
): Promise<void> {
  const { db, account } = work
  const reading = await findReading(db, account, of.customer, of.seq)
  if (!reading) return
  await lockTimeline(db, account, of.customer)
  const corrected = { ...reading, intent: { is: of.intent, confidence: 1, because: [] } }
  await saveReading(db, account, of, corrected)
  if (of.intent) await saveUnderstood(db, account, of.conversation, { language: null, intent: of.intent, confidence: 1 })
  else if (reading.intent.is) await forgetIntent(db, account, of.conversation, reading.intent.is)
  const intent = of.intent ?? noMatter
  const text = await findText(db, account, of.customer, of.seq)
  await removeCorrection(db, account, text)
  await saveExamples(db, account, [labelled(intent, text)], 'correction')
  work.tell('matter.corrected', of)
  work.tell('examples.changed', { intent })
}

/** A whole set takes the place of all examples; the caller has checked it. */
export async function replaceSet(work: Work<'examples.changed'>, examples: readonly LabelledExample[]): Promise<void> {
  await removeAllExamples(work.db, work.account)
  await saveExamples(work.db, work.account, examples, 'import')
  work.tell('examples.changed', { intent: null })
}

/** An example in the language that it is written in. */
export function labelled(intent: string, text: string): LabelledExample {
  return { intent, text, language: toLanguage(detectLanguage(text, weights.language).is) ?? null }
}
