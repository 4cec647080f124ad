import type { Language } from '../language.ts'
import { withoutMarks } from './markdown.ts'
import type { Answer, Hit } from './passage.ts'
import { joinSentences, longestAnswer, toSentences } from './sentences.ts'
import { analyse, type Counts, count, toQuery } from './terms.ts'
import { weights } from './weights.ts'

/**
 * Below this the assistant keeps silent: a wrong answer costs more trust than "I don't know". Of questions that can be answered one in five
 * meets silence where the trade is familiar, two in five where it is not, of hard paraphrases six in ten.
 */
export const sureEnough = 0.72

/** Row 3: an answer in the article's own words with its source, or none when the search is not sure. Calls nobody, invents nothing. */
export function answer(hits: readonly Hit[], query: string, threshold = sureEnough): Answer {
  const best = hits[0]
  if (best === undefined || best.matched.length === 0) return { kind: 'none', because: 'nothing-found', confidence: 0, near: nearest(hits) }
  const confidence = confidenceIn(hits)
  if (confidence < threshold) return { kind: 'none', because: 'not-sure', confidence, near: nearest(hits) }
  const { article, title, text, language } = best.passage
  return { kind: 'answer', text: bestSentences(text, query, language), article, title, confidence, because: best.matched }
}

/** 0–1: how likely the best article answers what was asked. Scores take no part in it, so that it means the same for any company's articles. */
export function confidenceIn(hits: readonly Hit[]): number {
  const best = hits[0]
  if (best === undefined || best.score <= 0) return 0
  const { coverage, missing, near } = best.evidence
  return 1 / (1 + Math.exp(-(fit.base + fit.coverage * coverage - fit.missing * missing + fit.near * (near ?? usuallyNear))))
}

/**
 * A logistic fit over the questions of several help centres in six languages, those with an answer against those without
 * (lab/understanding/fit-answers.ts). The length of a question takes no part in it: it tells the writers of questions apart, not the questions.
 */
const fit = { base: 1.28, coverage: 0.23, missing: 9.44, near: 3.68 }
/** The mean of questions with an answer: stands in where there is no space of meaning. */
const usuallyNear = 0.44

function nearest(hits: readonly Hit[]): { article: string; title: string }[] {
  return hits.slice(0, 3).map(({ passage }) => ({ article: passage.article, title: passage.title }))
}

/** One to three adjacent sentences that say most of what was asked, as one text of at most `longestAnswer`. */
function bestSentences(text: string, query: string, language: Language): string {
  const sentences = toSentences(text)
  const asked = new Set(toQuery(query, language, weights).terms.map(({ term }) => term))
  const said = sentences.map((sentence) => [...termsOf(sentence, language)].filter((term) => asked.has(term)))
  let best = { text: cut(sentences[0] ?? text), score: Number.NEGATIVE_INFINITY }
  for (let from = 0; from < sentences.length; from++) {
    const terms = new Set<string>()
    for (let to = from; to < Math.min(sentences.length, from + 3); to++) {
      for (const term of said[to] ?? []) terms.add(term)
      const joined = joinSentences(sentences.slice(from, to + 1))
      if (joined.length > longestAnswer) break
      const score = worth(terms) + (to - from) * company - from * lateness
      if (score > best.score) best = { text: joined, score }
    }
  }
  return best.text
}

/** A sentence more is worth a little even when it names nothing asked: the rule and its exception stand side by side. */
const company = 0.4
const lateness = 0.1

function worth(terms: ReadonlySet<string>): number {
  let sum = 0
  for (const term of terms) sum += term.startsWith('c') ? 1.3 : term.startsWith('w') ? 1 : 0.05
  return sum
}

function termsOf(sentence: string, language: Language): Iterable<string> {
  const counts: Counts = new Map()
  count(analyse(withoutMarks(sentence), language), 1, counts)
  return counts.keys()
}

/** A single sentence longer than an answer is cut at a space, never inside a surrogate pair. */
function cut(sentence: string): string {
  if (sentence.length <= longestAnswer) return sentence
  const room = sentence.slice(0, longestAnswer - 1)
  const space = room.lastIndexOf(' ')
  return `${(space > longestAnswer / 2 ? room.slice(0, space) : room).replace(/[\uD800-\uDBFF]$/u, '')}…`
}
