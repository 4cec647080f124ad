import { closest } from './closeness.ts'
import type { Entry, Part } from './entry.ts'
import { nearness } from './nearness.ts'
import { timesIn } from './postings.ts'
import { type Shelf, scratchOf } from './shelf.ts'
import type { Query, QueryTerm } from './terms.ts'
import type { Kind, Weights } from './weights.ts'

export interface Ranked {
  entry: Entry
  part: Part
  score: number
}

export interface Asked {
  limit: number
  weights: Weights
  /** Where the question lies in the space of meaning, and how much of it the space knows. */
  meant: { place: Float32Array; known: number } | null
}

/** A term of the query that some article has. */
interface Known {
  number: number
  kind: QueryTerm['kind']
  /** Its share in the query times its rarity. */
  worth: number
}

/** So many articles are looked at closely, out of all that share a term with the query. */
const closeLook = 40

/**
 * The articles that fit, best first: all by their terms and by their meaning, the first of them also by their best passage and by how
 * close the words stand.
 */
export function rank(shelf: Shelf, query: Query, { limit, weights, meant }: Asked): Ranked[] {
  const scores = new Float64Array(shelf.byNumber.length)
  const known = scoreAll(shelf, query, scores, weights)
  if (meant) {
    const meaning = weights.meaning * trust(meant.known, unknownShare(shelf, query, known))
    scoreMeaning(shelf, meant.place, scores, { ...weights, meaning })
  }
  const { worth } = scratchOf(shelf)
  for (const { number, kind, worth: value } of known) if (kind === 'word') worth[number] = value
  const looked = best(scores, shelf, Math.max(limit, closeLook)).map(({ entry, score }) => lookClosely(shelf, known, { entry, score, weights }))
  for (const { number } of known) worth[number] = 0
  return looked.sort((a, z) => z.score - a.score || (a.entry.id < z.entry.id ? -1 : 1)).slice(0, limit)
}

/** How much a term's presence tells: the inverse document frequency of BM25, never negative. A term that no article has tells most. */
export function rarity(shelf: Shelf, number: number | undefined): number {
  const holders = number === undefined ? 0 : shelf.postings.holders(number)
  return Math.log(1 + (shelf.entries.size - holders + 0.5) / (holders + 0.5))
}

function scoreAll(shelf: Shelf, query: Query, scores: Float64Array, weights: Weights): Known[] {
  const known: Known[] = []
  for (const { term, kind, weight } of query.terms) {
    const title = shelf.postings.find(`t${term}`)
    if (title !== undefined) scoreTerm(shelf, title, `title-${kind}`, weight * rarity(shelf, title), scores, weights)
    const number = shelf.postings.find(term)
    if (number === undefined || (kind === 'gram' && isEverywhere(shelf, number))) continue
    const worth = weight * rarity(shelf, number)
    known.push({ number, kind, worth })
    scoreTerm(shelf, number, kind, worth, scores, weights)
  }
  return known
}

/**
 * How far meaning is to be trusted: the more of the question's words it knows, for it places by these alone, and the more of what was
 * asked stands in no article, for there the words themselves cannot tell. By a search over six help centres and three public sets: without
 * the first the encyclopaedic questions of the latter lose four in a hundred.
 */
function trust(known: number, unknown: number): number {
  return known ** 4 * (0.3 + 0.7 * unknown)
}

/** An article that shares no term must be near in meaning; one that does may be pushed up or down by it. */
function scoreMeaning(shelf: Shelf, place: Float32Array, scores: Float64Array, weights: Weights): void {
  const unit = rarity(shelf, undefined)
  shelf.byNumber.forEach((entry, number) => {
    if (!entry?.places) return
    const near = nearness(place, entry.places)
    const isFound = (scores[number] ?? 0) > 0 || near >= weights.nearEnough
    if (isFound) scores[number] = Math.max((scores[number] ?? 0) + weights.meaning * unit * near, Number.MIN_VALUE)
  })
}

/** How much of what was asked, by worth, no article has: there other words were used, and meaning has to bridge. */
function unknownShare(shelf: Shelf, query: Query, known: readonly Known[]): number {
  const unit = rarity(shelf, undefined)
  const found = known.reduce((sum, { kind, worth }) => sum + (kind === 'gram' ? 0 : worth), 0)
  const all = query.terms.reduce(
    (sum, { kind, term, weight }) => sum + (kind === 'gram' || shelf.postings.find(term) !== undefined ? 0 : weight * unit),
    found,
  )
  return all === 0 ? 1 : (all - found) / all
}

/** A piece of words that a fifth of many articles have says next to nothing, and would cost the most. */
function isEverywhere(shelf: Shelf, number: number): boolean {
  return shelf.postings.holders(number) > Math.max(100, shelf.entries.size / 5)
}

function scoreTerm(shelf: Shelf, term: number, kind: Kind, worth: number, scores: Float64Array, weights: Weights): void {
  const { weight, k1, b } = weights.kind[kind]
  const average = Math.max(1, shelf.total[kind] / shelf.entries.size)
  if (weight > 0) shelf.postings.score(term, scores, { value: worth * weight * (k1 + 1), k1, b, lengths: shelf.lengths[kind], average })
}

/** The `limit` articles with the highest scores, in no order. */
function best(scores: Float64Array, shelf: Shelf, limit: number): { entry: Entry; score: number }[] {
  const left = scores.filter((score, number) => score > 0 && shelf.byNumber[number] !== undefined)
  const least = left.sort()[left.length - limit] ?? Number.MIN_VALUE
  const found: { entry: Entry; score: number }[] = []
  for (let number = 0; number < scores.length; number++) {
    const score = scores[number] ?? 0
    const entry = score >= least ? shelf.byNumber[number] : undefined
    if (entry !== undefined) found.push({ entry, score })
  }
  // Ties at the border are cut, so that the close look stays short.
  return found.sort((a, z) => z.score - a.score).slice(0, limit)
}

/** Adds to an article's score what its closest words are worth, and chooses its best passage. */
function lookClosely(shelf: Shelf, known: readonly Known[], { entry, score, weights }: { entry: Entry; score: number; weights: Weights }): Ranked {
  const { worth, seen } = shelf.scratch
  let chosen: Part | undefined
  let most = Number.NEGATIVE_INFINITY
  let closestWords = 0
  for (const part of entry.passages) {
    const near = closest(part.words, worth, weights.windowSize, seen)
    closestWords = Math.max(closestWords, near)
    const sum = scorePart(part, known, weights) + weights.window * near
    if (sum > most) {
      chosen = part
      most = sum
    }
  }
  if (chosen === undefined) throw new Error('an article without a passage')
  return { entry, part: chosen, score: score + weights.window * closestWords }
}

function scorePart({ bag }: Part, known: readonly Known[], weights: Weights): number {
  let score = 0
  for (const { number, kind, worth } of known) {
    const times = timesIn(bag, number)
    const { weight, k1 } = weights.kind[kind]
    if (times > 0) score += (worth * weight * times * (k1 + 1)) / (times + k1)
  }
  return score
}
