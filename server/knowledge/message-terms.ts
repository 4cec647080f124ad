import { setTimeout as wait } from 'node:timers/promises'
import { messageTerms } from '../../core/knowledge/message-terms.ts'
import { type Language, toLanguage } from '../../core/language.ts'
import { detectLanguage, settleLanguage } from '../../core/understanding/language.ts'
import { claimUnread, saveTerms, type Unread } from '../conversations/terms.ts'
import { messageOf } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { weights } from '../understanding/weights.ts'

export interface MessageReader {
  /** Reads all that can be read and resolves when it is done. */
  read: () => Promise<void>
  stop: () => Promise<void>
}

const pollMilliseconds = 1000
/** Some 20 ms of the processor: customers who write meanwhile wait no longer than that. */
const atOnce = 50

/**
 * Row 26: makes what was written findable by what it means, new messages within a second or so, and those that were there before it was
 * installed. It has no memory: what a message lacks is what is left to do, whichever node died.
 */
export function startMessageReader({ database, log }: Pick<Platform, 'database' | 'log'>): MessageReader {
  let reading: Promise<void> | undefined
  let stopped = false

  async function look(): Promise<void> {
    try {
      while (!stopped && (await readSome()) === atOnce);
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'new messages could not be made findable by meaning; it is tried again')
    } finally {
      reading = undefined
    }
  }

  async function readSome(): Promise<number> {
    const began = performance.now()
    const some = await database.platform.transaction().execute(async (db) => {
      const unread = await claimUnread(db, atOnce)
      if (unread.length > 0) await saveTerms(db, unread.map(withTerms))
      return unread.length
    })
    // A long past is read at half speed: those who write now go first.
    if (some === atOnce) await wait(performance.now() - began)
    return some
  }

  function read(): Promise<void> {
    reading ??= look()
    return reading
  }

  const poll = setInterval(() => void read(), pollMilliseconds)
  return {
    read: async () => {
      // A round that has begun may have looked before the newest message was there.
      await reading
      await read()
    },
    stop: async () => {
      stopped = true
      clearInterval(poll)
      await reading
    },
  }
}

function withTerms(message: Unread) {
  const { account, customer, seq, text } = message
  return { account, customer, seq, terms: messageTerms(text, languageOf(message)) }
}

function languageOf({ text, language, spoken, hint, house }: Unread): Language {
  const known = toLanguage(language)
  if (known) return known
  const beside = { before: toLanguage(spoken) ?? null, hint: toLanguage(hint) ?? null }
  return toLanguage(settleLanguage(detectLanguage(text, weights.language), beside).is) ?? house
}
