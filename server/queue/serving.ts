import type { Language } from '../../core/language.ts'
import { writeSystemLines } from '../conversations/actions.ts'
import { openClaims } from '../conversations/holder.ts'
import { lockTimelines } from '../conversations/timeline.ts'
import type { Work } from '../platform/events.ts'
import { listNames } from '../team/store.ts'
import type { Serving } from './actions.ts'
import { listServable, markAllServed } from './serving-store.ts'

/** A customer who waits, and the person who gets them. */
export interface Given {
  conversation: string
  customer: string
  person: string
  /** Places of the person's capacity; null: all that is left. */
  takes: number | null
}

/**
 * Locks these timelines, and says which conversations may still be given away, each with its language: whoever left, was closed or
 * taken over a moment ago is not among them.
 */
export async function lockServable(
  { db, account }: Work<never>,
  places: readonly { conversation: string; customer: string }[],
): Promise<Map<string, Language>> {
  await lockTimelines(
    db,
    account,
    places.map(({ customer }) => customer),
  )
  const servable = await listServable(
    db,
    account,
    places.map(({ conversation }) => conversation),
  )
  return new Map(servable.map(({ conversation, language }) => [conversation, language]))
}

/** Many at once, as `serve` does for one, in a handful of statements. The caller has locked them by `lockServable`. */
export async function serveAll(work: Work<Serving>, given: readonly Given[], languages: Map<string, Language>): Promise<void> {
  const { db, account } = work
  if (given.length === 0) return
  await openClaims(work, given)
  const waited = await markAllServed(db, account, given)
  const names = new Map(await listNames(db, account))
  await writeSystemLines(
    work,
    given.map(({ conversation, customer, person }) => {
      const numbers = { name: names.get(person) ?? '' }
      return { conversation, customer, language: languages.get(conversation) ?? 'en', code: 'person-joined', numbers }
    }),
  )
  for (const { conversation, customer, person } of given)
    work.tell('place.served', { conversation, customer, person, waitedSeconds: waited.get(conversation) ?? 0 })
  work.tell('queue.moved', {})
}
