/** Terms and the documents that hold them: one linked list of postings a term, all in a few typed arrays. Documents come and go. */
export interface Postings {
  /** The number of a term, if any document ever held it. */
  find(term: string): number | undefined
  /** The number of a term, given to it now when it is new. */
  name(term: string): number
  /** How many living documents hold the term. */
  holders(term: number): number
  /** How many terms have a number: an array of this length holds something for each. */
  size(): number
  add(doc: number, bag: Bag): void
  /** The document's postings stay until the whole is made anew, but count no more. */
  remove(bag: Bag): void
  /** Forgets all documents; the terms keep their numbers. */
  clear(): void
  /** BM25 of one term, added to the score of each document that holds it. Dead documents get scores too; nobody looks at them. */
  score(term: number, into: Float64Array, by: Saturation): void
}

/**
 * How a term's presence becomes a score: `value` times BM25's saturation with its length normalisation.
 * Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009.
 */
export interface Saturation {
  value: number
  k1: number
  b: number
  /** By document. */
  lengths: Float64Array
  average: number
}

/** The terms of one text by number, in order, and how often each stands there in quarters: a heading's word counts for more than one. */
export interface Bag {
  terms: Int32Array
  quarters: Uint8Array
}

export function createPostings(): Postings {
  const numbers = new Map<string, number>()
  let heads = new Int32Array(1024)
  let held = new Int32Array(1024)
  let docs = new Int32Array(4096)
  let next = new Int32Array(4096)
  let quarters = new Uint8Array(4096)
  let used = 1
  return {
    find: (term) => numbers.get(term),
    name(term) {
      const known = numbers.get(term)
      if (known !== undefined) return known
      const made = numbers.size
      numbers.set(term, made)
      if (made >= heads.length) {
        heads = grown(heads, new Int32Array(made * 2))
        held = grown(held, new Int32Array(made * 2))
      }
      return made
    },
    holders: (term) => held[term] ?? 0,
    size: () => numbers.size,
    add(doc, bag) {
      const end = used + bag.terms.length
      if (end > docs.length) {
        docs = grown(docs, new Int32Array(end * 2))
        next = grown(next, new Int32Array(end * 2))
        quarters = grown(quarters, new Uint8Array(end * 2))
      }
      for (let at = 0; at < bag.terms.length; at++, used++) {
        const term = bag.terms[at] ?? 0
        docs[used] = doc
        quarters[used] = bag.quarters[at] ?? 0
        next[used] = heads[term] ?? 0
        heads[term] = used
        held[term] = (held[term] ?? 0) + 1
      }
    },
    remove(bag) {
      for (const term of bag.terms) held[term] = (held[term] ?? 0) - 1
    },
    clear() {
      heads.fill(0)
      held.fill(0)
      used = 1
    },
    score(term, into, { value, k1, b, lengths, average }) {
      const fixed = k1 * (1 - b)
      const growing = (k1 * b) / average
      for (let at = heads[term] ?? 0; at !== 0; at = next[at] ?? 0) {
        const doc = docs[at] ?? 0
        const times = (quarters[at] ?? 0) / 4
        into[doc] = (into[doc] ?? 0) + (value * times) / (times + fixed + growing * (lengths[doc] ?? 0))
      }
    },
  }
}

/** Terms with how often they stand, as a bag; more than 63 times is as good as 63. */
export function toBag(postings: Postings, counts: ReadonlyMap<string, number>): Bag {
  // Number and times in one double, so that one sort of a typed array orders both.
  const both = new Float64Array(counts.size)
  let at = 0
  for (const [term, times] of counts) both[at++] = postings.name(term) * 256 + Math.min(255, Math.round(times * 4))
  both.sort()
  return { terms: Int32Array.from(both, (one) => Math.floor(one / 256)), quarters: Uint8Array.from(both, (one) => one % 256) }
}

/** How often a term stands in a bag. */
export function timesIn({ terms, quarters }: Bag, term: number): number {
  let low = 0
  let high = terms.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = terms[middle] ?? 0
    if (there === term) return (quarters[middle] ?? 0) / 4
    if (there < term) low = middle + 1
    else high = middle - 1
  }
  return 0
}

function grown<A extends Int32Array | Uint8Array>(from: A, into: A): A {
  into.set(from)
  return into
}
