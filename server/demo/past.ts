import { type Chance, chance as seeded } from '../../core/chance.ts'
import type { Language } from '../../core/language.ts'
import { readMessage } from '../../core/understanding/read.ts'
import { defaultEconomics, meanEconomics } from '../../core/value/defaults.ts'
import { realise, writeOff } from '../../core/value/ledger.ts'
import type { CustomerWorth } from '../../core/value/stake.ts'
import { listWorths } from '../customers/worth.ts'
import { findAnswer } from '../knowledge/search.ts'
import type { Work } from '../platform/events.ts'
import { startPolicy } from '../routing/store.ts'
import { findModel } from '../understanding/store.ts'
import { weights } from '../understanding/weights.ts'
import type { Content } from './content.ts'
import { type Told, tellStory } from './course.ts'
import { makeOrder, type SeededCustomer, type SeededOrder } from './customers.ts'
import { happens, weighted } from './draw.ts'
import { arrivals, historyDays } from './hours.ts'
import { intents, intentWeights, languageWeights, windowDays } from './matters.ts'
import type { Colleague } from './people.ts'
import type { Beginning, Past } from './plot.ts'
import { makeRoster, type Roster } from './roster.ts'
import { drawNumbers, saveLastSeqs, saveRows } from './store.ts'
import { noRows, type Rows, tables, time } from './tale.ts'

export interface PastOf {
  customers: SeededCustomer[]
  team: Colleague[]
  content: Record<Language, Content>
  company: string
  many: number
  now: number
}

const hour = 3_600_000
const day = 24 * hour

/** The closed conversations of the last two weeks, told by the rules of today; gives back how many. */
export async function seedPast(work: Work<'value.due'>, of: PastOf): Promise<number> {
  const { db, account } = work
  const chance = seeded(1407)
  const past = await makePast(work, of, chance)
  const worths = await listWorths(
    db,
    account,
    of.customers.map((one) => one.id),
    new Date(of.now),
  )
  const chronicle = makeChronicle(of, worths)
  const rows = noRows()
  const bought: SeededOrder[] = []

  for (const at of arrivals(chance, of.many, of.now)) {
    const begin = chronicle.next(past, at)
    if (!begin) continue
    const told = await tellStory(past, begin)
    // What would still be going on now, or was written at night and waits for the morning, is left out.
    const open = told.endedAt > of.now - 2 * 60_000 || told.tale.rows.decisions.some((decision) => decision['decided'] === 'callback')
    if (open) continue
    told.take()
    chronicle.note(begin, told)
    const order = buys(past, begin, told)
    if (order) bought.push(order)
    for (const table of tables) rows[table].push(...told.tale.rows[table])
  }
  rows.events.push(...presenceOf(past.roster, of.now))
  await saveBought(work, of.customers, bought)
  await savePast(work, rows)
  await saveLastSeqs(db, account, chronicle.lastSeqs)
  return rows.conversations.length
}

async function makePast({ db, account }: Work<never>, of: PastOf, chance: Chance): Promise<Past> {
  const known = intents.map((intent) => defaultEconomics(intent))
  const mean = meanEconomics(known.map((economics) => ({ economics, weight: 1 })))
  const model = await findModel(db, account)
  return {
    chance,
    content: of.content,
    company: of.company,
    now: of.now,
    roster: makeRoster(chance, of.team, of.now - 3 * hour),
    read: remembered((text, before, hint) => readMessage(text, { weights, model, before, hint })),
    economicsOf: (intent) => ({ economics: known.find((one) => one.intent === intent) ?? mean, mean }),
    policy: startPolicy,
    findAnswer: remembered((text, language) => findAnswer(db, account, text, language)),
  }
}

/** Customers say the same things: what was made of them once need not be worked out again. */
function remembered<Arguments extends (string | null)[], Result>(work: (...of: Arguments) => Result): (...of: Arguments) => Result {
  const known = new Map<string, Result>()
  return (...of) => {
    const key = JSON.stringify(of)
    const before = known.get(key)
    if (before !== undefined) return before
    const result = work(...of)
    known.set(key, result)
    return result
  }
}

interface Chronicle {
  next: (past: Past, at: number) => Beginning | undefined
  note: (begin: Beginning, told: Told) => void
  lastSeqs: Map<string, number>
}

