/** What texts are compared by: words, pieces of words, and concepts; the same three again for the title alone. */
export const kinds = ['word', 'gram', 'concept', 'title-word', 'title-gram', 'title-concept'] as const
export type Kind = (typeof kinds)[number]

/** The numbers of the search. One set for all languages and all kinds of articles; each compares with 1, a word in an article's text. */
export interface Weights {
  kind: Record<Kind, { weight: number; k1: number; b: number }>
  /** A concept that says little of the subject, and the words that name nothing else. */
  broad: number
  /** A word that names a concept: most of what it says is said by the concept. */
  named: number
  /** One piece of a dense script; all pieces of a spaced word together are 1. */
  denseGram: number
  /** A word with a capital inside a sentence: a name. */
  name: number
  /** A term in a passage's heading counts for so many. */
  heading: number
  /** The closest place in which the query's words stand together, so many words in a row. */
  window: number
  windowSize: number
  /** How near the question and the article are in meaning, where it is to be trusted in full: the nearness counts for so many. */
  meaning: number
  /** From this nearness on an article is found that shares no word with the question. */
  nearEnough: number
  /** For the evidence: what stands in the article but not in its title; a word that names no concept; a concept that no article speaks of. */
  inBody: number
  looseCover: number
  absent: number
}

export const weights: Weights = {
  kind: {
    word: { weight: 1, k1: 1.2, b: 0.5 },
    gram: { weight: 0.7, k1: 1.8, b: 0.9 },
    concept: { weight: 1.5, k1: 1.2, b: 0.3 },
    'title-word': { weight: 0.3, k1: 1.2, b: 0.5 },
    'title-gram': { weight: 0.45, k1: 1.2, b: 0.5 },
    'title-concept': { weight: 2.2, k1: 1.2, b: 0.5 },
  },
  broad: 0.4,
  named: 0.7,
  denseGram: 0.25,
  name: 1.7,
  heading: 1.5,
  window: 0.5,
  windowSize: 12,
  meaning: 40,
  nearEnough: 0.3,
  inBody: 0.6,
  looseCover: 0.8,
  absent: 2,
}
