import type { Language } from '../language.ts'
import type { Evidence } from './evidence.ts'

/** An article as search sees it. `body` is Markdown. */
export interface Article {
  id: string
  language: Language
  title: string
  body: string
}

/** A part of an article (a heading's section or a paragraph) that may answer by itself. Plain text, no Markdown. */
export interface Passage {
  article: string
  title: string
  heading: string
  text: string
  language: Language
}

export interface Hit {
  passage: Passage
  /** BM25-like score in units of what the rarest word is worth; higher is better. */
  score: number
  /** The query's words that were found, as the customer wrote them. */
  matched: string[]
  /** How far the article speaks of what the query says; comparable between searches. */
  evidence: Evidence
}

/** An extractive answer with its source, or the honest absence of one. */
export type Answer =
  | { kind: 'answer'; text: string; article: string; title: string; confidence: number; because: string[] }
  | { kind: 'none'; because: 'nothing-found' | 'not-sure'; confidence: number; near: { article: string; title: string }[] }
