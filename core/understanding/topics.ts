import type { Language } from '../language.ts'
import { conceptsIn } from './lexicon/mentions.ts'
import { tokenise } from './lexicon/tokens.ts'

/** What some customers write about. It keeps its number from day to day; its name is made of the customers' own words. */
export interface Topic {
  number: number
  name: string[]
  /** Terms with their weights, of length one: where the topic lies. */
  centre: Record<string, number>
}

export interface Topics {
  topics: Topic[]
  /** Number of the topic of each text, by the id of the text; texts about nothing in particular are left out. */
  of: Map<string, number>
}

export interface TopicText {
  id: string
  text: string
  language: Language
}

/**
 * Groundwork for row 22: groups what customers write. Known topics take what lies near them first, so that yesterday's stay what they
 * were; the rest finds new ones.
 */
export function findTopics(texts: readonly TopicText[], before: readonly Topic[] = []): Topics {
  const documents = toDocuments(texts)
  const known = before.map((topic) => ({ ...topic, centre: new Map(Object.entries(topic.centre)) }))
  const groups: Group[] = known.map(({ number, centre }) => ({ number, centre, members: [] }))
  const loose = documents.filter((document) => !join(document, groups, near))
  groups.push(...gather(loose, Math.max(0, ...before.map(({ number }) => number)) + 1))
  const kept = groups.filter(({ number, members }) => members.length >= fewest || before.some((topic) => topic.number === number))
  const telling = tellingWords(documents)
  const topics = kept.map(({ number, centre, members }) => {
    const former = before.find((topic) => topic.number === number)
    const moved = members.length === 0 ? centre : blend(centre, meanOf(members), former ? 0.8 : 0)
    return { number, name: former?.name ?? nameOf(members, telling), centre: Object.fromEntries(strongest(moved, 60)) }
  })
  return { topics, of: new Map(kept.flatMap(({ number, members }) => members.map(({ id }) => [id, number] as const))) }
}

type Vector = Map<string, number>

interface Document {
  id: string
  vector: Vector
  /** Its words as they were written, by their terms. */
  words: Map<string, string>
}

interface Group {
  number: number
  centre: Vector
  members: Document[]
}

/** Cosine from which a text is near a topic, and two groups are one; fewer texts than `fewest` are chance. Set on a day of the demo company. */
const near = 0.2
const same = 0.1
const fewest = 3

/** A concept says more than the word that names it, for all languages share it. */
const conceptWeight = 1.6

function toDocuments(texts: readonly TopicText[]): Document[] {
  const read = texts.map(({ id, text, language }) => {
    const words = new Map(
      tokenise(text, language).flatMap((token) => (token.stop || /\d/.test(token.text) ? [] : [[token.stem, token.raw.toLowerCase()] as const])),
    )
    const terms = new Set([...words.keys(), ...conceptsIn(text, language).map(({ concept }) => `#${concept}`)])
    return { id, words, terms }
  })
  const holders = new Map<string, number>()
  for (const { terms } of read) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1)
  return read.map(({ id, words, terms }) => ({
    id,
    words,
    vector: unit(new Map([...terms].map((term) => [term, rarity(term, holders, texts.length) * (term.startsWith('#') ? conceptWeight : 1)]))),
  }))
}

function rarity(term: string, holders: ReadonlyMap<string, number>, texts: number): number {
  return Math.max(0, Math.log((texts + 30) / (holders.get(term) ?? 1)) - 0.5)
}

/** True when the document went to the nearest of the groups that are near enough. */
function join(document: Document, groups: readonly Group[], bound: number): boolean {
  let best: Group | undefined
  let closest = bound
  for (const group of groups) {
    const closeness = cosine(document.vector, group.centre)
    if (closeness >= closest) [best, closest] = [group, closeness]
  }
  best?.members.push(document)
  return best !== undefined
}

