import { tellingOf } from './telling.ts'
import { conceptTerm, type Query, tellingAt, wordTerm } from './terms.ts'
import type { Weights } from './weights.ts'

/** What the index and one article say about a term. */
export interface Facts {
  rarity(term: string): number
  /** No article at all has this term. */
  isAbsent(term: string): boolean
  /** How fully the article speaks of it: 1 in the title, less in the text, 0 not at all. */
  inArticle(term: string): number
  inTitle(term: string): boolean
}

/** How far an article and its title speak of what a query says. Shares (0–1) weigh everything by its rarity. */
export interface Evidence {
  /** What the article speaks of, of all that the query says. */
  coverage: number
  /** The same for the article's title alone. */
  title: number
  /** The most telling thing that the article does not speak of. */
  missing: number
  /** How near the two are in meaning: the cosine; null without a space of meaning. */
  near: number | null
}

/** How far a word counts as found when the article says the same in other words, or writes nearly the same word. */
const byConcept = 0.85
const byPieces = 0.8
/** Fewer shared pieces than this are chance. */
const enoughPieces = 0.5

/** Looks at every informative word and every concept of a query: "Do you take bitcoin?" is not answered by an article on payments. */
export function weighEvidence(query: Query, facts: Facts, weights: Weights): Omit<Evidence, 'near'> {
  const sum = { all: 0, article: 0, title: 0, missing: 0 }
  const add = (weight: number, article: number, title: number): void => {
    sum.all += weight
    sum.article += weight * article
    sum.title += weight * title
    sum.missing = Math.max(sum.missing, weight * (1 - article))
  }
  const inTitle = (term: string): number => (facts.inTitle(term) ? 1 : 0)
  const named = conceptsByToken(query)
  const telling = tellingAt(query.mentions, weights)
  query.tokens.forEach((token, at) => {
    // An order's number is nowhere in the articles, and none has to speak of it.
    if (token.stop || /\d/.test(token.raw)) return
    const weight = facts.rarity(wordTerm(token, query.language)) * (telling.get(at) ?? weights.looseCover)
    const concepts = named.get(at) ?? []
    add(weight, foundShare(query, at, concepts, facts.inArticle), foundShare(query, at, concepts, inTitle))
  })
  for (const concept of new Set(query.mentions.map((mention) => mention.concept))) {
    const term = conceptTerm(concept)
    const weight = facts.rarity(term) * tellingOf(concept, weights) * (facts.isAbsent(term) ? weights.absent : 1)
    add(weight, facts.inArticle(term), inTitle(term))
  }
  const share = (part: number): number => (sum.all === 0 ? 0 : part / sum.all)
  return { coverage: share(sum.article), title: share(sum.title), missing: share(sum.missing) }
}

/** The query's words that the article has, as the customer wrote them. */
export function matchedWords(query: Query, facts: Facts): string[] {
  const conceptsAt = conceptsByToken(query)
  const found = query.tokens.filter((token, at) => {
    const named = conceptsAt.get(at) ?? []
    return (!token.stop || named.length > 0) && foundShare(query, at, named, facts.inArticle) > 0
  })
  return [...new Set(found.map((token) => token.raw))]
}

function conceptsByToken(query: Query): Map<number, string[]> {
  const named = new Map<number, string[]>()
  for (const { concept, tokens } of query.mentions) {
    for (const at of tokens) {
      const list = named.get(at)
      if (list === undefined) named.set(at, [concept])
      else list.push(concept)
    }
  }
  return named
}

function foundShare(query: Query, at: number, named: readonly string[], shareOf: (term: string) => number): number {
  const token = query.tokens[at]
  if (token === undefined) return 0
  const byWord = token.stop ? 0 : shareOf(wordTerm(token, query.language))
  const found = Math.max(byWord, ...named.map((concept) => byConcept * shareOf(conceptTerm(concept))))
  if (found > 0 || token.stop) return found
  const pieces = query.grams[at] ?? []
  if (pieces.length === 0) return 0
  const share = pieces.reduce((sum, piece) => sum + shareOf(`g${piece}`), 0) / pieces.length
  return share >= enoughPieces ? byPieces * share : 0
}
