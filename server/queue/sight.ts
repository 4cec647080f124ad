import { end, findClaim } from '../conversations/holder.ts'
import { lockTimeline } from '../conversations/timeline.ts'
import { action } from '../platform/events.ts'
import { findRules } from '../team/holding-store.ts'
import { changePresence } from '../team/presence.ts'
import { findPerson, listServers } from '../team/store.ts'
import { waitAgain } from './actions.ts'

/** Somebody was given a conversation: by the owner's minutes they have opened it, or somebody else is asked. */
export const watchSight = action<'claim.opened', ['sight.due']>(
  'queue.watchSight',
  ['sight.due'],
  async (work, { conversation, claim, holder, person }) => {
    if (holder !== 'person' || !person || (await findPerson(work.db, work.account, person))?.simulated) return
    const given = await findClaim(work.db, work.account, conversation)
    if (given?.id !== claim || given.seenAt) return
    const { answerMinutes } = await findRules(work.db, work.account)
    work.tellAt(new Date(work.now.getTime() + answerMinutes * 60_000), 'sight.due', { conversation, claim })
  },
)

type Unseen = 'claim.unseen' | 'sight.due' | 'place.taken' | 'queue.moved' | 'reply.written' | 'presence.changed' | 'presence.due'

/**
 * The clock: nobody looked. The customer is at the same place again, and others are asked first. While nobody else is on duty it stays
 * where it is, and the clock asks again: back and forth to the same person would help nobody.
 */
export const checkSight = action<'sight.due', Unseen[]>(
  'queue.checkSight',
  ['claim.unseen', 'sight.due', 'place.taken', 'queue.moved', 'reply.written', 'presence.changed', 'presence.due'],
  async (work, { conversation, claim }) => {
    const { db, account, now } = work
    const given = await findClaim(db, account, conversation)
    if (given?.id !== claim) return
    await lockTimeline(db, account, given.customer)
    const held = await findClaim(db, account, conversation)
    if (held?.id !== claim || held.seenAt) return
    const { customer, person } = held
    const others = (await listServers(db, account)).some((one) => one.presence === 'on' && one.id !== person)
    if (!others) {
      const { answerMinutes } = await findRules(db, account)
      work.tellAt(new Date(now.getTime() + answerMinutes * 60_000), 'sight.due', { conversation, claim })
      return
    }
    await end(db, account, claim, 'unseen')
    // Whoever does not look is not there: nobody is passed round among empty chairs.
    if (person) await changePresence(work, person, 'away')
    work.tell('claim.unseen', { conversation, customer, claim, person })
    await waitAgain(work, { conversation, customer, person, line: 'asked-another' })
  },
)
