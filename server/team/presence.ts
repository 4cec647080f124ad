import { attendance } from '../../core/team/calendar.ts'
import type { Need } from '../../core/team/capacity.ts'
import type { Presence } from '../../core/team/person.ts'
import { extendLeases } from '../conversations/holder.ts'
import type { Db } from '../platform/db.ts'
import { action, type Work } from '../platform/events.ts'
import { findCalendars } from './calendars.ts'
import { findSilence, listServers, saveBeat, savePresence } from './store.ts'

/** A console that has not beaten for this long is gone; its person is off duty. */
const silentSeconds = 75

export async function changePresence(work: Work<'presence.changed' | 'presence.due'>, person: string, presence: Presence): Promise<void> {
  const before = await savePresence(work.db, work.account, person, presence)
  if (before === undefined) return
  work.tell('presence.changed', { person, presence })
  // Between on and away the clock of before goes on.
  if (before === 'off') work.tellAt(new Date(work.now.getTime() + silentSeconds * 1000), 'presence.due', { person })
}

/** The console is open: presence and all that the person holds live on. */
export async function beat(work: Work<never>, person: string): Promise<void> {
  await saveBeat(work.db, work.account, person)
  await extendLeases(work.db, work.account, person)
}

export const checkPresence = action<'presence.due', ['presence.changed', 'presence.due']>(
  'team.checkPresence',
  ['presence.changed', 'presence.due'],
  async (work, { person }) => {
    const silence = await findSilence(work.db, work.account, person)
    if (silence === undefined) return
    if (silence >= silentSeconds) return changePresence(work, person, 'off')
    work.tellAt(new Date(work.now.getTime() + (silentSeconds - silence + 1) * 1000), 'presence.due', { person })
  },
)

/** A claim lapsed because the console fell silent: its person is off duty, so that nothing more is given to an empty chair. */
export async function noteGone(work: Work<'presence.changed' | 'presence.due'>, person: string): Promise<void> {
  const silence = await findSilence(work.db, work.account, person)
  if (silence !== undefined && silence >= silentSeconds / 2) await changePresence(work, person, 'off')
}

/** Whether anybody is there for this customer's language and skill, and when next. */
export async function findWhetherIn(
  db: Db,
  account: string,
  now: Date,
  need: Need = { language: null, skill: null },
): Promise<{ isIn: boolean; opensAt: Date | null }> {
  const { isIn, opensAt } = attendance(need, await listServers(db, account), await findCalendars(db, account), now.getTime())
  return { isIn, opensAt: opensAt === null ? null : new Date(opensAt) }
}
