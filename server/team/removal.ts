import type { Db } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import type { Work } from '../platform/events.ts'
import { changePresence } from './presence.ts'
import { lockOwners, saveRemoval } from './store.ts'

/** Somebody leaves the team: signed out within a second, off duty at once; whom they served is told by the fact. */
export async function remove(work: Work<'person.removed' | 'presence.changed' | 'presence.due'>, person: string, by: string | null): Promise<void> {
  const { db, account } = work
  await keepAnOwner(db, account, person)
  await changePresence(work, person, 'off')
  if (!(await saveRemoval(db, account, person, by))) refuse('not-found')
  work.tell('person.removed', { person })
}

/** A company without an owner could be administered by nobody. */
export async function keepAnOwner(db: Db, account: string, leaving: string): Promise<void> {
  const owners = await lockOwners(db, account)
  if (owners.includes(leaving) && owners.length === 1) refuse('last-owner')
}
