import { type Language, languages } from '../language.ts'
import { coverage, matchedWords } from './coverage.ts'
import { toPassages } from './markdown.ts'
import type { Article, Hit, Passage } from './passage.ts'
import { type Counts, count, type Kind, kinds, type Query, toQuery } from './terms.ts'
import { weights } from './weights.ts'

/** A text as the index keeps it: its terms by kind, and how many there are of each kind. */
interface Body {
  counts: Record<Kind, Counts>
  length: Record<Kind, number>
}
interface Entry {
  whole: Body
  title: Body
  passages: { passage: Passage; body: Body }[]
}
/** One field over all articles. A term's rarity is its rarity in this field: "damaged" stands in many articles but in one title. */
interface Field {
  /** Which articles hold a term, by id. */
  holders: Record<Kind, Map<string, Set<string>>>
  total: Record<Kind, number>
}
interface Shelf {
  entries: Map<string, Entry>
  whole: Field
  title: Field
}
type FieldName = 'whole' | 'title'
const fields: readonly FieldName[] = ['whole', 'title']

/** Row 26: one search over the articles in every language, in memory; articles come and go one by one. */
export interface SearchIndex {
  /** Adds an article in one language; the same article and language again replaces the former text. */
  add(article: Article): void
  /** Removes an article, in one language or in all. */
  remove(article: string, language?: Language): void
  /** The best passage of each fitting article, best first; other languages answer only when the wanted one has nothing. */
  search(query: string, options: { language: Language; limit: number }): Hit[]
}

export function createIndex(): SearchIndex {
  const shelves = new Map<Language, Shelf>()
  const remove = (article: string, language?: Language): void => {
    for (const one of language === undefined ? languages : [language]) takeOut(shelves.get(one), article)
  }
  return {
    add(article) {
      remove(article.id, article.language)
      const shelf = shelves.get(article.language) ?? emptyShelf()
      shelves.set(article.language, shelf)
      putIn(shelf, article)
    },
    remove,
    search(query, { language, limit }) {
      const first = searchShelf(shelves.get(language), query, language, limit)
      if (first.length > 0) return first
      return languages
        .filter((other) => other !== language)
        .flatMap((other) => searchShelf(shelves.get(other), query, other, limit, language))
        .sort(bestFirst)
        .slice(0, limit)
    },
  }
}

function putIn(shelf: Shelf, article: Article): void {
  const passages = toPassages(article)
  const entry: Entry = { whole: emptyBody(), title: emptyBody(), passages: [] }
  count(article.title, article.language, 1, entry.title.counts)
  measured(entry.title)
  addCounts(entry.whole, entry.title)
  let heading = ''
  for (const passage of passages.length > 0 ? passages : [titleAlone(article)]) {
    const body = emptyBody()
    count(passage.heading, article.language, weights.heading, body.counts)
    if (passage.heading !== heading) addCounts(entry.whole, body)
    heading = passage.heading
    const text = emptyBody()
    count(passage.text, article.language, 1, text.counts)
    addCounts(entry.whole, text)
    addCounts(body, text)
    // What stands before the first heading answers the title itself.
    if (passage.heading === '') count(article.title, article.language, weights.heading, body.counts)
    entry.passages.push({ passage, body: measured(body) })
  }
  measured(entry.whole)
  shelf.entries.set(article.id, entry)
  for (const field of fields) enter(shelf[field], entry[field], article.id)
}

function takeOut(shelf: Shelf | undefined, article: string): void {
  const entry = shelf?.entries.get(article)
  if (shelf === undefined || entry === undefined) return
  shelf.entries.delete(article)
  for (const field of fields) leave(shelf[field], entry[field], article)
}

function enter(field: Field, body: Body, article: string): void {
  for (const kind of kinds) {
    field.total[kind] += body.length[kind]
    for (const term of body.counts[kind].keys()) holdersOf(field, kind, term).add(article)
  }
}

function leave(field: Field, body: Body, article: string): void {
  for (const kind of kinds) {
    field.total[kind] -= body.length[kind]
    for (const term of body.counts[kind].keys()) {
      const holders = holdersOf(field, kind, term)
      holders.delete(article)
      if (holders.size === 0) field.holders[kind].delete(term)
    }
  }
}

