import { findHits, lexicon } from './phrases/lexicon.ts'
import { findPattern, pattern } from './phrases/pattern.ts'
import { type Token, tokenise } from './phrases/tokens.ts'
import type { Finding } from './reading.ts'
import { vulnerableWords } from './vulnerable-words.ts'

/** Row 5, promise 6: danger, injury, grief, violence, a minor. Such a customer goes to a person whatever is at stake. */
export function isVulnerable(text: string, tokens: readonly Token[] = tokenise(text)): Finding<boolean> {
  const hits = findHits(vocabulary, tokens)
  const met = patterns.flatMap((written) => findPattern(written, hits, tokens)).flat()
  const places = new Map(met.map((hit) => [hit.first, hit]))
  const because = [...places.values()]
    .map(({ first, last }) => ({ from: tokens[first]?.from ?? 0, to: tokens[last]?.to ?? 0 }))
    .map(({ from, to }) => ({ text: text.slice(from, to), from, to, weight: 1 }))
    .sort((a, b) => a.from - b.from)
  // Missing one costs more than a person's minute: one word is enough, and the confidence says that it was only words.
  return because.length > 0 ? { is: true, confidence: 0.85, because } : { is: false, confidence: 0.95, because: [] }
}

const vocabulary = lexicon(vulnerableWords)
const patterns = ['danger', 'harm .4 source', 'source .4 harm', 'close .3 death', 'death .3 close'].map(pattern)