/** Who wrote when about what: nobody about a new matter within a day of the one before. */
function makeChronicle(of: PastOf, worths: Omit<CustomerWorth, 'repeats'>[]): Chronicle {
  const worthOf = new Map(of.customers.map((customer, index) => [customer.id, worths[index]]))
  const byLanguage = Map.groupBy(of.customers, (customer) => customer.language)
  const endedAt = new Map<string, number>()
  const lastSeqs = new Map<string, number>()
  const brought = new Map<string, number>()

  return {
    lastSeqs,
    next: ({ chance }, at) => {
      const language = weighted(
        chance,
        languageWeights.filter(([one]) => byLanguage.has(one)),
      )
      const intent = weighted(chance, intentWeights)
      const openings = of.content[language].openings.filter((one) => one.intent === intent)
      const free = (byLanguage.get(language) ?? []).filter((one) => at - (endedAt.get(one.id) ?? 0) > day && Date.parse(one.since) < at)
      const fitting = free.filter((one) => (intent === 'business-order') === (one.segment === 'business'))
      if (openings.length === 0 || free.length === 0) return undefined
      const customer = chance.pick(fitting.length > 0 ? fitting : free)
      const worth = worthOf.get(customer.id)
      if (!worth) return undefined
      const wants = happens(chance, 0.06)
      const text = withOwnOrder(wants ? chance.pick(of.content[language].wants) : chance.pick(openings).text, customer, at)
      const repeats = (read: string | null) => brought.get(`${customer.id} ${read}`) ?? 0
      return { customer, worth, at, text, intent, repeats, lastSeq: lastSeqs.get(customer.id) ?? 0 }
    },
    note: ({ customer }, { tale, intent, endedAt: end }) => {
      endedAt.set(customer.id, end)
      lastSeqs.set(customer.id, tale.lastSeq())
      const key = `${customer.id} ${intent}`
      brought.set(key, (brought.get(key) ?? 0) + 1)
    },
  }
}

/** The order that is spoken of is the customer's own. */
function withOwnOrder(text: string, customer: SeededCustomer, at: number): string {
  const order = customer.orders.filter((one) => Date.parse(one.at) < at).toSorted((a, b) => b.at.localeCompare(a.at))[0]
  return order ? text.replace(/RK-\d{5}/, order.number) : text
}

/** Some buy afterwards; what a person did about it is credited with the margin, within the window. */
function buys({ chance, economicsOf, now }: Past, { customer }: Beginning, told: Told): SeededOrder | undefined {
  const { economics } = economicsOf(told.intent)
  const share = (told.byPerson ? economics.buysWithPerson : economics.buysWithAssistant).value
  if (!happens(chance, share)) return undefined
  const at = told.endedAt + 5 * 60_000 + chance.next() * 18 * hour
  if (at > now - 60_000) return undefined
  const order = makeOrder(chance, { customer: customer.id, business: customer.segment === 'business', at, now })
  const { expected, tale } = told
  if (expected) {
    const entry = realise(expected, Math.round(order.total_cents * order.margin_share), 'purchase-within-window', { windowDays })
    tale.book(at, entry, null, `bought:${order.id}`)
    const settled = tale.rows.ledger.reduce((sum, one) => sum + (one['settles'] === expected.id ? Number(one['cents']) : 0), 0)
    const surplus = settled > expected.cents ? writeOff(expected, settled, 'more-than-expected') : null
    if (surplus) tale.book(at, surplus, null, `surplus:${expected.id}`)
  }
  tale.event(at, 'customer.bought', { customer: customer.id, order: order.id, total: order.total_cents / 100 })
  return order
}

/** Who was on when, told as people tell it by their consoles: a replay of the past asks for it. */
function presenceOf(roster: Roster, now: number): Rows['events'] {
  const told = (at: number, person: string, presence: 'on' | 'off') => ({
    name: 'presence.changed',
    subject: person,
    facts: { person, presence },
    at: time(at),
  })
  return roster
    .shiftsFrom(now - (historyDays + 1) * day)
    .flatMap(({ person, from, to }) => [told(from, person, 'on'), ...(to === null ? [] : [told(to, person, 'off')])])
}

async function saveBought({ db, account }: Work<never>, customers: SeededCustomer[], bought: SeededOrder[]): Promise<void> {
  const before = customers.reduce((total, customer) => total + customer.orders.length, 0)
  for (const [index, order] of bought.toSorted((a, b) => a.at.localeCompare(b.at)).entries()) order.number = `RK-${20_001 + before + index}`
  await saveRows(db, account, 'orders', bought)
}

/** Brings all rows in; what is still expected is written off when its window has passed, as everywhere. */
async function savePast(work: Work<'value.due'>, rows: Rows): Promise<void> {
  const { db, account } = work
  const numbers = await drawNumbers(db, rows.conversations.length * 2)
  const placeNumbers = new Map<unknown, number>()
  for (const [index, conversation] of rows.conversations.entries()) {
    conversation['number'] = numbers[index * 2] ?? 0
    conversation['place_number'] = numbers[index * 2 + 1] ?? 0
    placeNumbers.set(conversation['id'], numbers[index * 2 + 1] ?? 0)
  }
  for (const place of rows.places) place['number'] = placeNumbers.get(place['conversation'])
  rows.events.sort((a, b) => String(a['at']).localeCompare(String(b['at'])))
  for (const table of tables) await saveRows(db, account, table, rows[table])
  for (const entry of openEntries(rows))
    work.tellAt(new Date(Date.parse(String(entry['at'])) + windowDays * day), 'value.due', {
      conversation: String(entry['conversation']),
      entry: String(entry['once']).replace('expected:', ''),
    })
}

function openEntries({ ledger }: Rows) {
  const settled = new Map<unknown, number>()
  for (const entry of ledger) settled.set(entry['settles'], (settled.get(entry['settles']) ?? 0) + Number(entry['cents']))
  return ledger.filter((entry) => entry['kind'] === 'expected' && settled.get(entry['id']) !== Number(entry['cents']))
}
