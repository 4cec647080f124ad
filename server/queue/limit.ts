import { action } from '../platform/events.ts'
import { isOverLimit } from './store.ts'

/** The clock: this customer has waited to the limit. From here on they stand in front (bounded wait). */
export const checkWait = action<'wait.due', ['wait.overrun']>('queue.checkWait', ['wait.overrun'], async (work, { conversation }) => {
  if (await isOverLimit(work.db, work.account, conversation)) work.tell('wait.overrun', { conversation })
})
