import type { Events } from '../../contract/events.ts'
import { findState } from '../conversations/state.ts'
import type { Db } from '../platform/db.ts'
import { action } from '../platform/events.ts'
import { findCard } from './card.ts'
import { findAge, findHandover, saveHandover } from './store.ts'

type Cause = 'conversation.routed' | 'conversation.passed' | 'claim.opened' | 'matter.corrected'

/** Row 12: everything is at hand within two seconds when a person shall take over, and anew when one does or says what it is about. */
export const prepare = action<Cause, ['handover.prepared']>('assist.prepare', ['handover.prepared'], async (work, facts, { at }) => {
  const { db, account } = work
  const { conversation } = facts
  const state = await findState(db, account, conversation)
  if (!state || state.closedAt) return
  if (!isForPerson(facts) && !(await isPrepared(facts, db, account))) return

  const card = await findCard(db, account, conversation)
  if (!card) return

  if (await saveHandover(db, account, card)) work.tell('handover.prepared', { conversation, milliseconds: await findAge(db, at) })
})

function isForPerson(facts: Events[Cause]): boolean {
  if ('holder' in facts) return facts.holder === 'person'
  return 'to' in facts && facts.to !== 'assistant'
}

/** A corrected matter makes no card, it puts one right. */
async function isPrepared(facts: Events[Cause], db: Db, account: string): Promise<boolean> {
  return 'intent' in facts && (await findHandover(db, account, facts.conversation)) !== undefined
}
