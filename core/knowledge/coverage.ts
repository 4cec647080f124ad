import { tellingOf } from './concepts.ts'
import type { Kind, Query } from './terms.ts'
import { tellingAt, wordTerm } from './terms.ts'
import { gramsOf, type Token } from './tokens.ts'
import { weights } from './weights.ts'

/** What an article and its index say about a term. */
export interface Facts {
  rarity(kind: Kind, term: string): number
  /** No article at all speaks of this concept. */
  isAbsent(concept: string): boolean
  /** How fully the article speaks of it: 1 in the title, less in the text, 0 not at all. */
  shareOf(kind: Kind, term: string): number
}

/** How far a word counts as found when the article says the same in other words, or writes nearly the same word. */
const byConcept = 0.85
const byPieces = 0.8
/** Fewer shared pieces than this are chance. */
const enoughPieces = 0.5

/**
 * Share (0–1) of what the query says that the article speaks of. Every informative word and every concept counts by its rarity, and a
 * word that no article has counts most: "Do you take bitcoin?" is not answered by an article on payments.
 */
export function coverage(query: Query, facts: Facts): number {
  let all = 0
  let found = 0
  const conceptsAt = conceptsByToken(query)
  const telling = tellingAt(query.mentions)
  query.tokens.forEach((token, at) => {
    if (token.stop) return
    const weight = facts.rarity('word', wordTerm(token)) * (telling.get(at) ?? weights.looseCover)
    all += weight
    found += weight * foundShare(token, conceptsAt.get(at) ?? [], facts)
  })
  for (const concept of new Set(query.mentions.map((mention) => mention.concept))) {
    const weight = facts.rarity('concept', concept) * tellingOf(concept) * (facts.isAbsent(concept) ? weights.absent : 1)
    all += weight
    found += weight * facts.shareOf('concept', concept)
  }
  return all === 0 ? 0 : found / all
}

/** The query's words that the article has, as the customer wrote them. */
export function matchedWords(query: Query, facts: Facts): string[] {
  const conceptsAt = conceptsByToken(query)
  const found = query.tokens.filter((token, at) => {
    const named = conceptsAt.get(at) ?? []
    return (!token.stop || named.length > 0) && foundShare(token, named, facts) > 0
  })
  return [...new Set(found.map((token) => token.raw))]
}

function conceptsByToken(query: Query): Map<number, string[]> {
  const named = new Map<number, string[]>()
  for (const { concept, tokens } of query.mentions) for (const at of tokens) named.set(at, [...(named.get(at) ?? []), concept])
  return named
}

function foundShare(token: Token, named: readonly string[], facts: Facts): number {
  const byWord = token.stop ? 0 : facts.shareOf('word', wordTerm(token))
  const found = Math.max(byWord, ...named.map((concept) => byConcept * facts.shareOf('concept', concept)))
  if (found > 0 || token.stop) return found
  const pieces = gramsOf(token)
  if (pieces.length === 0) return 0
  const share = pieces.reduce((sum, piece) => sum + facts.shareOf('gram', piece), 0) / pieces.length
  return share >= enoughPieces ? byPieces * share : 0
}
