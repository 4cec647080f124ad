import type { Meaning } from '../understanding/meaning.ts'
import { type Entry, toEntry } from './entry.ts'
import type { Article } from './passage.ts'
import { createPostings, type Postings } from './postings.ts'
import { type Kind, kinds, type Weights } from './weights.ts'

/** The articles of one language. */
export interface Shelf {
  entries: Map<string, number>
  /** By number; a removed article leaves a gap until the shelf is made anew. */
  byNumber: (Entry | undefined)[]
  postings: Postings
  total: Record<Kind, number>
  /** By kind and number of the article. */
  lengths: Record<Kind, Float64Array>
  scratch: Scratch
}

/** Room to work in while one query is answered: something for each term, empty before and after. */
export interface Scratch {
  worth: Float64Array
  seen: Int32Array
}

export function scratchOf(shelf: Shelf): Scratch {
  const size = shelf.postings.size()
  if (shelf.scratch.worth.length < size) shelf.scratch = emptyScratch(size * 2)
  return shelf.scratch
}

export function emptyShelf(): Shelf {
  const postings = createPostings()
  // Number 0 stands for any word that says nothing.
  postings.name('')
  return {
    entries: new Map(),
    byNumber: [],
    postings,
    total: perKind(() => 0),
    lengths: perKind(() => new Float64Array(64)),
    scratch: emptyScratch(0),
  }
}

export function putIn(shelf: Shelf, article: Article, by: { weights: Weights; meaning: Meaning | null }): void {
  keep(shelf, toEntry(shelf.postings, article, by))
}

/** Takes an article out. When most of what ever stood here is gone, the shelf is made anew without the gaps. */
export function takeOut(shelf: Shelf, article: string): void {
  const number = shelf.entries.get(article)
  const entry = number === undefined ? undefined : shelf.byNumber[number]
  if (number === undefined || entry === undefined) return
  shelf.entries.delete(article)
  shelf.byNumber[number] = undefined
  shelf.postings.remove(entry.whole)
  shelf.postings.remove(entry.title)
  for (const kind of kinds) shelf.total[kind] -= entry.length[kind]
  if (shelf.byNumber.length > 2 * shelf.entries.size + 64) closeGaps(shelf)
}

/** The terms keep their numbers; only the postings of the articles that are left are written again. */
function closeGaps(shelf: Shelf): void {
  const left = shelf.byNumber.filter((entry) => entry !== undefined)
  shelf.postings.clear()
  shelf.byNumber = []
  shelf.total = perKind(() => 0)
  for (const entry of left) keep(shelf, entry)
}

function keep(shelf: Shelf, entry: Entry): void {
  const number = shelf.byNumber.length
  shelf.byNumber.push(entry)
  shelf.entries.set(entry.id, number)
  shelf.postings.add(number, entry.whole)
  shelf.postings.add(number, entry.title)
  for (const kind of kinds) {
    shelf.total[kind] += entry.length[kind]
    shelf.lengths[kind] = roomFor(shelf.lengths[kind], number)
    shelf.lengths[kind][number] = entry.length[kind]
  }
}

function roomFor(array: Float64Array, at: number): Float64Array {
  if (at < array.length) return array
  const larger = new Float64Array(at * 2)
  larger.set(array)
  return larger
}

function emptyScratch(size: number): Scratch {
  return { worth: new Float64Array(size), seen: new Int32Array(size) }
}

function perKind<T>(value: () => T): Record<Kind, T> {
  return { word: value(), gram: value(), concept: value(), 'title-word': value(), 'title-gram': value(), 'title-concept': value() }
}
