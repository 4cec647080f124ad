import { currencyOf } from '../platform/accounts.ts'
import type { Work } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import type { Collected } from './collected.ts'
import { type MergeTells, merge } from './merge.ts'
import { readOrder } from './order-events.ts'
import { saveOrder } from './orders.ts'
import {
  findByAnonymousId,
  findByExternalId,
  findIdentity,
  findOrMakeByAnonymousId,
  findOrMakeByExternalId,
  isTracked,
  saveAnonymousId,
  saveExternalId,
  saveTracked,
  saveTraits,
  saveVerified,
  waitForOtherBatches,
} from './store.ts'
import { readTraits } from './traits.ts'

export interface Identification {
  /** Id of the customer in the owner's own system. */
  userId: string
  /** The customer as whom this browser was known until now. */
  anonymous: string | null
  /** The owner's server signed the id. Without it nobody gets to see another timeline, nor can somebody claim an id for theirs. */
  verified: boolean
  traits: Record<string, unknown>
  source: string
  at: Date
}

/**
 * Row 1: an anonymous visitor becomes a known customer, and what was said before stays in one timeline.
 * Gives back who it is now; a visitor that was not moved along (someone else signed in on the same browser) is the caller's to move.
 */
export async function identify(work: Work<'customer.identified' | MergeTells>, said: Identification): Promise<string> {
  const { db, account } = work
  const customer = await join(work, said)
  await saveTraits(db, account, customer, readTraits(said.traits), said)
  if (said.verified) await saveVerified(db, account, customer)
  const before = said.anonymous !== customer && said.anonymous
  work.tell('customer.identified', { customer, userId: said.userId, ...(before && { before }) })
  return customer
}

async function join(work: Work<MergeTells>, { userId, anonymous, verified }: Identification): Promise<string> {
  const { db, account } = work
  const known = await findByExternalId(db, account, userId)
  if (anonymous === null || anonymous === known) return known ?? findOrMakeByExternalId(db, account, userId)
  const before = await findIdentity(db, account, anonymous)
  const isFree = before !== undefined && before.externalId === null
  const showsNothing = before?.visitors === 0 && before.messages === 0
  if (!isFree || !(verified || showsNothing)) return known ?? findOrMakeByExternalId(db, account, userId)
  if (known === undefined) {
    await saveExternalId(db, account, anonymous, userId)
    return anonymous
  }
  await merge(work, { from: anonymous, into: known })
  return known
}

/** Row 19: stores events once each by their message id; a batch is stored as a whole or not at all. */
export async function collect(
  work: Work<'customer.identified' | 'customer.tracked' | 'customer.bought' | MergeTells>,
  events: Collected[],
): Promise<{ stored: number; repeated: number }> {
  if (events.length > 1) await waitForOtherBatches(work.db, work.account)
  let stored = 0
  for (const event of events) if (await collectOne(work, event)) stored += 1
  return { stored, repeated: events.length - stored }
}

async function collectOne(
  work: Work<'customer.identified' | 'customer.tracked' | 'customer.bought' | MergeTells>,
  event: Collected,
): Promise<boolean> {
  const { db, account, now } = work
  const messageId = event.messageId ?? newId()
  if (await isTracked(db, account, messageId)) return false
  // A browser's clock may be ahead; nothing happens in the future.
  const at = event.at && event.at < now ? event.at : now
  const customer = await customerOf(work, event, at)
  if (!(await saveTracked(db, account, { ...event, customer, messageId, at }))) return false
  if (event.kind === 'identify' && event.userId === null)
    await saveTraits(db, account, customer, readTraits(event.properties), { source: event.source, at })
  if (event.kind === 'track') await buy(work, customer, event, at)
  work.tell('customer.tracked', { customer, name: event.name })
  return true
}

async function customerOf(work: Work<'customer.identified' | MergeTells>, event: Collected, at: Date): Promise<string> {
  const { db, account } = work
  const { userId, anonymousId, source } = event
  if (userId === null) return findOrMakeByAnonymousId(db, account, anonymousId ?? '')
  const anonymous = anonymousId === null ? undefined : await findByAnonymousId(db, account, anonymousId)
  const customer =
    event.kind === 'identify'
      ? await identify(work, { userId, anonymous: anonymous ?? null, verified: false, traits: event.properties, source, at })
      : await findOrMakeByExternalId(db, account, userId)
  if (anonymousId !== null) await saveAnonymousId(db, account, anonymousId, customer)
  return customer
}

async function buy(work: Work<'customer.bought'>, customer: string, event: Collected, at: Date): Promise<void> {
  const { db, account } = work
  const facts = readOrder(event.name, event.properties, await currencyOf(db, account))
  if (!facts) return
  const order = await saveOrder(db, account, customer, facts, at)
  if (order?.made) work.tell('customer.bought', { customer, order: order.id, total: order.totalCents / 100 })
}
