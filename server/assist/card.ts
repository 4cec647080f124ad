import type { HandoverCard } from '../../contract/assist.ts'
import { composeHandover, type Handover } from '../../core/assist/handover.ts'
import { findMatter } from '../../core/assist/matter.ts'
import { toLanguage } from '../../core/language.ts'
import { listOrders } from '../customers/orders.ts'
import { search } from '../knowledge/search.ts'
import { findAccount } from '../platform/accounts.ts'
import type { Db } from '../platform/db.ts'
import { findStake } from '../value/store.ts'
import { findDecision, findNote, findSubject, listHelp, listSaid, listTold } from './store.ts'

const mostArticles = 3

/** The card as it stands now; undefined when there is no such conversation. */
export async function findCard(db: Db, account: string, conversation: string): Promise<HandoverCard | undefined> {
  const subject = await findSubject(db, account, conversation)
  if (!subject) return undefined
  const { customer, name, verified, sinceYear, language, intent, confidence, now } = subject
  const orders = await listOrders(db, account, customer)
  const said = await listSaid(db, account, conversation)
  const matter = findMatter(said)
  const handover = composeHandover({
    now: now.getTime(),
    decision: await findDecision(db, account, conversation),
    customer: { name, verified, sinceYear, language, orders: orders.length },
    intent: { is: intent, confidence },
    said,
    matter,
    orders: orders.map(({ number, status, at, totalCents, items }) => ({ number, status, at: at.getTime(), cents: totalCents, items })),
    help: await listHelp(db, account, conversation),
    callback: subject.callbackTo && subject.callbackAt ? { contact: subject.callbackTo, at: subject.callbackAt.getTime() } : null,
    wait: subject.waitedSince && { since: subject.waitedSince.getTime(), until: subject.waitedUntil?.getTime() ?? null },
    told: await listTold(db, account, conversation),
    stake: (await findStake(db, account, conversation)) ?? null,
    articles: matter.quote === null ? [] : await listArticles(db, account, matter.quote, language),
  })
  return { conversation, preparedAt: now.toISOString(), ...toCard(handover), note: (await findNote(db, account, conversation)) ?? null }
}

async function listArticles(db: Db, account: string, query: string, language: string | null) {
  const spoken = toLanguage(language) ?? (await findAccount(db, account)).language
  const hits = await search(db, account, query, { language: spoken, limit: mostArticles })
  return hits.map(({ passage }) => ({ id: passage.article, title: passage.title, text: passage.text }))
}

/** Times as the contract writes them, money in the major unit. */
function toCard(handover: Handover): Omit<HandoverCard, 'conversation' | 'preparedAt' | 'note'> {
  const { order } = handover
  return {
    ...handover,
    order: order && {
      number: order.number,
      status: order.status,
      at: iso(order),
      total: order.cents / 100,
      items: order.items.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)).join(', '),
    },
    tried: handover.tried.map((one) => ({ ...one, at: iso(one) })),
    promises: handover.promises.map((one) => ({ ...one, at: iso(one) })),
    moods: handover.moods.map((one) => ({ ...one, at: iso(one) })),
    places: handover.places.map((one) => ({ ...one, at: iso(one) })),
  }
}

const iso = ({ at }: { at: number }) => new Date(at).toISOString()
