import { action, type Work } from '../platform/events.ts'
import { endWrapping, findWrapEnd } from './holding-store.ts'
import { saveFree } from './store.ts'

/** "Ready": the person has wrapped up, and has room at once. */
export async function endWrapUp(work: Work<'team.freed'>, person: string): Promise<void> {
  if (await endWrapping(work.db, work.account, person)) await tellFree(work, person)
}

/** Somebody put a conversation down: they have room again, at once or when they have wrapped up. */
export const noteRoom = action<'claim.ended', ['team.freed', 'wrap.due']>(
  'team.noteRoom',
  ['team.freed', 'wrap.due'],
  async (work, { holder, person, claim }) => {
    if (holder !== 'person' || !person) return
    const until = await findWrapEnd(work.db, work.account, claim)
    if (until && until > work.now) work.tellAt(until, 'wrap.due', { person, claim })
    else await tellFree(work, person)
  },
)

/** The clock: the time to wrap up is over. */
export const checkWrapUp = action<'wrap.due', ['team.freed', 'wrap.due']>(
  'team.checkWrapUp',
  ['team.freed', 'wrap.due'],
  async (work, { person, claim }) => {
    const until = await findWrapEnd(work.db, work.account, claim)
    if (until && until > work.now) work.tellAt(until, 'wrap.due', { person, claim })
    else await tellFree(work, person)
  },
)

async function tellFree(work: Work<'team.freed'>, person: string): Promise<void> {
  await saveFree(work.db, work.account, person)
  work.tell('team.freed', { person })
}
