import { callbackDue } from '../../core/queue/place.ts'
import { relaxesAfter } from '../../core/team/capacity.ts'
import { action } from '../platform/events.ts'
import { findWait, findWaitLimit, shortenLimits } from './store.ts'

/** The clock: a demand of this customer is given up now, or they have waited to the limit and stand in front from here on (bounded wait). */
export const checkWait = action<'wait.due', ['wait.overrun', 'wait.eased']>(
  'queue.checkWait',
  ['wait.overrun', 'wait.eased'],
  async (work, { conversation }) => {
    const wait = await findWait(work.db, work.account, conversation)
    if (wait) work.tell(wait.isOver ? 'wait.overrun' : 'wait.eased', { conversation })
  },
)

/**
 * The owner's limit became shorter: it holds for whoever waits already, and their clocks are set anew; what has come by now comes at once.
 * A longer one is for those who come next: who waits was promised the shorter.
 */
export const renewLimits = action<'policy.changed', ['wait.due']>('queue.renewLimits', ['wait.due'], async (work) => {
  const { db, account, now } = work
  const limitMinutes = await findWaitLimit(db, account)
  for (const { conversation, since } of await shortenLimits(db, account, { limitMinutes, but: callbackDue })) {
    const due = [...relaxesAfter(limitMinutes), limitMinutes].map((minutes) => since.getTime() + minutes * 60_000)
    const past = due.filter((at) => at <= now.getTime())
    for (const at of [...past.slice(-1), ...due.slice(past.length)]) work.tellAt(new Date(Math.max(at, now.getTime())), 'wait.due', { conversation })
  }
})
