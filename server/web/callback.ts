import type { z } from 'zod'
import type { CallbackSlots, CallbackWish } from '../../contract/channels.ts'
import { writeSystemLine } from '../conversations/actions.ts'
import { findNewest } from '../conversations/state.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { saveContact } from '../queue/callback-store.ts'
import { agreeCallback, findSlots } from '../queue/callbacks.ts'

/** The times that this customer may choose from, as things stand now. */
export async function listSlots(db: Db, account: string, customer: string): Promise<z.infer<typeof CallbackSlots>> {
  const newest = await findNewest(db, account, customer)
  const free = await findSlots(db, account, newest?.closedAt ? null : (newest?.id ?? null), new Date())
  return { slots: free.map(({ at }) => ({ at: new Date(at).toISOString() })) }
}

/** A time that was offered, or an address for when somebody is in. */
export async function wishCallback(
  work: Work<'callback.agreed' | 'callback.due' | 'queue.moved' | 'reply.written'>,
  customer: string,
  { at, email = null, phone = null }: Partial<Record<keyof z.infer<typeof CallbackWish>, string | null | undefined>>,
): Promise<void> {
  const { db, account } = work
  const conversation = ((await findNewest(db, account, customer)) ?? refuse('not-found')).id
  if (at) return agreeCallback(work, { conversation, at: new Date(at), email, phone })
  const contact = email ?? phone ?? refuse('bad-input', [{ path: 'email', message: 'give an e-mail address or a phone number' }])
  await lockTimeline(db, account, customer)
  await saveContact(db, account, { conversation, customer, email, phone })
  await writeSystemLine(work, { conversation, customer, code: 'callback-noted', numbers: { contact } })
}
