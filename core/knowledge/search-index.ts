import { type Language, languages } from '../language.ts'
import { longestQuery } from '../understanding/lexicon/tokens.ts'
import { type Meaning, understood } from '../understanding/meaning.ts'
import { type Facts, matchedWords, weighEvidence } from './evidence.ts'
import { nearness } from './nearness.ts'
import type { Article, Hit } from './passage.ts'
import { type Bag, timesIn } from './postings.ts'
import { type Asked, type Ranked, rank, rarity } from './rank.ts'
import { emptyShelf, putIn, type Shelf, takeOut } from './shelf.ts'
import { type Query, toQuery } from './terms.ts'
import { weights as chosen, type Weights } from './weights.ts'

/**
 * Row 26: one search over the articles in every language, in memory; articles come and go one by one. Conversations are searched by the
 * same index: an article a conversation, a paragraph a message, so that the best passage is the message that was meant.
 */
export interface SearchIndex {
  /** Adds an article in one language; the same article and language again replaces the former text. */
  add(article: Article): void
  /** Removes an article, in one language or in all. */
  remove(article: string, language?: Language): void
  /**
   * The best passage of each fitting article, best first. Other languages answer only when the wanted one has nothing, unless
   * `everywhere` asks for all of them at once.
   */
  search(query: string, options: { language: Language; limit: number; everywhere?: boolean }): Hit[]
}

/** Without a space of meaning it compares words and concepts alone. */
export function createIndex(meaning: Meaning | null, weights: Weights = chosen): SearchIndex {
  const shelves = new Map<Language, Shelf>()
  const remove = (article: string, language?: Language): void => {
    for (const one of language === undefined ? languages : [language]) {
      const shelf = shelves.get(one)
      if (shelf !== undefined) takeOut(shelf, article)
    }
  }
  return {
    add(article) {
      remove(article.id, article.language)
      const shelf = shelves.get(article.language) ?? emptyShelf()
      shelves.set(article.language, shelf)
      putIn(shelf, article, { weights, meaning })
    },
    remove,
    search(query, { language, limit, everywhere = false }) {
      const meant = meaning && understood(meaning, query.slice(0, longestQuery.characters), language)
      const first = searchShelf(shelves.get(language), query, { language, spoken: language, limit, weights, meant })
      if (first.length > 0 && !everywhere) return first
      const others = languages.filter((other) => other !== language)
      return others
        .flatMap((other) => searchShelf(shelves.get(other), query, { language: other, spoken: language, limit, weights, meant }))
        .concat(first)
        .sort((a, z) => z.score - a.score || (a.passage.article < z.passage.article ? -1 : 1))
        .slice(0, limit)
    },
  }
}

interface Spoken extends Asked {
  language: Language
  /** What the customer speaks. */
  spoken: Language
}

function searchShelf(shelf: Shelf | undefined, text: string, { language, spoken, limit, weights, meant }: Spoken): Hit[] {
  if (shelf === undefined || shelf.entries.size === 0) return []
  const query = toQuery(text, language, weights)
  // Signs alone ask nothing: whatever lay near them in meaning would be chance.
  if (query.tokens.length === 0) return []
  const named = new Set(query.terms.map(({ term }) => term))
  // The customer's own concepts are in the customer's language; what they name is shared by all languages.
  if (spoken !== language)
    query.terms.push(...toQuery(text, spoken, weights).terms.filter(({ kind, term }) => kind === 'concept' && !named.has(term)))
  // In units of the rarest term's worth, so that a score means the same for ten articles and for a thousand.
  const unit = rarity(shelf, undefined)
  return rank(shelf, query, { limit, weights, meant }).map((ranked) => toHit(shelf, ranked, query, { unit, weights, meant }))
}

interface Judging extends Pick<Asked, 'weights' | 'meant'> {
  unit: number
}

function toHit(shelf: Shelf, { entry, part, score }: Ranked, query: Query, { unit, weights, meant }: Judging): Hit {
  const has = (bag: Bag, term: string): boolean => timesIn(bag, shelf.postings.find(term) ?? -1) > 0
  const facts: Facts = {
    rarity: (term) => rarity(shelf, shelf.postings.find(term)),
    isAbsent: (term) => shelf.postings.holders(shelf.postings.find(term) ?? -1) === 0,
    inArticle: (term) => (has(entry.title, `t${term}`) ? 1 : has(entry.whole, term) ? weights.inBody : 0),
    inTitle: (term) => has(entry.title, `t${term}`),
  }
  const near = meant && entry.places && nearness(meant.place, entry.places)
  const evidence = { ...weighEvidence(query, facts, weights), near }
  return { passage: part.passage, score: score / unit, matched: matchedWords(query, facts), evidence }
}
