import type { Mode } from './draft.ts'

/** What a few signs before the caret call for, and from where they stand. */
export interface Trigger {
  kind: 'canned' | 'article' | 'mention'
  words: string
  from: number
}

const canned = /(^|\s)\/([\p{L}\p{M}\p{N}_-]*)$/u
const article = /\?\?([^\n?]{0,80})$/u
const mention = /(^|\s)@([\p{L}\p{M}\p{N}.'-]*(?: [\p{L}\p{M}\p{N}.'-]*)?)$/u

/** `/` calls saved replies, `??` articles, and in a note `@` colleagues. An address such as https:// calls nothing. */
export function findTrigger(text: string, caret: number, mode: Mode): Trigger | null {
  const before = text.slice(0, caret)
  const knowledge = article.exec(before)
  if (knowledge) return { kind: 'article', words: (knowledge[1] ?? '').trim(), from: knowledge.index }
  const saved = canned.exec(before)
  if (saved) return { kind: 'canned', words: saved[2] ?? '', from: saved.index + (saved[1]?.length ?? 0) }
  const called = mode === 'note' ? mention.exec(before) : null
  return called ? { kind: 'mention', words: called[2] ?? '', from: called.index + (called[1]?.length ?? 0) } : null
}

/** Puts words in the place of what called for them; the caret stands behind them. */
export function put(text: string, caret: number, from: number, words: string): { text: string; caret: number } {
  return { text: text.slice(0, from) + words + text.slice(caret), caret: from + words.length }
}

/** A sign by itself is a question to the console, never words for a customer. */
export const isLoneSign = (text: string): boolean => /^\s*(?:\/|\?\?|@)\s*$/.test(text)
