import type { Language } from '../language.ts'
import { type Mention, mentions } from '../understanding/lexicon/mentions.ts'
import { longestQuery, type Token, tokenise } from '../understanding/lexicon/tokens.ts'
import { gramsByToken } from './grams.ts'
import { root } from './root.ts'
import { tellingOf } from './telling.ts'
import type { Kind, Weights } from './weights.ts'

/** How often each term stands in a text. A term's first letter says its kind: w word, g gram, c concept. */
export type Counts = Map<string, number>

/** A text taken apart. */
export interface Analysis {
  language: Language
  tokens: Token[]
  mentions: Mention[]
  /** By token. */
  grams: string[][]
}

export interface QueryTerm {
  term: string
  kind: Kind & ('word' | 'gram' | 'concept')
  weight: number
}

export interface Query extends Analysis {
  terms: QueryTerm[]
}

export function analyse(text: string, language: Language, limit?: number): Analysis {
  const tokens = tokenise(text, language, limit)
  return { language, tokens, mentions: mentions(tokens, language), grams: gramsByToken(tokens) }
}

/** Adds a text's terms to `into`, each with `weight`, and gives it back. */
export function count({ language, tokens, mentions: said, grams }: Analysis, weight: number, into: Counts): Counts {
  const add = (term: string): unknown => into.set(term, (into.get(term) ?? 0) + weight)
  for (const token of tokens) if (!token.stop) add(wordTerm(token, language))
  for (const pieces of grams) for (const gram of pieces) add(`g${gram}`)
  for (const { concept } of said) add(conceptTerm(concept))
  return into
}

/** A query cut to its longest, as terms with weights; the pieces of one word weigh together as much as one piece of a dense script. */
export function toQuery(text: string, language: Language, weights: Weights): Query {
  return weigh(analyse(text.slice(0, longestQuery.characters), language, longestQuery.words), weights)
}

export function weigh(analysis: Analysis, weights: Weights): Query {
  const terms = new Map<string, QueryTerm>()
  const put = (term: string, kind: QueryTerm['kind'], weight: number): void => {
    if (!terms.has(term)) terms.set(term, { term, kind, weight })
  }
  for (const { concept } of analysis.mentions) put(conceptTerm(concept), 'concept', tellingOf(concept, weights))
  const { language } = analysis
  const named = tellingAt(analysis.mentions, weights)
  analysis.tokens.forEach((token, at) => {
    const pieces = analysis.grams[at] ?? []
    for (const piece of pieces) put(`g${piece}`, 'gram', token.dense ? weights.denseGram : 1 / pieces.length)
    if (!token.stop)
      put(
        wordTerm(token, language),
        'word',
        (named.has(at) ? weights.named * (named.get(at) ?? 1) : 1) * (at > 0 && isName(token) ? weights.name : 1),
      )
  })
  return { ...analysis, terms: [...terms.values()] }
}

/** Written with a capital inside a sentence. */
function isName({ raw, dense }: Token): boolean {
  return !dense && /^\p{Lu}/u.test(raw)
}

/** By token: how much the concepts that name it tell; nothing for a word that names none. */
export function tellingAt(said: readonly Mention[], weights: Weights): Map<number, number> {
  const telling = new Map<number, number>()
  for (const { concept, tokens } of said) {
    for (const at of tokens) telling.set(at, Math.max(telling.get(at) ?? 0, tellingOf(concept, weights)))
  }
  return telling
}

export function wordTerm(token: Token, language: Language): string {
  return `w${token.dense ? token.text : root(token.text, language)}`
}

export function conceptTerm(concept: string): string {
  return `c${concept}`
}
