import { asideWords } from './aside-words.ts'
import { findHits, type Hits, lexicon } from './phrases/lexicon.ts'
import { type Token, tokenise } from './phrases/tokens.ts'

/** What somebody says without naming a matter: a greeting, impatience, "that did not help", thanks, yes and no, or a number alone. */
export type Aside = 'unhelped' | 'waiting' | 'thanks' | 'hello' | 'no' | 'nod' | 'given'

/**
 * Row 8: whether a message names no matter of its own, so that what the conversation was about stays: "are you still there?" is
 * nothing to classify. Every word must belong to it; `null` as soon as one says more.
 */
export function asideOf(text: string): Aside | null {
  if (text.length > longest) return null
  const said = text.replace(given, ' ')
  const names = said !== text
  const tokens = tokenise(said)
  const hits = findHits(vocabulary, tokens)
  const covering = names ? [...kinds, 'filler', 'about'] : [...kinds, 'filler']
  if (!covers(covering, hits, tokens)) return null
  const kind = kinds.find((one) => hits.has(one)) ?? null
  return names && (kind === null || kind === 'nod') ? 'given' : kind
}

function covers(names: readonly string[], hits: Hits, tokens: readonly Token[]): boolean {
  const covered = tokens.map(({ stop, text }) => stop || /^\p{N}{1,2}$/u.test(text))
  for (const name of names) for (const { first, last } of hits.get(name) ?? []) covered.fill(true, first, last + 1)
  return covered.every(Boolean)
}

/** The one that asks most of whoever answers first. */
const kinds = ['unhelped', 'waiting', 'thanks', 'hello', 'no', 'nod'] as const
const vocabulary = lexicon(asideWords)

/** What was asked for and is given: an address, a number of an order or a telephone. */
const given = /[^\s@]{1,64}@[^\s@]{1,255}|[A-Za-z]{0,6}[-_#]?\d[\d\- ]{3,18}\d|#?\b[A-Za-z]{1,4}[-_]\d[\w-]{1,20}/g
const longest = 100
