import type { Language } from '../language.ts'
import { mentions } from './concepts.ts'
import type { Answer, Hit } from './passage.ts'
import { joinSentences, longestAnswer, toSentences } from './sentences.ts'
import { toQuery, wordTerm } from './terms.ts'
import { gramsOf, tokenise } from './tokens.ts'

/** Below this the assistant keeps silent. Chosen with lab/knowledge/bench.ts: a wrong answer costs more trust than "I don't know". */
export const sureEnough = 0.62

/** Row 3: an answer in the article's own words with its source, or none when the search is not sure. Calls nobody, invents nothing. */
export function answer(hits: readonly Hit[], query: string, threshold = sureEnough): Answer {
  const best = hits[0]
  if (best === undefined || best.matched.length === 0) return { kind: 'none', because: 'nothing-found', confidence: 0, near: nearest(hits) }
  const confidence = confidenceIn(hits)
  if (confidence < threshold) return { kind: 'none', because: 'not-sure', confidence, near: nearest(hits) }
  const { article, title, text, language } = best.passage
  return { kind: 'answer', text: bestSentences(text, query, language), article, title, confidence, because: best.matched }
}

/** 0–1: how far the best article speaks of what was asked, how strongly, and how clearly it leads the next one. */
export function confidenceIn(hits: readonly Hit[]): number {
  const best = hits[0]
  if (best === undefined || best.score <= 0) return 0
  const margin = 1 - (hits[1]?.score ?? 0) / best.score
  return 1 / (1 + Math.exp(-(fit.base + fit.coverage * best.coverage + fit.margin * margin + fit.score * Math.log1p(best.score))))
}

/** A logistic fit to whether the first article was the right one, over the questions of lab/knowledge. */
const fit = { base: -4.3, coverage: 6.8, margin: 1.1, score: 0.7 }

function nearest(hits: readonly Hit[]): { article: string; title: string }[] {
  return hits.slice(0, 3).map(({ passage }) => ({ article: passage.article, title: passage.title }))
}

/** One to three adjacent sentences that say most of what was asked, as one text of at most `longestAnswer`. */
function bestSentences(text: string, query: string, language: Language): string {
  const sentences = toSentences(text)
  const asked = new Set(toQuery(query, language).terms.map(({ kind, term }) => kind + term))
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
  for (const term of terms) sum += term.startsWith('concept') ? 1.3 : term.startsWith('word') ? 1 : 0.05
  return sum
}

function termsOf(sentence: string, language: Language): Set<string> {
  const tokens = tokenise(sentence, language)
  const terms = new Set<string>(mentions(tokens, language).map(({ concept }) => `concept${concept}`))
  for (const token of tokens) {
    if (!token.stop) terms.add(`word${wordTerm(token)}`)
    for (const gram of gramsOf(token)) terms.add(`gram${gram}`)
  }
  return terms
}

/** A single sentence longer than an answer is cut at a space, never inside a surrogate pair. */
function cut(sentence: string): string {
  if (sentence.length <= longestAnswer) return sentence
  const room = sentence.slice(0, longestAnswer - 1)
  const space = room.lastIndexOf(' ')
  return `${(space > longestAnswer / 2 ? room.slice(0, space) : room).replace(/[\uD800-\uDBFF]$/u, '')}…`
}