function searchShelf(shelf: Shelf | undefined, text: string, language: Language, limit: number, spoken = language): Hit[] {
  if (shelf === undefined || shelf.entries.size === 0) return []
  const query = toQuery(text, language)
  // The customer's own concepts are in the customer's language; what they name is shared by all languages.
  if (spoken !== language) query.terms.push(...toQuery(text, spoken).terms.filter(({ kind }) => kind === 'concept'))
  const scores = new Map<string, number>()
  // In units of the rarest term's worth, so that a score means the same for ten articles and for a thousand.
  const unit = rarity(shelf, 'whole', 'word', '')
  scoreField(shelf, 'whole', 1, query, scores)
  scoreField(shelf, 'title', weights.title, query, scores)
  return [...scores]
    .sort(([idA, a], [idB, z]) => z - a || (idA < idB ? -1 : 1))
    .slice(0, limit)
    .flatMap(([id, score]) => toHit(shelf, id, score / unit, query))
}

function scoreField(shelf: Shelf, name: FieldName, share: number, query: Query, scores: Map<string, number>): void {
  const field = shelf[name]
  for (const { term, kind, weight } of query.terms) {
    const holders = field.holders[kind].get(term)
    if (holders === undefined) continue
    const worth = share * weight * rarity(shelf, name, kind, term)
    const average = field.total[kind] / shelf.entries.size
    for (const id of holders) {
      const entry = shelf.entries.get(id)
      if (entry !== undefined) scores.set(id, (scores.get(id) ?? 0) + worth * strength(entry[name], kind, term, average))
    }
  }
}

function toHit(shelf: Shelf, id: string, score: number, query: Query): Hit[] {
  const entry = shelf.entries.get(id)
  if (entry === undefined) return []
  const best = entry.passages
    .map(({ passage, body }) => ({ passage, score: scorePassage(shelf, body, query) }))
    .reduce((a, z) => (z.score > a.score ? z : a))
  const facts = {
    rarity: (kind: Kind, term: string) => rarity(shelf, 'whole', kind, term),
    isAbsent: (concept: string) => !shelf.whole.holders.concept.has(concept),
    shareOf: (kind: Kind, term: string) => (entry.title.counts[kind].has(term) ? 1 : entry.whole.counts[kind].has(term) ? weights.inBody : 0),
  }
  return [{ passage: best.passage, score, matched: matchedWords(query, facts), coverage: coverage(query, facts) }]
}

function scorePassage(shelf: Shelf, body: Body, query: Query): number {
  let score = 0
  for (const { term, kind, weight } of query.terms) {
    if (body.counts[kind].has(term)) score += weight * rarity(shelf, 'whole', kind, term) * strength(body, kind, term, body.length[kind])
  }
  return score
}

/** How much a term's presence tells: the inverse document frequency of BM25, never negative. A term that no article has tells most. */
function rarity(shelf: Shelf, field: FieldName, kind: Kind, term: string): number {
  const holders = shelf[field].holders[kind].get(term)?.size ?? 0
  return Math.log(1 + (shelf.entries.size - holders + 0.5) / (holders + 0.5))
}

function strength(body: Body, kind: Kind, term: string, average: number): number {
  const times = body.counts[kind].get(term) ?? 0
  const { k1, b } = weights
  return (times * (k1 + 1)) / (times + k1 * (1 - b + (b * body.length[kind]) / Math.max(average, 1)))
}

function bestFirst(a: Hit, z: Hit): number {
  return z.score - a.score || (a.passage.article < z.passage.article ? -1 : 1)
}

function holdersOf(field: Field, kind: Kind, term: string): Set<string> {
  const known = field.holders[kind].get(term)
  if (known !== undefined) return known
  const made = new Set<string>()
  field.holders[kind].set(term, made)
  return made
}

function titleAlone({ id, title, language }: Article): Passage {
  return { article: id, title, heading: '', text: title, language }
}

function emptyShelf(): Shelf {
  return { entries: new Map(), whole: emptyField(), title: emptyField() }
}

function emptyField(): Field {
  return { holders: { word: new Map(), gram: new Map(), concept: new Map() }, total: { word: 0, gram: 0, concept: 0 } }
}

function emptyBody(): Body {
  return { counts: { word: new Map(), gram: new Map(), concept: new Map() }, length: { word: 0, gram: 0, concept: 0 } }
}

function addCounts(into: Body, from: Body): void {
  for (const kind of kinds) for (const [term, times] of from.counts[kind]) into.counts[kind].set(term, (into.counts[kind].get(term) ?? 0) + times)
}

function measured<B extends Body>(body: B): B {
  for (const kind of kinds) body.length[kind] = [...body.counts[kind].values()].reduce((sum, times) => sum + times, 0)
  return body
}
