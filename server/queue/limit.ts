import { action } from '../platform/events.ts'
import { findWait } from './store.ts'

/** The clock: a demand of this customer is given up now, or they have waited to the limit and stand in front from here on (bounded wait). */
export const checkWait = action<'wait.due', ['wait.overrun', 'wait.eased']>(
  'queue.checkWait',
  ['wait.overrun', 'wait.eased'],
  async (work, { conversation }) => {
    const wait = await findWait(work.db, work.account, conversation)
    if (wait) work.tell(wait.isOver ? 'wait.overrun' : 'wait.eased', { conversation })
  },
)
