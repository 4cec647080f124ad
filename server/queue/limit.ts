import { isDeepStrictEqual } from 'node:util'
import { callbackDue } from '../../core/queue/place.ts'
import { relaxesAfter } from '../../core/team/capacity.ts'
import { action } from '../platform/events.ts'
import { findWait, listLimits, listRelaxing, shortenLimits } from './limit-store.ts'

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
 * A longer one is for those who come next: who waits was promised the shorter. Other steps for skill and language hold for all at once.
 */
export const renewLimits = action<'policy.changed', ['wait.due']>('queue.renewLimits', ['wait.due'], async (work) => {
  const { db, account, now } = work
  const [relaxing, before] = await listRelaxing(db, account)
  const { waitLimitMinutes: limitMinutes } = relaxing
  const shortened = new Set((await shortenLimits(db, account, { limitMinutes, but: callbackDue })).map(({ conversation }) => conversation))
  const hasOtherSteps = before !== undefined && !isDeepStrictEqual(relaxesAfter(relaxing), relaxesAfter(before))
  if (!hasOtherSteps && shortened.size === 0) return
  for (const { conversation, since, limitMinutes: promised } of await listLimits(db, account, callbackDue)) {
    if (!hasOtherSteps && !shortened.has(conversation)) continue
    const due = [...relaxesAfter(relaxing, promised), promised].map((minutes) => since.getTime() + minutes * 60_000)
    const past = due.filter((at) => at <= now.getTime())
    for (const at of [...past.slice(-1), ...due.slice(past.length)]) work.tellAt(new Date(Math.max(at, now.getTime())), 'wait.due', { conversation })
  }
})
