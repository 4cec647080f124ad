import type { Meaning } from '../understanding/meaning.ts'
import { toPassages, withoutMarks } from './markdown.ts'
import { type Places, placesOf } from './nearness.ts'
import type { Article, Passage } from './passage.ts'
import { type Bag, type Postings, toBag } from './postings.ts'
import { type Analysis, analyse, type Counts, count, wordTerm } from './terms.ts'
import type { Kind, Weights } from './weights.ts'

/** One article as the search keeps it. */
export interface Entry {
  id: string
  /** Everything in it, the title's terms apart and once more among all. */
  whole: Bag
  title: Bag
  passages: Part[]
  /** By kind, how many terms the article has. */
  length: Record<Kind, number>
  /** Where it lies in the space of meaning. */
  places: Places | null
}

/** A passage with its terms, and its words in order; 0 is a word that says nothing. */
export interface Part {
  passage: Passage
  bag: Bag
  words: Int32Array
}

/** Takes an article apart. Its title is a field of its own and counts once more among all. */
export function toEntry(postings: Postings, article: Article, { weights, meaning }: { weights: Weights; meaning: Meaning | null }): Entry {
  const named = analyse(article.title, article.language)
  const title = countsOf(named, 1)
  const whole = countsOf(named, 1)
  const passages = toPassages(article)
  let heading = ''
  const counted = passages.map((passage) => {
    const said = analyse(withoutMarks(passage.text), article.language)
    const above = passage.heading === '' ? named : analyse(passage.heading, article.language)
    count(said, 1, whole)
    if (passage.heading !== heading) count(above, weights.heading, whole)
    heading = passage.heading
    // What stands before the first heading answers the title itself.
    return { passage, said, counts: passages.length === 1 ? whole : count(said, 1, countsOf(above, weights.heading)) }
  })
  const only = counted.length > 0 ? counted : [{ passage: titleAlone(article), said: named, counts: whole }]
  const bag = toBag(postings, whole)
  return {
    id: article.id,
    whole: bag,
    title: toBag(postings, new Map([...title].map(([term, times]) => [`t${term}`, times] as const))),
    passages: only.map(({ passage, said, counts }) => ({
      passage,
      bag: counts === whole ? bag : toBag(postings, counts),
      words: wordsOf(postings, said),
    })),
    length: lengths(whole, title),
    places: meaning && placesOf(meaning, article, passages),
  }
}

function countsOf(analysis: Analysis, weight: number): Counts {
  return count(analysis, weight, new Map())
}

function wordsOf(postings: Postings, { language, tokens }: Analysis): Int32Array {
  return Int32Array.from(tokens, (token) => (token.stop ? 0 : postings.name(wordTerm(token, language))))
}

function titleAlone({ id, title, language }: Article): Passage {
  return { article: id, title, heading: '', text: title, language }
}

function lengths(whole: Counts, title: Counts): Record<Kind, number> {
  const length: Record<Kind, number> = { word: 0, gram: 0, concept: 0, 'title-word': 0, 'title-gram': 0, 'title-concept': 0 }
  for (const [term, times] of whole) length[kindOf(term)] += times
  for (const [term, times] of title) length[`title-${kindOf(term)}`] += times
  return length
}

function kindOf(term: string): 'word' | 'gram' | 'concept' {
  return term.startsWith('w') ? 'word' : term.startsWith('g') ? 'gram' : 'concept'
}
