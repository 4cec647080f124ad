import type { Language } from '../language.ts'
import { type Mention, mentions, tellingOf } from './concepts.ts'
import { grams, gramsOf, longestQuery, type Token, tokenise } from './tokens.ts'
import { weights } from './weights.ts'

/** What texts are compared by: words, pieces of words, and concepts. */
export type Kind = 'word' | 'gram' | 'concept'
export const kinds: readonly Kind[] = ['word', 'gram', 'concept']

/** How often each term stands in a text, a term in the title counting for several. */
export type Counts = Map<string, number>

export interface QueryTerm {
  term: string
  kind: Kind
  weight: number
}

export interface Query {
  tokens: Token[]
  mentions: Mention[]
  terms: QueryTerm[]
}

/** Adds a text's terms to `into`, each with `weight`. */
export function count(text: string, language: Language, weight: number, into: Record<Kind, Counts>): void {
  const tokens = tokenise(text, language)
  for (const token of tokens) if (!token.stop) add(into.word, wordTerm(token), weight)
  for (const gram of grams(tokens)) add(into.gram, gram, weight)
  for (const { concept } of mentions(tokens, language)) add(into.concept, concept, weight)
}

/** A query cut to its longest, as terms with weights; the pieces of one word weigh together as much as `weights.gram`. */
export function toQuery(text: string, language: Language): Query {
  const tokens = tokenise(text.slice(0, longestQuery.characters), language, longestQuery.words)
  const said = mentions(tokens, language)
  const terms = new Map<string, QueryTerm>()
  const put = (term: string, kind: Kind, weight: number): void => {
    const key = kind + term
    if (!terms.has(key)) terms.set(key, { term, kind, weight })
  }
  for (const { concept } of said) put(concept, 'concept', weights.concept * tellingOf(concept))
  const named = tellingAt(said)
  for (const [at, token] of tokens.entries()) {
    if (token.stop) continue
    put(wordTerm(token), 'word', weights.word * (named.get(at) ?? weights.loose))
    if (token.dense) continue
    const pieces = gramsOf(token)
    for (const piece of pieces) put(piece, 'gram', weights.gram / pieces.length)
  }
  for (const pair of grams(tokens.map((token) => (token.dense ? token : { ...token, stop: true })))) put(pair, 'gram', weights.pair)
  return { tokens, mentions: said, terms: [...terms.values()] }
}

/** By token: how much the concepts that name it tell; nothing for a word that names none. */
export function tellingAt(said: readonly Mention[]): Map<number, number> {
  const telling = new Map<number, number>()
  for (const { concept, tokens } of said) for (const at of tokens) telling.set(at, Math.max(telling.get(at) ?? 0, tellingOf(concept)))
  return telling
}

export function wordTerm(token: Token): string {
  return token.stem
}

function add(counts: Counts, term: string, weight: number): void {
  counts.set(term, (counts.get(term) ?? 0) + weight)
}
