import { outcomeOf, settlesAfterDays } from '../../core/learning/outcome.ts'
import { refuse } from '../platform/errors.ts'
import { action, type Work } from '../platform/events.ts'
import { changePolicy } from '../routing/actions.ts'
import { adoptOutcome } from '../routing/assignments.ts'
import { findPolicy, lockPolicy } from '../routing/store.ts'
import { countApprovers } from '../team/store.ts'
import { listUnsettled, saveOutcome } from './store.ts'

const dayMilliseconds = 86_400_000

/** Row 9: what comes of a matter is known only when the customer has had time to come back with it. */
export const watch = action<'conversation.closed', ['outcome.due']>('learning.watch', ['outcome.due'], async (work, { conversation }) => {
  // A minute later than the last moment that counts.
  work.tellAt(new Date(work.now.getTime() + settlesAfterDays * dayMilliseconds + 60_000), 'outcome.due', { conversation })
})

export const settle = action<'outcome.due', ['outcome.known']>('learning.settle', ['outcome.known'], async (work, { conversation }) => {
  await settleAll(work, conversation)
})

/** Notes what became of matters that are old enough, each once, and hands it back to matching; null: of all conversations. */
export async function settleAll(work: Work<'outcome.known'>, conversation: string | null): Promise<void> {
  const { db, account } = work
  for (const unsettled of await listUnsettled(db, account, conversation)) {
    const outcome = outcomeOf(unsettled)
    if (!outcome || !(await saveOutcome(db, account, unsettled, outcome))) continue
    const { person, intent, language } = unsettled
    await adoptOutcome(db, account, { person, intent, language, resolved: outcome.resolved })
    work.tell('outcome.known', { conversation: unsettled.conversation, person, ...outcome })
  }
}

/**
 * Rows 9, 40: off at once, as with every switch that takes a decision from the machine. On again lets it decide, so somebody else approves
 * a draft, where there is anybody else. Each is a new version of the policy.
 */
export async function switchLearning(work: Work<'policy.changed' | 'policy.replaced'>, learns: boolean, person: string | null): Promise<void> {
  const { db, account } = work
  await lockPolicy(db, account)
  const { policy } = await findPolicy(db, account)
  if ((policy.matchingLearns !== false) === learns) return
  if (learns && (await countApprovers(db, account, person)) > 0) refuse('second-person')
  const { version: _, ...numbers } = policy
  await changePolicy(work, { ...numbers, matchingLearns: learns }, person)
}
