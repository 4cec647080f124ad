import { listHeldBy } from '../conversations/holder.ts'
import { action } from '../platform/events.ts'
import { giveBack } from './actions.ts'

/** Somebody left the team: whom they served goes back to the same place, and on to the next (promises 2 and 6). */
export const putDown = action<
  'person.removed',
  ['claim.ended', 'claim.opened', 'claim.due', 'place.served', 'place.taken', 'queue.moved', 'reply.written']
>(
  'queue.putDown',
  ['claim.ended', 'claim.opened', 'claim.due', 'place.served', 'place.taken', 'queue.moved', 'reply.written'],
  async (work, { person }) => {
    for (const conversation of await listHeldBy(work.db, work.account, person)) await giveBack(work, conversation, person, { person: null })
  },
  'urgent',
)
