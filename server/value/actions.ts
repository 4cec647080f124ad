import { moodSoFar, showsMood } from '../../core/understanding/mood/trajectory.ts'
import { costEntry, expectedEntry, realise, writeOff } from '../../core/value/ledger.ts'
import { weigh as weighStake } from '../../core/value/weigh.ts'
import { findState } from '../conversations/state.ts'
import { findWorth } from '../customers/worth.ts'
import { action, type Work } from '../platform/events.ts'
import { findReading, listReadings } from '../understanding/store.ts'
import { findEconomics } from './economics.ts'
import { findHandling, type Handling, listBoughtFrom } from './outcomes.ts'
import { book, countRepeats, findStake, listOpen, saveStake } from './store.ts'

/** Row 7: what is at stake in this conversation, weighed anew with every message. */
export const weigh = action<'message.understood', ['stake.weighed']>(
  'value.weigh',
  ['stake.weighed'],
  async (work, { conversation, customer, seq }) => {
    const { db, account, now } = work
    const reading = await findReading(db, account, customer, seq)
    const state = await findState(db, account, conversation)
    if (!reading || !state) return
    const { economics, mean } = await findEconomics(db, account, state.intent)
    const worth = await findWorth(db, account, customer, now)
    const repeats = await countRepeats(db, account, conversation)
    const readings = await listReadings(db, account, { conversation, upTo: seq })

    const moods = readings.filter(showsMood).map((one) => one.mood.is)
    const mood = moodSoFar(moods.slice(0, -1), moods.at(-1) ?? reading.mood.is)
    const intentConfidence = state.intent === null ? reading.intent.confidence : state.intentConfidence
    const stake = weighStake({ economics, worth: { ...worth, repeats }, mood, intentConfidence, meanEconomics: mean })

    await saveStake(db, account, { conversation, customer, seq }, stake)
    work.tell('stake.weighed', { conversation, customer, seq })
  },
)

/** How long an expectation may take to come true (the attribution window); then what is open is written off. */
const windowDays = 14

/** Row 36: each decision books what it is expected to bring over the assistant alone. */
export const bookExpected = action<'conversation.routed' | 'conversation.passed', ['value.booked', 'value.due']>(
  'value.bookExpected',
  ['value.booked', 'value.due'],
  async (work, { conversation, decision, to }) => {
    const { db, account, now } = work
    const stake = await findStake(db, account, conversation)
    if (!stake) return
    const open = await listOpen(db, account, conversation)
    if (open.length > 0) return
    const money = to === 'assistant' ? 0 : Math.max(0, stake.uplift)
    const rule = to === 'assistant' ? 'assistant-adds-nothing-over-itself' : 'uplift-of-a-person'
    const entry = expectedEntry(money, rule, { uplift: stake.uplift, atRisk: stake.atRisk, toGain: stake.toGain })
    if (entry.cents === 0) return
    const booked = await book(db, account, { ...entry, conversation, decision: to, once: `expected:${decision}` })
    if (!booked) return
    work.tell('value.booked', { conversation, kind: 'expected', cents: entry.cents })
    work.tellAt(new Date(now.getTime() + windowDays * 86_400_000), 'value.due', { conversation, entry: decision })
  },
)

/** What a contact of the assistant costs, in the account's currency: self-service costs 0.10 a contact (Gartner 2019). */
const assistantContact = 0.1

/** Books what was spent, and what is known of the outcome when the matter is closed: the customer stays, as far as they said so. */
export const bookOutcome = action<'conversation.closed', ['value.booked']>(
  'value.bookOutcome',
  ['value.booked'],
  async (work, { conversation, resolved, by }) => {
    const handling = await findHandling(work.db, work.account, conversation)
    await bookCost(work, conversation, handling)
    if (!handling.personServed) return settleAsLost(work, conversation, 'no-person-served')
    if (resolved === true) return settleResolved(work, conversation, by === 'customer' ? 'customer-said-solved' : 'person-said-solved')
    if (resolved === false) return settleAsLost(work, conversation, 'not-solved')
  },
)

/** A purchase within the window realises the gain side: the margin of the order, credited to the newest conversation before it. */
export const bookPurchase = action<'customer.bought', ['value.booked']>('value.bookPurchase', ['value.booked'], async (work, { customer, order }) => {
  const { db, account } = work
  const bought = await listBoughtFrom(db, account, customer, order, windowDays)
  if (!bought) return
  const [open] = await listOpen(db, account, bought.conversation)
  if (!open) return
  const isNew = await bookSettling(work, bought.conversation, {
    ...realise(open, bought.marginCents, 'purchase-within-window', { windowDays }),
    once: `bought:${order}`,
  })
  if (!isNew) return
  // More came true than was expected: nothing of it is open any more.
  const settled = open.settled + bought.marginCents
  const surplus = settled > open.cents ? writeOff(open, settled, 'more-than-expected') : null
  if (surplus) await bookSettling(work, bought.conversation, { ...surplus, once: `surplus:${open.id}` })
})

/** The window has passed: what did not come true is written off. */
export const writeOffOld = action<'value.due', ['value.booked']>('value.writeOffOld', ['value.booked'], async (work, { conversation, entry }) => {
  await settleAsLost(work, conversation, 'window-passed', `expected:${entry}`)
})

async function bookCost(work: Work<'value.booked'>, conversation: string, handling: Handling): Promise<void> {
  const entries = [
    { ...costEntry(handling.personMinutes, handling.costOfMinute, 'minutes-of-a-person'), once: `cost-person:${handling.closure}` },
    { ...costEntry(handling.assistantSpoke ? 1 : 0, assistantContact, 'contact-of-the-assistant'), once: `cost-assistant:${handling.closure}` },
  ]
  for (const entry of entries.filter(({ cents }) => cents !== 0)) await bookSettling(work, conversation, entry)
}

/** The matter was solved: the risk that a person averts counts as averted, up to what was expected and is still open. */
async function settleResolved(work: Work<'value.booked'>, conversation: string, rule: string): Promise<void> {
  const stake = await findStake(work.db, work.account, conversation)
  for (const open of await listOpen(work.db, work.account, conversation)) {
    const averted = Math.min(open.cents - open.settled, Math.round(Math.max(0, stake?.risk ?? 0) * 100))
    if (averted > 0) await bookSettling(work, conversation, { ...realise(open, averted, rule), once: `solved:${open.id}` })
  }
}

/** Of one expectation alone, or of all that is open. */
async function settleAsLost(work: Work<'value.booked'>, conversation: string, rule: string, only?: string): Promise<void> {
  for (const open of await listOpen(work.db, work.account, conversation)) {
    if (only !== undefined && open.once !== only) continue
    const entry = writeOff(open, open.settled, rule)
    if (entry) await bookSettling(work, conversation, { ...entry, once: `off:${open.id}:${rule}` })
  }
}

async function bookSettling(
  work: Work<'value.booked'>,
  conversation: string,
  entry: ReturnType<typeof realise> & { once: string },
): Promise<boolean> {
  const booked = await book(work.db, work.account, { ...entry, conversation, decision: null })
  if (booked) work.tell('value.booked', { conversation, kind: entry.kind, cents: entry.cents })
  return booked
}
