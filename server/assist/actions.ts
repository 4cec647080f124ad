import type { Events } from '../../contract/events.ts'
import { findState } from '../conversations/state.ts'
import { action } from '../platform/events.ts'
import { findCard } from './card.ts'
import { findAge, saveHandover } from './store.ts'

type Facts = Events['conversation.routed'] | Events['conversation.passed'] | Events['claim.opened']

/** Row 12: everything is at hand within two seconds when a person shall take over, and anew when one does. */
export const prepare = action<'conversation.routed' | 'conversation.passed' | 'claim.opened', ['handover.prepared']>(
  'assist.prepare',
  ['handover.prepared'],
  async (work, facts, { at }) => {
    const { db, account } = work
    const { conversation } = facts
    const state = await findState(db, account, conversation)
    if (!isForPerson(facts) || !state || state.closedAt) return

    const card = await findCard(db, account, conversation)
    if (!card) return

    if (await saveHandover(db, account, card)) work.tell('handover.prepared', { conversation, milliseconds: await findAge(db, at) })
  },
)

const isForPerson = (facts: Facts) => ('holder' in facts ? facts.holder === 'person' : facts.to !== 'assistant')
