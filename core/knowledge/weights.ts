/** The numbers of the search, chosen on the demo's six languages with lab/knowledge/bench.ts; each compares with 1, a word in an article's text. */
export const weights = {
  /** A word of the query; times `loose` when it names no concept, times `broad` when only a broad one. */
  word: 0.4,
  loose: 0.7,
  /** All pieces of one word together; two adjacent characters of a dense script. */
  gram: 0.3,
  pair: 0.2,
  concept: 1.5,
  /** A concept that nearly every article mentions. */
  broad: 0.4,
  /** What stands in the title, scored by itself beside the whole article. */
  title: 1.5,
  /** A term in a passage's heading counts for so many. */
  heading: 1.5,
  /** Saturation and length normalisation of BM25F (Robertson and Zaragoza 2009). */
  k1: 1.2,
  b: 0.5,
  /** For coverage: what stands in the article but not in its title; and a word that names no concept. */
  inBody: 0.6,
  looseCover: 0.5,
  /** For coverage: a concept that no article at all speaks of, as of parking or bitcoin, counts more than one found elsewhere. */
  absent: 2,
}