/** New topics among texts that no known one took: found in a sample by average linkage, then every text goes to the nearest. */
function gather(documents: readonly Document[], first: number): Group[] {
  const step = Math.max(1, Math.ceil(documents.length / largestSample))
  const found = linked(documents.filter((_, index) => index % step === 0))
  const groups = found.filter((members) => members.length >= fewest).map((members): Group => ({ number: 0, centre: meanOf(members), members: [] }))
  for (const document of documents) join(document, groups, near)
  const large = groups.filter(({ members }) => members.length >= fewest).sort((a, b) => b.members.length - a.members.length)
  return large.map((group, index) => ({ ...group, number: first + index }))
}

/** The work grows with the square of the sample. */
const largestSample = 500

/** Joins the two closest groups until none are close: average linkage with the update of Lance & Williams (1967). */
function linked(documents: readonly Document[]): Document[][] {
  const groups = documents.map((document) => [document])
  const closeness = documents.map((a) => documents.map((b) => (a === b ? -1 : cosine(a.vector, b.vector))))
  for (;;) {
    const { a, b, most } = closest(closeness)
    const [into, from] = [groups[a], groups[b]]
    if (most < same || !into || !from) return groups.filter((members) => members.length > 0)
    for (const [other, row] of closeness.entries()) {
      const average = (into.length * (row[a] ?? -1) + from.length * (row[b] ?? -1)) / (into.length + from.length)
      const value = other === a || (row[a] ?? -1) < 0 ? -1 : average
      row[a] = value
      row[b] = -1
      const own = closeness[a]
      if (own) own[other] = value
    }
    closeness[b]?.fill(-1)
    into.push(...from.splice(0))
  }
}

function closest(closeness: readonly (readonly number[])[]): { a: number; b: number; most: number } {
  let best = { a: -1, b: -1, most: 0 }
  closeness.forEach((row, a) => {
    for (let b = a + 1; b < row.length; b++) if ((row[b] ?? 0) > best.most) best = { a, b, most: row[b] ?? 0 }
  })
  return best
}

/** By term: the form that customers write most, and in how many texts it stands. */
function tellingWords(documents: readonly Document[]): Map<string, { written: string; holders: number }> {
  const forms = new Map<string, Map<string, number>>()
  for (const { words } of documents)
    for (const [term, written] of words) {
      const counts = forms.get(term) ?? new Map<string, number>()
      forms.set(term, counts.set(written, (counts.get(written) ?? 0) + 1))
    }
  return new Map(
    [...forms].map(([term, counts]) => {
      const [written] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))
      return [term, { written, holders: [...counts.values()].reduce((sum, count) => sum + count, 0) }]
    }),
  )
}

/** The three words that stand much more often here than elsewhere. */
function nameOf(members: readonly Document[], telling: ReadonlyMap<string, { written: string; holders: number }>): string[] {
  const counts = new Map<string, number>()
  for (const { words } of members) for (const term of words.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const scored = [...counts].map(([term, count]) => ({ term, score: (count * count) / ((telling.get(term)?.holders ?? count) + fewest) }))
  return scored
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
    .slice(0, 3)
    .map(({ term }) => telling.get(term)?.written ?? term)
}

function meanOf(documents: readonly Document[]): Vector {
  const sum: Vector = new Map()
  for (const { vector } of documents) for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight)
  return unit(sum)
}

function blend(old: Vector, fresh: Vector, share: number): Vector {
  const sum: Vector = new Map()
  for (const [term, weight] of old) sum.set(term, share * weight)
  for (const [term, weight] of fresh) sum.set(term, (sum.get(term) ?? 0) + (1 - share) * weight)
  return unit(sum)
}

function strongest(vector: Vector, most: number): [string, number][] {
  return [...vector].sort((a, b) => b[1] - a[1]).slice(0, most)
}

function unit(vector: Vector): Vector {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return new Map([...vector].map(([term, weight]) => [term, weight / length]))
}

function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}
