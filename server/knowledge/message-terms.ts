import { setTimeout as wait } from 'node:timers/promises'
import { messageTerms } from '../../core/knowledge/message-terms.ts'
import { type Language, toLanguage } from '../../core/language.ts'
import { detectLanguage, settleLanguage } from '../../core/understanding/language.ts'
import { claimUnread, type Read, saveTerms, type Unread } from '../conversations/terms.ts'
import type { Db } from '../platform/db.ts'
import { messageOf } from '../platform/errors.ts'
import { failpoint } from '../platform/failpoints.ts'
import type { Platform } from '../platform/platform.ts'
import { startRounds } from '../platform/rounds.ts'
import { weights } from '../understanding/weights.ts'

export interface MessageReader {
  /** Reads all that can be read and resolves when it is done. */
  read: () => Promise<void>
  stop: () => Promise<void>
}

const pollMilliseconds = 1000
/**
 * Some 20 ms of the processor: customers who write meanwhile wait no longer than that. One message of 10,000 characters, which is read
 * alone, takes up to 100 ms.
 */
const atOnce = { messages: 50, characters: 4000 }

/**
 * Row 26: makes what was written findable by what it means, new messages within a second or so, and those that were there before it was
 * installed. It has no memory: what a message lacks is what is left to do, whichever node died.
 */
export function startMessageReader({ database, log }: Pick<Platform, 'database' | 'log'>): MessageReader {
  async function look(isStopped: () => boolean): Promise<void> {
    try {
      while (!isStopped() && (await readSome()) > 0);
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'new messages could not be made findable by meaning; it is tried again')
    }
  }

  async function readSome(): Promise<number> {
    const began = performance.now()
    const some = await database.platform.transaction().execute(async (db) => {
      const unread = await claimUnread(db, atOnce)
      const withTerms: Read[] = []
      for (const message of unread) withTerms.push(await readOne(message))
      if (unread.length > 0) await save(db, withTerms)
      return unread.length
    })
    // A long past is read at half speed: those who write now go first.
    if (some > 0) await wait(performance.now() - began)
    return some
  }

  /** A message that cannot be read is found by none of its words; the others do not wait for it. */
  async function readOne(message: Unread): Promise<Read> {
    const { account, customer, seq, text } = message
    try {
      await failpoint('knowledge.before-terms')
      return { account, customer, seq, terms: messageTerms(text, languageOf(message)) }
    } catch (error) {
      return withoutTerms(message, error instanceof Error ? error.name : 'unknown')
    }
  }

  /** Together, and if that does not go, each by itself. */
  async function save(db: Db, read: readonly Read[]): Promise<void> {
    if (await saveTerms(db, read)) return
    for (const one of read) if (!(await saveTerms(db, [one]))) await saveTerms(db, [withoutTerms(one, 'not taken by the database')])
  }

  /** The log names the message and nothing of what it says, as the error's own words might. */
  function withoutTerms({ account, customer, seq }: Omit<Read, 'terms'>, error: string): Read {
    log.warn({ account, customer, seq, error }, 'a message could not be made findable by meaning and is left out')
    return { account, customer, seq, terms: [] }
  }

  const { fresh, stop } = startRounds(look, pollMilliseconds)
  return { read: fresh, stop }
}

function languageOf({ text, language, spoken, hint, house }: Unread): Language {
  const known = toLanguage(language)
  if (known) return known
  const beside = { before: toLanguage(spoken) ?? null, hint: toLanguage(hint) ?? null }
  return toLanguage(settleLanguage(detectLanguage(text, weights.language), beside).is) ?? house
}
